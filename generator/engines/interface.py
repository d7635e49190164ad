"""What an engine is given and what it does."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from pathlib import Path


@dataclass(frozen=True)
class Job:
    """One build. All paths are absolute.

    `pages` is the page tree's folder, `site` the folder to fill (emptied first), `theme` the folder
    of templates and assets, `config` the mkdocs.yml to start from. `url` ends with `/`. `day` is the
    build's date: same files and day, same bytes. `tick` is called after each page.
    """

    pages: Path
    site: Path
    theme: Path
    config: Path
    name: str
    url: str
    description: str
    day: date
    tick: Callable[[], None] = lambda: None


class EngineError(Exception):
    """A build that must not be published; `complaints` are the engine's own lines, in order."""

    def __init__(self, engine: str, complaints: tuple[str, ...]) -> None:
        self.complaints = complaints
        super().__init__(f"{engine}: " + "; ".join(complaints))


@dataclass(frozen=True)
class Engine:
    """An engine by name. `build` fills `job.site`, or raises EngineError with everything found."""

    name: str
    build: Callable[[Job], None]
