"""Pagefind's own program over the finished HTML: its Python API took sixteen times as long.

Only pages with `data-pagefind-body` are indexed, and what stands in them is public already.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from pathlib import Path

from pagefind_bin import get_executable

from generator.search.canonical import UnknownFormError, in_one_order

FOLDER = "pagefind"
_LANGUAGE = "sv"
_PROGRAM = "Programmet som bygger sökningen (pagefind)"
# All that our own page of the search asks for. Pagefind adds three other user interfaces, a highlighter
# and the WebAssembly of unknown languages: 0.5 MB that nobody would load.
_KEPT = ("pagefind.js", "pagefind-worker.js", "pagefind-entry.json", f"wasm.{_LANGUAGE}.pagefind")
_KEPT_SUFFIXES = frozenset({".pf_meta", ".pf_index", ".pf_filter", ".pf_fragment"})


class SearchError(Exception):
    """No index was made, or another one than was wanted; `said` is for the editor, in Swedish."""

    def __init__(self, said: str, program: str = "") -> None:
        self.said = said
        super().__init__(f"{said} {program}".strip())


def build_search(site: Path, expected: int) -> None:
    """Writes `site/pagefind/`, from nothing, for the `expected` pages of insatser: for none, nothing.

    Same pages, same bytes: what the program leaves to chance is put in order, and it is given no settings
    from its surroundings. Raises SearchError.
    """
    target = site / FOLDER
    shutil.rmtree(target, ignore_errors=True)  # Pagefind leaves the fragments of pages that are gone
    if expected == 0:
        # Where no page has a body to index, Pagefind takes every page whole.
        return
    _run(site, target)
    _prune(target)
    found = _page_count(target)
    try:
        in_one_order(target)
    except (OSError, UnknownFormError) as error:
        raise SearchError(f"{_PROGRAM} skrev ett register i en okänd form.") from error
    if found != expected:
        raise SearchError(f"Sökningen fick med {found} insatser av {expected}.")


def _run(site: Path, target: Path) -> None:
    # What Pagefind would read of its own accord: PAGEFIND_* here, and pagefind.yml where it runs.
    surroundings = {key: value for key, value in os.environ.items() if not key.startswith("PAGEFIND_")}
    try:
        command = [
            str(get_executable().resolve()),
            *("--site", str(site.resolve())),
            *("--output-path", str(target.resolve())),
            *("--glob", "insatser/**/*.html"),
            *("--force-language", _LANGUAGE),
            "--quiet",
        ]
        done = subprocess.run(  # noqa: S603 - no shell, and no word of it comes from a record
            command, cwd=site, env=surroundings, capture_output=True, text=True, check=False
        )
    except OSError as error:  # FileNotFoundError of pagefind_bin, too
        raise SearchError(f"{_PROGRAM} saknas eller går inte att köra.") from error
    if done.returncode != 0:
        raise SearchError(f"{_PROGRAM} gav upp.", done.stderr or done.stdout)


def _prune(target: Path) -> None:
    for path in sorted(target.rglob("*")):
        if path.is_file() and path.suffix not in _KEPT_SUFFIXES and path.name not in _KEPT:
            path.unlink()


def _page_count(target: Path) -> int:
    try:
        entry = json.loads((target / "pagefind-entry.json").read_text("utf-8"))
        return sum(int(language["page_count"]) for language in entry["languages"].values())
    except (OSError, ValueError, KeyError, TypeError, AttributeError) as error:
        raise SearchError(f"{_PROGRAM} skrev inget register.") from error
