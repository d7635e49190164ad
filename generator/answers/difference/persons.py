"""What differs in the persons' data. A person is named by role and place, never by a datum."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date

from generator.answers.difference.rows import CHANGED, GONE, PUBLIC, Change, Side, change, missing
from generator.gate.account import Accounted
from generator.gate.interface import Verdict
from generator.gate.ledger import OPEN
from generator.gate.same_person import same
from generator.records.persons import FIELDS, Person
from generator.words.dates import swedish_date
from generator.words.swedish import listed

_REMOVED = "Uppgiften står inte längre i posten."
_LEFT = "Personen står inte längre i posten. Numret och raden är den gamla versionens."
_Entry = tuple[int, Person]
_NEW_VALUE = {
    "namn": "nytt namn",
    "titel": "ny titel",
    "organisation": "ny organisation",
    "e-post": "ny adress",
    "telefon": "nytt nummer",
}


def changed_persons(old: Side, new: Side) -> Iterator[Change]:
    """One row for each datum of an insats that is public before and after."""
    partners = _partners(old, new)
    for index in range(len(new.subject.case.record.persons)):
        if index in partners:
            yield from _kept(old, new, partners[index], index)
        else:
            yield from appearing_persons(new, [index])
    matched = set(partners.values())
    for index in range(len(old.subject.case.record.persons)):
        if index not in matched:
            for datum in _shown(old, index).values():
                text = f"{datum.path[2]} försvinner"
                yield change(GONE, new.name, old, datum.path, text, missing(_LEFT))
    kept = [
        partners[index] for index in sorted(partners) if _shown(old, partners[index]) and _shown(new, index)
    ]
    if kept != sorted(kept):
        text = "Personerna står i annan ordning"
        yield change(CHANGED, new.name, new, ("personer",), text, Verdict("", public=True, reason=OPEN))


def appearing_persons(new: Side, persons: list[int] | None = None) -> Iterator[Change]:
    """One row for each public datum of these persons, or of all."""
    for index in range(len(new.subject.case.record.persons)) if persons is None else persons:
        for datum in _shown(new, index).values():
            yield _opened(new, datum)


def leaving_persons(old: Side, new: Side | None, verdict: Verdict) -> Iterator[Change]:
    """One row for each person who leaves with the whole insats, for the reason in `verdict`.

    The person's place is that in the new version, where there is one.
    """
    places = {before: after for after, before in _partners(old, new).items()} if new is not None else {}
    for index in range(len(old.subject.case.record.persons)):
        shown = _shown(old, index)
        if shown:
            place, at = (places[index], new) if new is not None and index in places else (index, old)
            text = f"{listed(list(shown))} försvinner"
            why = verdict
            if at is old:  # the reason rests on a line of the new version
                why = replace(verdict, reason=replace(verdict.reason, entry=()))
            yield change(GONE, (new or old).name, at, ("personer", place), text, why)


def _shown(side: Side, index: int) -> dict[str, Accounted]:
    """The person's public data by field."""
    return {
        field: one
        for one in side.values
        if one.path[:2] == ("personer", index)
        and one.verdict.public
        and (field := str(one.path[2])) in FIELDS
    }


def _opened(new: Side, datum: Accounted) -> Change:
    field = str(datum.path[2])
    public = "offentligt" if field == "namn" else "offentlig"
    text = f"{field} blir {public}{_until(datum.verdict.until)}"
    return change(PUBLIC, new.name, new, datum.path, text, datum.verdict)


def _kept(old: Side, new: Side, before: int, after: int) -> Iterator[Change]:
    was, now = _shown(old, before), _shown(new, after)
    if was and now and _role(old, before) != _role(new, after):
        role = Verdict("", public=True, reason=next(iter(now.values())).verdict.reason)
        yield change(CHANGED, new.name, new, ("personer", after, "roll"), "rollen ändras", role)
    verdicts = {one.path: one.verdict for one in new.values}
    for field in FIELDS:
        path = ("personer", after, field)
        if field in was and field in now:
            yield from _told(new, was[field], now[field])
        elif field in now:
            yield _opened(new, now[field])
        elif field in was:
            verdict = verdicts.get(path, missing(_REMOVED))
            yield change(GONE, new.name, new, path, f"{field} försvinner", verdict)


def _told(new: Side, was: Accounted, now: Accounted) -> Iterator[Change]:
    """A datum that is public before and after: another value, another ground, another last day."""
    old, verdict, said = was.verdict, now.verdict, []
    if was.value != now.value:
        said.append(_NEW_VALUE[str(now.path[2])])
    if _ground(old) != _ground(verdict):
        said.append("annan grund")
    if old.until != verdict.until:
        said.append(f"visas{_shown_until(verdict)} i stället för{_shown_until(old)}")
    if said:
        text = f"{now.path[2]}: {', '.join(said)}"
        yield change(CHANGED, new.name, new, now.path, text, verdict)


def _ground(verdict: Verdict) -> tuple[str | None, ...]:
    # The consent's place in the list is no part of it.
    return verdict.reason.rule, verdict.reason.text, verdict.terms, verdict.clause


def _until(day: date | None) -> str:
    return f" till och med {swedish_date(day)}" if day is not None else ""


def _shown_until(verdict: Verdict) -> str:
    return _until(verdict.until) or " utan slutdag"


def _role(side: Side, index: int) -> str:
    return side.subject.case.record.persons[index].role


def _partners(old: Side, new: Side) -> dict[int, int]:
    """Place in the new version → place in the old one. By who it is; else by role and place."""
    was = list(enumerate(old.subject.case.record.persons))
    now = list(enumerate(new.subject.case.record.persons))
    found: dict[int, int] = {}
    for alike in _ALIKE:
        for after in [entry for entry in now if entry[0] not in found]:
            taken = set(found.values())
            before = next((one for one in was if one[0] not in taken and alike(one, after)), None)
            if before is not None:
                found[after[0]] = before[0]
    return found


# Somebody with two roles stands twice in a record: the nearest entry first.
_ALIKE: tuple[Callable[[_Entry, _Entry], bool], ...] = (
    lambda one, other: one[1] == other[1],
    lambda one, other: one[1].role == other[1].role and same(one[1], other[1]),
    lambda one, other: same(one[1], other[1]),
    lambda one, other: one[1].role == other[1].role and one[0] == other[0],
)
