"""axe-core on a page that stands."""

from __future__ import annotations

from dataclasses import dataclass
from importlib.resources import files

from playwright.sync_api import Page

_AXE = files("axe_playwright_python").joinpath("axe.min.js").read_text("utf-8")
_RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]


@dataclass(frozen=True)
class Examined:
    """`faults` in words, each with its place, and the ids of the rules that hold."""

    faults: list[str]
    passed: list[str]


def examined(page: Page, *, frames: bool = True) -> Examined:
    """What axe finds, in the page and in its `frames`."""
    if not page.evaluate("'axe' in window"):
        page.evaluate(_AXE)
    found = page.evaluate(
        # Of the rules that hold only the names are asked for: half the time.
        """([rules, iframes]) => axe.run(document, {
          runOnly: { type: 'tag', values: rules }, iframes, resultTypes: ['violations'],
        })""",
        [_RULES, frames],
    )
    told = [
        f"{fault['id']}: {node['html'][:120]} {node['failureSummary']}"
        for fault in found["violations"]
        for node in fault["nodes"]
    ]
    return Examined(told, [rule["id"] for rule in found["passes"]])
