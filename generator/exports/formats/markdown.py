"""A Markdown twin of each page but the search, and llms.txt that leads to them: for programs that read texts.

`insatser/a/b/` has its twin at `insatser/a/b.md`. What is open data is in it, and nothing else.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from generator.exports.events import told
from generator.exports.interface import DATA, Export, File, Release
from generator.exports.tables import insats_table
from generator.exports.whole_pages import data_text, glossary_text, overview_text
from generator.indexes import all_indexes
from generator.indexes.interface import IndexPage
from generator.pages.badda_in import embedding_page
from generator.pages.markdown import to_markdown
from generator.pages.own import title_of, words_of
from generator.pages.words import EXAMPLE_SHORT, NOT_REPORTED, capital
from generator.public.insats import PublicGoal, PublicInsats
from generator.words.dates import swedish_date
from generator.words.money import swedish_kronor

_FRONT = re.compile(r"---\n.*?\n---\n", re.DOTALL)
_TITLE = re.compile(r"^title: *(.+)$", re.MULTILINE)
# The characters that begin markup within a line.
_MARKS = re.compile(r"([\\`*_\[\]<>])")
_TERMS = (
    "Det som är okänt och det som inte får visas saknas. Står det en mening om finansiering vid en insats "
    "ska den följa med när uppgifterna sprids. Insatser som är märkta som exempel har påhittade beslut."
)
# Told elsewhere on the page, or only of use in a table.
_NOT_FACTS = frozenset(
    {"namn", "upplysning", "erkännande", "sammanfattning", "förbund_id", "beviljat_kr", "villkor"}
)


def _text(text: str) -> str:
    """One line that never stands first in a paragraph; its reader is a program, so little is escaped."""
    return _MARKS.sub(r"\\\1", " ".join(text.split()))


def _facts(insats: PublicInsats, release: Release) -> Iterator[str]:
    table = insats_table([insats], release.catalogue)
    for key, cell in zip(table.header, table.rows[0], strict=True):
        if cell not in (None, "") and key not in _NOT_FACTS:
            yield f"- {capital(key.replace('_', ' '))}: {_text(str(cell))}"
    if insats.granted_total is not None:
        yield f"- Beviljat: {swedish_kronor(insats.granted_total)}"
    for one in insats.decisions:
        when = f" {swedish_date(one.date)}" if one.date else ""
        yield f"- Beslut: {one.outcome}{when} av {_text(one.body)}"


def _goal(goal: PublicGoal) -> str:
    target = f" Måltal: {_text(goal.target)}." if goal.target else ""
    return f"- {_text(goal.text)}{target} Utfall: {_text(goal.outcome or NOT_REPORTED)}"


def _insats(insats: PublicInsats, release: Release) -> str:
    titles = release.catalogue.site.section_titles
    parts = [f"# {_text(insats.name)}"]
    parts += [f"> {EXAMPLE_SHORT}"] if insats.example else []
    parts += [to_markdown(insats.summary)] if insats.summary else []
    parts += [f"> {_text(insats.attribution)}"] if insats.attribution else []
    parts += ["## Fakta", "\n".join(_facts(insats, release))]
    if insats.goals:
        parts += ["## Mål", "\n".join(map(_goal, insats.goals))]
    for section in insats.sections:
        parts += [f"## {_text(titles.get(section.key, capital(section.key)))}", to_markdown(section.text)]
    return "\n\n".join(part for part in parts if part) + "\n"


def _line(insats: PublicInsats, release: Release) -> str:
    link = release.url(f"{insats.address.rstrip('/')}.md")
    return f"- [{_text(insats.name)}]({link}): {_text(told(insats))}"


def _list(listed: IndexPage, release: Release) -> str:
    parts = [f"# {_text(listed.title)}", to_markdown(listed.lead)]
    parts.append(
        "\n".join(
            f"- [{_text(entry.label)}]({release.url(entry.address.rstrip('/') + '.md')}): {entry.count}"
            for entry in listed.entries
        )
    )
    if listed.insatser is not None:
        lines = [_line(one, release) for one in listed.insatser]
        parts.append("\n".join(lines) or _text(listed.empty))
    return "\n\n".join(part for part in parts if part) + "\n"


def _own(text: str, release: Release) -> str:
    """A page written by hand, with its title as a heading and the site's own words filled in."""
    site = release.catalogue.site
    title, body = _TITLE.search(text), _FRONT.sub("", text, count=1).strip()
    for key, value in (*words_of(site).items(), ("e-post", site.email)):
        body = body.replace(f"{{{key}}}", _text(value))
    return f"# {title[1].strip() if title else ''}\n\n{body}\n"


def _way(listed: IndexPage, release: Release) -> str:
    return f"- [{_text(listed.title)}]({release.url(listed.address.rstrip('/') + '.md')})"


def _own_way(name: str, text: str, release: Release) -> str:
    return f"- [{_text(title_of(text) or name)}]({release.url(name)})"


def _data(release: Release) -> tuple[str, str]:
    whole, meaning = release.url(f"{DATA}insatser.json"), release.url("data/")
    return f"- [Alla insatser som JSON]({whole})", f"- [Vad fälten betyder]({meaning})"


def _llms(release: Release, lists: Iterable[IndexPage]) -> str:
    site, catalogue = release.catalogue.site, release.catalogue
    parts = [
        f"# {_text(site.name)}",
        f"> {_text(site.description)} Uppgifterna gäller den {swedish_date(catalogue.day)}.",
        _TERMS,
        "## Data\n\n" + "\n".join(_data(release)),
        "## Listor\n\n" + "\n".join(_way(one, release) for one in lists),
        "## Insatser\n\n" + "\n".join(_line(one, release) for one in catalogue.insatser),
    ]
    if release.own_pages:
        ways = [_own_way(name, text, release) for name, text in release.own_pages.items()]
        parts.append("## Om webbplatsen\n\n" + "\n".join(ways))
    return "\n\n".join(parts) + "\n"


def _files(release: Release) -> Iterator[File]:
    catalogue = release.catalogue
    for insats in catalogue.insatser:
        yield f"{insats.address.rstrip('/')}.md", _insats(insats, release).encode()
    overviews: list[IndexPage] = []
    for index in all_indexes():
        for listed in index.pages(catalogue):
            overviews += [listed] if listed.parent is None else []
            yield f"{listed.address.rstrip('/')}.md", _list(listed, release).encode()
    for name, text in release.own_pages.items():
        yield name, _own(text, release).encode()
    yield "oversikt.md", overview_text(release).encode()
    yield "ordlista.md", glossary_text(release).encode()
    yield "data.md", data_text(release).encode()
    embedding = embedding_page(release.view, all_indexes())
    yield "badda-in.md", _own(embedding, release).encode()
    llms = _llms(release, overviews).encode()
    yield "llms.txt", llms
    yield "index.md", llms


EXPORT = Export(
    name="markdown",
    title="Markdown",
    text="Varje sida som ren text: byt / sist i sidans adress mot .md. Filen llms.txt leder till dem.",
    shown=("llms.txt",),
    files=_files,
    rank=50,
)
