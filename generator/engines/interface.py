"""What an engine is given and what it does."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from generator.public.catalogue import Logo


@dataclass(frozen=True)
class Job:
    """One build. All paths are absolute.

    `pages` is the page tree's folder, `site` the folder to fill (emptied first), `theme` the folder
    of templates and assets, `config` the mkdocs.yml to start from. `url` ends with `/`. `day` is the
    build's date: same files and day, same bytes. `stylesheets` are files of the page tree that come after the
    theme's own; `logo` stands in the place of its mark, `icon` (a png of the tree) in that of its icon.
    `menu` has for a page of the config's nav what its entry is called instead, and the page it leads to.
    `further` are (address, title) of what the foot leads to beside the theme's own pages. `tick` is called
    after each page.
    """

    pages: Path
    site: Path
    theme: Path
    config: Path
    name: str
    url: str
    description: str
    day: date
    stylesheets: tuple[str, ...] = ()
    logo: Logo | None = None
    icon: str | None = None
    menu: Mapping[str, tuple[str, str]] = field(default_factory=dict)
    further: tuple[tuple[str, str], ...] = ()
    tick: Callable[[], None] = lambda: None


@dataclass(frozen=True)
class Complaint:
    """What is wrong with a page tree, in Swedish, and what to do.

    `page` is the page's path in the tree and `place` a piece of its text, where the engine says so.
    """

    text: str
    advice: str = "Rätta det och bygg igen. Inget har publicerats."
    page: str | None = None
    place: str | None = None


class EngineError(Exception):
    """A build that must not be published; `complaints` are all that the engine said, in order."""

    def __init__(self, engine: str, complaints: tuple[Complaint, ...]) -> None:
        self.complaints = complaints
        said = ((c.page, c.place, c.text) for c in complaints)
        super().__init__(f"{engine}: " + "; ".join(" ".join(filter(None, words)) for words in said))


@dataclass(frozen=True)
class Engine:
    """An engine by name. `build` fills `job.site`, or raises EngineError with everything found."""

    name: str
    build: Callable[[Job], None]
