"""What the editors keep beside the records: pages written by hand, and media.

The pages of `content/sidor/` are those of every site. In a folder with the id of a förbund are pages of that
förbund's own web alone: one of the same name stands in the place of the common one.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from generator.pages.own import title_of
from generator.storage.folders import finding
from generator.words.findings import Finding
from generator.words.swedish import did_you_mean

# What a picture or a report may be. No .svg (it can run scripts), no .html, no .yml.
MEDIA = frozenset({".png", ".jpg", ".jpeg", ".webp", ".avif", ".pdf"})

# With a dot in it a page would stand where a file of the site's own stands: sitemap.xml.md.
_PAGE = re.compile(r"[\w-]+")
_TAKEN = frozenset({"README"})  # for MkDocs another name of the folder's index
_HEAD = "Skriv överst ---, title: …, description: … och ---, på var sin rad och inget mer."


@dataclass(frozen=True)
class SitePages:
    """What one site has: `pages` by name (`om.md`), `media` by path (`medier/karta.png`).

    `files` tells where each page lies below `content/`: `om.md` → `sidor/gavleborg/om.md`.
    """

    pages: Mapping[str, str]
    media: Mapping[str, bytes]
    files: Mapping[str, str]


@dataclass(frozen=True)
class HandWritten:
    """What was read: `pages` and `media` of every site, and each förbund's `own` pages, by its folder."""

    pages: Mapping[str, str]
    media: Mapping[str, bytes]
    findings: tuple[Finding, ...]
    own: Mapping[str, Mapping[str, str]] = field(default_factory=dict)

    def on(self, forbund: str | None) -> SitePages:
        """What the förbund's own web has; None: what every other channel has."""
        own = self.own.get(forbund, {}) if forbund is not None else {}
        files = {name: f"sidor/{name}" for name in self.pages}
        files |= {name: f"sidor/{forbund}/{name}" for name in own}
        return SitePages({**self.pages, **own}, self.media, files)

    @property
    def by_file(self) -> dict[str, str]:
        """Every page by where it lies below `content/`."""
        own = {f"sidor/{key}/{name}": text for key, pages in self.own.items() for name, text in pages.items()}
        return {f"sidor/{name}": text for name, text in self.pages.items()} | own


def read_hand_written(content: Path) -> HandWritten:
    """`content/sidor/**/*.md` and `content/medier/**`. Links, hidden and other files are findings."""
    inside = _inside(content / "sidor", "[!.]*")
    folders = [path for path in inside if path.is_dir() and not path.is_symlink()]
    pages, wrong = _pages(path for path in inside if path not in folders)
    own: dict[str, Mapping[str, str]] = {}
    for folder in folders:
        own[folder.name], more = _pages(_inside(folder, "[!.]*"))
        wrong += more
    media, wrong_media = _media(content)
    return HandWritten(pages, media, (*wrong, *wrong_media), own)


def strange_folders(found: HandWritten, content: Path, forbund: Collection[str]) -> Iterator[Finding]:
    """An error for each folder of pages that is no förbund's: nobody would see them."""
    for name in found.own:
        if name not in forbund:
            near = did_you_mean(name, forbund)
            advice = f"Menade du {near}?" if near else "Ge mappen ett id som finns i site_config/forbund."
            message = "Mappen har inte ett förbunds namn, så sidorna i den hör inte till någon webbplats."
            yield finding(content / "sidor" / name, "sida-mapp", message, advice)


def _pages(paths: Iterable[Path]) -> tuple[dict[str, str], list[Finding]]:
    pages: dict[str, str] = {}
    findings: list[Finding] = []
    for path in paths:
        if path.is_symlink() or path.suffix != ".md" or not path.is_file():
            findings.append(finding(path, "sida-fil", "Det här är ingen sida.", "Lägg bara .md-filer här."))
            continue
        if _PAGE.fullmatch(path.stem) is None or path.stem in _TAKEN:
            advice = "Använd bara bokstäver, siffror och bindestreck, och inte README."
            findings.append(finding(path, "sida-fil", "Filens namn kan inte bli en adress.", advice))
            continue
        try:
            text = path.read_bytes().decode("utf-8-sig").replace("\r\n", "\n")
        except OSError:
            findings.append(_unreadable(path))
        except UnicodeDecodeError:
            findings.append(finding(path, "sida-fil", "Filen är inte UTF-8.", "Spara den som UTF-8."))
        else:
            if title_of(text) is None:
                findings.append(finding(path, "sida", "Sidan börjar inte med sin rubrik.", _HEAD))
            else:
                pages[path.name] = text
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
