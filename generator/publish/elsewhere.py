"""Reads what stands beside the records' values and may name a person."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from generator.answers.person.mentions import Elsewhere
from generator.storage.folders import shown
from generator.storage.located import LocatedRecord


def path_of(content: Path, located: LocatedRecord) -> Path:
    """The record's file."""
    return content / "insatser" / located.folder / f"{located.slug}.yml"


def read_elsewhere(content: Path, config: Path, records: Sequence[LocatedRecord]) -> Elsewhere:
    """The records' raw text, `content/sidor`, the configuration, and the names of pages and media."""
    pages, media = _files(content / "sidor"), _files(content / "medier")
    return Elsewhere(
        sources={located.file: _text(path_of(content, located)) for located in records},
        pages={shown(path): _text(path) for path in pages},
        configuration=configuration_texts(config),
        names={shown(path): path.relative_to(content).as_posix() for path in (*pages, *media)},
    )


def configuration_texts(config: Path) -> dict[str, str]:
    """Each file's raw text, by its name as the editor knows it."""
    return {shown(path): _text(path) for path in _files(config)}


def _files(folder: Path) -> list[Path]:
    return sorted(path for path in folder.rglob("*") if path.is_file() and not path.is_symlink())


def _text(path: Path) -> str:
    return path.read_bytes().decode("utf-8", errors="replace").removeprefix("\ufeff")
