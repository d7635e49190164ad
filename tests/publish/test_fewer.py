"""Far fewer insatser than last time stop a build; a withdrawal, time and a small register do not."""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from generator.publish import build as building
from generator.publish.build import Request, Result, build
from generator.publish.fewer import FEWEST, Count, Last, count, far_fewer, last_count
from generator.publish.judging import judge
from generator.publish.reading import read_inputs
from generator.words.channels import PORTAL, parse_channel
from tests.cli.test_commands import Run, run
from tests.sites import DAY, Place, exempelbygden, rules

__all__ = ["run"]  # the fixture

DAY_THEN = date(2026, 1, 1)
LAST = Last(Count(100, 20), DAY_THEN)


def told(last: Last | None, now: Count, then: Count | None = None, least: int = 80) -> str | None:
    finding = far_fewer(last, least, now, lambda _: now if then is None else then, "content/insatser")
    return None if finding is None else finding.message


@pytest.mark.parametrize(
    ("last", "now", "stops"),
    [
        (None, Count(0, 0), False),
        (LAST, Count(76, 20), False),
        (LAST, Count(75, 20), True),
        (LAST, Count(0, 120), False),
        (LAST, Count(40, 50), True),
        (Last(Count(FEWEST - 1, 0), DAY_THEN), Count(0, 0), False),
        (Last(Count(FEWEST, 0), DAY_THEN), Count(0, 0), True),
        (Last(Count(FEWEST, 0), None), Count(0, 0), True),
    ],
)
def test_when_it_stops(last: Last | None, now: Count, *, stops: bool) -> None:
    assert (told(last, now) is not None) is stops


def test_it_says_how_many_and_when() -> None:
    message = told(LAST, Count(3, 0))
    assert message == "Webbplatsen skulle få 3 insatser. Förra gången, 1 januari 2026, hade den 100."


def test_time_is_no_accident() -> None:
    assert told(LAST, Count(10, 20), then=Count(99, 20)) is None
    assert told(Last(LAST.count, None), Count(10, 20), then=Count(99, 20)) is not None


@pytest.mark.parametrize(("least", "stops"), [(0, False), (50, False), (100, True)])
def test_the_limit_is_the_register_s(least: int, *, stops: bool) -> None:
    assert (told(LAST, Count(60, 0), least=least) is not None) is stops


@pytest.mark.parametrize(
    ("now", "channel", "expected"),
    [
        ("läge: publicera", "portal", Count(2, 0)),
        ("läge: pausad", "portal", Count(1, 1)),
        ("läge: återkallad", "forbundswebb:exempelbygden", Count(1, 1)),
        ("läge: pausad", "forbundswebb:granne", Count(0, 0)),
    ],
)
def test_what_is_counted(place: Place, now: str, channel: str, expected: Count) -> None:
    place.edit("läge: publicera", now)
    assert counted(place, channel) == expected


def test_secrecy_counts_as_told_and_a_lost_decision_does_not(place: Place) -> None:
    place.edit("{omfattar: [beskrivning.bakgrund],", "{omfattar: allt,")
    assert counted(place) == Count(1, 1)
    place.edit("{omfattar: allt,", "{omfattar: [beskrivning.bakgrund],")
    place.edit("utfall: beviljad", "utfall: bordlagd")
    assert counted(place) == Count(1, 0)


def counted(place: Place, channel: str = "portal") -> Count:
    inputs = read_inputs(place.content, place.config)
    assert inputs.configuration is not None
    own = parse_channel(channel)
    return count(judge(inputs.records, inputs.configuration, own, date.fromisoformat(DAY)), own)


@pytest.fixture(scope="module")
def many(tmp_path_factory: pytest.TempPathFactory) -> Place:
    """A built register of twelve, of which nine are then lost."""
    place = exempelbygden(tmp_path_factory.mktemp("many"))
    text = place.record().read_text("utf-8").partition("personer:")[0]
    for number in range(10):
        copy = text.replace("2025-vagen-vidare", f"2025-nummer-{number}")
        place.record(f"exempelbygden/nummer-{number}").write_text(copy, "utf-8")
    assert place.build().result.published is not None
    for number in range(9):
        place.record(f"exempelbygden/nummer-{number}").unlink()
    return place


class ThroughError(Exception):
    """The build came past the count, so the rest need not be made."""


@pytest.fixture
def stops_after(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    def through(*_: object) -> None:
        raise ThroughError

    monkeypatch.setattr(building, "make_catalogue", through)
    return iter(())


def again(place: Place, **changes: object) -> Result:
    given: dict[str, object] = {
        "content": place.content,
        "config": place.config,
        "channel": PORTAL,
        "day": date.fromisoformat(DAY),
        "out": place.folder / "site",
        "work": place.folder / "build",
    }
    return build(Request(**{**given, **changes}))  # type: ignore[arg-type]  # the keys are those of Request


def test_the_proof_says_how_many(many: Place) -> None:
    said = json.loads((many.folder / "build/proof/portal.json").read_text("utf-8"))
    assert (said["insatser"], said["dolda_av_posten"]) == (12, 0)


def test_a_build_with_far_fewer_leaves_the_site_that_stands(many: Place) -> None:
    before = (many.folder / "build/proof/portal.json").read_bytes()
    result = again(many)
    assert result.published is None
    assert rules(result.findings)[:1] == ["farre-insatser"]
    assert len(list((many.folder / "site/insatser/exempelbygden").glob("nummer-*/index.html"))) == 10
    assert (many.folder / "build/proof/portal.json").read_bytes() == before


def test_without_a_proof_the_pages_that_stand_are_counted(many: Place, tmp_path: Path) -> None:
    assert last_count(tmp_path, PORTAL, many.folder / "site") == Last(Count(12, 0), None)
    assert last_count(tmp_path, PORTAL, tmp_path) is None
    (tmp_path / "proof").mkdir()
    for broken in ("", "[]", "{}", '{"insatser": null}'):
        (tmp_path / "proof/portal.json").write_text(broken, "utf-8")
        assert last_count(tmp_path, PORTAL, tmp_path) is None
    assert rules(again(many, work=tmp_path / "ny").findings)[:1] == ["farre-insatser"]


@pytest.mark.usefixtures("stops_after")
@pytest.mark.parametrize("changes", [{"allow_fewer": True}, {"preview": True}])
def test_who_says_so_goes_on_and_a_preview_is_not_counted(many: Place, changes: dict[str, object]) -> None:
    with pytest.raises(ThroughError):
        again(many, **changes)


def test_the_command_says_what_to_do(
    many: Place, run: Run, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    shutil.copytree(many.folder, tmp_path / "r", ignore=shutil.ignore_patterns("site"))
    monkeypatch.chdir(tmp_path / "r")
    for more in ((), ("--all",)):
        code, _, err = run("build", *more, "--date", DAY)
        assert code == 1
        assert "bygg med --allow-fewer. [farre-insatser]" in err

    asked: list[bool] = []

    def build_site(request: Request, *_: object) -> Result:
        asked.append(request.allow_fewer)
        return Result((), None)

    monkeypatch.setattr("generator.publish.every_site.build_site", build_site)
    monkeypatch.setattr("generator.publish.build.build_site", build_site)
    run("build", "--allow-fewer", "--date", DAY)
    run("build", "--all", "--allow-fewer", "--date", DAY)
    assert asked == [True, True, True]
