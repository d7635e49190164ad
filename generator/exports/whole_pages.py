"""The Markdown of pages that are neither an insats nor a list: overview, glossary, the data's own page."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from generator.exports.fields import FIELDS
from generator.exports.interface import Release
from generator.exports.tables import INSATSER
from generator.pages.front_matter import Facts, Meta
from generator.pages.oversikt import overview_facts
from generator.words.licences import LICENCES
from generator.words.swedish import sort_key


def _cell(text: str) -> str:
    return " ".join(text.split()).replace("|", "\\|")


def _row(cells: Iterable[str]) -> str:
    return f"| {' | '.join(map(_cell, cells))} |"


def markdown_table(header: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """A table as GitHub's Markdown has it."""
    return "\n".join((_row(header), _row(["---"] * len(header)), *map(_row, rows)))


def _inner(value: Meta) -> Iterator[Facts]:
    """The mappings of a list of facts."""
    if isinstance(value, Sequence) and not isinstance(value, str):
        yield from (one for one in value if isinstance(one, Mapping))


def _texts(value: Meta) -> list[str]:
    return [str(one) for one in value] if isinstance(value, Sequence) and not isinstance(value, str) else []


def _name(row: Facts) -> str:
    """The row's name, with what must be said beside it."""
    return ". ".join(str(row[key]) for key in ("namn", "anm") if key in row)


def _table(facts: Facts) -> str:
    rows = [*_inner(facts.get("rader", ())), *_inner([facts["summa"]] if "summa" in facts else ())]
    told = [[_name(row), *_texts(row.get("celler", ()))] for row in rows]
    return markdown_table(_texts(facts.get("kolumner", ())), told)


def _kommuner(diagram: Facts) -> str:
    """The table of a map, "" for any other diagram."""
    rows = [
        (str(lan["text"]), str(one["text"]), str(one["antal"]))
        for lan in _inner(diagram.get("lan", ()))
        for one in _inner(lan["kommuner"])
    ]
    return markdown_table(("Län", "Kommun", "Insatser"), rows) if rows else ""


def overview_text(release: Release) -> str:
    """The key figures, and the table of each diagram."""
    facts = overview_facts(release.view)
    parts = [f"# {facts['title']}", str(facts["description"])]
    parts += [str(facts[key]) for key in ("exempel", "tomt") if key in facts]
    parts.append(
        "\n".join(
            f"- {one['tal']} {one['text']}" + (f" ({one['anm']})" if "anm" in one else "")
            for one in _inner(facts.get("tal", ()))
        )
    )
    for diagram in _inner(facts.get("diagram", ())):
        parts += [f"## {diagram['titel']}", *_texts(diagram.get("noter", ()))]
        parts += [_table(one) for one in _inner([diagram["tabell"]] if "tabell" in diagram else ())]
        parts.append(_kommuner(diagram))
    for one in _inner([facts["forbundstabell"]] if "forbundstabell" in facts else ()):
        parts += ["## Varje samordningsförbund", _table(one)]
    return "\n\n".join(part for part in parts if part) + "\n"


def glossary_text(release: Release) -> str:
    """Every word with its explanation."""
    terms = sorted(release.view.glossary.terms.values(), key=lambda term: sort_key(term.label))
    lines = (f"- **{term.label}**: {' '.join(term.explanation.split())}" for term in terms)
    return "\n\n".join(("# Ordlista", "\n".join(lines))) + "\n"


def data_text(release: Release) -> str:
    """The data dictionary: each field of the JSON and each column of the tables."""
    licence = LICENCES[release.catalogue.site.licence]
    fields = markdown_table(("fält", "förklaring"), [(field.key, field.text) for field in FIELDS])
    columns = markdown_table(("kolumn", "förklaring"), [(column.key, column.text) for column in INSATSER])
    return (
        f"# Öppna data\n\nLicens: {licence.name}. {licence.text}\n\n## Fält i JSON\n\n{fields}\n\n"
        f"## Kolumner i CSV och Excel\n\n{columns}\n"
    )
