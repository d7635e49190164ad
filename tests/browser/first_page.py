"""From a Word file to a page of the preview, as the handbook says: two commands, two clicks."""

from __future__ import annotations

import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import Page, expect

from tests.publish.test_preview import served
from tests.sites import Place, insats

STEPS = ("insats import", "insats serve", "Visa utkast", "utkastet")


@contextmanager
def first_page(page: Page, place: Place, source: Path) -> Iterator[dict[str, float]]:
    """Leaves the browser on the draft's page; the seconds that each step took.

    `place` has no records and `source` is a form that one of its layouts describes.
    """
    took: dict[str, float] = {}
    start = time.monotonic()

    def done(step: str) -> None:
        nonlocal start
        now = time.monotonic()
        took[step], start = now - start, now

    imported = insats("import", str(source), cwd=place.folder)
    assert imported.returncode in (0, 1), imported.stderr
    done(STEPS[0])
    for running in served(place, place.folder / "log"):
        page.goto(f"http://127.0.0.1:{running.port}/")
        done(STEPS[1])
        page.get_by_role("button", name="Visa utkast").click()
        draft = page.locator(".forhand details a")
        expect(draft).to_have_count(1)
        done(STEPS[2])
        draft.click()
        expect(page.locator(".forhand")).to_contain_text(
            "Det här är ett utkast. Sidan finns inte på webbplatsen. Inget är beslutat"
        )
        done(STEPS[3])
        yield took
