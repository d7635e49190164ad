"""The searchers' words: met in any form, never inside another word."""

from __future__ import annotations

import pytest

from generator.words.search_words import SearchWords, WordGroup

OHALSA = WordGroup(("psykisk ohälsa", "psykisk sjukdom"), ("psykiatri",))
FK = WordGroup(("Försäkringskassan", "FK"))
SOC = WordGroup(("socialtjänst",), ("soc",))
WORDS = SearchWords((OHALSA, FK, SOC, WordGroup(("SE",), ("supported employment",))))


@pytest.mark.parametrize(
    ("text", "met"),
    [
        ("Personer med psykisk ohälsa.", [OHALSA]),
        ("Den psykiska ohälsan ökar", [OHALSA]),
        ("PSYKISK\nSJUKDOM", [OHALSA]),
        ("psykisk hälsa och ohälsa", []),
        ("Försäkringskassans handläggare", [FK]),
        ("Kontakt med FK.", [FK]),
        ("fk är litet skrivet", []),
        ("FKX", []),
        ("Socialtjänsten och Försäkringskassan", [FK, SOC]),
        ("Se här", []),
        ("", []),
    ],
)
def test_a_group_is_met_by_any_of_its_words(text: str, met: list[WordGroup]) -> None:
    assert list(WORDS.met_in(text)) == met


def test_found_with_leads_one_way() -> None:
    assert list(WORDS.met_in("psykiatri")) == []
