"""A förbund's colours can be read, whatever colour it has, on the very grounds that the theme has."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.pages.farger import icon
from generator.words.colours import contrast, to_oklch
from generator.words.palette import (
    DARK,
    LIGHT,
    Palette,
    Scheme,
    palette,
    readable_dark,
    readable_light,
    reads_in_dark,
    reads_in_light,
)

CSS_FILE = Path(__file__).parents[2] / "theme/assets/grund.css"
CSS = CSS_FILE.read_text("utf-8")
TOKENS = {
    "ground": "grund", "surface": "yta", "soft": "accent-mjuk", "deep": "fot", "on_deep": "pa-fot",
    "on_button": "pa-knapp", "glint": "glimt", "series": "serie-1",
}  # fmt: skip
colours = st.integers(0, 0xFFFFFF).map(lambda number: f"#{number:06x}")


def tokens(block: str) -> dict[str, str]:
    """The custom properties of a rule; `#fff` is written out."""
    found = re.findall(r"--([a-z0-9-]+):\s*#([0-9a-f]{3}|[0-9a-f]{6});", block)
    return {
        name: "#" + (value if len(value) == 6 else "".join(c * 2 for c in value)) for name, value in found
    }


LIGHT_CSS, _, REST = CSS.partition("@media (prefers-color-scheme: dark)")
THEME = {"light": tokens(LIGHT_CSS), "dark": tokens(REST.partition("*,")[0])}


@pytest.mark.parametrize(("scheme", "name"), [(LIGHT, "light"), (DARK, "dark")])
def test_the_grounds_are_those_of_the_theme(scheme: Scheme, name: str) -> None:
    assert {field: getattr(scheme, field) for field in TOKENS} == {
        field: THEME[name][token] for field, token in TOKENS.items()
    }


def test_a_palette_sets_what_the_theme_knows() -> None:
    own = palette("#8c143c")
    assert set(own.light) == set(own.dark) <= set(THEME["light"]) & set(THEME["dark"])


def test_the_icon_is_the_themes_in_other_colours() -> None:
    drawn = (CSS_FILE.parent / "ikon.svg").read_text("utf-8")
    assert icon(Palette(THEME["light"], THEME["dark"])) == drawn
    own = palette("#8c143c")
    colours = (own.light["accent"], own.dark["accent"], own.light["glimt"])
    assert re.findall(r"#[0-9a-f]{6}", icon(own)) == list(colours)


@pytest.mark.parametrize(
    ("colour", "reads"),
    [("#0b5563", True), ("#8c143c", True), ("#000000", True), ("#fff3a0", False), ("#ffffff", False)],
)
def test_which_colours_read_in_the_light(colour: str, reads: bool) -> None:
    assert reads_in_light(colour) is reads


def test_the_same_hue_but_darker_is_proposed() -> None:
    assert readable_light("#fff3a0") == "#776b0f"
    assert readable_light("#8c143c") == "#8c143c"
    assert to_oklch(readable_light("#fff3a0")).hue == pytest.approx(to_oklch("#fff3a0").hue, abs=0.05)


def test_and_lighter_in_the_dark() -> None:
    assert not reads_in_dark("#003300")
    assert readable_dark("#003300") == "#6fa06a"
    assert readable_dark("#ffd6d6") == "#ffd6d6"


@given(colours)
def test_every_colour_becomes_one_that_reads(colour: str) -> None:
    light, dark = readable_light(colour), readable_dark(colour)
    assert reads_in_light(light)
    assert reads_in_dark(dark)
    own = palette(light, dark)
    for name, scheme in (("light", own.light), ("dark", own.dark)):
        theme = THEME[name] | dict(scheme)
        for ground in ("grund", "yta", "accent-mjuk"):
            for ink in ("text", "dampad", "lank"):
                assert contrast(theme[ink], theme[ground]) >= 4.5, (name, ink, ground)
            assert contrast(theme["accent"], theme[ground]) >= 3, "focus"
            assert contrast(theme["linje-stark"], theme[ground]) >= 3, "edges of fields"
        assert contrast(theme["pa-knapp"], theme["knapp"]) >= 4.5
        assert contrast(theme["pa-fot"], theme["fot"]) >= 7
        for ground in ("grund", "yta"):
            assert contrast(theme["serie-1"], theme[ground]) >= 3


@given(colours)
def test_without_a_colour_for_the_dark_a_lighter_relative_is_taken(colour: str) -> None:
    own = palette(readable_light(colour))
    assert reads_in_dark(own.dark["lank"])
    assert to_oklch(own.dark["lank"]).lightness >= 0.77
    assert palette("#8c143c", "#ffccdd").dark["accent"] == "#ffccdd"
