"""The only place that opens files: the YAML files of a folder, and what does not belong there.

A folder is on the disk or in a stored revision; what is wrong with it is told alike.
"""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path

from generator.storage.limits import LARGEST_FILE
from generator.storage.stored import Place
from generator.words.findings import Finding, Position

_START = Position(1, 1)


@dataclass(frozen=True)
class YamlFile:
    """A file that was read: its name for the editor, its stem, its folder's name, its bytes."""

    file: str
    stem: str
    folder: str
    data: bytes


def shown(path: Place) -> str:
    """The path as the editor knows it: from the current directory when it is inside it."""
    if isinstance(path, Path) and path.is_relative_to(Path.cwd()):
        path = path.relative_to(Path.cwd())
    # A file name may hold line breaks and bytes that are no text; a terminal must not get them.
    return "".join(char if char.isprintable() else "\ufffd" for char in str(path))


def finding(path: Place, rule: str, message: str, advice: str) -> Finding:
    """A finding about a file or folder as such."""
    return Finding(shown(path), _START, rule, message, advice)


def _open(path: Place) -> YamlFile | Finding:
    try:
        data = _data(path)
    except OSError:
        advice = "Se efter att den finns och att du får läsa den."
        return finding(path, "fil-olasbar", "Filen går inte att öppna.", advice)
    return YamlFile(shown(path), path.stem, path.parent.name, data)


def _data(path: Place) -> bytes:
    if isinstance(path, Path):
        with path.open("rb") as source:
            return source.read(LARGEST_FILE + 1)
    blob = path.blob()
    return b"" if blob is None else blob.data[: LARGEST_FILE + 1]


def yaml_file(path: Place) -> YamlFile | Finding:
    """One file that must be there. A link is not followed."""
    if path.is_symlink():
        return _link(path)
    if not path.is_file():
        return finding(path, "fil-saknas", "Filen saknas.", "Lägg till den.")
    return _open(path)


def _link(path: Place) -> Finding:
    advice = "Lägg själva filen eller mappen här i stället."
    return finding(path, "fil-lank", "Det här är en länk till något annat, och den följs inte.", advice)


def _kind(entry: os.DirEntry[str]) -> str:
    if entry.is_symlink():
        return "link"
    if entry.is_dir(follow_symlinks=False):
        return "folder"
    return "file" if entry.is_file(follow_symlinks=False) else "other"


def _entries(folder: Place) -> tuple[list[tuple[Place, str]], list[Finding]]:
    """What stands in a folder and of what kind, by name; no links.

    Hidden files (.gitkeep, an editor's own) are passed over.
    """
    if folder.is_symlink():
        return [], [_link(folder)]
    try:
        found = [(name, kind) for name, kind in _inside(folder) if name[0] != "."]
    except OSError:
        advice = "Skapa den, eller kör kommandot från projektets mapp."
        return [], [finding(folder, "mapp-saknas", "Mappen saknas eller går inte att läsa.", advice)]
    links = [_link(folder / name) for name, kind in found if kind == "link"]
    return [(folder / name, kind) for name, kind in found if kind != "link"], links


def _inside(folder: Place) -> list[tuple[str, str]]:
    if isinstance(folder, Path):
        with os.scandir(folder) as entries:
            return sorted((entry.name, _kind(entry)) for entry in entries)
    found: list[tuple[str, str]] = [*folder.children()]
    if not found:  # git keeps no empty folders
        raise FileNotFoundError
    return found


def is_folder(folder: Place) -> bool:
    """Whether something is there at all, for a folder that may be missing."""
    if isinstance(folder, Path):
        return os.path.lexists(folder)
    return folder.blob() is not None or next(folder.children(), None) is not None


def yaml_files(folder: Place) -> tuple[tuple[YamlFile, ...], tuple[Finding, ...]]:
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


def yaml_files_in_subfolders(folder: Place) -> tuple[tuple[YamlFile, ...], tuple[Finding, ...]]:
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
