"""The names of a record's fields."""

from __future__ import annotations

import pytest

from generator.records.paths import covers, known_paths


@pytest.mark.parametrize(
    "path",
    [
        "namn", "beskrivning", "beskrivning.bakgrund", "beskrivning.övriga_resultat", "personer",
        "personer.e-post", "personer.samtycke.kanaler", "beslut.avser.slut", "period.sista_intag",
        "insatsägare.organisation",
        "budget.per_år", "budget.kostnader.belopp", "mål.måltal", "hänvisning.kontakt", "källa.anmärkningar",
        "sekretess.omfattar", "relationer.insats", "handlingar.länk",
    ],
)  # fmt: skip
def test_a_field_is_known_by_the_keys_that_an_editor_writes(path: str) -> None:
    assert path in known_paths()


@pytest.mark.parametrize(
    "path",
    ["", "name", "description.background", "beskrivning.", "personer.0.namn", "personer[0].namn", "bakgrund",
     "allt", "budget.per_år.2025"],
)  # fmt: skip
def test_other_paths_are_not_known(path: str) -> None:
    assert path not in known_paths()


def test_every_part_of_a_known_path_is_known() -> None:
    for path in known_paths():
        assert path.rpartition(".")[0] in known_paths() | {""}


def test_a_section_covers_what_is_in_it_and_nothing_beside_it() -> None:
    assert covers("beskrivning", "beskrivning.bakgrund")
    assert covers("beskrivning.bakgrund", "beskrivning.bakgrund")
    assert not covers("beskrivning.bakgrund", "beskrivning")
    assert not covers("mål", "målgrupper")
    assert not covers("beskrivning.mål", "beskrivning.målgrupp")
