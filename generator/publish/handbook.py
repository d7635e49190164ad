"""The handbook as pages: for the preview, and for a site that is to have it.

Its pages are drawn in a site of their own without a single record, and taken from there. What they refer to
(the look, the menu) is the same as in the site they are laid into. Editors may write in its folder, so its
pages are audited like all others.
"""

from __future__ import annotations

import tempfile
from collections.abc import Mapping
from datetime import date
from pathlib import Path

from generator.exports.dictionary import data_pages
from generator.pages.handbok import FOLDER, handbook_pages
from generator.pages.menu import IN_THE_FOOT
from generator.pages.own import title_of
from generator.pages.render import render
from generator.publish.catalogue import make_catalogue
from generator.publish.drawing import SILENT, draw, places_of
from generator.publish.hand_written import SitePages
from generator.publish.look import look
from generator.publish.reading import Configuration
from generator.publish.resources import find_resources
from generator.publish.tree import write_tree
from generator.words.channels import Channel

_ANY_DAY = date(2000, 1, 1)  # no page of the handbook says a day


def handbook_files(configuration: Configuration, own: SitePages, channel: Channel) -> dict[str, bytes]:
    """Every file of the handbook, by its name below its folder.

    Of the `own` pages only the titles matter: the menu and the foot lead to them.
    """
    texts, pictures = _read()
    catalogue = make_catalogue((), configuration, channel, _ANY_DAY, {})
    standard = {name: f"---\ntitle: {title_of(own.pages[name])}\n---\n" for name in IN_THE_FOOT}
    pages = render(catalogue, standard, data_pages(catalogue)) | handbook_pages(texts, pictures.keys())
    files = {name: text.encode() for name, text in pages.items()}
    files |= look(catalogue) | {f"{FOLDER}/{name}": content for name, content in pictures.items()}
    with tempfile.TemporaryDirectory() as folder:
        written, site = Path(folder, "pages"), Path(folder, "site")
        write_tree(files, written)
        draw(catalogue, own, written, site, SILENT, places_of(own, Path("content")))
        inside = site / FOLDER
        return {
            path.relative_to(inside).as_posix(): path.read_bytes()
            for path in sorted(inside.rglob("*"))
            if path.is_file()
        }


def write_handbook(configuration: Configuration, own: SitePages, channel: Channel, site: Path) -> None:
    """Writes the handbook into a site that has nothing on its address yet."""
    write_tree(handbook_files(configuration, own, channel), site / FOLDER)


def handbook_text(site: Path) -> str:
    """What the handbook says, where the site has it: its examples have addresses and numbers of nobody."""
    return "\n".join(_read()[0].values()) if (site / FOLDER).is_dir() else ""


def _read() -> tuple[Mapping[str, str], Mapping[str, bytes]]:
    folder = find_resources().handbook
    texts = {path.name: path.read_text("utf-8") for path in sorted(folder.glob("*.md"))}
    pictures = {f"bilder/{path.name}": path.read_bytes() for path in sorted(folder.glob("bilder/*"))}
    return texts, pictures
