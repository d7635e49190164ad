"""The page tree becomes a site: an engine draws it, and the search is built over what was drawn."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Protocol

from generator.engines import all_engines
from generator.engines.interface import Complaint, EngineError, Job
from generator.pages.farger import FILE
from generator.pages.menu import further_pages, own_menu
from generator.public.catalogue import Catalogue
from generator.publish.hand_written import SitePages
from generator.publish.resources import find_resources
from generator.search import FOLDER, SearchError, build_search
from generator.storage.folders import shown
from generator.words.findings import Finding, Position


class Progress(Protocol):
    """Somebody who is told how far a build has come."""

    def step(self, name: str, units: int = 0) -> None:
        """A new step begins; `units` are the ticks it will take, 0 when it gives none."""

    def tick(self) -> None:
        """One unit of the step is done."""


class Silent:
    """Tells nobody."""

    def step(self, name: str, units: int = 0) -> None:
        """Nothing."""

    def tick(self) -> None:
        """Nothing."""


SILENT = Silent()


class UnfitError(Exception):
    """A site that may not be published: leaves the block of `staged`, so that nothing is swapped in."""

    def __init__(self, faults: tuple[Finding, ...]) -> None:
        self.faults = faults
        super().__init__("not published")


def places_of(own: SitePages, content: Path) -> Callable[[Complaint], Finding]:
    """Complaints about a page that the editors wrote by hand are placed in the editors' file."""

    def placed(complaint: Complaint) -> Finding:
        file, position = shown(content / "sidor"), Position(1, 1)
        text = own.pages.get(complaint.page or "")
        if complaint.page is not None and text is not None:
            file = shown(content / own.files[complaint.page])
            before, found, _ = text.partition(complaint.place or "\0")
            if found:
                position = Position(before.count("\n") + 1, len(before) - before.rfind("\n"))
        return Finding(file, position, "motor", complaint.text, complaint.advice)

    return placed


def draw(
    catalogue: Catalogue,
    own: SitePages,
    tree: Path,
    site: Path,
    progress: Progress,
    placed: Callable[[Complaint], Finding],
) -> None:
    """The tree, which has the `own` pages, → HTML in `site`. Raises UnfitError with what the engine told."""
    resources = find_resources()
    engine = next(engine for engine in all_engines() if engine.name == "mkdocs")
    job = Job(
        pages=tree,
        site=site,
        theme=resources.theme,
        config=resources.mkdocs,
        name=catalogue.site.name,
        url=catalogue.site.url,
        description=catalogue.site.description,
        day=catalogue.day,
        stylesheets=(FILE,) if catalogue.site.palette is not None else (),
        logo=catalogue.site.logo,
        icon=catalogue.site.icon,
        menu=own_menu(catalogue),
        further=further_pages(own.pages),
        tick=progress.tick,
    )
    try:
        engine.build(job)
    except EngineError as error:
        raise UnfitError(tuple(placed(complaint) for complaint in error.complaints)) from error


def make_search(catalogue: Catalogue, site: Path) -> None:
    """The search of the pages in `site`. Raises UnfitError."""
    try:
        build_search(site, len(catalogue.insatser))
    except SearchError as error:
        advice = "Kör kommandot igen. Hjälper det inte: ta bort mappen .venv och försök på nytt."
        fault = Finding(FOLDER, Position(1, 1), "sokning", f"{error.said} Inget har publicerats.", advice)
        raise UnfitError((fault,)) from error
