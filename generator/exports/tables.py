"""The register as tables: one row for each insats, decision, granted year or goal."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import TypeAlias

from generator.exports.values import date_text
from generator.pages.intake import INTAKE_LABELS, intake
from generator.pages.words import EXAMPLE_SHORT
from generator.public.catalogue import Catalogue
from generator.public.insats import PublicInsats
from generator.words.kommuner import kommuner
from generator.words.vocabularies import Term

Cell: TypeAlias = "str | int | None"
Row: TypeAlias = tuple[Cell, ...]
BETWEEN = " | "  # of several values in one cell


@dataclass(frozen=True)
class Column:
    """One column. `text` explains it in Swedish; a cell is a text, a whole number or empty."""

    key: str
    text: str
    value: Callable[[PublicInsats, Catalogue], Cell]


@dataclass(frozen=True)
class Table:
    """A named table: `header` are the keys, with the words for each in `texts`."""

    name: str
    header: tuple[str, ...]
    texts: tuple[str, ...]
    rows: tuple[Row, ...]


def _terms(terms: Iterable[Term]) -> str:
    return BETWEEN.join(term.label for term in terms)


def _forbund(insats: PublicInsats, catalogue: Catalogue) -> Cell:
    forbund = catalogue.forbund.get(insats.forbund)
    return forbund.name if forbund else None


def _intake(insats: PublicInsats, catalogue: Catalogue) -> Cell:
    return INTAKE_LABELS[intake(insats, catalogue.day).state]


def _parties(insats: PublicInsats, _catalogue: Catalogue) -> Cell:
    return BETWEEN.join(
        ", ".join(part for part in (party.organisation, party.unit) if part) for party in insats.parties
    )


def _owner(insats: PublicInsats, _catalogue: Catalogue) -> Cell:
    owner = insats.owner
    return ", ".join(part for part in (owner.organisation, owner.unit) if part) if owner else None


def _changed(insats: PublicInsats, catalogue: Catalogue) -> Cell:
    day = catalogue.changed.get(insats.id)
    return day.isoformat() if day else None


# In every table, so that a row that is cut out still says what it is of, and what must be told with it.
_KEYS = (
    Column("id", "Permanent id.", lambda i, _: i.id),
    Column("adress", "Insatsens sida.", lambda i, c: f"{c.site.url}{i.address}"),
    Column("namn", "Insatsens namn.", lambda i, _: i.name),
    Column(
        "upplysning",
        "Det som måste sägas tillsammans med insatsen, till exempel att den är ett exempel.",
        lambda i, _: EXAMPLE_SHORT if i.example else None,
    ),
    Column("erkännande", "En mening som ska följa med uppgifterna.", lambda i, _: i.attribution),
)
INSATSER = (
    *_KEYS,
    Column("andra_namn", "Andra namn på samma insats.", lambda i, _: BETWEEN.join(i.other_names)),
    Column("förbund_id", "Samordningsförbundets id.", lambda i, _: i.forbund),
    Column("förbund", "Samordningsförbundet som betalar.", _forbund),
    Column("villkor", "Ansökningsblankettens version.", lambda i, _: i.terms),
    Column("inriktning", "Vilket slags insats det är.", lambda i, _: i.kind.label if i.kind else None),
    Column("diarienummer", "Förbundets nummer på ärendet.", lambda i, _: i.reference),
    Column("status", "Kommande, pågående eller avslutad.", lambda i, _: i.status),
    Column("intag", "Om insatsen tar emot nya.", _intake),
    Column("sista_intag", "Sista dagen att börja.", lambda i, _: date_text(i.intake_until)),
    Column(
        "start", "Den beslutade tidens början.", lambda i, _: date_text(i.period.start if i.period else None)
    ),
    Column("slut", "Den beslutade tidens slut.", lambda i, _: date_text(i.period.end if i.period else None)),
    Column("beviljat_kr", "Allt som är beviljat, i hela kronor.", lambda i, _: i.granted_total),
    Column("insatsägare", "Den som driver insatsen.", _owner),
    Column("samverkansparter", "De som samarbetar i insatsen.", _parties),
    Column(
        "kommuner",
        "SCB:s kod och kommunens namn.",
        lambda i, _: BETWEEN.join(f"{code} {kommuner()[code]}" for code in i.kommuner if code in kommuner()),
    ),
    Column("målgrupper", "Vilka insatsen är till för.", lambda i, _: _terms(i.target_groups)),
    Column("ålder_från", "Lägsta ålder, i år.", lambda i, _: i.age_from),
    Column("ålder_till", "Högsta ålder, i år.", lambda i, _: i.age_to),
    Column("metoder", "Bestämda arbetssätt.", lambda i, _: _terms(i.methods)),
    Column("sammanfattning", "Insatsen i korthet.", lambda i, _: i.summary),
    Column("hänvisning_vem", "Vem som kan hänvisa.", lambda i, _: i.referral.who if i.referral else None),
    Column("hänvisning_krav", "Vad som krävs.", lambda i, _: i.referral.conditions if i.referral else None),
    Column("hänvisning_hur", "Hur man gör.", lambda i, _: i.referral.how if i.referral else None),
    Column(
        "hänvisning_kontakt", "En funktionsadress.", lambda i, _: i.referral.contact if i.referral else None
    ),
    Column("senast_ändrad", "När uppgifterna senast ändrades.", _changed),
)

_Inner: TypeAlias = "Callable[[PublicInsats], Iterator[Row]]"


def insats_table(insatser: Iterable[PublicInsats], catalogue: Catalogue) -> Table:
    """One row for each insats."""
    return Table(
        "Insatser",
        tuple(column.key for column in INSATSER),
        tuple(column.text for column in INSATSER),
        tuple(tuple(column.value(one, catalogue) for column in INSATSER) for one in insatser),
    )


def _inner(name: str, more: dict[str, str], rows: _Inner, catalogue: Catalogue) -> Table:
    return Table(
        name,
        (*(column.key for column in _KEYS), *more),
        (*(column.text for column in _KEYS), *more.values()),
        tuple(
            (*(column.value(one, catalogue) for column in _KEYS), *row)
            for one in catalogue.insatser
            for row in rows(one)
        ),
    )


def _decisions(insats: PublicInsats) -> Iterator[Row]:
    for one in insats.decisions:
        start, end = (one.period.start, one.period.end) if one.period else (None, None)
        yield (
            one.outcome,
            date_text(one.date),
            one.body,
            one.paragraph,
            one.amount,
            date_text(start),
            date_text(end),
        )


def _years(insats: PublicInsats) -> Iterator[Row]:
    yield from insats.granted_per_year


def _goals(insats: PublicInsats) -> Iterator[Row]:
    for one in insats.goals:
        yield one.kind, one.text, one.target, one.outcome


def all_tables(catalogue: Catalogue) -> tuple[Table, ...]:
    """The insatser, their decisions, the granted years and the goals."""
    decided = {
        "utfall": "Vad styrelsen beslutade.",
        "datum": "Beslutets dag.",
        "instans": "Vem som beslutade.",
        "paragraf": "Paragraf i protokollet.",
        "belopp_kr": "Beviljat belopp, i hela kronor.",
        "avser_start": "Från när beslutet gäller.",
        "avser_slut": "Till när beslutet gäller.",
    }
    years = {"år": "Kalenderår.", "beviljat_kr": "Beviljat för året. Tomt när beloppet inte är känt."}
    goals = {
        "typ": "Vad ansökan kallar målet.",
        "text": "Målet i ord.",
        "måltal": "Målets siffra.",
        "utfall": "Vad det blev. Tomt när resultatet inte är redovisat.",
    }
    return (
        insats_table(catalogue.insatser, catalogue),
        _inner("Beslut", decided, _decisions, catalogue),
        _inner("Beviljat per år", years, _years, catalogue),
        _inner("Mål", goals, _goals, catalogue),
    )
