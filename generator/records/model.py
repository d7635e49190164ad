"""The base of everything an editor writes: frozen, strict, no unknown keys."""

from __future__ import annotations

from dataclasses import dataclass

from pydantic import BaseModel, ConfigDict, GetJsonSchemaHandler
from pydantic.fields import ComputedFieldInfo, FieldInfo
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import CoreSchema


def _title(name: str, field: FieldInfo | ComputedFieldInfo) -> str:
    """The key as a heading, for a field that has no title of its own: `andra_namn` → Andra namn."""
    words = (field.alias or name).replace("_", " ")
    return words[:1].upper() + words[1:]


class Written(BaseModel):
    """A mapping of an editor's file. Its keys are the Swedish aliases of the fields.

    Title, description and examples of each field are the help that an editor sees: in the JSON Schema, and in
    the draft that `insats new` writes.
    """

    model_config = ConfigDict(
        frozen=True,
        strict=True,
        extra="forbid",
        arbitrary_types_allowed=True,
        hide_input_in_errors=True,
        field_title_generator=_title,
    )


@dataclass(frozen=True)
class Narrows:
    """Marks a key that takes something away from the public.

    Left empty it would take nothing away, and nobody would notice that its value was forgotten.
    """


NARROWS = Narrows()


@dataclass(frozen=True)
class Quoted:
    """Marks a key whose value begins with #: without quotation marks YAML takes it for a comment."""


QUOTED = Quoted()


@dataclass(frozen=True)
class Code:
    """Marks a text that may be digits alone: without quotation marks other programs take it for a number."""


CODE = Code()

WORD_FROM = "x-ord"


@dataclass(frozen=True)
class WordFrom:
    """Marks a text that is one word of a list: a vocabulary, `forbund`, `villkor`, `kommuner`, `län`, `fält`.

    The schema that is made with the lists at hand offers those words (`records/schema.py`).
    """

    name: str

    def __get_pydantic_json_schema__(
        self, core: CoreSchema, handler: GetJsonSchemaHandler
    ) -> JsonSchemaValue:
        return {**handler(core), WORD_FROM: self.name}
