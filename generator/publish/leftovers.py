"""What runs that were killed leave behind may hold data withdrawn since: the next run removes it."""

from __future__ import annotations

import shutil
from contextlib import AbstractContextManager, suppress
from pathlib import Path

from generator.publish.swap import alone, together


def preview_folder(work: Path, channel_slug: str) -> Path:
    """Where a preview's site is: never the published one's folder."""
    return work / "preview" / channel_slug


def previewing(folder: Path) -> AbstractContextManager[None]:
    """Keeps the preview's folder while it is served, by one or several."""
    return together(folder.absolute() / "in-use")


def discard_previews(work: Path) -> None:
    """Removes the sites of previews that have ended or were killed, staging folders among them."""
    for folder in (work / "preview").glob("*"):
        served = folder.with_name(folder.name.removeprefix(".").partition(".insats-")[0])
        with suppress(BlockingIOError), alone(served.absolute() / "in-use", wait=False):
            shutil.rmtree(folder, ignore_errors=True)
