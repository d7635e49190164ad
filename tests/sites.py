"""Makes content and configuration folders in temporary places, builds sites of them, and reads those.

The reading here is our own, on purpose: a leak test that used `generator.audit` would share its faults.
"""

from __future__ import annotations

import gzip
import hashlib
import html
import io
import os
import re
import shutil
import subprocess
import sys
import zipfile
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from pathlib import Path
from urllib.parse import unquote

import yaml

from generator.publish.build import Request, Result, build
from generator.words.channels import parse_channel
from generator.words.findings import Finding

ROOT = Path(__file__).parents[1]
CASES = ROOT / "tests" / "cases"
DAY = "2026-11-23"
GAVLEBORG = "forbundswebb:gavleborg"
VAGEN = "exempelbygden/vagen-vidare"


@dataclass(frozen=True)
class Built:
    """One finished run: what it said, the site's folder, the page tree's folder."""

    result: Result
    out: Path
    pages: Path

    def text(self, path: str) -> str:
        """One file of the site as text."""
        return (self.out / path).read_text("utf-8")

    @cached_property
    def texts(self) -> dict[str, str]:
        """Every file of the site as a visitor could read it (see `readable`)."""
        return readable(self.out)

    @property
    def findings(self) -> tuple[Finding, ...]:
        return self.result.findings


@dataclass(frozen=True)
class Place:
    """A folder with `content/` and `site_config/` in it, as an editor has it."""

    folder: Path

    @property
    def content(self) -> Path:
        return self.folder / "content"

    @property
    def config(self) -> Path:
        return self.folder / "site_config"

    def record(self, name: str = VAGEN) -> Path:
        """The file of the record `<förbund>/<slug>`."""
        return self.content / "insatser" / f"{name}.yml"

    def edit(self, old: str, new: str, name: str = VAGEN) -> None:
        """Changes one place of a record's text; fails when it is not there exactly once."""
        path = self.record(name)
        text = path.read_text("utf-8")
        assert text.count(old) == 1, f"{old!r} stands {text.count(old)} times in {name}"
        path.write_text(text.replace(old, new), "utf-8")

    def build(self, channel: str = "portal", day: str = DAY, out: str = "site") -> Built:
        """Builds in this process; each `out` has a page tree of its own."""
        parsed = parse_channel(channel)
        work = self.folder / ("build" if out == "site" else f"build-{out}")
        request = Request(
            content=self.content,
            config=self.config,
            channel=parsed,
            day=date.fromisoformat(day),
            out=self.folder / out,
            work=work,
        )
        result = build(request)
        return Built(result, self.folder / out, work / "pages" / parsed.slug)


def exempelbygden(folder: Path) -> Place:
    """The invented register: the record of DOMAIN.md, the older one it prolongs, and their terms."""
    shutil.copytree(CASES / "exempelbygden", folder, dirs_exist_ok=True)
    return Place(folder)


def real(folder: Path) -> Place:
    """The register's own content and configuration, outside git so that no commit's date enters."""
    for name in ("content", "site_config"):
        shutil.copytree(ROOT / name, folder / name)
    return Place(folder)


def insats(*arguments: str, cwd: Path, **environment: str) -> subprocess.CompletedProcess[str]:
    """The command line in a process of its own."""
    return subprocess.run(
        [sys.executable, "-m", "generator", *arguments],
        cwd=cwd,
        env=environment_of(**environment),
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=60,
        check=False,
    )


def environment_of(**changes: str) -> dict[str, str]:
    """This process' environment with the package importable from any folder."""
    own = {"PYTHONPATH": str(ROOT), "PYTHONDONTWRITEBYTECODE": "1", "PYTHONUNBUFFERED": ""}
    return os.environ | own | changes


def files(folder: Path) -> dict[str, bytes]:
    """Every file below the folder: path → content."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def digests(folder: Path) -> dict[str, str]:
    """Every file below the folder: path → hash of its content."""
    return {name: hashlib.sha256(data).hexdigest() for name, data in files(folder).items()}


def readable(folder: Path) -> dict[str, str]:
    """Every file as a visitor could read it: gzip opened, entities and %-codes undone, its name first."""
    found: dict[str, str] = {}
    for name, data in files(folder).items():
        content = gzip.decompress(data) if data[:2] == b"\x1f\x8b" else data
        if data[:2] == b"PK":
            with zipfile.ZipFile(io.BytesIO(data)) as archive:
                content = b"\n".join(archive.read(member) for member in archive.namelist())
        text = content.decode("utf-8", errors="replace")
        decoded = html.unescape(unquote(text))
        spaces = re.sub(r"[\s\u00a0\u202f]+", " ", html.unescape(text))
        found[name] = "\n".join((unquote(name), text, decoded, spaces))
    return found


def mentions(texts: Mapping[str, str], needle: str) -> list[str]:
    """The files that hold the needle, whatever its case; digits also without what stands between."""
    wanted = needle.casefold()
    if re.fullmatch(r"[\d\s+()–/-]{6,}", needle):
        digits = re.sub(r"\D", "", needle).removeprefix("46").removeprefix("0")
        pattern = re.compile(r"[\s\u00a0()–/.-]*".join(digits))
        return [name for name, text in texts.items() if pattern.search(text)]
    return [name for name, text in texts.items() if wanted in text.casefold()]


def persons(content: Path) -> Iterator[tuple[str, dict[str, str]]]:
    """(`<förbund>/<slug>`, the person's keys) for every person of every record, by YAML alone."""
    for path in sorted((content / "insatser").glob("*/*.yml")):
        record = yaml.load(path.read_text("utf-8"), yaml.BaseLoader)  # noqa: S506 - text only
        for person in record.get("personer", []):
            telling = {key: value for key, value in person.items() if isinstance(value, str)}
            yield f"{path.parent.name}/{path.stem}", telling


def telling(person: Mapping[str, str]) -> set[str]:
    """The person's name (also reordered), e-mail address and number."""
    values = {person[key] for key in ("namn", "e-post", "telefon") if key in person}
    *first, last = person["namn"].split()
    return values | {f"{last}, {' '.join(first)}", f"{last} {' '.join(first)}"}


def rules(findings: Iterable[Finding]) -> list[str]:
    """The rules of the findings, in their order."""
    return [finding.rule for finding in findings]
