"""The theme and mkdocs.yml: beside the working folder's content, in the repository, or shipped."""

from __future__ import annotations

from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path


@dataclass(frozen=True)
class Resources:
    """What the engine needs beside the pages; both paths exist."""

    mkdocs: Path
    theme: Path


def find_resources() -> Resources:
    """Those of the working folder when it has both, else those that came with the program.

    Raises FileNotFoundError when the installation is not whole.
    """
    package = Path(str(files("generator")))
    for folder in (Path.cwd(), package.parent, package / "_shipped"):
        found = Resources(folder / "mkdocs.yml", folder / "theme")
        if found.mkdocs.is_file() and (found.theme / "insats.html").is_file():
            return found
    raise FileNotFoundError("mkdocs.yml and theme/ are missing")
