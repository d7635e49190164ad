"""Finds a person's name, e-mail address or phone number in running text.

Names are compared folded (case, accents, hyphens, invisible characters), part by part, in any order and
in the genitive, through markup, with initials, and as they stand in addresses (`tlindeby@`). One letter
may be wrong. Nicknames and descriptions are not found: free text cannot be proven free of people.

A hit is *sure* when nothing but the person can be meant. "Per deltagare" may be Per Ek: that hit is not.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple
from urllib.parse import unquote

from generator.checks.name_search import NameSearch
from generator.checks.numbers_in_text import emails_in, phones_in
from generator.checks.reading import Reading
from generator.records.persons import PersonField


@dataclass(frozen=True)
class Sought:
    """What must not be found: `field` is `namn`, `e-post` or `telefon`; `person` its index.

    `listed` is False when no record has the person: a part of such a name may be any word.
    """

    person: int
    field: PersonField
    value: str
    listed: bool = True


class Hit(NamedTuple):
    """Somebody is named at this line and column, both from 0."""

    line: int
    column: int
    person: int
    sure: bool = True


def find_in(
    text: str,
    sought: Sequence[Sought],
    shown: Sequence[str] = (),
    *,
    lower_case: bool = False,
    organisation: bool = False,
) -> tuple[Hit, ...]:
    """The first hit of each line and person.

    `lower_case` for what is written without capitals (addresses, search words): there one part of a name
    tells somebody in small letters too. `organisation` for names of organisations, where the first
    word's capital is no chance.

    `shown` are names that may stand in the text. A part that a sought name shares with one of them
    (a surname, say) tells nobody by itself.
    """
    reading = Reading(text)
    sought, shown = tuple(sought), tuple(shown)
    return first_of(_hits(reading, sought, shown, lower_case=lower_case, organisation=organisation))


def first_of(hits: Iterable[Hit]) -> tuple[Hit, ...]:
    """One hit for each line and person, in order: a sure one if there is any, the first of them."""
    best: dict[tuple[int, int], Hit] = {}
    for hit in hits:
        known = best.get((hit.line, hit.person))
        if known is None or (not hit.sure, hit.column) < (not known.sure, known.column):
            best[hit.line, hit.person] = hit
    return tuple(best[key] for key in sorted(best))


def _hits(
    reading: Reading,
    sought: tuple[Sought, ...],
    shown: tuple[str, ...],
    *,
    lower_case: bool,
    organisation: bool,
) -> Iterator[Hit]:
    names = [item for item in sought if item.field == "namn"]
    listed = all(item.listed for item in names)
    search = _search(tuple((item.person, item.value) for item in names), shown, listed)
    for start, person, sure in search.in_words(reading, lower_case, organisation):
        yield Hit(*reading.place(start), person, sure)
    for start, person in contacts(reading.text, sought):
        yield Hit(*reading.place(start), person)
    for start, address in reading.links:
        told = find_in(without_host(address), sought, shown, lower_case=True)
        yield from (Hit(*reading.place_written(start), hit.person, hit.sure) for hit in told)


def contacts(text: str, sought: Sequence[Sought]) -> Iterator[tuple[int, int]]:
    """(start, person) of each sought e-mail address and phone number."""
    emails = [item for item in sought if item.field == "e-post"]
    yield from ((start, emails[which].person) for start, which in emails_in(text, [e.value for e in emails]))
    for item in sought:
        if item.field == "telefon":
            yield from ((start, item.person) for start in phones_in(text, item.value))


def without_host(address: str) -> str:
    """The part of an address that tells more than whose computer it is, its %-codes read."""
    if "@" in address:
        return unquote(address.partition("@")[0].removeprefix("mailto:"))
    return unquote("/".join(address.split("/")[3:]))


@lru_cache(maxsize=8)
def _search(names: tuple[tuple[int, str], ...], shown: tuple[str, ...], listed: bool) -> NameSearch:
    return NameSearch(names, shown, listed=listed)
