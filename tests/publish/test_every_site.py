"""All sites in one run: the same bytes as one at a time, the inputs read once, and each stands for itself."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sized
from datetime import date
from pathlib import Path

import pytest

from generator.publish import build as building
from generator.publish import preparing, reading
from generator.publish.every_site import EverySite, build_every_site
from generator.publish.proof import made_of_others
from generator.publish.swap import OutRefusedError
from generator.words.channels import PORTAL
from tests.look import give_logo, give_look
from tests.sites import DAY, VAGEN, Place, digests, rules

OWN, NEIGHBOUR = "forbundswebb:exempelbygden", "forbundswebb:granne"


def all_of(place: Place, day: str = DAY) -> EverySite:
    return build_every_site(
        place.content,
        place.config,
        date.fromisoformat(day),
        place.folder / "build/site",
        place.folder / "build",
    )


@pytest.fixture
def two(place: Place) -> Place:
    """A register of two förbund; the neighbour has no insats."""
    text = (place.config / "forbund/exempelbygden.yml").read_text("utf-8")
    (place.config / "forbund/granne.yml").write_text(text.replace("id: exempelbygden", "id: granne"), "utf-8")
    give_look(place, "exempelbygden", *give_logo(place), 'färg: "#8c143c"')
    return place


def test_every_site_is_there_with_its_proof(two: Place) -> None:
    every = all_of(two)
    assert (every.findings, every.outdated) == ((), ())
    published = [(site.channel.name, site.result.published) for site in every.sites]
    counts = [(name, len(made.insatser)) for name, made in published if made is not None]
    assert counts == [("portal", 2), (OWN, 2), (NEIGHBOUR, 0)]
    for site in every.sites:
        assert site.out == two.folder / "build/site" / site.channel.slug
        assert (site.out / "index.html").is_file()
        assert (two.folder / f"build/proof/{site.channel.slug}.json").is_file()
        assert (two.folder / f"build/pages/{site.channel.slug}/index.md").is_file()


@pytest.mark.parametrize("channel", ["portal", OWN, NEIGHBOUR])
def test_each_has_the_bytes_of_a_build_of_its_own(two: Place, channel: str) -> None:
    every = all_of(two)
    (site,) = (one for one in every.sites if one.channel.name == channel)
    alone = two.build(channel, out="alone")
    assert digests(site.out) == digests(alone.out)
    slug = site.channel.slug
    assert digests(two.folder / f"build/pages/{slug}") == digests(alone.pages)
    proofs = [two.folder / name / f"proof/{slug}.json" for name in ("build", "build-alone")]
    assert proofs[0].read_bytes() == proofs[1].read_bytes()


def test_the_inputs_are_read_once(two: Place, monkeypatch: pytest.MonkeyPatch) -> None:
    calls: Counter[str] = Counter()

    def counted(module: object, name: str) -> None:
        real = getattr(module, name)

        def call(*arguments: Sized) -> object:
            of_a_site = name == "digest" and len(arguments[0]) == 1
            calls["digest of a site" if of_a_site else name] += 1
            return real(*arguments)

        monkeypatch.setattr(module, name, call)

    once = ("read_inputs", "digest", "last_changes", "configuration_texts", "judge_data", "remembered")
    for name in once:
        counted(preparing, name)
    counted(building, "digest")  # of each site, for its proof
    for name in ("load_records", "load_config"):
        counted(reading, name)
    assert len(all_of(two).sites) == 3
    assert calls == {
        "read_inputs": 1, "digest": 1, "last_changes": 1, "configuration_texts": 1, "load_records": 1,
        "load_config": 1, "judge_data": 1, "remembered": 1, "digest of a site": 3,
    }  # fmt: skip


def test_an_error_on_one_channel_leaves_that_site_and_no_other(two: Place) -> None:
    """The terms open the name on the förbund's own web alone: on the portal it may not stand in a text."""
    before_portal = digests(all_of(two).sites[0].out)
    two.edit("    återkallat: 2026-03-01               # or invändning: a date\n", "")
    two.edit("kanaler: [portal]", "kanaler: [förbundswebb]")
    two.edit("Egen motivation.", "Egen motivation. Ring Tova Lindeby.")
    every = all_of(two)
    published = {site.channel.name: site.result.published is not None for site in every.sites}
    assert published == {"portal": False, OWN: True, NEIGHBOUR: True}
    assert set(rules(every.findings)) == {"namn-i-text", "oppna-data"}
    assert digests(two.folder / "build/site/portal") == before_portal
    page = two.folder / f"build/site/forbundswebb-exempelbygden/insatser/{VAGEN}/index.html"
    assert "Ring Tova Lindeby" in page.read_text("utf-8")
    assert every.outdated == ("portal",)


def test_an_error_in_a_record_is_told_once_and_leaves_every_site(two: Place) -> None:
    all_of(two)
    before = digests(two.folder / "build")
    two.edit("antal: 70", "antal: sjuttio")
    every = all_of(two)
    assert rules(every.findings) == ["varde-fel-form"]
    assert [site.result.published for site in every.sites] == [None] * 3
    assert digests(two.folder / "build") == before


def test_without_a_configuration_there_is_no_site(two: Place) -> None:
    (two.config / "site.yml").unlink()
    every = all_of(two)
    assert every.sites == ()
    assert rules(every.findings) == ["fil-saknas"]
    assert not (two.folder / "build").exists()


def test_where_one_site_has_no_place_none_is_written(two: Place) -> None:
    strange = two.folder / "build/site/forbundswebb-granne"
    strange.mkdir(parents=True)
    (strange / "brev.txt").write_text("x")
    with pytest.raises(OutRefusedError):
        all_of(two)
    assert [path.name for path in (two.folder / "build/site").iterdir()] == ["forbundswebb-granne"]


def test_the_site_of_a_forbund_that_is_gone_is_told(two: Place) -> None:
    all_of(two)
    (two.config / "forbund/granne.yml").unlink()
    every = all_of(two)
    assert every.outdated == ("forbundswebb-granne",)
    assert (two.folder / "build/site/forbundswebb-granne").is_dir()


def test_each_step_says_whose_it_is(two: Place) -> None:
    steps: list[str] = []

    class Listening:
        def step(self, name: str, units: int = 0) -> None:
            steps.append(f"{name} ({units})" if units else name)

        def tick(self) -> None:
            pass

    where = (two.content, two.config, date.fromisoformat(DAY), Path(two.folder / "ut"), two.folder / "build")
    build_every_site(*where, Listening())
    assert steps[0] == "Läser och kontrollerar"
    assert any(step.startswith(f"{OWN}: Bygger webbplatsen (") for step in steps)
    assert "portal: Byter webbplats" in steps
    assert made_of_others(two.folder / "build", "", PORTAL) != ()
