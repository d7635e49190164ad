"""The proof of a build: written after the swap, the same for the same inputs, and never in the site."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from generator import __version__
from generator.gate.account import account
from generator.gate.outcome import Withheld
from generator.publish.judging import judge
from generator.publish.proof import digest
from generator.publish.reading import read_inputs
from generator.words.channels import parse_channel
from tests.sites import DAY, Place, files

OWN = "forbundswebb:exempelbygden"


def proof(place: Place, name: str = "proof.json") -> dict[str, Any]:
    found: dict[str, Any] = json.loads((place.folder / "build" / name).read_text("utf-8"))
    return found


def test_what_it_says(place: Place) -> None:
    built = place.build()
    said = proof(place)
    assert said == proof(place, "proof/portal.json")
    assert (said["version"], said["kanal"], said["datum"]) == (1, "portal", DAY)
    assert (said["generator"], said["träffar"]) == (__version__, 0)
    assert said["indata_sha256"] == digest((place.content, place.config))
    assert said["webbplats_sha256"] == digest((built.out,))
    site = files(built.out)
    assert (said["filer"], said["byte"]) == (len(site), sum(map(len, site.values())))
    assert said["sökta_uppgifter"] >= 8
    assert said["för_korta_eller_vanliga"] > 0
    assert not [name for name in site if "proof" in name]


@pytest.mark.parametrize("withdrawn", [False, True])
def test_every_withheld_value_is_counted(place: Place, withdrawn: bool) -> None:
    """Counted anew from the account: each is sought, or said to be too short or too common."""
    if withdrawn:  # a record that is withheld as a whole adds its id and its address
        place.edit("läge: publicera", "läge: pausad")
    place.build()
    inputs = read_inputs(place.content, place.config)
    assert inputs.configuration is not None
    judged = judge(inputs.records, inputs.configuration, parse_channel("portal"), date.fromisoformat(DAY))
    withheld = sum(
        not one.verdict.public and one.path != ("id",)
        for subject in judged
        for one in account(subject.case, subject.outcome)
    )
    whole = sum(2 for subject in judged if isinstance(subject.outcome, Withheld))
    said = proof(place)
    assert said["sökta_uppgifter"] + said["för_korta_eller_vanliga"] == withheld + whole
    assert bool(whole) is withdrawn


def test_it_is_the_same_for_the_same_inputs(place: Place) -> None:
    place.build()
    first = (place.folder / "build/proof.json").read_bytes()
    place.build()
    assert (place.folder / "build/proof.json").read_bytes() == first
    place.edit("En kort text", "En annan text")
    place.build()
    assert (place.folder / "build/proof.json").read_bytes() != first


def test_a_failed_build_leaves_the_old_one(place: Place) -> None:
    place.build()
    before = files(place.folder / "build")["proof.json"]
    with (place.content / "sidor/om.md").open("a") as page:
        page.write("\nTova Lindeby\n")
    assert place.build().result.published is None
    assert files(place.folder / "build")["proof.json"] == before
    assert [name for name in files(place.folder / "build") if ".new" in name] == []


def test_a_build_tells_of_sites_made_from_other_inputs(place: Place) -> None:
    assert place.build().result.outdated == ()
    assert place.build(OWN).result.outdated == ()
    place.edit("En kort text", "En annan text")
    assert place.build().result.outdated == ("forbundswebb-exempelbygden",)
    assert place.build(OWN).result.outdated == ()
    (place.folder / "build/proof/portal.json").write_text("[]", "utf-8")
    assert place.build(OWN).result.outdated == ("portal",)
    (place.folder / "build/proof/portal.json").unlink()
    assert place.build(OWN).result.outdated == ("portal",)


@pytest.mark.parametrize(
    "change",
    [
        lambda folder: (folder / "a").write_bytes(b"y"),
        lambda folder: (folder / "a").rename(folder / "b"),
        lambda folder: (folder / "c").write_bytes(b""),
        lambda folder: (folder / "a").unlink(),
    ],
)
def test_a_digest_tells_any_change(tmp_path: Path, change: Any) -> None:
    (tmp_path / "a").write_bytes(b"x")
    before = digest((tmp_path,))
    assert digest((tmp_path,)) == before
    change(tmp_path)
    assert digest((tmp_path,)) != before
