"""Same inputs and date, same bytes: whatever the folder, clock, hash seed, umask and language."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from tests.sites import DAY, Place, digests, environment_of, real

WORLDS = (
    {"TZ": "Pacific/Kiritimati", "PYTHONHASHSEED": "1", "LC_ALL": "C.UTF-8", "SOURCE_DATE_EPOCH": "1"},
    {"TZ": "America/New_York", "PYTHONHASHSEED": "2", "LC_ALL": "C", "HOME": "/nonexistent"},
)


def built(place: Place, channel: str, cwd: Path, world: int) -> tuple[dict[str, str], dict[str, str]]:
    """The hashes of the page tree and of the site, built in a process of its own."""
    cwd.mkdir()
    arguments = ["--channel", channel, "--date", DAY, "--content", str(place.content)]
    arguments += ["--config", str(place.config), "--out", str(cwd / "out")]
    done = subprocess.run(
        [sys.executable, "-m", "generator", "build", *arguments],
        cwd=cwd,
        env=environment_of(**WORLDS[world]),
        umask=(0o022, 0o077)[world],
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return digests(cwd / "build/pages"), digests(cwd / "out")


@pytest.mark.parametrize("channel", ["portal", "forbundswebb:gavleborg"])
def test_two_worlds_build_the_same_bytes(tmp_path: Path, channel: str) -> None:
    (tmp_path / "en mapp").mkdir()
    (tmp_path / "b/djupare").mkdir(parents=True)
    one = built(real(tmp_path / "en mapp"), channel, tmp_path / "en mapp/här", 0)
    other = built(real(tmp_path / "b/djupare"), channel, tmp_path / "b/djupare/cwd", 1)
    for mine, theirs in zip(one, other, strict=True):
        assert len(mine) > 50
        assert {name for name in mine | theirs if mine.get(name) != theirs.get(name)} == set()


def test_the_order_of_files_on_disk_does_not_matter(place: Place, tmp_path: Path) -> None:
    first = place.build()
    again = Place(tmp_path / "again")
    for path in sorted((path for path in place.folder.rglob("*") if path.is_file()), reverse=True):
        name = path.relative_to(place.folder)
        if name.parts[0] in ("content", "site_config"):
            (again.folder / name).parent.mkdir(parents=True, exist_ok=True)
            (again.folder / name).write_bytes(path.read_bytes())
    assert digests(again.build().out) == digests(first.out)


def test_another_day_is_another_site(place: Place) -> None:
    one, other = place.build(out="a"), place.build(day="2028-01-01", out="b")
    assert digests(one.out) != digests(other.out)
