"""Everything that is public anyway, as one text: to know what must not be taken for a leak."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import fields, is_dataclass, replace
from pathlib import Path

from generator.exports.dictionary import data_pages
from generator.pages.render import render
from generator.public.catalogue import Catalogue
from generator.publish.hand_written import SitePages
from generator.publish.reading import Configuration
from generator.records.paths import written
from generator.words.compounds import compound_tails

_WORD = re.compile(r"[^\W_]+")


def shown_text(catalogue: Catalogue, hand_written: SitePages) -> str:
    """What the site is drawn from: the catalogue's own words and numbers, and the pages written by hand.

    Not the addresses of withdrawn pages: they stay, but what they say may not stand elsewhere. The ends of
    compounds are among the words, for the pages tell them to the search.
    """
    words = _values(replace(catalogue, tombstones=()))
    text = "\n".join((*words, *hand_written.pages.values(), *hand_written.media))
    ends = {end for word in set(_WORD.findall(text.casefold())) for end in compound_tails(word)}
    return f"{text}\n{' '.join(sorted(ends))}"


def common_text(configuration: Configuration, catalogue: Catalogue, theme: Path) -> str:
    """What is public without any record: configuration, vocabularies, what pages and theme say themselves."""
    empty = replace(catalogue, insatser=(), tombstones=(), changed={}, redirects={})
    pages = render(empty, {}, data_pages(empty))
    written_down = (configuration.site, *configuration.forbund.values(), *configuration.terms.values())
    templates = (path.read_text("utf-8") for path in sorted(theme.rglob("*.html")))
    return "\n".join(
        (
            *(str(value) for one in written_down for _, value in written(one)),
            *_values(tuple(configuration.vocabularies.values())),
            *_values(configuration.search_words),
            *pages.values(),
            *templates,
        )
    )


def _values(value: object) -> Iterator[str]:
    """Every text and number in a public value."""
    if isinstance(value, str | int):
        yield str(value)
    elif isinstance(value, Mapping):
        for key, inner in value.items():
            yield str(key)
            yield from _values(inner)
    elif is_dataclass(value) and not isinstance(value, type):
        for one in fields(value):
            yield from _values(getattr(value, one.name))
    elif isinstance(value, Iterable):
        for inner in value:
            yield from _values(inner)
