"""The only place that opens files: the YAML files of a folder, and what does not belong there."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path

from generator.storage.limits import LARGEST_FILE
from generator.words.findings import Finding, Position

_START = Position(1, 1)


@dataclass(frozen=True)
class YamlFile:
    """A file that was read: its name for the editor, its stem, its folder's name, its bytes."""

    file: str
    stem: str
    folder: str
    data: bytes


def shown(path: Path) -> str:
    """The path as the editor knows it: from the current directory when it is inside it."""
    name = path.relative_to(Path.cwd()) if path.is_relative_to(Path.cwd()) else path
    # A file name may hold line breaks and bytes that are no text; a terminal must not get them.
    return "".join(char if char.isprintable() else "\ufffd" for char in name.as_posix())


def finding(path: Path, rule: str, message: str, advice: str) -> Finding:
    """A finding about a file or folder as such."""
    return Finding(shown(path), _START, rule, message, advice)


def _open(path: Path) -> YamlFile | Finding:
    try:
        with path.open("rb") as source:
            data = source.read(LARGEST_FILE + 1)
    except OSError:
        advice = "Se efter att den finns och att du får läsa den."
        return finding(path, "fil-olasbar", "Filen går inte att öppna.", advice)
    return YamlFile(shown(path), path.stem, path.parent.name, data)


def yaml_file(path: Path) -> YamlFile | Finding:
    """One file that must be there. A link is not followed."""
    if path.is_symlink():
        return _link(path)
    if not path.is_file():
        return finding(path, "fil-saknas", "Filen saknas.", "Lägg till den.")
    return _open(path)


def _link(path: Path) -> Finding:
    advice = "Lägg själva filen eller mappen här i stället."
    return finding(path, "fil-lank", "Det här är en länk till något annat, och den följs inte.", advice)


def _kind(entry: os.DirEntry[str]) -> str:
    if entry.is_symlink():
        return "link"
    if entry.is_dir(follow_symlinks=False):
        return "folder"
    return "file" if entry.is_file(follow_symlinks=False) else "other"


def _entries(folder: Path) -> tuple[list[tuple[Path, str]], list[Finding]]:
    """What stands in a folder and of what kind, by name; no links.

    Hidden files (.gitkeep, an editor's own) are passed over.
    """
    if folder.is_symlink():
        return [], [_link(folder)]
    try:
        with os.scandir(folder) as entries:
            found = sorted((entry.name, _kind(entry)) for entry in entries if entry.name[0] != ".")
    except OSError:
        advice = "Skapa den, eller kör kommandot från projektets mapp."
        return [], [finding(folder, "mapp-saknas", "Mappen saknas eller går inte att läsa.", advice)]
    links = [_link(folder / name) for name, kind in found if kind == "link"]
    return [(folder / name, kind) for name, kind in found if kind != "link"], links


def yaml_files(folder: Path) -> tuple[tuple[YamlFile, ...], tuple[Finding, ...]]:
    """The `.yml` files of one folder, by name, and a finding for everything else in it."""
    entries, findings = _entries(folder)
    files: list[YamlFile] = []
    for path, kind in entries:
        if kind != "file" or path.suffix != ".yml":
            message = "Här får bara filer som slutar på .yml finnas."
            findings.append(finding(path, "fil-slag", message, "Byt namn på den eller flytta den."))
            continue
        opened = _open(path)
        if isinstance(opened, Finding):
            findings.append(opened)
        else:
            files.append(opened)
    return tuple(files), tuple(findings)


def yaml_files_in_subfolders(folder: Path) -> tuple[tuple[YamlFile, ...], tuple[Finding, ...]]:
    """The `.yml` files one folder down, by folder and name, and a finding for everything else."""
    entries, findings = _entries(folder)
    files: list[YamlFile] = []
    for path, kind in entries:
        if kind == "folder":
            inner, more = yaml_files(path)
            files.extend(inner)
            findings.extend(more)
        else:
            message = "Här får bara mappar finnas, en för varje förbund."
            findings.append(finding(path, "fil-plats", message, "Flytta filen till förbundets mapp."))
    return tuple(files), tuple(findings)
