"""A förbund's one colour → the colours of its site, in the light scheme and in the dark.

The grounds are those of `theme/assets/grund.css`: a test says that they are the same.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from generator.words.colours import contrast, nearest, reads_on, tinted, to_oklch

_CALM = 7.0  # WCAG 1.4.6: the head and the foot are large grounds with much text on them
_MOST_SOFT = 0.02  # chroma of a ground that text stands on
_MOST_NIGHT = 0.05
_MOST_GLINT = 0.13
_DARK_LEAST = 0.78  # lightness of the accent in the dark scheme: that of the theme's own


@dataclass(frozen=True)
class Scheme:
    """What the theme says of one scheme: three grounds for text, a deep one, and what stands on some.

    `glint` is the colour of an edge that only adorns, `series` that of the first series of a diagram.
    """

    ground: str
    surface: str
    soft: str
    deep: str
    on_deep: str
    on_button: str
    glint: str
    series: str


LIGHT = Scheme("#f8f7f3", "#ffffff", "#e2eef0", "#0d3b45", "#f3f7f7", "#ffffff", "#e08a2e", "#0b5563")
DARK = Scheme("#10181a", "#182225", "#1b3036", "#0b2228", "#e7edec", "#0b2228", "#f0ac5f", "#8bd0da")


@dataclass(frozen=True)
class Palette:
    """The theme's custom properties by name, without their hyphens: `accent` → `#0b5563`."""

    light: Mapping[str, str]
    dark: Mapping[str, str]


def readable_light(colour: str) -> str:
    """The colour, or the nearest darker one that can be read as a link and as a button."""
    return nearest(colour, reads_in_light, 0.0) or LIGHT.deep


def readable_dark(colour: str) -> str:
    """The colour, or the nearest lighter one that can be read in the dark scheme."""
    return nearest(colour, reads_in_dark, 1.0) or DARK.on_deep


def reads_in_light(colour: str) -> bool:
    """Whether text of the colour reads on each light ground, and the button's text on the colour."""
    return _reads(colour, LIGHT)


def reads_in_dark(colour: str) -> bool:
    """Whether text of the colour reads on each dark ground, and the button's text on the colour."""
    return _reads(colour, DARK)


def palette(colour: str, dark: str | None = None) -> Palette:
    """Both schemes of a colour that reads in the light one; without `dark` that is its lighter relative."""
    own = to_oklch(colour)
    at_night = dark if dark is not None else readable_dark(_lighter(colour))
    calm = nearest(colour, lambda one: contrast(one, LIGHT.on_deep) >= _CALM, 0.0) or LIGHT.deep
    night = tinted(colour, DARK.deep, min(own.chroma, _MOST_NIGHT))
    return Palette(_properties(colour, LIGHT, calm), _properties(at_night, DARK, night))


def _lighter(colour: str) -> str:
    return nearest(colour, lambda one: to_oklch(one).lightness >= _DARK_LEAST, 1.0) or colour


def _reads(colour: str, scheme: Scheme) -> bool:
    grounds = (scheme.ground, scheme.surface, _soft(colour, scheme))
    return reads_on(colour, grounds) and reads_on(scheme.on_button, (colour,))


def _soft(colour: str, scheme: Scheme) -> str:
    return tinted(colour, scheme.soft, _MOST_SOFT)


def _properties(colour: str, scheme: Scheme, deep: str) -> Mapping[str, str]:
    return MappingProxyType(
        {
            "accent": colour,
            "accent-mjuk": _soft(colour, scheme),
            "lank": colour,
            "glimt": tinted(colour, scheme.glint, _MOST_GLINT),
            "fot": deep,
            "pa-fot": scheme.on_deep,
            "knapp": colour,
            "pa-knapp": scheme.on_button,
            "serie-1": tinted(colour, scheme.series, _MOST_GLINT),
        }
    )
