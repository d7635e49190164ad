"""Drafts are drawn in a preview alone, and there only what the gate would open of them."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from generator.publish.build import Request, Result, build
from generator.publish.drafts import Draft
from generator.words.channels import parse_channel
from tests.sites import DAY, VAGEN, Place, digests, mentions, readable

NAME = Draft(f"insatser/{VAGEN}/", "Vägen vidare", decided=True)


@pytest.fixture
def paused(place: Place) -> Place:
    place.edit("läge: publicera, från: 2025-06-20", "läge: pausad")
    return place


def request(place: Place, channel: str = "portal", **options: bool) -> Request:
    out = place.folder / ("build/preview/portal" if options.get("preview") else "site")
    day = date.fromisoformat(DAY)
    made = Request(place.content, place.config, parse_channel(channel), day, out, place.folder / "build")
    return replace(made, **options)  # type: ignore[arg-type] # mypy takes them for any field


def shown(result: Result) -> set[str]:
    assert result.published is not None, result.findings
    return {one.address for one in result.published.insatser}


def test_a_preview_tells_of_them_and_draws_them_only_when_asked(paused: Place) -> None:
    quiet = build(request(paused, preview=True))
    assert quiet.drafts == (NAME,)
    assert NAME.address not in shown(quiet)
    asked = build(request(paused, preview=True, drafts=True))
    assert asked.drafts == (NAME,)
    assert NAME.address in shown(asked)


def test_what_is_published_never_has_one(paused: Place) -> None:
    without = build(request(paused))
    first = digests(paused.folder / "site")
    asked = build(request(paused, drafts=True))
    assert asked.drafts == without.drafts == ()
    assert shown(asked) == shown(without) == {"insatser/exempelbygden/vagen-framat/"}
    assert digests(paused.folder / "site") == first


def test_the_gate_withholds_in_a_draft_what_it_would_in_public(paused: Place) -> None:
    build(request(paused, preview=True, drafts=True))
    texts = readable(paused.folder / "build/preview/portal")
    assert mentions(texts, "Vägen vidare")
    for withheld in ("hemlighamnen", "Tova Lindeby", "tova.lindeby@hudiksvall.example", "031-390 06 15"):
        assert mentions(texts, withheld) == []


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("utfall: beviljad", "utfall: avslag"),
        ("omfattar: [beskrivning.bakgrund]", "omfattar: allt"),
    ],
)
def test_a_no_or_secrecy_over_all_of_it_is_no_page(paused: Place, old: str, new: str) -> None:
    paused.edit(old, new)
    assert NAME.address not in shown(build(request(paused, preview=True, drafts=True)))


def test_a_forbund_s_own_web_tells_of_its_own_alone(paused: Place) -> None:
    own = build(request(paused, "forbundswebb:exempelbygden", preview=True))
    assert own.drafts == (NAME,)


def test_what_nobody_has_decided_is_told_from_what_only_waits(paused: Place) -> None:
    paused.edit("instans: styrelsen", "instans: beredningsgruppen")
    (draft,) = build(request(paused, preview=True, drafts=True)).drafts
    assert not draft.decided
