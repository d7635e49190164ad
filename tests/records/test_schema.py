"""The JSON Schema that editors' programs read: valid, Swedish, and no stricter than the program."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import jsonschema
import pytest
import yaml

from generator.records.schema import KINDS, Choices, schema
from generator.storage.read import read
from tests.sites import CASES, ROOT

RECORDS = sorted(
    [
        *(ROOT / "content" / "insatser").glob("*/*.yml"),
        *(CASES / "exempelbygden").glob("content/insatser/*/*.yml"),
    ]
)


class Core(yaml.BaseLoader):
    """The core schema of YAML 1.2, which YAML language servers read by."""


def constructor(make: Callable[[str], object]) -> Callable[[yaml.BaseLoader, yaml.ScalarNode], object]:
    return lambda loader, node: make(str(loader.construct_scalar(node)))


for tag, pattern, first, make in (
    ("null", r"~|null|Null|NULL|", ["~", "n", "N", ""], lambda _text: None),
    ("bool", r"true|True|TRUE|false|False|FALSE", list("tTfF"), lambda text: text.lower() == "true"),
    ("int", r"[-+]?[0-9]+", list("-+0123456789"), int),
    ("float", r"[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?", list("-+.0123456789"), float),
):
    Core.add_implicit_resolver(f"core:{tag}", re.compile(rf"(?:{pattern})\Z"), first)
    Core.add_constructor(f"core:{tag}", constructor(make))


def keyed(value: Any) -> Any:
    """The same value as JSON has it: keys are text."""
    if isinstance(value, dict):
        return {str(key): keyed(item) for key, item in value.items()}
    return [keyed(item) for item in value] if isinstance(value, list) else value


def as_an_editor_reads(text: str) -> Any:
    return keyed(yaml.load(text, Core))  # noqa: S506 - makes text and numbers only


SCHEMA: dict[str, Any] = schema("insats")
VALIDATOR = jsonschema.Draft202012Validator(SCHEMA)


def complaints(record: object) -> list[str]:
    return [f"{error.json_path}: {error.message}" for error in VALIDATOR.iter_errors(record)]


def test_the_reader_used_here_knows_numbers_from_text() -> None:
    read = as_an_editor_reads(
        '{a: 2025, b: "2025", c: 2025-09, d: true, e: ja, f: 0305, 2026: 1.5, g: , h: ~}'
    )
    assert read == {
        "a": 2025, "b": "2025", "c": "2025-09", "d": True, "e": "ja", "f": 305, "2026": 1.5,
        "g": None, "h": None,
    }  # fmt: skip


def test_the_schema_is_valid_and_says_its_dialect() -> None:
    jsonschema.Draft202012Validator.check_schema(SCHEMA)
    assert SCHEMA["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    assert SCHEMA["title"] == "Insats"


@pytest.mark.parametrize("path", RECORDS, ids=lambda path: path.stem)
def test_a_record_is_valid_as_an_editor_reads_it(path: Path) -> None:
    assert complaints(as_an_editor_reads(path.read_text("utf-8"))) == []


def example() -> dict[str, Any]:
    path = CASES / "exempelbygden/content/insatser/exempelbygden/vagen-vidare.yml"
    read: dict[str, Any] = as_an_editor_reads(path.read_text("utf-8"))
    return read


@pytest.mark.parametrize(
    ("path", "key"),
    [
        ((), "malgrupper"), (("beskrivning",), "background"), (("personer", 0), "epost"),
        (("personer", 0, "samtycke", 0), "channels"), (("beslut", 0), "summa"), (("budget",), "total"),
        (("budget", "per_år"), "25"), (("budget", "per_år"), "tjugo"), (("period",), "startar"),
        (("relationer", 0), "id"), (("källa",), "fil"),
    ],
)  # fmt: skip
def test_an_unknown_key_is_refused(path: tuple[str | int, ...], key: str) -> None:
    record = example()
    inner: Any = record
    for part in path:
        inner = inner[part]
    inner[key] = 1
    assert len(complaints(record)) == 1


@pytest.mark.parametrize("key", ["id", "namn", "förbund", "villkor", "inriktning"])
def test_a_missing_key_is_refused(key: str) -> None:
    record = example()
    del record[key]
    assert len(complaints(record)) == 1


@pytest.mark.parametrize(
    ("text", "fine"),
    [
        ("beslut: [{utfall: avslag, datum: 2025, instans: styrelsen}]", True),
        ("beslut: [{utfall: avslag, datum: juni, instans: styrelsen}]", False),
        ("beslut: [{utfall: godkänd, datum: 2025, instans: styrelsen}]", False),
        ("budget: {sökt: 3222836}", True),
        ("budget: {sökt: 3 222 836}", True),
        ("budget: {sökt: 3223 tkr}", False),
        ("budget: {sökt: -5}", False),
        ("budget: {kostnader: [{post: Lön, belopp: 5, år: 2025}]}", True),
        ('budget: {kostnader: [{post: Lön, belopp: 5, år: "2025"}]}', True),
        ("budget: {kostnader: [{post: Lön, belopp: 5, år: 25}]}", False),
        ("mål: [{typ: mål, text: Fler., måltal: 90}]", True),
        ("mål: [{typ: mål, text: Fler., måltal: 90 %}]", True),
        ("diarienummer: 17", True),
        ("exempel: ja", True),
        ("exempel: yes", False),
        ("ålder: {från: 16}", True),
        ("ålder: {från: sexton}", False),
        ('kommuner: ["0305"]', True),
        ("kommuner: [0305]", False),
        ("sekretess: [{omfattar: allt, grund: OSL}]", True),
        ("sekretess: [{omfattar: [personer], grund: OSL}]", True),
        ("sekretess: [{omfattar: inget, grund: OSL}]", False),
        ("period:", True),
    ],
)
def test_values_are_judged_as_the_program_judges_them(text: str, fine: bool) -> None:
    least = "{id: a-1, namn: A, förbund: a, villkor: a-2024, inriktning: förstudie}"
    record = as_an_editor_reads(least) | as_an_editor_reads(text)
    assert (complaints(record) == []) is fine


def properties(schema: Any) -> Iterator[tuple[str, dict[str, Any]]]:
    """Every property of the schema, by its path."""
    for name, inner in {"": schema, **schema.get("$defs", {})}.items():
        for key, value in inner.get("properties", {}).items():
            yield f"{name}.{key}", value


@pytest.mark.parametrize("kind", KINDS)
def test_every_key_has_title_description_and_valid_examples(kind: str) -> None:
    whole = schema(kind)
    found = dict(properties(whole))
    lacking = [
        where
        for where, value in found.items()
        for word in ("title", "description", "examples")
        if not value.get(word)
    ]
    assert lacking == []
    for where, value in found.items():
        judge = jsonschema.Draft202012Validator({**value, "$defs": whole.get("$defs", {})})
        assert [(where, one) for one in value["examples"] if not judge.is_valid(one)] == []


@pytest.mark.parametrize("kind", KINDS)
def test_the_program_takes_every_example_of_a_file(kind: str) -> None:
    model = KINDS[kind].model
    top = {"properties": schema(kind)["properties"]}
    file = {path[1:]: value["examples"][0] for path, value in properties(top)}
    assert len(file) == len(model.model_fields)
    located, findings = read(json.dumps(file).encode(), model, "f")
    assert (located is None, findings) == (False, ())


def test_a_key_without_a_title_of_its_own_has_itself() -> None:
    found = dict(properties(SCHEMA))
    assert len(found) > 100
    assert found["Description.syfte"]["title"] == "Syfte"
    assert found["Description.mål"]["title"] == "Om målen"
    assert found[".andra_namn"]["title"] == "Andra namn"


CHOICES = Choices(
    {
        "metoder": {"ips": "Ett sätt att hjälpa till ett jobb."},
        "roller": {"coach": "Den som stöttar."},
        "forbund": {"a": "Ena", "b": "Andra"},
        "villkor": {"a-1": "Enas", "b-1": "Andras"},
        "inriktningar": {"förstudie": "Undersöker behov."},
    },
    {"a": ["a-1"], "b": ["b-1"]},
)


@pytest.mark.parametrize(
    ("text", "fine"),
    [
        ("metoder: [ips]", True), ("metoder: [isp]", False), ("personer: [{roll: coach}]", True),
        ("personer: [{roll: coahc}]", False), ("villkor: b-1", False), ("förbund: c", False),
        ('kommuner: ["2184"]', True), ('kommuner: ["9999"]', False), ("målgrupper: [vilka-som-helst]", True),
        ("sekretess: [{omfattar: [beskrivning.bakgrund], grund: OSL}]", True),
        ("sekretess: [{omfattar: allt, grund: OSL}]", True),
        ("sekretess: [{omfattar: [beskrivning.bakgrudn], grund: OSL}]", False),
        ("inriktning: strukturövergripande", True), ("inriktning: strukturinriktad", False),
    ],
)  # fmt: skip
def test_with_choices_only_their_words_will_do(text: str, fine: bool) -> None:
    judge = jsonschema.Draft202012Validator(schema("insats", CHOICES))
    least = "{id: a-1, namn: A, förbund: a, villkor: a-1, inriktning: förstudie}"
    assert judge.is_valid(as_an_editor_reads(least) | as_an_editor_reads(text)) is fine


def test_choices_say_what_each_word_means_and_give_the_examples() -> None:
    made = schema("insats", CHOICES)
    found = dict(properties(made))
    item = found[".metoder"]["items"]
    assert (item["enum"], item["enumDescriptions"]) == (["ips"], ["Ett sätt att hjälpa till ett jobb."])
    assert found[".förbund"]["examples"] == ["a"]
    assert found["Person.roll"]["examples"] == ["coach"]
    assert found[".inriktning"]["enumDescriptions"] == ["", "", "Undersöker behov."]
    assert "x-ord" not in json.dumps(made)
    assert "x-ord" not in json.dumps(SCHEMA)


@pytest.mark.parametrize("kind", KINDS)
def test_nothing_in_it_is_english(kind: str) -> None:
    english = re.compile(r"\b(the|of|an?d|when|what|who|which|its|is|are|with|a)\b", re.IGNORECASE)

    def texts(value: Any, *, names: bool = False) -> Iterator[str]:
        if isinstance(value, dict):
            for key, inner in value.items():
                if not names and key in ("title", "description") and isinstance(inner, str):
                    yield inner
                yield from texts(inner, names=not names and key in ("properties", "$defs"))
        elif isinstance(value, list):
            for inner in value:
                yield from texts(inner)

    found = list(texts(schema(kind)))
    assert len(found) > 6
    assert [text for text in found if english.search(text)] == []
    # pydantic would give each class its English name, and each key its own name again in capitals.
    assert not {"Record", "Person", "Decision", "Andra Namn", "Per År"} & set(found)
