"""Vocabularies keep their order and make addresses of their words."""

from __future__ import annotations

from types import MappingProxyType

import pytest

from generator.words.vocabularies import Term, Vocabulary


@pytest.mark.parametrize(
    ("term_id", "slug"),
    [
        ("unga-med-aktivitetsersättning", "unga-med-aktivitetsersattning"),
        ("långt från arbete", "langt-fran-arbete"),
        ("redo", "redo"),
    ],
)
def test_a_word_has_an_ascii_address(term_id: str, slug: str) -> None:
    assert Term(term_id, "x", "y").slug == slug


def test_a_vocabulary_keeps_its_order_and_knows_its_words() -> None:
    terms = {name: Term(name, name, "") for name in ("z", "a", "å")}
    words = Vocabulary("Ord", MappingProxyType(terms))
    assert [term.id for term in words] == ["z", "a", "å"]
    assert "a" in words
    assert "b" not in words
    assert words.get("å") == terms["å"]
    assert words.get("b") is None
