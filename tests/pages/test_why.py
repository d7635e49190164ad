"""Why the page is public: each ground in plain words, and nothing of what is withheld."""

from __future__ import annotations

from typing import Any

from generator.pages.why import why
from tests import public_values as v


def reasons(**changes: Any) -> list[str]:
    told = why(v.insats(**changes), v.catalogue())["skal"]
    assert isinstance(told, list)
    return [str(one) for one in told]


def test_the_decision_and_the_terms_are_named() -> None:
    told = " ".join(reasons())
    assert (
        "Samordningsförbund Gävleborg har beviljat insatsen genom beslut i styrelsen den 12 juni 2025, § 34"
        in told
    )
    assert "”Ansökan 2024”" in told
    assert why(v.insats(), v.catalogue())["citat"] == "Namn får visas."


def test_each_datum_of_a_person_has_its_ground() -> None:
    told = [line for line in reasons(persons=(v.person(),)) if line.startswith("Insatsledare")]
    assert told == [
        "Insatsledare: namn visas därför att villkoren i blanketten tillåter det.",
        "Insatsledare: e-post och telefon visas därför att personen själv har sagt ja till det.",
    ]


def test_a_page_without_persons_says_so() -> None:
    assert any(line.startswith("Inga personer visas") for line in reasons(persons=()))
    assert not any(line.startswith("Inga personer visas") for line in reasons(persons=(v.person(),)))


def test_an_example_and_attribution_are_told_where_they_are() -> None:
    assert any("påhittat" in line for line in reasons(example=True))
    assert not any("påhittat" in line for line in reasons())
    assert any("Meningen om vem som har betalat" in line for line in reasons(attribution="Betalt av X."))
    assert not any("Meningen om vem" in line for line in reasons(attribution=None))


def test_terms_that_the_catalogue_lacks_are_passed_over() -> None:
    assert "citat" not in why(v.insats(terms="okända-2020"), v.catalogue())
