"""A record with every field filled: each public one is told, and no text of it is ever repeated."""

from __future__ import annotations

import copy
import json
from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

import pytest
import yaml

from generator.answers.difference.data import as_data
from generator.answers.difference.differences import Difference, differences
from generator.answers.difference.markdown import as_markdown
from generator.answers.difference.text import as_text
from generator.checks.interface import Subject
from generator.gate.account import account
from generator.records.paths import field_of
from tests import private_values as v
from tests.answers.difference.test_later import Version, followed
from tests.gate.test_copying import FULL, LEAVES, NEVER, SETTINGS, SPINE, leaf_values

BEFORE: dict[str, Any] = {**copy.deepcopy(FULL), "förbund": "exempelbygden", "villkor": "exempelbygden-2024"}
SECRET = sorted(LEAVES - SPINE - NEVER - {"personer.roll"})
PERSON = BEFORE["personer"][0]
# Words that are chosen from a list, and the title; they may be quoted while they are public.
QUOTABLE = {"id", "namn", "insatsägare.part", "samverkansparter.part", "uppföljningssystem", "personer.roll"}
TEXTS = [text for path, text in leaf_values(FULL) if "anarie" in text.casefold() and path not in QUOTABLE]
TEXTS += ["KANARIE 2025/17", "§ 34711", "81,04", "031-390 06 15", "390 06 15", "Personsson"]
NUMBERS = ["7654321", "7 654 321", "7000001", "7 000 001", "7600003", "8101", "8102", "8103", "2033", "8105"]


def judged(values: Mapping[str, Any], day: date = v.DAY) -> Subject:
    written = json.loads(json.dumps(values))
    return v.subject(yaml.safe_dump(written, allow_unicode=True, sort_keys=False), day=day, settings=SETTINGS)


def secret(*fields: str) -> dict[str, Any]:
    return {**BEFORE, "sekretess": [{"omfattar": list(fields), "grund": "Kanariegrund, OSL 26 kap. 1 §"}]}


def without_person(**changes: Any) -> dict[str, Any]:
    return {**BEFORE, "personer": [{**PERSON, **changes}] if changes else []}


def public_fields(subject: Subject) -> set[str]:
    return {field_of(one.path) for one in account(subject.case, subject.outcome) if one.verdict.public}


def renderings(old: Mapping[str, Any] | None, new: Mapping[str, Any] | None) -> Iterator[str]:
    before, after = ({"kanarie-id": judged(one)} if one is not None else {} for one in (old, new))
    rows = differences(before, after)
    assert rows
    yield from formats(Difference("HEAD", v.DAY, ("portal",), rows, ()))


def later_renderings(old: Mapping[str, Any] | None, new: Mapping[str, Any] | None) -> Iterator[str]:
    """The two as they open a year later: nothing of either is public on the comparison's own day."""
    rows = tuple(followed(*(opening_later(one) for one in (old, new))))
    assert rows
    yield from formats(Difference("HEAD", v.DAY, ("portal",), (), (), rows))


def opening_later(values: Mapping[str, Any] | None) -> Version:
    if values is None:
        return lambda _: None
    later = {**values, "publicering": {**values["publicering"], "från": "2027-06-15"}}
    return lambda day: judged(later, day)


def formats(found: Difference) -> Iterator[str]:
    for text in (
        as_text(found),
        as_markdown(found),
        json.dumps(as_data(found), ensure_ascii=False),
        repr(found),
    ):
        yield text.replace("\u00a0", " ")


def rewritten(value: Any) -> Any:
    """Every text with one more word."""
    if isinstance(value, dict):
        return {key: rewritten(inner) for key, inner in value.items()}
    if isinstance(value, list):
        return [rewritten(inner) for inner in value]
    return f"{value} två" if isinstance(value, str) and "anarie" in value and " " not in value else value


CHANGED = {
    **BEFORE,
    **{
        key: rewritten(BEFORE[key])
        for key in ("andra_namn", "sammanfattning", "beskrivning", "mål", "sökord")
    },
    "personer": [{**PERSON, "namn": "Kanarie Personsson-Kanarie", "e-post": "ny@kanarie.example"}],
    "källa": rewritten(BEFORE["källa"]),
}
OTHERS: dict[str, dict[str, Any] | None] = {
    "rewritten": CHANGED,
    "all fields secret": secret(*SECRET),
    "the person secret": secret("personer"),
    "person gone": without_person(),
    "consent withdrawn": without_person(återkallat="2026-01-01"),
    "objection": without_person(invändning="2026-01-01"),
    "person secret": without_person(sekretess="Kanariegrund"),
    "paused": {**BEFORE, "publicering": {"läge": "pausad"}},
    "withdrawn": {**BEFORE, "publicering": {"läge": "återkallad", "från": "2025-06-21"}},
    "secret": {**BEFORE, "sekretess": [{"omfattar": "allt", "grund": "Kanariegrund"}]},
    "undecided": {**BEFORE, "beslut": []},
    "no record": None,
}


def test_everything_is_public_to_begin_with() -> None:
    assert public_fields(judged(BEFORE)) >= set(SECRET) - {"period.start", "period.slut"}


@pytest.mark.parametrize("other", OTHERS)
def test_no_text_and_no_persons_datum_is_repeated(other: str) -> None:
    for old, new in ((BEFORE, OTHERS[other]), (OTHERS[other], BEFORE)):
        for text in renderings(old, new):
            assert [value for value in (*TEXTS, "två", "ny@") if value in text] == []


@pytest.mark.parametrize(
    "other", ["all fields secret", "paused", "withdrawn", "secret", "undecided", "no record"]
)
def test_nothing_that_is_withheld_now_is_quoted_from_before(other: str) -> None:
    title = [] if other == "all fields secret" else ["anarienamn"]
    for text in renderings(BEFORE, OTHERS[other]):
        assert [value for value in (*NUMBERS, *title) if value in text] == []


@pytest.mark.parametrize("other", OTHERS)
def test_no_text_no_datum_and_no_title_is_repeated_of_a_later_day(other: str) -> None:
    for old, new in ((BEFORE, OTHERS[other]), (OTHERS[other], BEFORE)):
        for text in later_renderings(old, new):
            assert [value for value in (*TEXTS, "två", "ny@", "anarienamn") if value in text] == []


@pytest.mark.parametrize(
    "other", [other for other in OTHERS if other not in ("rewritten", "the person secret")]
)
def test_nothing_that_is_never_public_in_the_new_version_is_quoted_of_a_later_day(other: str) -> None:
    for text in later_renderings(BEFORE, OTHERS[other]):
        assert [value for value in NUMBERS if value in text] == []


@pytest.mark.parametrize("field", SECRET)
def test_each_public_field_is_told_when_it_comes_and_when_it_goes(field: str) -> None:
    shown, hidden = judged(BEFORE), judged(secret(field))
    parted = public_fields(shown) - public_fields(hidden) - {"personer.roll"}
    assert parted or field in {"period.start", "period.slut"}
    come = differences({"kanarie-id": hidden}, {"kanarie-id": shown})
    gone = differences({"kanarie-id": shown}, {"kanarie-id": hidden})
    assert {row.field for row in come if row.kind == "blir offentligt"} == parted
    assert {row.field for row in gone if row.kind == "försvinner"} == parted
    assert "saknas" not in {row.rule for row in gone}
