"""No output of any verb, on any channel, in any format, holds a canary. Nor does a crash."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import pytest

from generator.cli.reporting import all_reports
from generator.publish import judging
from generator.publish.build import Request, build
from generator.words.channels import parse_channel
from tests.canaries.aviary import PUBLIC, WITHHELD, canaries, fill
from tests.cli.test_commands import Run, run
from tests.sites import Place, readable

__all__ = ["run"]  # the fixture

OWN = "forbundswebb:exempelbygden"
SITES = ("portal", OWN)
CHANNELS = (*SITES, "sociala-medier", "öppna-data")
DAY = "2026-06-15"
FORMATS = ("text", "json")
REPORTS = tuple(sorted(all_reports()))  # of findings: `check` and `build` have them


@pytest.fixture
def aviary(place: Place) -> Place:
    fill(place)
    return place


@pytest.fixture
def says(aviary: Place, run: Run) -> Callable[..., str]:
    """Runs a verb in the aviary and gives all that it prints, having seen it end as it should."""
    assert aviary.record(PUBLIC).is_file()

    def _says(*arguments: str, code: int = 0) -> str:
        ended, out, err = run(*arguments, "--date", DAY)
        assert ended == code, err
        assert canaries(out + err) == []
        return out + err

    return _says


def test_the_aviary_has_canaries(aviary: Place) -> None:
    for path in (aviary.content / "insatser").glob("*/*.yml"):
        assert path.stem.startswith("vagen") or canaries(path.read_text("utf-8")), path.stem


@pytest.mark.parametrize("channel", CHANNELS)
@pytest.mark.parametrize("kind", [*FORMATS, *REPORTS])
def test_check(says: Callable[..., str], channel: str, kind: str) -> None:
    assert says("check", "--channel", channel, "--format", kind)


@pytest.mark.parametrize("kind", [*FORMATS, *REPORTS])
def test_check_of_what_is_wrong(aviary: Place, says: Callable[..., str], kind: str) -> None:
    path = aviary.record(PUBLIC)
    text = path.read_text("utf-8")
    wrong = {
        "inriktning: individinriktad": "inriktning: kanarieinriktning",
        "roll: arbetsgrupp": "roll: kanarieroll",
        "namn: En offentlig insats": "namn: En insats av Xkanariaa Ykanarisona",
        "läge: publicera": "läge: kanarieläge",
        "titel: Kanarietitel": "kanarietitel: Kanarietitel",
    }
    for right, error in wrong.items():
        assert right in text
        path.write_text(text.replace(right, error, 1), "utf-8")
        for verb in ("check", "build"):
            assert "offentlig.yml" in says(verb, "--format", kind, code=1)


@pytest.mark.parametrize("kind", FORMATS)
def test_fix(aviary: Place, run: Run, kind: str) -> None:
    path = aviary.record(PUBLIC)
    text = path.read_text("utf-8")
    for fault in ("\t# \n", "\nkommuner: [0305]\n", "\n\tperiod: [\n"):
        path.write_text(text.replace("\n", "  \r\n") + fault, "utf-8", newline="")
        code, out, err = run("fix", "--check", "--format", kind)
        assert code == 1
        assert "offentlig.yml" in out + err
        assert canaries(out + err) == []


@pytest.mark.parametrize("channel", SITES)
@pytest.mark.parametrize("kind", FORMATS)
def test_build_and_audit(aviary: Place, says: Callable[..., str], channel: str, kind: str) -> None:
    says("build", "--channel", channel, "--format", kind, "--out", "ut")
    found = {name: hits for name, text in readable(aviary.folder / "ut").items() if (hits := canaries(text))}
    found |= {n: hits for n, text in readable(aviary.folder / "build").items() if (hits := canaries(text))}
    assert found == {}
    assert (aviary.folder / "ut/insatser" / PUBLIC / "index.html").is_file()
    says("audit", "ut", "--channel", channel, "--format", kind)
    page = aviary.folder / "ut/index.html"
    page.write_text(page.read_text("utf-8") + "Xkanariaa Ykanarisona, Kanarieanmärkning", "utf-8")
    assert "index.html" in says("audit", "ut", "--channel", channel, "--format", kind, code=1)


@pytest.mark.parametrize("channel", CHANNELS)
def test_a_site_of_any_channel(aviary: Place, channel: str, tmp_path: Path) -> None:
    request = Request(
        aviary.content,
        aviary.config,
        parse_channel(channel),
        date.fromisoformat(DAY),
        tmp_path / "ut",
        tmp_path / "work",
    )
    assert build(request).published is not None
    assert {n: hits for n, text in readable(tmp_path / "ut").items() if (hits := canaries(text))} == {}
    assert {n: hits for n, text in readable(tmp_path / "work").items() if (hits := canaries(text))} == {}


@pytest.mark.parametrize("channel", [None, *CHANNELS])
@pytest.mark.parametrize("kind", FORMATS)
def test_explain(says: Callable[..., str], channel: str | None, kind: str) -> None:
    where = ("--channel", channel) if channel is not None else ()
    for slug in (*WITHHELD, "offentlig"):
        assert says("explain", f"exempelbygden/{slug}", *where, "--format", kind)
    assert says("explain", PUBLIC, "--person", "Xkanariaa Ykanarisona", *where, "--format", kind)


LATER_DAYS = (
    "2031-01-01",
    "2032-01-01",
)  # a decision and a window of the aviary open; a consent on the portal


def git(folder: Path, *arguments: str) -> None:
    who = ("-c", "user.name=x", "-c", "user.email=x@example.org")
    subprocess.run(["git", "-C", str(folder), *who, *arguments], check=True, capture_output=True)


@pytest.fixture
def histories(place: Place) -> Iterator[None]:
    """A git repository: empty of canaries, then full, then with every record withdrawn."""
    git(place.folder, "init", "-q")
    for tag in ("tomt", "fullt"):
        if tag == "fullt":
            fill(place)
        git(place.folder, "add", "-A")
        git(place.folder, "commit", "-qm", tag)
        git(place.folder, "tag", tag)
    return iter(())


@pytest.mark.usefixtures("histories")
@pytest.mark.parametrize("kind", [*FORMATS, "markdown"])
@pytest.mark.parametrize("channel", [None, *CHANNELS])
def test_diff(place: Place, run: Run, channel: str | None, kind: str) -> None:
    where = ("--channel", channel) if channel is not None else ()

    def differs(revision: str) -> str:
        code, out, err = run("diff", revision, *where, "--format", kind, "--date", DAY)
        assert code == 0, err
        assert canaries(out + err) == []
        return out

    # What is public some day may be quoted for that day: the amount is, so it is no canary here.
    place.edit("belopp: '7654321'", "belopp: 1000", "exempelbygden/inte-oppnad")
    assert "offentlig" in (opened := differs("tomt"))
    days = LATER_DAYS if channel in (None, "portal") else LATER_DAYS[:1]
    assert [day for day in LATER_DAYS if day in opened] == [*days]
    for path in (place.content / "insatser").glob("*/*.yml"):  # the withheld kinds change places
        text = path.read_text("utf-8")
        path.write_text(text.replace("läge: publicera", "läge: pausad"), "utf-8")
    assert "offentlig" in differs("fullt")


@pytest.mark.parametrize("channel", [None, *CHANNELS])
@pytest.mark.parametrize("kind", [*FORMATS, "csv", "ics"])
def test_consents(says: Callable[..., str], channel: str | None, kind: str) -> None:
    where = ("--channel", channel) if channel is not None else ()
    assert says("consents", *where, "--format", kind)
    says("consents", *where, "--expiring", "900d", "--format", kind)


def test_forget_tells_what_it_took_and_not_whom(aviary: Place, says: Callable[..., str]) -> None:
    assert says("consents", "--forget", "Xkanariaa Ykanarisona", "--dry-run")
    assert says("consents", "--forget", "Xkanariaa Ykanarisona")
    assert "Ykanarisona" not in aviary.record(PUBLIC).read_text("utf-8")


CRASHES = (
    ("check",),
    ("build",),
    ("explain", PUBLIC),
    ("diff", "tomt"),
    ("consents",),
    ("audit", "."),
)


@pytest.mark.usefixtures("histories")
@pytest.mark.parametrize("arguments", CRASHES, ids=" ".join)
@pytest.mark.parametrize("kind", [(), ("--format", "json")])
def test_a_crash(
    run: Run, monkeypatch: pytest.MonkeyPatch, arguments: tuple[str, ...], kind: tuple[str, ...]
) -> None:
    def crash(cases: object, _rules: object) -> None:
        raise RuntimeError(repr(cases))

    monkeypatch.setattr(judging, "open_doors", crash)
    code, out, err = run(*arguments, *kind, "--date", DAY)
    assert code == 1
    assert canaries(out + err) == []
    assert "test_canaries.py" in err
    assert "RuntimeError" in err
    if kind and out:
        json.loads(out)
