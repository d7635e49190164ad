"""The base of everything an editor writes: frozen, strict, no unknown keys."""

from __future__ import annotations

from dataclasses import dataclass

from pydantic import BaseModel, ConfigDict


class Written(BaseModel):
    """A mapping of an editor's file. Its keys are the Swedish aliases of the fields."""

    model_config = ConfigDict(
        frozen=True,
        strict=True,
        extra="forbid",
        arbitrary_types_allowed=True,
        hide_input_in_errors=True,
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
