"""The command line as a process: no traceback reaches an editor, whatever the folders hold."""

from __future__ import annotations

import json
import os
import shutil
import socket
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.sites import VAGEN, Place, environment_of, exempelbygden, insats

NOBODY = 65534


def check(done: subprocess.CompletedProcess[str], code: int, said: str) -> None:
    """Findings are what `check` is asked for, so they come on stdout; other verbs complain on stderr."""
    assert "Traceback" not in done.stderr, done.stderr
    assert done.returncode == code, done.stderr
    assert said in done.stdout + done.stderr


def test_files_and_folders_of_the_wrong_kind_are_findings(place: Place) -> None:
    shutil.rmtree(place.content / "sidor")
    (place.content / "sidor").write_text("x")
    (place.content / "medier").write_text("x")
    (place.content / "insatser/exempelbygden/mapp.yml").mkdir()
    (place.config / "site.yml").unlink()
    (place.config / "site.yml").mkdir()
    done = insats("build", cwd=place.folder)
    check(done, 1, "content/sidor:1:1: fel:")
    for where in ("content/medier:1:1", "mapp.yml:1:1", "site_config/site.yml:1:1"):
        assert where in done.stderr


def test_a_pipe_in_the_place_of_a_file_is_not_waited_for(place: Place) -> None:
    (place.content / "medier").mkdir()
    os.mkfifo(place.content / "medier/karta.png")
    os.mkfifo(place.content / "sidor/rör.md")
    os.mkfifo(place.content / "insatser/exempelbygden/rör.yml")
    done = insats("check", cwd=place.folder)
    check(done, 1, "medier/karta.png:1:1")
    assert done.stdout.count("rör.") == 2


@pytest.mark.parametrize("out", ["fil", "fil/under", "/proc/finns-inte/site"])
def test_an_out_that_cannot_be_written_is_wrong_use(place: Place, out: str) -> None:
    (place.folder / "fil").write_text("x")
    check(insats("build", "--out", out, cwd=place.folder), 2, out.split("/under")[0].removesuffix("/site"))
    assert (place.folder / "fil").read_text() == "x"


@pytest.fixture
def open_place() -> Iterator[Place]:
    """A register in a folder that every user may enter: pytest's own may not be."""
    folder = Path(tempfile.mkdtemp(prefix="insats-test-"))
    folder.chmod(0o777)
    try:
        yield exempelbygden(folder)
    finally:
        shutil.rmtree(folder)


# Root may read everything, so root becomes nobody, once all that it needs of Python is loaded.
AS_NOBODY = f"""
import codecs, os, sys
from generator.cli import main
from generator.exports import all_exports
from generator.words.kommuner import kommuner, lan
main.discover(main.commands, main.Command), all_exports(), kommuner(), lan(), codecs.lookup("utf-8-sig")
if os.getuid() == 0:
    os.setgroups([])
    os.setgid({NOBODY})
    os.setuid({NOBODY})
main.run()
"""


def as_nobody(*arguments: str, cwd: Path) -> subprocess.CompletedProcess[str]:
    """The command line as a user to whom the mode of a file matters."""
    return subprocess.run(
        [sys.executable, "-c", AS_NOBODY, *arguments],
        cwd=cwd,
        env=environment_of(HOME="/"),
        text=True,
        capture_output=True,
        timeout=60,
        check=False,
    )


def test_files_that_may_not_be_read_are_findings(open_place: Place) -> None:
    if (
        "generator" not in as_nobody("--version", cwd=Path("/")).stdout
        and as_nobody("--version", cwd=Path("/")).returncode
    ):
        pytest.skip("another user may not run this interpreter")
    closed = [
        open_place.record(),
        open_place.content / "sidor/om.md",
        open_place.config / "begrepp/metoder.yml",
    ]
    (open_place.content / "medier").mkdir()
    (open_place.content / "medier/karta.png").write_bytes(b"x")
    for path in (*closed, open_place.content / "medier/karta.png"):
        path.chmod(0)
    done = as_nobody("check", cwd=open_place.folder)
    check(done, 1, f"content/insatser/{VAGEN}.yml:1:1: fel: Filen går inte att öppna.")
    for name in ("content/sidor/om.md", "site_config/begrepp/metoder.yml", "content/medier/karta.png"):
        assert f"{name}:1:1: fel: Filen går inte att öppna." in done.stdout


