"""What becomes public, changes or disappears when one version of the register takes another's place.

Only what the gate lets out on both sides is compared. Nothing that is withheld in the new version is told,
not even when it was public in the old one.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import date

from generator.answers.difference.fields import changed_fields, total
from generator.answers.difference.persons import appearing_persons, changed_persons, leaving_persons
from generator.answers.difference.rows import (
    CHANGED,
    GONE,
    KINDS,
    PUBLIC,
    Change,
    Difference,
    Side,
    change,
    missing,
)
from generator.checks.interface import Subject
from generator.gate.interface import Reason, Verdict
from generator.gate.ledger import OPEN
from generator.gate.outcome import Withheld
from generator.public.insats import address_of
from generator.records.paths import field_of
from generator.words.dates import swedish_date

__all__ = ["OTHERWISE", "Change", "Difference", "differences", "gathered", "of_record"]
_NO_RECORD = "Posten finns inte längre."
OTHERWISE = "Sidan om insatsen ändras, för att inställningarna eller en annan post har ändrats"
_NO_CONTENT = frozenset({"id", "namn", "förbund", "villkor", "exempel"})


def differences(
    old: Mapping[str, Subject], new: Mapping[str, Subject], unsound: frozenset[str] = frozenset()
) -> tuple[Change, ...]:
    """The rows of one channel. Keys are record ids; no title of a record in `unsound` is quoted."""
    rows: list[Change] = []
    for key in {*old, *new}:
        was = Side(old[key]) if key in old else None
        now = Side(new[key]) if key in new else None
        rows += of_record(was, now, sound=key not in unsound)
    return tuple(sorted(rows, key=_order))


def gathered(per_channel: Mapping[str, Iterable[Change]]) -> tuple[Change, ...]:
    """The same change on several channels as one row, the channels in their order."""
    found: dict[Change, list[str]] = {}
    for channel, rows in per_channel.items():
        for row in rows:
            found.setdefault(replace(row, channels=()), []).append(channel)
    joined = (replace(row, channels=tuple(dict.fromkeys(names))) for row, names in found.items())
    return tuple(sorted(joined, key=_order))


def _order(row: Change) -> tuple[int, date, str, str, int, tuple[object, ...]]:
    person = -1 if row.person is None else row.person
    rest = (row.file, row.line, row.text, row.rule, row.ground or "", str(row.until), *row.channels)
    return KINDS.index(row.kind), row.day or date.min, row.insats, row.field, person, rest


def of_record(old: Side | None, new: Side | None, *, sound: bool) -> Iterable[Change]:
    """The rows of one record on one channel, in no order; its title is quoted only when it is `sound`."""
    if _alike(old, new):
        return ()
    was = old is not None and old.insats is not None
    now = new is not None and new.insats is not None
    if new is not None and now:
        if old is not None and was:
            return [*_within(old, new, sound=sound)] or _otherwise(old, new)
        return _appearing(new, sound=sound)
    if old is not None and was:
        return _leaving(old, new)
    return _graves(old, new)


def _alike(old: Side | None, new: Side | None) -> bool:
    """Whether nothing at all differs, as in most records of a comparison."""
    if old is None or new is None:
        return False
    return (old.subject.case, old.subject.outcome) == (new.subject.case, new.subject.outcome)


def _within(old: Side, new: Side, *, sound: bool) -> Iterator[Change]:
    opened = Verdict("", public=True, reason=OPEN, until=_last_day(new))
    if old.name != new.name:
        text = f"Insatsen byter adress till insatser/{new.name}/. {_old_address(old, new)}"
        yield change(CHANGED, new.name, new, (), text, opened)
    if _last_day(old) != _last_day(new):
        path = ("publicering", "till")
        yield change(CHANGED, new.name, new, path, f"Insatsen visas{_until(new) or ' utan slutdag'}", opened)
    if _attribution(old) != _attribution(new):
        text = "Texten som alltid följer med insatsen ändras"
        yield change(CHANGED, new.name, new, ("erkännande",), text, opened)
    yield from changed_fields(old, new, sound=sound)
    yield from changed_persons(old, new)


def _old_address(old: Side, new: Side) -> str:
    if new.insats is not None and address_of(old.name) in new.insats.former_addresses:
        return "Den gamla adressen leder dit."
    return f"Den gamla adressen slutar gälla. Skriv tidigare_adresser: [{old.name}], så leder den dit."


def _otherwise(old: Side, new: Side) -> Iterator[Change]:
    """What no written value tells: the label of a word, the terms' way of counting, the order of persons."""
    if old.insats != new.insats:
        yield change(CHANGED, new.name, new, (), OTHERWISE, Verdict("", public=True, reason=OPEN))


def _appearing(new: Side, *, sound: bool) -> Iterator[Change]:
    title = f" ”{new.subject.case.record.name}”" if sound else ""
    open_fields = {field_of(one.path) for one in new.values if one.verdict.public}
    number = len({field for field in open_fields - _NO_CONTENT if not field.startswith("personer.")})
    told = "1 avsnitt eller uppgift" if number == 1 else f"{number} avsnitt och uppgifter"
    text = f"Insatsen{title} blir offentlig{_until(new)} med {told}"
    verdict = Verdict("", public=True, reason=OPEN, until=_last_day(new))
    yield change(PUBLIC, new.name, new, (), text, verdict)
    yield from total(None, new)
    yield from appearing_persons(new)


def _leaving(old: Side, new: Side | None) -> Iterator[Change]:
    at = new or old
    verdict, text = missing(_NO_RECORD), "Insatsen försvinner"
    if new is not None and isinstance(new.subject.outcome, Withheld):
        outcome = new.subject.outcome
        reasons = " ".join(dict.fromkeys(reason.text for reason in outcome.reasons))
        first = outcome.reasons[0]
        verdict = Verdict("", public=False, reason=Reason(first.rule, reasons, first.entry))
        if outcome.tombstones:
            text = "Insatsen försvinner. En namnlös sida säger att den är borttagen"
    yield change(GONE, at.name, at, (), text, verdict)
    yield from leaving_persons(old, new, verdict)


def _graves(old: Side | None, new: Side | None) -> Iterator[Change]:
    """The nameless page of an insats that is public neither before nor after."""
    was, now = _grave(old), _grave(new)
    at = new or old
    if at is None or was == now:
        return
    verdict = missing(_NO_RECORD)
    if new is not None and isinstance(new.subject.outcome, Withheld):
        verdict = Verdict("", public=False, reason=new.subject.outcome.reasons[0])
    if not now:
        yield change(GONE, at.name, at, (), "Den namnlösa sidan om en borttagen insats försvinner", verdict)
    else:
        text = "En namnlös sida säger att insatsen är borttagen"
        yield change(CHANGED if was else PUBLIC, at.name, at, (), text, verdict)


def _grave(side: Side | None) -> frozenset[str]:
    if side is None or not isinstance(side.subject.outcome, Withheld):
        return frozenset()
    return frozenset(grave.address for grave in side.subject.outcome.tombstones)


def _last_day(side: Side) -> date | None:
    publication = side.subject.case.record.publication
    return publication.end.last_day if publication is not None and publication.end is not None else None


def _until(side: Side) -> str:
    last = _last_day(side)
    return f" till och med {swedish_date(last)}" if last is not None else ""


def _attribution(side: Side) -> str | None:
    return side.insats.attribution if side.insats is not None else None
