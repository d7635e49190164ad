"""The schemas that lie in the repository: up to date, wired to every file, and finding what they should."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from generator.publish.reading import Configuration, read_configuration
from generator.publish.schemas import old_schemas, schema_text, write_schemas
from generator.records.schema import KINDS
from tests.records.test_schema import as_an_editor_reads
from tests.sites import ROOT, Place, digests, rules

SETTINGS = json.loads((ROOT / ".vscode/settings.json").read_text("utf-8"))
WIRED: dict[str, str | list[str]] = SETTINGS["yaml.schemas"]
RECORDS = sorted((ROOT / "content/insatser").glob("*/*.yml"))


def configuration(folder: Path) -> Configuration:
    found, _ = read_configuration(folder)
    assert found is not None
    return found


def wired(path: Path) -> list[str]:
    """The schemas that VS Code takes for a file."""
    globs = {key: [value] if isinstance(value, str) else value for key, value in WIRED.items()}
    inside = path.relative_to(ROOT)
    return [key for key, patterns in globs.items() if any(inside.match(one) for one in patterns)]


def judge(name: str) -> jsonschema.Draft202012Validator:
    schema: dict[str, Any] = json.loads((ROOT / name).read_text("utf-8"))
    return jsonschema.Draft202012Validator(schema)


@pytest.mark.parametrize("kind", KINDS)
def test_the_schema_in_the_repository_is_up_to_date(kind: str) -> None:
    written = (ROOT / f"schema/{kind}.json").read_text("utf-8")
    assert written == schema_text(kind, configuration(ROOT / "site_config")), "./insats schema --write"
    jsonschema.Draft202012Validator.check_schema(json.loads(written))


@pytest.mark.parametrize(
    "path",
    [*RECORDS, *sorted((ROOT / "site_config").rglob("*.yml"))],
    ids=lambda path: f"{path.parent.name}/{path.stem}",
)
def test_vs_code_finds_one_schema_for_each_file_and_it_takes_the_file(path: Path) -> None:
    (name,) = wired(path)
    assert [*judge(name).iter_errors(as_an_editor_reads(path.read_text("utf-8")))] == []


@pytest.mark.parametrize("path", RECORDS, ids=lambda path: f"{path.parent.name}/{path.stem}")
def test_the_first_line_of_each_record_leads_other_programs_to_the_schema(path: Path) -> None:
    first = path.read_text("utf-8").split("\n", 1)[0]
    before, sign, way = first.partition("$schema=")
    assert (before, sign) == ("# yaml-language-server: ", "$schema=")
    assert (path.parent / way).samefile(ROOT / "schema/insats.json")


def test_vs_code_asks_nobody_else_and_recommends_the_extension() -> None:
    assert SETTINGS["yaml.schemaStore.enable"] is False
    recommended = json.loads((ROOT / ".vscode/extensions.json").read_text("utf-8"))
    assert recommended == {"recommendations": ["redhat.vscode-yaml"]}


@pytest.mark.parametrize(
    ("right", "wrong", "place"),
    [
        ("\nsammanfattning:", "\nsammanfatning:", ""),
        ("  bakgrund:", "  bakgrudn:", "beskrivning"),
        ("- coachning", "- coachnig", "metoder.3"),
        ("- långvarig-offentlig-försörjning", "- långvarigt", "målgrupper.1"),
        ("utfall: beviljad", "utfall: godkänd", "beslut.0.utfall"),
        ("förbund: uppsala", "förbund: upsala", "förbund"),
        ("villkor: uppsala-2018", "villkor: gotland-2025", "villkor"),
        ('"0305"', "0305", "kommuner.0"),
        ("datum: 2017-11-23", "datum: 23 november 2017", "beslut.0.datum"),
    ],
)
def test_the_schema_finds_the_mistakes_of_editors(right: str, wrong: str, place: str) -> None:
    text = (ROOT / "content/insatser/uppsala/framsteget-i-habo.yml").read_text("utf-8")
    assert right in text
    errors = [*judge("schema/insats.json").iter_errors(as_an_editor_reads(text.replace(right, wrong, 1)))]
    assert place in {".".join(map(str, error.absolute_path)) for error in errors}


def test_writing_twice_writes_once_and_touches_nothing_else(place: Place) -> None:
    found = configuration(place.config)
    (place.folder / "schema").mkdir()
    (place.folder / "schema/eget.json").write_text("{}")
    assert [path.stem for path in write_schemas(place.config, found)] == [*KINDS]
    before = digests(place.folder / "schema")
    assert "eget.json" in before
    assert write_schemas(place.config, found) == []
    assert digests(place.folder / "schema") == before


def test_an_old_schema_is_a_warning_and_a_missing_one_is_none(place: Place) -> None:
    found = configuration(place.config)
    assert [*old_schemas(place.config, found)] == []
    write_schemas(place.config, found)
    assert [*old_schemas(place.config, found)] == []
    path = place.config / "begrepp/metoder.yml"
    more = "  - id: nytt\n    namn: Nytt\n    förklaring: Ett nytt ord.\n"
    path.write_text(path.read_text("utf-8").rstrip("\n") + "\n" + more, "utf-8")
    old = [*old_schemas(place.config, configuration(place.config))]
    assert rules(old) == ["schema-gammalt"]
    assert old[0].file.endswith("schema/insats.json")
    write_schemas(place.config, configuration(place.config))
    assert "nytt" in (place.folder / "schema/insats.json").read_text("utf-8")