def test_folders_that_may_not_be_read_or_written_are_said_in_swedish(open_place: Place) -> None:
    (open_place.folder / "stängd").mkdir(mode=0o555)
    done = as_nobody("build", "--out", "stängd/site", cwd=open_place.folder)
    check(done, 2, "Du har inte rätt att läsa eller skriva där.")
    (open_place.content / "insatser/exempelbygden").chmod(0)
    check(as_nobody("check", cwd=open_place.folder), 1, "content/insatser/exempelbygden:1:1: fel: Mappen")


def test_what_was_wrong_with_a_call_on_a_full_disk_or_to_nobody_is_no_traceback(place: Place) -> None:
    reader, writer = os.pipe()
    os.close(reader)
    full = os.open("/dev/full", os.O_WRONLY)
    for stdout in (writer, full):
        done = subprocess.run(
            [sys.executable, "-m", "generator", "explain", "--format", "json"],
            cwd=place.folder,
            env=environment_of(),
            stdout=stdout,
            stderr=subprocess.PIPE,
            text=True,
            timeout=60,
            check=False,
        )
        os.close(stdout)
        assert (done.returncode, len(done.stderr.splitlines())) == (2, 1)


@pytest.mark.parametrize("verb", ["schema", "check"])
def test_a_reader_who_has_seen_enough_is_no_error_of_ours(place: Place, verb: str) -> None:
    for number in range(200):  # more than fits in a pipe
        path = place.content / f"insatser/exempelbygden/p{number}.yml"
        path.write_text("fel: ja\n" * 5)
    arguments = ["check", "--format", "json"] if verb == "check" else ["schema"]
    reader, writer = os.pipe()
    os.close(reader)
    done = subprocess.run(
        [sys.executable, "-m", "generator", *arguments],
        cwd=place.folder,
        env=environment_of(),
        stdout=writer,
        stderr=subprocess.PIPE,
        text=True,
        timeout=60,
        check=False,
    )
    os.close(writer)
    assert (done.returncode, "Broken" in done.stderr, "Traceback" in done.stderr) == (1, False, False)


def test_a_site_that_was_built_is_built_though_nobody_reads_of_it(place: Place) -> None:
    reader, writer = os.pipe()
    os.close(reader)
    done = subprocess.run(
        [sys.executable, "-m", "generator", "build", "--date", "2026-11-23"],
        cwd=place.folder,
        env=environment_of(),
        stdout=writer,
        stderr=subprocess.PIPE,
        text=True,
        timeout=60,
        check=False,
    )
    os.close(writer)
    assert (done.returncode, done.stderr) == (0, "")
    assert (place.folder / "build/site/portal/index.html").is_file()


def test_findings_on_a_closed_stderr_are_no_traceback(place: Place) -> None:
    place.edit("antal: 70", "antal: sjuttio")
    reader, writer = os.pipe()
    os.close(reader)
    done = subprocess.run(
        [sys.executable, "-m", "generator", "check"],
        cwd=place.folder,
        env=environment_of(),
        stderr=writer,
        stdout=subprocess.PIPE,
        text=True,
        timeout=60,
        check=False,
    )
    os.close(writer)
    assert (done.returncode, done.stdout) == (1, "")


def test_a_port_in_use_is_said_in_swedish(place: Place) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = str(taken.getsockname()[1])
        check(insats("serve", "--port", port, cwd=place.folder), 2, f"Porten {port} är upptagen.")


def test_serve_does_not_write_over_a_strangers_folder(place: Place) -> None:
    stranger = place.folder / "build/preview/portal-8399/viktigt.txt"
    stranger.parent.mkdir(parents=True)
    stranger.write_text("x")
    done = insats("serve", "--port", "8399", cwd=place.folder)
    check(done, 2, "innehåller något annat än en förhandsvisning")
    assert stranger.read_text() == "x"


def test_swedish_reaches_a_terminal_of_another_coding(place: Place) -> None:
    place.edit("antal: 70", "antal: sjuttio")
    done = insats("check", cwd=place.folder, PYTHONIOENCODING="ascii")
    assert "Traceback" not in done.stderr
    assert done.returncode == 1
    assert "ska det st\\xe5 ett heltal" in done.stdout
    done = insats("check", "--format", "json", cwd=place.folder, PYTHONIOENCODING="ascii")
    assert json.loads(done.stdout)["anmärkningar"][0]["råd"]


def test_no_progress_bar_is_drawn_where_there_is_no_terminal(place: Place) -> None:
    done = insats("build", "--date", "2026-11-23", cwd=place.folder)
    assert (done.returncode, done.stderr) == (0, "")
