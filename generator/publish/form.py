"""The form in the browser: its files, for the preview and for a site that is to have it."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Mapping
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path

from generator.form.config import Words, form_config
from generator.form.page import form_page, form_policy
from generator.hosting.plan import REVALIDATE, plan
from generator.hosting.types import TYPES, WITH_CHARSET
from generator.publish.reading import Configuration
from generator.publish.tree import unchanged, write_tree
from generator.records.config import FormServer

FOLDER = "admin"


class FormError(Exception):
    """A program of the form is not the one that its lock names: the installation is not whole."""


def form_files(configuration: Configuration, server: FormServer | None) -> dict[str, bytes]:
    """Every file of the form, by its name below its folder. Raises FormError.

    It saves on `server`, or else in a folder of the editor's machine. Only the page and `config.json` are
    made anew; the rest is as it came.
    """
    site = configuration.site.name
    words = Words(
        site=site,
        forbund={key: one.name for key, one in configuration.forbund.items()},
        terms={key: one.name for key, one in configuration.terms.items()},
        vocabularies=configuration.vocabularies,
    )
    config = json.dumps(form_config(words, server), ensure_ascii=False)
    return {
        **_shipped(),
        "index.html": form_page(site, server).encode(),
        "config.json": config.encode(),
    }


def form_headers(name: str) -> list[tuple[str, str]]:
    """What the preview sends with a file of the form: what a host is told of it, and its type."""
    file = f"{FOLDER}/{name}"
    rules = plan([file], {f"{FOLDER}/index.html": form_policy(None)})
    kind = next(kind for kind, suffixes in TYPES.items() if name.rpartition(".")[2] in suffixes)
    charset = "; charset=utf-8" if kind in WITH_CHARSET or kind == "text/html" else ""
    headers = [header for rule in rules if rule.covers(file) for header in rule.headers]
    return [("Content-Type", f"{kind}{charset}"), ("Cache-Control", REVALIDATE), *headers]


def write_form(configuration: Configuration, site: Path) -> None:
    """Writes the form into a site that has nothing on its address yet."""
    write_tree(form_files(configuration, configuration.site.form), site / FOLDER)


def unchanged_form(configuration: Configuration, site: Path) -> frozenset[str]:
    """The files of the form in a site that are byte for byte what the settings make of it.

    They are the same whatever the records say, so nothing of a record can be in them.
    """
    if not (site / FOLDER).is_dir():
        return frozenset()
    return unchanged(form_files(configuration, configuration.site.form), site, FOLDER)


@cache
def _lock() -> Mapping[str, str]:
    text = (_folder() / "shipped" / "lock.json").read_text("utf-8")
    found: dict[str, str] = json.loads(text)["files"]
    return found


@cache
def _shipped() -> Mapping[str, bytes]:
    found = {name: (_folder() / "shipped" / name).read_bytes() for name in _lock()}
    changed = [name for name, content in found.items() if _hash(content) != _lock()[name]]
    if changed:
        raise FormError(", ".join(changed))
    return found | dict(_own())


def _own() -> Iterator[tuple[str, bytes]]:
    for path in (_folder() / "own").iterdir():
        yield path.name, path.read_bytes()


def _folder() -> Traversable:
    return files("generator.form")


def _hash(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()
