"""Mends the mechanical faults of records and settings. All files are written, or none."""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from generator.publish.rewriting import Rewritten, discard_leftovers, write_all
from generator.publish.swap import alone
from generator.records.config import ForbundConfig, SearchWordsFile, SiteConfig, VocabularyFile
from generator.records.model import Written
from generator.records.record import Record
from generator.records.terms import Terms
from generator.storage.fixing import Fix, fixed
from generator.storage.folders import shown, yaml_file
from generator.storage.load import SEARCH_WORDS
from generator.words.findings import Finding, in_order
from generator.words.swedish import did_you_mean


class UnknownFileError(Exception):
    """A name that is no record and no file of settings; `near` is one that was perhaps meant."""

    def __init__(self, near: str | None) -> None:
        self.near = near
        super().__init__("unknown file")


@dataclass(frozen=True)
class FixAnswer:
    """What was mended, or would be, by file; and the findings of files that cannot be read."""

    fixes: Mapping[str, tuple[Fix, ...]]
    findings: tuple[Finding, ...]


def fix_files(content: Path, config: Path, names: Sequence[str], *, write: bool) -> FixAnswer:
    """All files, or those named by path or as `<förbund>/<slug>`. Without `write` nothing is changed.

    Raises UnknownFileError, and OSError when a file cannot be written.
    """
    with alone(content.resolve()):
        known = _files(content, config)
        chosen = {path: known[path] for path in _named(names, content, known)} if names else known
        if write:
            for folder in (content / "insatser", config):
                discard_leftovers(folder)
        fixes: dict[str, tuple[Fix, ...]] = {}
        findings: list[Finding] = []
        rewritten: list[Rewritten] = []
        for path, model in chosen.items():
            opened = yaml_file(path)
            if isinstance(opened, Finding):
                findings.append(opened)
                continue
            found = fixed(opened.data, model, opened.file)
            findings += found.findings
            if found.fixes:
                fixes[opened.file] = found.fixes
                rewritten.append(Rewritten(path, opened.data, found.data))
        if write:
            write_all(rewritten)
    return FixAnswer(fixes, in_order(findings))


def _files(content: Path, config: Path) -> dict[Path, type[Written]]:
    """Every file that editors write as YAML, and what it holds."""
    found: dict[Path, type[Written]] = dict.fromkeys(_yaml(content / "insatser", "*/*.yml"), Record)
    found |= dict.fromkeys(_yaml(config, "site.yml"), SiteConfig)
    found |= dict.fromkeys(_yaml(config / "forbund", "*.yml"), ForbundConfig)
    found |= dict.fromkeys(_yaml(config / "villkor", "*.yml"), Terms)
    for path in _yaml(config / "begrepp", "*.yml"):
        found[path] = SearchWordsFile if path.stem == SEARCH_WORDS else VocabularyFile
    return found


def _yaml(folder: Path, pattern: str) -> list[Path]:
    return sorted(path for path in folder.glob(pattern) if not path.name.startswith("."))


def _named(names: Sequence[str], content: Path, known: Mapping[Path, type[Written]]) -> list[Path]:
    """The files in the order of their names. Nothing is followed: a link is told as one."""
    by_place = {os.path.abspath(path): path for path in known}  # noqa: PTH100 - resolve() would follow a link
    found: set[Path] = set()
    for name in names:
        places = (os.path.abspath(name), os.path.abspath(content / "insatser" / f"{name}.yml"))  # noqa: PTH100 - likewise
        path = next((by_place[place] for place in places if place in by_place), None)
        if path is None:
            raise UnknownFileError(did_you_mean(name, map(shown, known)))
        found.add(path)
    return [path for path in known if path in found]
