"""What the editors keep beside the records: pages written by hand, and media."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from generator.storage.folders import finding
from generator.words.findings import Finding

# What a picture or a report may be. No .svg (it can run scripts), no .html, no .yml.
MEDIA = frozenset({".png", ".jpg", ".jpeg", ".webp", ".avif", ".pdf"})

# With a dot in it a page would stand where a file of the site's own stands: sitemap.xml.md.
_PAGE = re.compile(r"[\w-]+")
_TAKEN = frozenset({"README"})  # for MkDocs another name of the folder's index


@dataclass(frozen=True)
class HandWritten:
    """`pages` by name (`om.md`) and `media` by path (`medier/karta.png`)."""

    pages: Mapping[str, str]
    media: Mapping[str, bytes]
    findings: tuple[Finding, ...]


def read_hand_written(content: Path) -> HandWritten:
    """`content/sidor/*.md` and `content/medier/**`. Links, hidden and other files are findings."""
    pages, wrong_pages = _pages(content)
    media, wrong_media = _media(content)
    return HandWritten(pages, media, (*wrong_pages, *wrong_media))


def _pages(content: Path) -> tuple[dict[str, str], list[Finding]]:
    pages: dict[str, str] = {}
    findings: list[Finding] = []
    for path in _inside(content / "sidor", "[!.]*"):
        if path.is_symlink() or path.suffix != ".md" or not path.is_file():
            findings.append(finding(path, "sida-fil", "Det här är ingen sida.", "Lägg bara .md-filer här."))
            continue
        if _PAGE.fullmatch(path.stem) is None or path.stem in _TAKEN:
            advice = "Använd bara bokstäver, siffror och bindestreck, och inte README."
            findings.append(finding(path, "sida-fil", "Filens namn kan inte bli en adress.", advice))
            continue
        try:
            pages[path.name] = path.read_bytes().decode("utf-8-sig").replace("\r\n", "\n")
        except OSError:
            findings.append(_unreadable(path))
        except UnicodeDecodeError:
            findings.append(finding(path, "sida-fil", "Filen är inte UTF-8.", "Spara den som UTF-8."))
    return pages, findings


def _media(content: Path) -> tuple[dict[str, bytes], list[Finding]]:
    media: dict[str, bytes] = {}
    findings: list[Finding] = []
    for path in _inside(content / "medier", "**/*"):
        if path.name.startswith(".") or (path.is_dir() and not path.is_symlink()):
            continue
        name = path.relative_to(content).as_posix()
        if not name.isprintable():
            advice = "Döp om filen eller mappen den ligger i, och skriv namnet på nytt."
            findings.append(finding(path, "media-fil", "Namnet har tecken som inte går att läsa.", advice))
            continue
        if path.is_symlink() or path.suffix.lower() not in MEDIA or not path.is_file():
            advice = f"Lägg bara filer som slutar på {', '.join(sorted(MEDIA))} här."
            findings.append(finding(path, "media-fil", "Filen kan inte publiceras.", advice))
            continue
        try:
            media[name] = path.read_bytes()
        except OSError:
            findings.append(_unreadable(path))
    return media, findings


def _inside(folder: Path, pattern: str) -> list[Path]:
    """What stands in a folder; a folder that is a link, or no folder, is itself what stands there."""
    if folder.is_symlink() or (folder.exists() and not folder.is_dir()):
        return [folder]
    return sorted(folder.glob(pattern))


def _unreadable(path: Path) -> Finding:
    advice = "Se efter att du får läsa den."
    return finding(path, "fil-olasbar", "Filen går inte att öppna.", advice)
