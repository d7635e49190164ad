"""A new record's text: sound as it stands, sound with every example in use, and explained key by key."""

from __future__ import annotations

import re

import jsonschema
from pydantic import JsonValue

from generator.records.record import Record
from generator.records.schema import Choices, schema
from generator.storage.draft import draft
from generator.storage.read import read
from tests.records.test_schema import CHOICES, as_an_editor_reads

VALUES: dict[str, JsonValue] = {
    "id": "a-2027-nytt",
    "namn": "Nytt: en start",
    "förbund": "a",
    "villkor": "a-1",
    "inriktning": "förstudie",
    "publicering": {"läge": "pausad"},
    "period": {"start": 2027, "slut": "2028-05"},
    "kommuner": ["0305"],
}
TEXT = draft(VALUES, CHOICES, "../../../schema/insats.json")


def in_use(text: str) -> str:
    """With the # gone that stands right before a key."""
    return re.sub(r"^#(?! \S)", "", text, flags=re.MULTILINE)


def test_what_is_known_is_in_use_and_nothing_else() -> None:
    assert as_an_editor_reads(TEXT) == VALUES
    located, findings = read(TEXT.encode(), Record, "f")
    assert findings == ()
    assert located is not None
    assert located.value.decisions == []


def test_every_key_is_there_in_the_schemas_order_and_explained() -> None:
    keys = re.findall(r"^#?(\S+?):(?: .*)?$", TEXT, flags=re.MULTILINE)
    assert [key for key in keys if key != "yaml-language-server"] == [
        field.alias for field in Record.model_fields.values()
    ]
    for field in Record.model_fields.values():
        above = TEXT.partition(f"\n{field.alias}:")[0] if f"\n{field.alias}:" in TEXT else ""
        above = above or TEXT.partition(f"\n#{field.alias}:")[0]
        explanation = " ".join(line[2:] for line in above.rpartition("\n\n")[2].split("\n"))
        assert explanation.startswith(str(field.description))


def test_with_every_example_in_use_the_record_is_sound() -> None:
    for choices in (CHOICES, Choices()):
        text = in_use(draft(VALUES, choices, "x"))
        located, findings = read(text.encode(), Record, "f")
        assert findings == ()
        assert located is not None
        written = located.value.model_fields_set
        assert written == {*Record.model_fields}
        judge = jsonschema.Draft202012Validator(schema("insats", choices))
        assert [error.message for error in judge.iter_errors(as_an_editor_reads(text))] == []


def test_the_examples_are_words_that_may_be_chosen() -> None:
    assert "#metoder: [ips]" in TEXT
    assert "roll: coach" in TEXT
    assert draft(VALUES, Choices({"metoder": {"annat": "x"}}), "x").count("#metoder: [annat]") == 1


def test_few_words_are_listed_where_they_are_chosen() -> None:
    assert "Välj totalt" not in TEXT, "its description has them already"
    assert "# Hur insatserna hänger ihop. Välj förlänger, ersätter, bygger på eller leder till." in TEXT


def test_the_first_line_tells_language_servers_where_the_schema_lies() -> None:
    assert TEXT.startswith("# yaml-language-server: $schema=../../../schema/insats.json\n# ")
    assert TEXT.endswith("\n")
    assert max(map(len, TEXT.split("\n"))) <= 110
