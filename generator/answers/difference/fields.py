"""What differs in the fields of an insats that is public before and after. Persons are not looked at here."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import TypeVar

from generator.answers.difference.rows import CHANGED, GONE, PUBLIC, Change, Kind, Side, change, missing
from generator.answers.difference.words import quoted, told
from generator.answers.labels import label
from generator.gate.account import Accounted
from generator.gate.interface import Verdict
from generator.gate.ledger import OPEN
from generator.records.paths import Path, field_of

_UNORDERED = frozenset({"beslut", "budget.per_år"})  # the pages put them in order themselves
_REMOVED = "Uppgiften står inte längre i posten."
_NO_SUM = "Summan går inte längre att räkna ut."
_OPEN = Verdict("", public=True, reason=OPEN)
_Item = dict[str, object]
T = TypeVar("T")


def changed_fields(old: Side, new: Side, *, sound: bool) -> Iterator[Change]:
    """One row for each field whose public values differ; the new title is quoted only of a sound record."""
    before, after = _lists(old), _lists(new)
    for group in dict.fromkeys((*after, *before)):
        was, now = before.get(group, []), after.get(group, [])
        if was == now:
            continue
        left, came = _without(was, now), _without(now, was)
        if left or came:
            for field in dict.fromkeys(name for item in (*came, *left) for name in item):
                yield from _field(old, new, field, left, came, sound=sound)
        elif group not in _UNORDERED:
            text = f"{label(group)}: i annan ordning"
            yield change(CHANGED, new.name, new, tuple(group.split(".")), text, _OPEN)
    yield from _total(old, new)


def _lists(side: Side) -> dict[str, list[_Item]]:
    """The public values by list and item; a field that is no list is a list of one."""
    found: dict[str, dict[object, _Item]] = {}
    for one in side.values:
        if one.path[0] != "personer" and one.verdict.public:
            place = next((at for at, part in enumerate(one.path) if isinstance(part, int)), None)
            group = field_of(one.path if place is None else one.path[:place])
            key = None if place is None else one.path[place]
            item = found.setdefault(group, {}).setdefault(key, {})
            item[field_of(one.path)] = _value(one)
    return {group: list(items.values()) for group, items in found.items()}


def _value(one: Accounted) -> object:
    """An amount for a year keeps its year."""
    return (one.path[-1], one.value) if field_of(one.path) == "budget.per_år" else one.value


def _field(
    old: Side, new: Side, field: str, left: Sequence[_Item], came: Sequence[_Item], *, sound: bool
) -> Iterator[Change]:
    was, now = [item.get(field) for item in left], [item.get(field) for item in came]
    gone, fresh = (
        [value for value in _without(*pair) if value is not None] for pair in ((was, now), (now, was))
    )
    if not gone and not fresh and (len(was) != len(now) or was == now):
        return
    kind = _kind(gone, fresh)
    path, verdict = _place(new, field, gone if kind == GONE else fresh, public=kind != GONE)
    words = [quoted(new.subject.case, field, value) for value in fresh]
    if field == "namn" and sound:
        words = [f"”{new.subject.case.record.name}”"]
    text = told(field, gone, fresh, _earlier(old, new, field, gone), words)
    yield change(kind, new.name, new, path, text, verdict)


def _place(
    new: Side, field: str, values: Sequence[object], *, public: bool, removed: str = _REMOVED
) -> tuple[Path, Verdict]:
    """Where the new version writes these values, or else the field, and what the gate says of it there."""
    own = [one for one in new.values if field_of(one.path) == field]
    same = [one for one in own if one.verdict.public is public]
    exact = [one for one in same if _value(one) in values]
    if not exact and (public or len(same) == len(own)):
        exact = same
    if exact:
        return exact[0].path, exact[0].verdict
    return tuple(field.split(".")), missing(removed)


def _kind(gone: Sequence[object], fresh: Sequence[object]) -> Kind:
    if fresh and not gone:
        return PUBLIC
    return GONE if gone and not fresh else CHANGED


def _total(old: Side, new: Side) -> Iterator[Change]:
    """The sum of several decisions, which nobody writes."""
    if old.insats is None or new.insats is None:
        return
    was, now = old.insats.granted_total, new.insats.granted_total
    several = max(len(old.insats.decisions), len(new.insats.decisions)) > 1
    if was != now and several:
        yield from total(old, new)


def total(old: Side | None, new: Side) -> Iterator[Change]:
    """The granted total of `new`, next to that of `old` where both are public."""
    was = old.insats.granted_total if old is not None and old.insats is not None else None
    now = new.insats.granted_total if new.insats is not None else None
    gone, fresh = [v for v in (was,) if v is not None], [v for v in (now,) if v is not None]
    if not gone and not fresh:
        return
    kind = _kind(gone, fresh)
    words = [quoted(new.subject.case, "beslut.belopp", value) for value in fresh]
    earlier = _earlier(old, new, "beslut.belopp", gone) if old is not None else []
    path, verdict = _place(new, "beslut.belopp", (), public=kind != GONE, removed=_NO_SUM)
    yield change(kind, new.name, new, path, told("beviljat sammanlagt", gone, fresh, earlier, words), verdict)


def _earlier(old: Side, new: Side, field: str, gone: Sequence[object]) -> list[str | None]:
    """What was public before, in words; None for what is withheld now, under whatever field it stands."""
    if not old.quoted:
        return [None for _ in gone]
    hidden = frozenset(one.value for one in new.values if not one.verdict.public)
    return [None if _is_among(hidden, value) else quoted(old.subject.case, field, value) for value in gone]


def _is_among(hidden: frozenset[object], value: object) -> bool:
    return value in hidden or (isinstance(value, tuple) and value[1] in hidden)


def _without(some: Sequence[T], others: Sequence[T]) -> list[T]:
    """`some` less one for each equal one of `others`."""
    spare = Counter(map(_key, others))
    kept = []
    for one in some:
        key = _key(one)
        if spare[key]:
            spare[key] -= 1
        else:
            kept.append(one)
    return kept


def _key(value: object) -> object:
    return frozenset(value.items()) if isinstance(value, dict) else value
