"""The settings → the words that an editor may choose among, for the JSON Schemas and for `insats new`."""

from __future__ import annotations

from collections.abc import Mapping

from generator.records.config import ForbundConfig
from generator.records.schema import Choices
from generator.records.terms import Terms
from generator.words.vocabularies import Vocabulary


def choices(
    vocabularies: Mapping[str, Vocabulary],
    forbund: Mapping[str, ForbundConfig],
    terms: Mapping[str, Terms],
) -> Choices:
    """The vocabularies, förbund and terms by id."""
    words = {
        name: {term.id: f"{term.label}. {term.explanation}" for term in vocabulary}
        for name, vocabulary in vocabularies.items()
    }
    words["forbund"] = {key: one.name for key, one in forbund.items()}
    words["villkor"] = {key: one.name for key, one in terms.items()}
    terms_of = {key: [one.id for one in terms.values() if one.forbund == key] for key in forbund}
    return Choices(words, terms_of, {key: one.kommuner for key, one in forbund.items()})
