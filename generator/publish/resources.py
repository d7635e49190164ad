"""The theme, mkdocs.yml and standard pages: in the working folder, in the repository, or shipped."""

from __future__ import annotations

from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path

HANDBOOK = "docs/handbok"


@dataclass(frozen=True)
class Resources:
    """What a build needs beside the editors' own files; `mkdocs` and `theme` exist.

    `content` holds the standard pages (`sidor/om.md` …), for editors who have not written their own, and
    `handbook` the editors' handbook.
    """

    mkdocs: Path
    theme: Path
    content: Path
    handbook: Path


def find_resources() -> Resources:
    """Those of the working folder when it has both, else those that came with the program.

    Raises FileNotFoundError when the installation is not whole.
    """
    package = Path(str(files("generator")))
    folders = (Path.cwd(), package.parent, package / "_shipped")
    # Not the working folder's: what the editors have written of them stands beside these.
    standard = next((folder for folder in folders[1:] if (folder / "content/sidor/om.md").is_file()), package)
    handbook = next((folder for folder in folders if (folder / HANDBOOK / "README.md").is_file()), package)
    for folder in folders:
        found = Resources(folder / "mkdocs.yml", folder / "theme", standard / "content", handbook / HANDBOOK)
        if found.mkdocs.is_file() and (found.theme / "insats.html").is_file():
            return found
    raise FileNotFoundError("mkdocs.yml and theme/ are missing")
