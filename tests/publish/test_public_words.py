"""What is public anyway: the words themselves and the ends of their compounds, no other part of a word."""

from __future__ import annotations

from generator.audit.derived import derived_from
from generator.audit.interface import Kind, Needle
from generator.public.insats import PublicSection
from generator.publish.hand_written import SitePages
from generator.publish.public_words import shown_text
from tests import public_values as v


def shown(text: str) -> str:
    insats = v.insats(sections=(PublicSection("metod", text),))
    return shown_text(v.catalogue(insats), SitePages({}, {}, {}))


def test_the_end_of_a_compound_is_public_as_the_pages_tell_it() -> None:
    words = shown("Kostnadssammanställningen bifogas.").split()
    assert "sammanställningen" in words
    assert "tnadssammanställningen" not in words


def test_a_withheld_word_is_let_go_when_the_text_has_it_and_not_when_it_only_ends_alike() -> None:
    needle = Needle("a", "Sammanställning", Kind.TEXT)
    assert derived_from([needle], [shown("Kostnadssammanställningen bifogas.")]) == {needle}
    assert derived_from([needle], [shown("Xqzsammanställningen bifogas.")]) == set()
