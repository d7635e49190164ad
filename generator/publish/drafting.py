"""Writes a new record: paused, without a decision, with a comment to every key. It never overwrites one."""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from pydantic import JsonValue

from generator.checks.beside import id_in
from generator.publish.past import remembered
from generator.publish.reading import Configuration
from generator.publish.schemas import RECORD, path_to_schema, schema_folder, write_schemas
from generator.publish.swap import alone
from generator.storage.choices import choices
from generator.storage.draft import draft
from generator.storage.folders import YamlFile, shown, yaml_files_in_subfolders
from generator.storage.load import read_record
from generator.storage.wishes import Answers, WishRefusedError, free_id, slug_of, start_of
from generator.words.dates import parse_partial_date


@dataclass(frozen=True)
class Drafted:
    """The new file, and the schemas that had to be written for the line that names one."""

    path: Path
    schemas: tuple[Path, ...]


def draft_record(
    content: Path, config: Path, configuration: Configuration, answers: Answers, today: date
) -> Drafted:
    """Writes `content/insatser/<förbund>/<slug>.yml`. `answers`: by the names of the wishes, understood.

    Raises WishRefusedError when the file or its address is another insats', or the record would not be sound.
    """
    forbund, name = answers["forbund"][0], answers["name"][0]
    slug = answers["slug"][0] if "slug" in answers else slug_of(name)
    if slug is None:
        raise WishRefusedError("Av namnet går det inte att göra en adress. Skriv en med --slug.")
    path = content / "insatser" / forbund / f"{slug}.yml"
    schema = schema_folder(config) / RECORD
    with alone(content.resolve()):
        files = yaml_files_in_subfolders(content / "insatser")[0]
        _refuse_taken(path, f"{forbund}/{slug}", files)
        start = start_of(answers)
        year = today.year if start is None else start.year
        values = _values(answers, free_id(forbund, year, slug, _ids(content, files)))
        known = choices(configuration.vocabularies, configuration.forbund, configuration.terms)
        text = draft(values, known, path_to_schema(path, config))
        _, findings = read_record(YamlFile(shown(path), slug, forbund, text.encode()))
        if findings:
            raise WishRefusedError(" ".join(f"{one.message} {one.advice}" for one in findings))
        path.parent.mkdir(parents=True, exist_ok=True)
        with path.open("xb") as file:
            file.write(text.encode())
    return Drafted(path, () if schema.exists() else tuple(write_schemas(config, configuration)))


def _values(answers: Answers, record_id: str) -> Mapping[str, JsonValue]:
    times = {key: _date(answers[key][0]) for key in ("start", "slut") if key in answers}
    more: dict[str, JsonValue] = {
        "period": {**times},
        "kommuner": [*answers.get("kommun", ())],
        "målgrupper": [*answers.get("malgrupp", ())],
    }
    return {
        "id": record_id,
        "namn": answers["name"][0],
        "förbund": answers["forbund"][0],
        "villkor": answers["terms"][0],
        "inriktning": answers["inriktning"][0],
        "publicering": {"läge": "pausad"},
        **{key: value for key, value in more.items() if value},
    }


def _date(text: str) -> JsonValue:
    """A year alone is a number in YAML, and needs no quotation marks."""
    return int(text) if parse_partial_date(text).month is None else text


def _refuse_taken(path: Path, address: str, files: tuple[YamlFile, ...]) -> None:
    if os.path.lexists(path):
        raise WishRefusedError(f"{shown(path)} finns redan och är inte ändrad. Välj en annan --slug.")
    for source in files:
        if address.encode() in source.data:  # seldom, and reading all records would take its time
            located, _ = read_record(source)
            if located is not None and address in located.value.former_addresses:
                raise WishRefusedError(
                    f"Den adressen leder till insatsen i {source.file}. Välj en annan --slug."
                )


def _ids(content: Path, files: tuple[YamlFile, ...]) -> frozenset[str]:
    """Those of all records, also of records that are gone: an id is never used again."""
    found = (*(id_in(source.data) for source in files), *(one.id for one in remembered(content).versions))
    return frozenset(one for one in found if one is not None)
