"""How a change of a field is told: typed values in words, running text only by its length."""

from __future__ import annotations

from collections.abc import Sequence

from generator.answers.labels import label
from generator.gate.account import vocabularies
from generator.gate.interface import Case
from generator.words.dates import PartialDate, swedish_date
from generator.words.kommuner import kommuner
from generator.words.money import swedish_kronor
from generator.words.swedish import listed

_KRONOR = frozenset({"beslut.belopp", "budget.sökt", "budget.egenfinansiering", "budget.kostnader.belopp"})
# The schema lists their words, so that nobody can write anything else there.
_WORDS = frozenset({"beslut.utfall", "beslut.instans", "mål.typ", "deltagare.avser", "relationer.typ"})
_MOST_QUOTED = 6


def quoted(case: Case, field: str, value: object) -> str | None:
    """A typed value as a reader sees it; None for whatever somebody wrote freely."""
    match value:
        case bool():
            return "ja" if value else "nej"
        case int():
            return swedish_kronor(value) if field in _KRONOR else str(value)
        case (int(year), int(amount)):
            return f"{year}: {swedish_kronor(amount)}"
        case PartialDate():
            return swedish_date(value)
        case str():
            return _word(case, field, value)
    return None


def _word(case: Case, field: str, value: str) -> str | None:
    if field in _WORDS:
        return value
    if field == "kommuner":
        return kommuner().get(value)
    vocabulary = vocabularies(case).get(field)
    term = vocabulary.get(value) if vocabulary is not None else None
    return term.label if term is not None else None


def told(
    field: str,
    gone: Sequence[object],
    fresh: Sequence[object],
    earlier: Sequence[str | None],
    words: Sequence[str | None],
) -> str:
    """`Bakgrund och behov: ändrad, 120 → 140 ord`.

    `gone` and `fresh` are the values; `earlier` and `words` the same in words, None where nothing is quoted.
    """
    name = label(field).removeprefix("Avsnitt: ")
    if field == "sammanfattning" or field.startswith("beskrivning."):
        return f"{name}: {_length(gone, fresh)}"
    before, after = _all(earlier), _all(words)
    if not fresh and gone:
        return f"{name}: försvinner{_number(gone)}"
    if not gone and fresh:
        return f"{name}: {after or 'tillkommer'}{'' if after else _number(fresh)}"
    if after:
        return f"{name}: {before} → {after}" if before else f"{name}: ändras till {after}"
    if len(gone) != len(fresh):
        return f"{name}: ändras, {len(gone)} → {len(fresh)}"
    return f"{name}: ändras{_number(fresh)}"


def _length(gone: Sequence[object], fresh: Sequence[object]) -> str:
    if not fresh:
        return "försvinner"
    was, now = (sum(len(str(text).split()) for text in texts) for texts in (gone, fresh))
    if not gone:
        return f"ny, {now} ord"
    return f"ändrad, {was} → {now} ord" if was != now else f"ändrad, {now} ord"


def _number(values: Sequence[object]) -> str:
    return f" ({len(values)})" if len(values) > 1 else ""


def _all(words: Sequence[str | None]) -> str:
    """All of them in a list; "" when one cannot be quoted or they are too many to read."""
    known = [word for word in words if word is not None]
    return listed(known) if len(known) == len(words) <= _MOST_QUOTED else ""
