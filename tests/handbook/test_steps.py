"""The handbook as a new editor follows it: its examples and commands as written, and what comes of them."""

from __future__ import annotations

import re
import shlex
import shutil
import subprocess
from pathlib import Path

import pytest

from generator.cli import commands
from generator.cli.interface import Command
from generator.cli.main import parser
from generator.words.discovery import discover
from tests.publish.test_comparing import git
from tests.publish.test_preview import served
from tests.sites import DAY, ROOT, VAGEN, Place, environment_of, exempelbygden, insats

HANDBOOK = ROOT / "docs" / "handbok"
HABO = "uppsala/framsteget-i-habo"
_BLOCK = re.compile(r"^(?P<indent> *)```(?P<kind>\w*)\n(?P<text>.*?)^ *```$", re.MULTILINE | re.DOTALL)


def blocks(page: str, kind: str = "", section: str = "") -> list[str]:
    """The blocks of code of one kind on a page, or below one of its headings, without the list's indent."""
    text = (HANDBOOK / f"{page}.md").read_text("utf-8")
    if section:
        _, found, text = text.partition(f"\n## {section}\n")
        assert found, f"{page} has no section {section}"
        text = text.partition("\n## ")[0]
    return [
        re.sub(rf"^{match['indent']}", "", match["text"], flags=re.MULTILINE)
        for match in _BLOCK.finditer(text)
        if match["kind"] == kind
    ]


def code(page: str, start: str) -> str:
    """What stands between back ticks and begins so."""
    texts = re.findall(r"`([^`\n]+)`", (HANDBOOK / f"{page}.md").read_text("utf-8"))
    return next(str(text) for text in texts if text.startswith(start))


@pytest.fixture
def register(tmp_path: Path) -> Place:
    """The invented register without the insats that the page adds."""
    place = exempelbygden(tmp_path)
    place.record().unlink()
    return place


def added(place: Place) -> Place:
    """The insats of the page about adding one."""
    (text,) = [one for one in blocks("lagg-till", "yaml") if one.startswith("id:")]
    place.record().write_text(text, "utf-8")
    return place


def page_of(place: Place, day: str = DAY) -> str | None:
    """The insats' page after a build; None when there is none."""
    built = place.build(day=day)
    assert built.result.published is not None, built.findings
    page = built.out / f"insatser/{VAGEN}/index.html"
    return page.read_text("utf-8") if page.is_file() else None


def publication(place: Place, written: str) -> None:
    text = place.record().read_text("utf-8")
    place.record().write_text(re.sub(r"^publicering: .*$", written, text, flags=re.MULTILINE), "utf-8")


def test_add_what_the_page_shows_is_enough(register: Place) -> None:
    added(register)
    done = insats("check", cwd=register.folder)
    assert done.returncode == 0, done.stdout
    page = page_of(register)
    assert page is not None
    assert "<h1>Vägen vidare</h1>" in page


def test_add_a_contact_as_the_page_shows_it(register: Place) -> None:
    added(register)
    person, referral = (
        next(one for one in blocks("lagg-till", "yaml") if one.startswith(key))
        for key in ("personer:", "hänvisning:")
    )
    with register.record().open("a", encoding="utf-8") as file:
        file.write(f"{person}{referral}")
    page = page_of(register)
    assert page is not None
    assert "Disa Norrby" in page
    assert "disa.norrby@kommun.example" in page
    assert "jobbcentrum@kommun.example" in page


def test_publish_as_the_page_shows_it(register: Place) -> None:
    added(register)
    text = register.record().read_text("utf-8")
    without = text.partition("beslut:")[0]
    register.record().write_text(f"{without}publicering: {{läge: pausad}}\n", "utf-8")
    assert page_of(register) is None
    (decided,) = blocks("publicera", "yaml", "Publicera")
    register.record().write_text(f"{without}{decided}", "utf-8")
    page = page_of(register)
    assert page is not None
    assert "§ 34" in page


def test_pause_withdraw_and_end_as_the_page_says(register: Place) -> None:
    added(register)
    publication(register, code("publicera", "publicering: {läge: pausad"))
    assert page_of(register) is None
    publication(register, code("publicera", "publicering: {läge: återkallad"))
    grave = page_of(register)
    assert grave is not None
    assert "Den här sidan är borttagen" in grave
    assert "Vägen vidare" not in grave
    added(register)
    ended = page_of(register, "2028-02-01")
    assert ended is not None
    assert "Avslutad" in ended


