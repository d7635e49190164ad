"""When each record was last changed, as git remembers it."""

from __future__ import annotations

import subprocess
from collections.abc import Mapping
from datetime import date, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

STOCKHOLM = ZoneInfo("Europe/Stockholm")


def last_changes(content: Path) -> Mapping[str, date]:
    """Path below `content` → the day (Swedish time) of the last commit that touched it.

    Empty outside git, without git, and in a shallow clone, where every file would seem to have
    changed with the newest commit.
    """
    if _git(content, "rev-parse", "--is-shallow-repository").strip() != "false":
        return {}
    log = _git(content, "log", "--format=format:/%ct", "--name-only", "--no-renames", "--relative", "--", ".")
    changed: dict[str, date] = {}
    day = date.min
    for line in log.splitlines():
        if line.startswith("/"):  # no path below a folder begins so
            day = datetime.fromtimestamp(int(line[1:]), STOCKHOLM).date()
        elif line:
            changed.setdefault(line, day)
    return changed


def _git(folder: Path, *arguments: str) -> str:
    """What git prints, or "" when it cannot answer."""
    try:
        done = subprocess.run(  # noqa: S603 - fixed arguments, no shell
            ["git", "-C", str(folder), "-c", "core.quotepath=off", *arguments],  # noqa: S607
            capture_output=True,
            check=True,
            text=True,
            encoding="utf-8",
            errors="replace",
        )
    except (OSError, subprocess.CalledProcessError):
        return ""
    return done.stdout
