"""Ids: ASCII, safe as file names and in addresses."""

from __future__ import annotations

import pytest

from generator.words.ids import LONGEST, id_problem


@pytest.mark.parametrize("text", ["a", "7", "exempelbygden-2025-vagen-vidare", "nnv-skane", "con-2", "com10"])
def test_an_id_is_fine(text: str) -> None:
    assert id_problem(text) is None


@pytest.mark.parametrize(
    "text",
    [
        "", "-a", "a-", "a--b", "A", "Vagen", "väg", "a b", "a_b", "a.b", "a/b", "../a", "a\n",
        "\u0430bc", "1\u0662", "a%20b", "ａ",
    ],
)  # fmt: skip
def test_another_shape_is_refused(text: str) -> None:
    assert id_problem(text) == "shape"


def test_an_id_has_a_longest_length() -> None:
    assert id_problem("a" * LONGEST) is None
    assert id_problem("a" * (LONGEST + 1)) == "length"


@pytest.mark.parametrize(
    "text",
    [
        "con", "prn", "aux", "nul", "com0", "com1", "com9", "lpt0", "lpt1", "lpt9",
        "404", "assets", "forbund", "index", "insatser", "kommuner", "malgrupper", "metoder", "pagefind",
        "search", "sitemap", "status", "data",
    ],
)  # fmt: skip
def test_names_of_windows_and_of_the_site_are_reserved(text: str) -> None:
    assert id_problem(text) == "reserved"
