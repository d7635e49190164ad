"""The account of a record: for every value that is written in it, whether it is public and why.

The rules judge fields; here their answers are carried to each value, also to those that no rule was asked
about because nothing ever copies them. Made only when somebody asks: `explain`, `diff`, the audit.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date

from generator.gate import decided
from generator.gate.interface import Case, Reason, Verdict
from generator.gate.ledger import OPEN
from generator.gate.outcome import Opened, Outcome
from generator.records.parts import Decision
from generator.records.paths import Path, field_of, spelled, written
from generator.records.persons import FIELDS
from generator.words.vocabularies import Vocabulary

_ALWAYS = frozenset({"id", "namn", "förbund", "villkor", "exempel"})
_INTERNAL = Reason("neka", "Uppgiften är till för redaktionen och visas aldrig.")
_PLANNED = Reason("som-beslutat", "Sidan visar tiden som styrelsen har beslutat, inte den planerade.")
_NOBODY = Reason("neka", "Rollen visas bara tillsammans med en uppgift om personen.")
_UNKNOWN_WORD = Reason("neka", "Ordet finns inte i ordlistan. Därför visas det inte.")
_TARGET = Reason("beslut", "Den andra insatsen, eller dess kopplingar, är inte offentlig här.")
_UNASKED = Verdict("", public=True, reason=OPEN)
_PARTLY = Reason(
    "som-beslutat", "Styrelsen beslutar för ett kalenderår i taget. Det här gäller mer än beslutets år."
)


@dataclass(frozen=True)
class Accounted:
    """One written value and its verdict. The value may be withheld: it is for comparing, not for showing."""

    path: Path
    value: object = field(repr=False)
    verdict: Verdict


def account(case: Case, outcome: Outcome) -> tuple[Accounted, ...]:
    """One verdict for each value of the record, in the schema's order. Total."""
    return tuple(Accounted(path, value, verdict) for path, value, verdict in _all(case, outcome))


def _all(case: Case, outcome: Outcome) -> Iterator[tuple[Path, object, Verdict]]:
    if not isinstance(outcome, Opened):
        for path, value in written(case.record):
            yield path, value, Verdict(spelled(path), public=False, reason=outcome.reasons[0])
        return
    asked = {verdict.path: verdict for verdict in outcome.verdicts}
    decisions = [_decision(case, decision) for decision in case.record.decisions]
    targets = {relation.target for relation in outcome.insats.relations}
    for path, value in written(case.record):
        field_open = asked.get(field_of(path), _UNASKED).public
        refused = _of_an_item(case, path, value, decisions, targets) if field_open else None
        yield path, value, _withheld(path, refused) if refused is not None else _of_a_field(path, asked)


def _withheld(path: Path, reason: Reason) -> Verdict:
    return Verdict(spelled(path), public=False, reason=reason)


def _of_an_item(
    case: Case, path: Path, value: object, decisions: list[Reason | None], targets: set[str]
) -> Reason | None:
    """Why one item of a list is withheld though its field is public."""
    match path:
        case ("beslut", int(index), *inside):
            return decisions[index] or _beyond_the_year(case, case.record.decisions[index], tuple(inside))
        case ("relationer", int(index), _):
            return None if case.record.relations[index].target in targets else _TARGET
    words = vocabularies(case).get(field_of(path))
    return _UNKNOWN_WORD if words is not None and str(value) not in words else None


def _of_a_field(path: Path, asked: Mapping[str, Verdict]) -> Verdict:
    name = field_of(path)
    if path[0] == "personer":
        return _of_a_person(path, asked)
    if name in asked:
        verdict = asked[name]
        return Verdict(spelled(path), verdict.public, verdict.reason)
    if name in _ALWAYS or name in ("beslut.utfall", "beslut.instans"):
        return Verdict(spelled(path), public=True, reason=OPEN)
    if path[0] == "period":
        return _withheld(path, _PLANNED)
    # Not asked about: what it belongs to was withheld.
    beside = (one for one in asked.values() if one.path.startswith(f"{path[0]}.") and not one.public)
    sibling = next(beside, None)
    if sibling is not None and path[0] != "källa":
        return _withheld(path, sibling.reason)
    return _withheld(path, _INTERNAL)


def _of_a_person(path: Path, asked: Mapping[str, Verdict]) -> Verdict:
    found = asked.get(spelled(path))
    if found is not None:
        return found
    if path[2] != "roll":
        return _withheld(path, _INTERNAL)
    data = [asked[one] for field in FIELDS if (one := spelled((*path[:2], field))) in asked]
    shown = [datum for datum in data if datum.public]
    if not shown:
        return _withheld(path, _NOBODY)
    # The role stands as long as some datum does, and on its ground; None lasts without end.
    longest = max(shown, key=lambda datum: datum.until or date.max)
    return replace(longest, path=spelled(path))


def _decision(case: Case, decision: Decision) -> Reason | None:
    """Why the decision as a whole is not shown."""
    if any(one is decision for one in decided.grants(case)):
        return None
    if decision.body != "styrelsen":
        return Reason("beslut", "Bara styrelsens beslut visas.")
    if not any(one is decision for one in decided.in_force(case)):
        return Reason("beslut", "Beslutet gäller inte än det här datumet.")
    if decision.outcome in decided.GRANTS:
        return Reason("beslut", "Beslutet har återkallats.")
    return Reason("beslut", "Bara beslut som beviljar insatsen visas.")


def _beyond_the_year(case: Case, decision: Decision, inside: Path) -> Reason | None:
    """Under yearly terms: the part of a grant that reaches beyond its first calendar year."""
    span = decided.concerns(case, decision)
    if inside == ("belopp",):
        return None if decided.amount(case, decision) is not None else _PARTLY
    if inside == ("avser", "slut"):
        kept = span is not None and decision.concerns is not None and span.end == decision.concerns.end
        return None if kept else _PARTLY
    return None


def vocabularies(case: Case) -> dict[str, Vocabulary]:
    """The fields whose words are explained in a vocabulary."""
    settings = case.settings
    return {
        "inriktning": settings.kinds,
        "insatsägare.part": settings.parties,
        "samverkansparter.part": settings.parties,
        "målgrupper": settings.target_groups,
        "metoder": settings.methods,
        "uppföljningssystem": settings.follow_up_systems,
    }
