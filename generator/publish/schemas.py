"""The JSON Schemas beside the settings, where editors' programs find them: `schema/`."""

from __future__ import annotations

import json
import os
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from generator.publish.reading import Configuration
from generator.records.schema import KINDS, schema
from generator.storage.choices import choices
from generator.storage.folders import finding
from generator.words.findings import Finding, Severity

RECORD = "insats.json"


def schema_folder(config: Path) -> Path:
    """`schema/` beside `site_config/`."""
    return config.resolve().parent / "schema"


def path_to_schema(record: Path, config: Path) -> str:
    """From the record's folder to its schema, as it is written in the record."""
    schema = schema_folder(config) / RECORD
    return Path(os.path.relpath(schema, record.parent.resolve())).as_posix()


def schema_text(kind: str, configuration: Configuration) -> str:
    """One schema, with the words of the settings."""
    known = choices(configuration.vocabularies, configuration.forbund, configuration.terms)
    return json.dumps(schema(kind, known), ensure_ascii=False, indent=2) + "\n"


def write_schemas(config: Path, configuration: Configuration) -> list[Path]:
    """Writes those that are missing or old, and tells which."""
    folder = schema_folder(config)
    folder.mkdir(exist_ok=True)
    old = [*_old(folder, configuration)]
    for path, text in old:
        path.write_text(text, "utf-8")
    return [path for path, _ in old]


def old_schemas(config: Path, configuration: Configuration) -> Iterator[Finding]:
    """A warning for each schema that lies there and does not tell today's keys and words."""
    for path, _ in _old(schema_folder(config), configuration):
        if path.exists():
            old = finding(
                path,
                "schema-gammalt",
                "Hjälpen till redigeraren är gammal: nycklarna eller orden är andra nu.",
                "Kör insats schema --write.",
            )
            yield replace(old, severity=Severity.WARNING)


def _old(folder: Path, configuration: Configuration) -> Iterator[tuple[Path, str]]:
    for kind in KINDS:
        path, text = folder / f"{kind}.json", schema_text(kind, configuration)
        if not path.is_file() or path.read_bytes() != text.encode():
            yield path, text