def test_a_person_is_gone_the_same_day(register: Place) -> None:
    added(register)
    person = next(one for one in blocks("lagg-till", "yaml") if one.startswith("personer:"))
    (line,) = blocks("publicera", "yaml", "Ta bort en person i dag")
    with register.record().open("a", encoding="utf-8") as file:
        file.write(f"{person}{line}")
    page = page_of(register)
    assert page is not None
    assert "Norrby" not in page


def test_why_is_it_not_shown(register: Place) -> None:
    added(register)
    publication(register, "publicering: {läge: pausad}")
    (command,) = blocks("publicera", "sh", "Varför syns inte min insats?")
    done = insats(*command.split()[1:], cwd=register.folder)
    assert done.returncode == 0, done.stderr
    assert "publicering" in done.stdout


def test_read_an_error_shows_what_the_command_says(tmp_path: Path) -> None:
    for name in ("content", "site_config"):
        shutil.copytree(ROOT / name, tmp_path / name)
    place = Place(tmp_path)
    place.edit("- antal: 70", "- antal: sjuttio", HABO)
    done = insats("check", cwd=tmp_path)
    assert done.returncode == 1
    shown = blocks("lasa-fel")[0]
    assert shown in done.stdout


def test_change_and_see_what_it_means(register: Place) -> None:
    added(register)
    git(register.folder, "init", "-q")
    git(register.folder, "add", "-A")
    git(register.folder, "commit", "-q", "-m", "Registret")
    command = code("andra", "./insats diff")
    assert "Inget ändras" in insats(*command.split()[1:], cwd=register.folder).stdout
    register.edit("belopp: 3200000", "belopp: 3300000")
    assert "3 300 000" in insats(*command.split()[1:], cwd=register.folder).stdout.replace("\u00a0", " ")


def test_send_and_fetch_as_the_page_says(register: Place, tmp_path: Path) -> None:
    added(register)
    assert insats("schema", "--write", cwd=register.folder).returncode == 0
    git(register.folder, "init", "-q", "-b", "main")
    git(register.folder, "add", "-A")
    git(register.folder, "commit", "-q", "-m", "Registret")
    git(register.folder, "clone", "-q", "--bare", str(register.folder), str(tmp_path / "server"))
    git(tmp_path, "clone", "-q", str(tmp_path / "server"), str(tmp_path / "min"))
    mine = Place(tmp_path / "min")
    mine.edit("belopp: 3200000", "belopp: 3300000")
    send, fetch, look = blocks("andringar", "sh", "Skicka och hämta")
    who = {
        f"GIT_{one}_{key}": "x@example.org" for one in ("AUTHOR", "COMMITTER") for key in ("NAME", "EMAIL")
    }
    for pasted in (send, fetch):
        subprocess.run(
            ["bash", "-e"], input=pasted, text=True, cwd=mine.folder, env=environment_of(**who), check=True
        )
    branch = send.split()[3]
    arrived = subprocess.run(
        ["git", "-C", str(tmp_path / "server"), "show", f"{branch}:content/insatser/{VAGEN}.yml"],
        capture_output=True, text=True, check=True,
    ).stdout  # fmt: skip
    assert "belopp: 3300000" in arrived
    assert "belopp: 3200000" in mine.record().read_text("utf-8")
    git(tmp_path, "clone", "-q", str(tmp_path / "server"), str(tmp_path / "annans"))
    fetched, asked, _ = look.partition("./insats diff main\n")
    subprocess.run(["bash", "-e"], input=fetched, text=True, cwd=tmp_path / "annans", check=True)
    said = insats(*asked.split()[1:], cwd=tmp_path / "annans").stdout
    assert "3 200 000 kr → 3 300 000 kr" in said.replace("\u00a0", " ")


def test_what_the_preview_says_when_it_starts(register: Place, tmp_path: Path) -> None:
    (shown,) = blocks("borja")
    log = tmp_path / "log"
    for running in served(added(register), log):
        assert shown in running.said.replace(f":{running.port}/", ":8000/")


def test_a_pasted_command_is_one_that_the_program_knows() -> None:
    known = parser(discover(commands, Command))
    pages = [*HANDBOOK.glob("*.md"), *(ROOT / "docs/vardskap").glob("*.md")]
    lines = [
        line
        for page in pages
        for block in _BLOCK.finditer(page.read_text("utf-8"))
        for line in block["text"].splitlines()
        if re.match(r" *(\./)?insats ", line)
    ]
    assert len(lines) > 20
    for line in lines:
        known.parse_args(shlex.split(line, comments=True)[1:])
