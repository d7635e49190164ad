"""Contrast against figures that others have published, and OKLCH against those of CSS Color 4."""

from __future__ import annotations

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.words.colours import (
    Oklch,
    contrast,
    from_oklch,
    luminance,
    nearest,
    reads_on,
    tinted,
    to_oklch,
)

colours = st.integers(0, 0xFFFFFF).map(lambda number: f"#{number:06x}")


@pytest.mark.parametrize(
    ("one", "other", "ratio"),
    [
        ("#000000", "#ffffff", 21.0),
        ("#ffffff", "#ffffff", 1.0),
        ("#777777", "#ffffff", 4.48),  # WebAIM's example of a grey that is just too light
        ("#767676", "#ffffff", 4.54),  # and of the lightest that is not
        ("#0000ff", "#ffffff", 8.59),
        ("#ff0000", "#ffffff", 4.0),
        ("#008000", "#ffffff", 5.14),
        ("#ffff00", "#ffffff", 1.07),
    ],
)
def test_contrast_is_that_of_wcag(one: str, other: str, ratio: float) -> None:
    assert round(contrast(one, other), 2) == ratio
    assert contrast(other, one) == contrast(one, other)


def test_luminance_of_the_primaries() -> None:
    assert [round(luminance(c), 4) for c in ("#ff0000", "#00ff00", "#0000ff")] == [0.2126, 0.7152, 0.0722]


@pytest.mark.parametrize(
    ("colour", "lightness", "chroma", "degrees"),
    [
        ("#ffffff", 1.0, 0.0, 0.0),
        ("#000000", 0.0, 0.0, 0.0),
        ("#ff0000", 0.628, 0.2577, 29.23),
        ("#00ff00", 0.8664, 0.2948, 142.5),
        ("#0000ff", 0.452, 0.3132, 264.05),
    ],
)
def test_oklch_is_that_of_css(colour: str, lightness: float, chroma: float, degrees: float) -> None:
    found = to_oklch(colour)
    assert found.lightness == pytest.approx(lightness, abs=5e-4)
    assert found.chroma == pytest.approx(chroma, abs=5e-4)
    assert math.degrees(found.hue) % 360 == pytest.approx(degrees, abs=0.05)


@given(colours)
def test_there_and_back_is_the_same_colour(colour: str) -> None:
    assert from_oklch(to_oklch(colour)) == colour


@given(st.floats(0.1, 1), st.floats(0, 0.4), st.floats(-math.pi, math.pi))
def test_what_no_screen_can_show_becomes_what_it_can(lightness: float, chroma: float, hue: float) -> None:
    shown = to_oklch(from_oklch(Oklch(lightness, chroma, hue)))
    assert shown.lightness == pytest.approx(lightness, abs=0.03)
    assert shown.chroma <= chroma + 0.02


@given(colours)
def test_the_nearest_has_the_hue_and_is_the_first_that_fits(colour: str) -> None:
    found = nearest(colour, lambda one: reads_on(one, ("#ffffff",)), 0.0)
    assert found is not None
    assert contrast(found, "#ffffff") >= 4.5
    if contrast(colour, "#ffffff") >= 4.5:
        assert found == colour
        return
    assert contrast(found, "#ffffff") < 4.8, "a shorter step would have done"
    own, other = to_oklch(colour), to_oklch(found)
    if min(own.chroma, other.chroma) > 0.04:
        apart = math.degrees(own.hue - other.hue) % 360
        assert min(apart, 360 - apart) < 8


def test_nothing_that_fits_is_no_colour() -> None:
    assert nearest("#123456", lambda _: False, 0.0) is None


def test_a_tint_has_the_lightness_of_the_other() -> None:
    assert to_oklch(tinted("#8c143c", "#e2eef0", 0.02)).lightness == pytest.approx(0.9407, abs=0.005)
    assert to_oklch(tinted("#8c143c", "#e2eef0", 0.02)).chroma <= 0.022
    assert to_oklch(tinted("#808080", "#e2eef0", 0.02)).chroma < 0.001
