"""Local vocabularies: terms with an id, a label and a plain explanation."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache
from types import MappingProxyType

from slugify import slugify


@cache
def _slug(text: str) -> str:
    return slugify(text)  # which looks for an optional package at each call


@dataclass(frozen=True)
class Term:
    """One word of a vocabulary. `priority` marks the government's three priority groups.

    `forms` are how it is written in running text, where it is to be explained.
    """

    id: str
    label: str
    explanation: str
    priority: bool = False
    forms: tuple[str, ...] = ()

    @property
    def slug(self) -> str:
        """ASCII form of the id, for addresses."""
        return _slug(self.id)


@dataclass(frozen=True)
class Vocabulary:
    """Terms by id, in the order of their file."""

    name: str
    terms: Mapping[str, Term] = field(default_factory=lambda: MappingProxyType({}))

    def __contains__(self, term_id: object) -> bool:
        return term_id in self.terms

    def __iter__(self) -> Iterator[Term]:
        return iter(self.terms.values())

    def get(self, term_id: str) -> Term | None:
        """The term, or None when the vocabulary lacks it."""
        return self.terms.get(term_id)
