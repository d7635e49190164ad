"""The swap: only ours is replaced, whole or not at all, whatever moment it is killed at."""

from __future__ import annotations

import os
import random
import shutil
import signal
import stat
import subprocess
import sys
import time
from pathlib import Path
from typing import IO

import pytest

from generator.publish import swap
from generator.publish.swap import GENERATOR_MARK, OutRefusedError, alone, staged
from tests.sites import environment_of, files

INDEX = f'<meta {GENERATOR_MARK}">'


def write(out: Path, text: str, *, fail: bool = False) -> None:
    """One whole build of a site that says `text`, or one that fails at its end."""
    with staged(out) as staging:
        (staging / "index.html").write_text(INDEX + text)
        (staging / "insatser").mkdir()
        (staging / "insatser/a.html").write_text(text)
        if fail:
            raise RuntimeError("nej")


def hidden(folder: Path) -> list[str]:
    return [path.name for path in folder.iterdir() if path.name.startswith(".")]


def test_a_new_site_takes_its_place_and_replaces_ours(tmp_path: Path) -> None:
    out = tmp_path / "deep" / "site"
    write(out, "ett")
    assert stat.S_IMODE(out.stat().st_mode) == 0o755
    (out / "gammal.html").write_text("x")
    write(out, "två")
    assert {name: data.decode() for name, data in files(out).items()} == {
        "index.html": f"{INDEX}två",
        "insatser/a.html": "två",
    }
    assert hidden(out.parent) == []


def test_an_empty_folder_may_become_a_site(tmp_path: Path) -> None:
    (tmp_path / "site").mkdir()
    write(tmp_path / "site", "ett")
    assert (tmp_path / "site/index.html").is_file()


def test_the_old_site_stands_until_the_block_ends(tmp_path: Path) -> None:
    out = tmp_path / "site"
    write(out, "ett")
    with staged(out) as staging:
        (staging / "index.html").write_text(f"{INDEX}två")
        assert staging.parent == out.parent
        assert stat.S_IMODE(staging.stat().st_mode) == 0o700
        assert (out / "index.html").read_text() == f"{INDEX}ett"
    assert (out / "index.html").read_text() == f"{INDEX}två"


def test_a_block_that_raises_changes_nothing(tmp_path: Path) -> None:
    out = tmp_path / "site"
    write(out, "ett")
    before, inode = files(out), out.stat().st_ino
    with pytest.raises(RuntimeError, match="nej"):
        write(out, "två", fail=True)
    assert (files(out), out.stat().st_ino) == (before, inode)
    assert hidden(tmp_path) == []


def test_without_a_site_a_block_that_raises_makes_none(tmp_path: Path) -> None:
    with pytest.raises(KeyboardInterrupt), staged(tmp_path / "site"):
        raise KeyboardInterrupt
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    "kind", ["file", "stranger", "other-index", "hidden", "link", "link-to-ours", "dangling"]
)
def test_what_is_not_ours_is_refused_and_not_touched(tmp_path: Path, kind: str) -> None:
    out, other = tmp_path / "site", tmp_path / "other"
    if kind == "file":
        out.write_text("viktigt")
    elif kind == "dangling":
        out.symlink_to(tmp_path / "nowhere")
    elif kind.startswith("link"):
        write(other, "ett") if kind == "link-to-ours" else other.mkdir()
        out.symlink_to(other)
    else:
        out.mkdir()
        name = {"stranger": "a.txt", "other-index": "index.html", "hidden": ".git"}[kind]
        (out / name).write_text("viktigt")
    before = sorted(
        (path.name, path.lstat().st_ino, path.lstat().st_mtime_ns) for path in tmp_path.rglob("*")
    )
    with pytest.raises(OutRefusedError, match="site"):
        write(out, "två")
    after = sorted((path.name, path.lstat().st_ino, path.lstat().st_mtime_ns) for path in tmp_path.rglob("*"))
    assert after == before


@pytest.mark.parametrize("name", ["site", "site[1]", "s*te", "sité ?"])
def test_what_an_interrupted_build_left_is_removed(tmp_path: Path, name: str) -> None:
    out = tmp_path / name
    for orphan in (f".{name}.insats-abc", f".{name}.insats-xyz-old"):
        (tmp_path / orphan / "deep").mkdir(parents=True)
        (tmp_path / orphan / "deep/a.html").write_text("Tova Lindeby")
    (tmp_path / ".annan.insats-abc").mkdir()
    (tmp_path / ".site-mine").mkdir()
    with pytest.raises(RuntimeError):
        write(out, "två", fail=True)
    assert hidden(tmp_path) == [".site-mine"]


