"""What a change does beside the records: pages written by hand, media, and settings that visitors see."""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from pathlib import PurePosixPath

from generator.answers.difference.rows import CHANGED, GONE, PUBLIC, Change, Kind
from generator.publish.hand_written import MEDIA, HandWritten
from generator.publish.reading import Configuration
from generator.records.config import ForbundConfig, SiteConfig
from generator.storage.stored import Blob, Stored
from generator.words.channels import Channel

_VERB: Mapping[Kind, str] = {PUBLIC: "läggs till", CHANGED: "ändras", GONE: "tas bort"}


def hand_written_changes(own: HandWritten, stored: Stored, channels: Sequence[Channel]) -> Iterator[Change]:
    """Pages written by hand and media: which are new, changed and gone, and on which sites."""
    new = {**own.by_file, **own.media}
    old = {name: _read(name, blob) for name, blob in stored.blobs.items() if _published(name, blob)}
    for name in sorted({*old, *new}):
        what = "Sidan som är skriven för hand" if name.startswith("sidor/") else "Filen"
        sites = tuple(one.name for one in channels if one.has_site and _is_on(name, one, (old, new)))
        yield from _row(name, what, "sida", stored.shown, (old.get(name), new.get(name)), sites)


def _is_on(name: str, site: Channel, versions: Iterable[Container[str]]) -> bool:
    """Whether a site has the file in some version: no other förbund's page, no common one always replaced."""
    if not name.startswith("sidor/"):
        return True
    folder, _, page = name.removeprefix("sidor/").rpartition("/")
    if folder:
        return site.forbund == folder
    return site.forbund is None or any(f"sidor/{site.forbund}/{page}" not in version for version in versions)


def _published(name: str, blob: Blob) -> bool:
    path = PurePosixPath(name)
    if blob.kind != "file" or path.name.startswith("."):
        return False
    if path.parts[0] == "sidor":
        return len(path.parts) in (2, 3) and path.suffix == ".md"
    return path.parts[0] == "medier" and path.suffix.lower() in MEDIA


def _read(name: str, blob: Blob) -> str | bytes:
    """As `read_hand_written` reads it from the disk: a page without its editor's way of ending lines."""
    if not name.startswith("sidor/"):
        return blob.data
    return blob.data.decode("utf-8-sig", "replace").replace("\r\n", "\n")


def settings_changes(
    shown: str, old: Configuration | None, new: Configuration, channels: Sequence[Channel]
) -> Iterator[Change]:
    """What visitors read of the settings: the site's own words, the förbunds', the vocabularies."""
    if old is None:
        return
    everywhere = tuple(one.name for one in channels)
    sites = tuple(one.name for one in channels if one.has_site)
    site = (_words(old.site), _words(new.site))
    yield from _row("site.yml", "Webbplatsens egna uppgifter", "inställning", shown, site, sites)
    for name in sorted({*old.forbund, *new.forbund}):
        forbund = (old.forbund.get(name), new.forbund.get(name))
        both = tuple(_without_look(one) for one in forbund)
        # A look is seen on the förbund's own web alone.
        seen = (None, name) if both[0] != both[1] else (name,)
        where = tuple(one.name for one in channels if one.forbund in seen)
        file = f"forbund/{name}.yml"
        yield from _row(file, "Förbundets egna uppgifter", "inställning", shown, forbund, where)
    for name in sorted({*old.vocabularies} & {*new.vocabularies}):
        words = (old.vocabularies[name], new.vocabularies[name])
        yield from _row(f"begrepp/{name}.yml", "Ordlistan", "inställning", shown, words, everywhere)


def _without_look(forbund: ForbundConfig | None) -> ForbundConfig | None:
    return None if forbund is None else forbund.model_copy(update={"look": None})


def _words(site: SiteConfig) -> SiteConfig:
    """Without what the gate goes by: that shows in the records."""
    return site.model_copy(update={"rules": [], "contact_end": None})


def _row(
    name: str,
    what: str,
    rule: str,
    shown: str,
    both: tuple[object, object],
    channels: tuple[str, ...],
) -> Iterator[Change]:
    was, now = both
    if was == now or not channels:
        return
    kind = PUBLIC if was is None else GONE if now is None else CHANGED
    yield Change(
        kind=kind,
        insats=name,
        field="",
        person=None,
        role=None,
        text=f"{what} {_VERB[kind]}",
        rule=rule,
        ground=None,
        terms=None,
        clause=None,
        ground_line=None,
        until=None,
        file=f"{shown}/{name}",
        line=1,
        channels=channels,
    )
