"""Words that are explained where they first stand on a page, and all of them on a page of their own."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from generator.pages.front_matter import page
from generator.pages.markdown import Linker, escape, heading, to_markdown
from generator.public.catalogue import Catalogue
from generator.words.plain_text import Run
from generator.words.swedish import sort_key
from generator.words.vocabularies import Term

FILE = "ordlista.md"
_LEAD = (
    "Här förklaras ord och förkortningar som står i ansökningarna. De metoder som insatserna använder "
    "finns också på sidan om metoder."
)
# Definite forms, plurals and genitives; a form with a capital is a name or an abbreviation and takes only -s.
_ENDINGS = "(?:en|et|n|t|ar|er|or|na|arna|erna|orna|a|ens|ets|ns|s|arnas|ernas|ornas)?"


def anchor(label: str) -> str:
    """The id that Markdown's table of contents gives a heading (Python-Markdown, `toc.slugify`)."""
    plain = unicodedata.normalize("NFKD", label).encode("ascii", "ignore").decode()
    return re.sub(r"[-\s]+", "-", re.sub(r"[^\w\s-]", "", plain).strip().lower())


@dataclass(frozen=True)
class Glossary:
    """Terms by the anchor of their heading, and by how they are written in running text."""

    terms: Mapping[str, Term]
    written: Mapping[str, str]
    pattern: re.Pattern[str] | None

    def linker(self, above: str, found: dict[str, Term]) -> Linker:
        """Splits plain runs so that each term's first mention becomes a link to the page of all.

        `above` leads from the page to the site's root (`../../`); `found` gets the terms by anchor.
        """

        def linked(run: Run) -> Iterator[Run]:
            if self.pattern is None or run.bold or run.href is not None:
                yield run
                return
            end = 0
            for match in self.pattern.finditer(run.text):
                key = self.written[match["name"] or match["word"]]
                if key in found:
                    continue
                found[key] = self.terms[key]
                if match.start() > end:
                    yield Run(run.text[end : match.start()])
                yield Run(match[0], href=f"{above}{FILE}#{key}")
                end = match.end()
            if end < len(run.text):
                yield Run(run.text[end:])

        return linked


def glossary(catalogue: Catalogue) -> Glossary:
    """The catalogue's glossary and methods. Of two with the same heading the first is taken."""
    terms: dict[str, Term] = {}
    written: dict[str, str] = {}
    for term in (*catalogue.glossary, *catalogue.methods):
        key = anchor(term.label)
        if key and key not in terms:
            terms[key] = term
            written.update({form: key for form in term.forms if form not in written})
    pattern = None
    if written:
        plain = [re.escape(form) for form in written if form[:1].islower()]
        names = [re.escape(form) for form in written if not form[:1].islower()]
        # Longest first: "NNS indikatorer" before "NNS".
        lower = f"(?:{'|'.join(sorted(plain, key=len, reverse=True))})" if plain else "(?!)"
        upper = f"(?:{'|'.join(sorted(names, key=len, reverse=True))})" if names else "(?!)"
        pattern = re.compile(rf"(?<![\w-])(?:(?P<name>{upper})s?|(?P<word>{lower}){_ENDINGS})(?![\w-])")
    return Glossary(terms, written, pattern)


def glossary_page(known: Glossary, methods: Iterable[Term]) -> str:
    """The page of all words, drawn by `theme/sida.html`: a heading for each, so that each has an address."""
    own = {term.id for term in methods}
    parts = []
    for _, term in sorted(known.terms.items(), key=lambda item: sort_key(item[1].label)):
        more = f"\n\n[Insatser som arbetar så](metoder/{term.slug}.md)" if term.id in own else ""
        title = heading(term.label).replace("### ", "## ", 1)
        parts.append(f"{title}\n\n{to_markdown(term.explanation)}{more}")
    front = {"title": "Ordlista", "description": _LEAD, "template": "sida.html"}
    return page(front, "\n\n".join([escape(_LEAD), *parts]))