def test_a_relative_path_means_the_working_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    write(Path("site"), "ett")
    assert (tmp_path / "site/index.html").is_file()


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux can exchange two folders in one step")
def test_there_is_no_moment_without_a_site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write(tmp_path / "site", "ett")
    monkeypatch.setattr(Path, "rename", None)  # two renames would have a moment between them
    write(tmp_path / "site", "två")
    assert (tmp_path / "site/insatser/a.html").read_text() == "två"


def test_where_folders_cannot_be_exchanged_they_are_renamed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(swap, "_exchange", lambda *_folders: False)
    write(tmp_path / "site", "ett")
    write(tmp_path / "site", "två")
    assert (tmp_path / "site/insatser/a.html").read_text() == "två"
    assert hidden(tmp_path) == []


def test_two_builds_do_not_work_on_one_folder_at_once(tmp_path: Path) -> None:
    code = (
        "import sys, pathlib; from generator.publish.swap import alone\n"
        "with alone(pathlib.Path(sys.argv[1])): print('in', flush=True)\n"
    )
    with alone(tmp_path / "site"):
        other = subprocess.Popen(
            [sys.executable, "-c", code, str(tmp_path / "site")], env=environment_of(), stdout=subprocess.PIPE
        )
        with pytest.raises(subprocess.TimeoutExpired):
            other.wait(0.5)
        elsewhere = subprocess.run(
            [sys.executable, "-c", code, str(tmp_path / "annan")], env=environment_of(), capture_output=True,
            timeout=20, check=True,
        )  # fmt: skip
        assert elsewhere.stdout == b"in\n"
    output, _ = other.communicate(timeout=20)
    assert output == b"in\n"


KILLED = f"""
import itertools, pathlib, sys
from generator.publish.swap import staged
out, first = pathlib.Path(sys.argv[1]), int(sys.argv[2])
print("on", flush=True)
for number in itertools.count(first):
    with staged(out) as staging:
        (staging / "index.html").write_text({INDEX!r} + str(number))
        for part in range(40):
            (staging / f"{{part}}.html").write_text(str(number))
    print("done", flush=True)
"""


def building(out: Path, number: int) -> tuple[subprocess.Popen[bytes], IO[bytes]]:
    """A process that builds one site after another, once it has begun."""
    command = [sys.executable, "-c", KILLED, str(out), str(number)]
    process = subprocess.Popen(command, env=environment_of(), stdout=subprocess.PIPE)
    assert process.stdout is not None
    assert process.stdout.readline() == b"on\n"
    return process, process.stdout


def pace(out: Path) -> float:
    """Seconds that one build takes on this machine, now."""
    process, said = building(out, 1)
    started = time.monotonic()
    try:
        assert said.readline() == b"done\n"
        return time.monotonic() - started
    finally:
        process.kill()
        process.communicate()


def test_a_build_killed_at_any_moment_leaves_a_whole_site(tmp_path: Path) -> None:
    chance = random.Random(20261123)  # noqa: S311 - no secret
    one_build = pace(tmp_path / "prov" / "site")
    shutil.rmtree(tmp_path / "prov")
    out, number, orphans = tmp_path / "site", 1, 0
    for _ in range(25):
        process, _said = building(out, number)
        try:
            time.sleep(one_build * chance.uniform(0.1, 2.5))
        finally:
            process.send_signal(signal.SIGKILL)
            process.communicate()
        orphans += bool(hidden(tmp_path))
        assert out.exists() or number == 1, "the site that stood is gone"
        if out.exists():
            site = {name: data.decode().removeprefix(INDEX) for name, data in files(out).items()}
            assert len(site) == 41
            assert len(set(site.values())) == 1
            number = int(site["index.html"]) + 1
    assert number > 5, "hardly any build was finished"
    assert orphans > 5, "hardly any build was interrupted"
    write(out, "slut")
    assert hidden(tmp_path) == []
    assert os.listdir(tmp_path) == ["site"]  # noqa: PTH208 - the names, hidden ones too
