"""Versions of records that git remembers, for the checks that look back."""

from __future__ import annotations

from generator.checks.beside import Beside, Former, Past
from generator.checks.interface import Subject
from tests import private_values as v
from tests.checks.yaml_records import HEAD

ADDRESS = "exempelbygden/vagen-vidare"


def version(
    *changes: tuple[str, str], committed: bool = False, address: str = ADDRESS, gone: bool = False
) -> Former:
    """The public record with changes, as it was."""
    data = changed(*changes).encode()
    return Former(address, data, gone, stands=False, committed=committed)


def changed(*changes: tuple[str, str], more: str = "") -> str:
    text = HEAD
    for old, new in changes:
        assert old in text, old
        text = text.replace(old, new)
    return text + more


def now(*changes: tuple[str, str], slug: str = "vagen-vidare", more: str = "") -> Subject:
    """The record as it stands."""
    return v.subject(changed(*changes, more=more), file=f"content/insatser/exempelbygden/{slug}.yml")


def with_past(*versions: Former, successors: dict[str, str] | None = None) -> Beside:
    return Beside(past=Past(versions), successors=successors or {})
