"""MkDocs with Material as the theme that ours stands on."""

from __future__ import annotations

import logging
import os
import re
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from datetime import UTC, datetime, time
from importlib import import_module

from jinja2 import Environment, TemplateError
from jinja2.bccache import Bucket, BytecodeCache
from mkdocs.commands.build import build as mkdocs_build
from mkdocs.config import load_config
from mkdocs.config.base import Config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import MkDocsException
from mkdocs.plugins import BasePlugin
from mkdocs.utils import get_theme_dir
from mkdocs.utils.yaml import yaml_load

from generator.engines.interface import Complaint, Engine, EngineError, Job

_LINK = re.compile(r"Doc file '(?P<page>[^']*)' contains an? .*?link (?:to )?'(?P<link>.*?)'(?:,| which)")
_UNREADABLE = re.compile(r"Error (?:reading|building) page '(?P<page>[^']*)'")


class _Complaints(logging.Handler):
    """Collects warnings and errors: `mkdocs build -q --strict` lets them pass (mkdocs #4126)."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.lines: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        """Keeps the message's text."""
        self.lines.append(record.getMessage())


class _NoOptions(Config):  # type: ignore[no-untyped-call]  # mkdocs leaves it without types
    """A plugin without options."""


class _Compiled(BytecodeCache):
    """Templates compiled once in a process, for all sites that it draws; the key covers a template's text."""

    def __init__(self) -> None:
        self._kept: dict[str, bytes] = {}

    def load_bytecode(self, bucket: Bucket) -> None:
        """What was kept, if anything."""
        if bucket.key in self._kept:
            bucket.bytecode_from_string(self._kept[bucket.key])

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keeps it."""
        self._kept[bucket.key] = bucket.bytecode_to_string()


_COMPILED = _Compiled()


class _Ticker(BasePlugin[_NoOptions]):  # type: ignore[no-untyped-call]  # likewise
    """Tells how many pages are done. Nothing that the site needs: another engine may be silent."""

    def __init__(self, job: Job) -> None:
        super().__init__()
        self._job = job

    def on_env(self, env: Environment, **_about: object) -> Environment:
        """The same environment, which compiles no template twice."""
        env.bytecode_cache = _COMPILED
        return env

    def on_post_page(self, output: str, **_about: object) -> str:
        """The page as it was."""
        self._job.tick()
        return output


@contextmanager
def _environment(**wanted: str) -> Iterator[None]:
    before = {key: os.environ.get(key) for key in wanted}
    os.environ.update(wanted)
    try:
        yield
    finally:
        for key, value in before.items():
            if value is None:
                os.environ.pop(key, None)
            else:
                os.environ[key] = value


@contextmanager
def _listening() -> Iterator[_Complaints]:
    complaints, logger = _Complaints(), logging.getLogger("mkdocs")
    propagate = logger.propagate
    logger.addHandler(complaints)
    logger.propagate = False
    try:
        yield complaints
    finally:
        logger.removeHandler(complaints)
        logger.propagate = propagate


def _config(job: Job) -> MkDocsConfig:
    with job.config.open(encoding="utf-8") as file:
        written = dict(yaml_load(file))
    config = load_config(
        str(job.config),
        docs_dir=str(job.pages),
        site_dir=str(job.site),
        site_name=job.name,
        site_url=job.url,
        site_description=job.description,
        theme=written["theme"] | {"custom_dir": str(job.theme)},
        nav=[_entry(item, job.menu) for item in written.get("nav", ())] or None,
        extra_css=[*written.get("extra_css", ()), *job.stylesheets],
        extra=written.get("extra", {}) | _extra(job),
        # Counted here instead: MkDocs' own count ends the build without saying what it counted.
        strict=False,
    )
    # Our templates load none of Material's 14,000 files; to list and copy them takes longer than a small site
    # itself.
    config.theme.dirs.remove(get_theme_dir(written["theme"]["name"]))
    return config


def _extra(job: Job) -> dict[str, object]:
    """What the templates ask for beside the settings that MkDocs knows."""
    extra: dict[str, object] = {}
    if job.logo is not None:
        extra["logotyp"] = {"bild": job.logo.path, "text": job.logo.text}
    if job.icon is not None:
        extra["ikon"] = job.icon
    if job.further:
        extra["sidor"] = [{"adress": address, "titel": title} for address, title in job.further]
    return extra


def _entry(item: object, menu: Mapping[str, tuple[str, str]]) -> object:
    """An entry of the nav, or the one in its place; what is no `title: page` stays."""
    page = next(iter(item.values()), None) if isinstance(item, dict) else None
    return dict([menu[page]]) if isinstance(page, str) and page in menu else item


def _complaint(line: str) -> Complaint:
    """MkDocs' line in Swedish. What it says of the theme or of mkdocs.yml is for developers, as it is."""
    if link := _LINK.match(line):
        return Complaint(
            "Länken leder ingenstans.",
            "Skriv filens namn (om.md, medier/bild.png) eller hela adressen med https://.",
            link["page"],
            link["link"],
        )
    if unreadable := _UNREADABLE.match(line):
        return Complaint(
            "Sidan går inte att rita.",
            "Se efter att länkarna är riktiga adresser och att listor och citat inte har för många nivåer.",
            unreadable["page"],
        )
    return Complaint(line)


def build(job: Job) -> None:
    """Page tree → site. Raises EngineError with every warning and error of MkDocs."""
    epoch = str(int(datetime.combine(job.day, time(), UTC).timestamp()))
    with _environment(SOURCE_DATE_EPOCH=epoch, NO_MKDOCS_2_WARNING="1"), _listening() as complaints:
        try:
            import_module("material.templates")  # prints its end-of-life notice unless told not to
            config = _config(job)
            config.plugins["insats/framsteg"] = _Ticker(job)
            config.plugins.on_startup(command="build", dirty=False)
            mkdocs_build(config)
            config.plugins.on_shutdown()
        except (MkDocsException, TemplateError) as error:
            complaints.lines.append(str(error))
        except (ValueError, RecursionError):  # from a page's text; MkDocs has logged which page it is
            if not any(_UNREADABLE.match(line) for line in complaints.lines):
                raise
    if complaints.lines:
        told = dict.fromkeys(_complaint(line) for line in complaints.lines)
        raise EngineError("mkdocs", tuple(told))


ENGINE = Engine(name="mkdocs", build=build)
