"""The proof of a build: what was searched for, where, made from which inputs. Never in the site."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from generator import __version__
from generator.publish.auditing import Audited, together
from generator.publish.fewer import Count
from generator.words.channels import Channel

_SCHEMA = 1


@dataclass(frozen=True)
class Proof:
    """One published build. The two digests are sha256 over names and contents, in name order.

    `audited` is of the pages, by the site's channel; `data` of the files that exports made, by öppna-data.
    """

    channel: Channel
    day: date
    inputs: str
    site: str
    count: Count
    audited: Audited
    data: Audited

    def as_json(self) -> str:
        """The proof file's text. It depends on inputs, channel, date and version alone: no clock."""
        data = {
            "version": _SCHEMA,
            "kanal": self.channel.name,
            "datum": self.day.isoformat(),
            "generator": __version__,
            "indata_sha256": self.inputs,
            "webbplats_sha256": self.site,
            "insatser": self.count.published,
            "dolda_av_posten": self.count.hidden,
            **_counted(together(self.audited, self.data)),
            "öppna_data": _counted(self.data),
        }
        return json.dumps(data, ensure_ascii=False, indent=2) + "\n"


def _counted(audited: Audited) -> dict[str, int]:
    report, searched = audited.report, audited.searched
    return {
        "sökta_uppgifter": searched.sought,
        "för_korta_eller_vanliga": searched.not_sought,
        "filer": report.files,
        "byte": report.read,
        "träffar": len(report.hits),
    }


def digest(folders: Iterable[Path]) -> str:
    """sha256 over every file below the folders: each name and content, in name order. Links are no files."""
    whole = hashlib.sha256()
    for number, folder in enumerate(folders):
        for path in sorted(path for path in folder.rglob("*") if path.is_file() and not path.is_symlink()):
            content = hashlib.sha256(path.read_bytes()).hexdigest()
            whole.update(
                f"{number} {content} {path.relative_to(folder).as_posix()}\0".encode(errors="replace")
            )
    return whole.hexdigest()


def write_proof(proof: Proof, work: Path) -> None:
    """`work/proof.json`, the latest of all, and `work/proof/<channel>.json`. Each is replaced in one step."""
    for path in (work / "proof.json", work / "proof" / f"{proof.channel.slug}.json"):
        path.parent.mkdir(parents=True, exist_ok=True)
        beside = path.with_name(f".{path.name}.new")
        beside.write_text(proof.as_json(), "utf-8")
        beside.replace(path)


def made_of_others(work: Path, inputs: str, channel: Channel) -> tuple[str, ...]:
    """The other channels that have a site or page tree in `work`, made from other inputs than these."""
    return tuple(slug for slug in outdated_slugs(work, inputs) if slug != channel.slug)


def outdated_slugs(work: Path, inputs: str) -> tuple[str, ...]:
    """Every channel that has a site or page tree in `work`, made from other inputs than these."""
    return tuple(sorted(slug for slug in _slugs(work) if _inputs(work, slug) != inputs))


def _slugs(work: Path) -> set[str]:
    return {folder.name for kind in ("pages", "site") for folder in _filled(work / kind)}


def _filled(folder: Path) -> Iterator[Path]:
    for inner in folder.iterdir() if folder.is_dir() else ():
        if inner.is_dir() and not inner.name.startswith(".") and any(inner.iterdir()):
            yield inner


def _inputs(work: Path, slug: str) -> str | None:
    """What the channel's proof says of its inputs; None when it has no proof, or none that can be read."""
    try:
        data = json.loads((work / "proof" / f"{slug}.json").read_text("utf-8"))
    except (OSError, ValueError):
        return None
    return str(data["indata_sha256"]) if isinstance(data, dict) and "indata_sha256" in data else None
