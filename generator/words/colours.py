"""Colours as `#rrggbb`: contrast as WCAG 2 measures it, and lightness as OKLCH does.

Contrast: https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio. OKLCH: Björn Ottosson, "A perceptual color space
for image processing" (2020), the space of CSS Color 4; a step of lightness there looks as long in every hue.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

TEXT = 4.5  # WCAG 1.4.3, text of ordinary size
_STEPS = 200  # of lightness, from black to white
_Triple = tuple[float, float, float]


@dataclass(frozen=True)
class Oklch:
    """`lightness` 0–1, `chroma` from 0 (grey), `hue` in radians."""

    lightness: float
    chroma: float
    hue: float


def contrast(one: str, other: str) -> float:
    """The ratio of two colours, 1–21; the order does not matter."""
    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def luminance(colour: str) -> float:
    """WCAG's relative luminance: black 0, white 1."""
    red, green, blue = _linear(colour)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def reads_on(colour: str, grounds: Iterable[str]) -> bool:
    """Whether text of that colour reaches `TEXT` on each ground."""
    return all(contrast(colour, ground) >= TEXT for ground in grounds)


def nearest(colour: str, fits: Callable[[str], bool], towards: float) -> str | None:
    """The colour itself if it fits, else the first that does on its way towards that lightness (0 or 1).

    Same hue; the chroma is kept as far as the screen can show it. None when no step fits.
    """
    return next((step for step in (colour, *_steps(colour, towards)) if fits(step)), None)


def _steps(colour: str, towards: float) -> Iterator[str]:
    start = to_oklch(colour)
    count = math.ceil(abs(towards - start.lightness) * _STEPS)
    for number in range(1, count + 1):
        lightness = start.lightness + (towards - start.lightness) * number / count
        yield from_oklch(Oklch(lightness, start.chroma, start.hue))


def tinted(colour: str, like: str, most: float) -> str:
    """The colour's hue at the lightness of `like`, with its own chroma or `most` of it."""
    own = to_oklch(colour)
    return from_oklch(Oklch(to_oklch(like).lightness, min(own.chroma, most), own.hue))


def to_oklch(colour: str) -> Oklch:
    """`#rrggbb` → OKLCH. A grey has hue 0."""
    red, green, blue = _linear(colour)
    long = math.cbrt(0.4122214708 * red + 0.5363325363 * green + 0.0514459929 * blue)
    middle = math.cbrt(0.2119034982 * red + 0.6806995451 * green + 0.1073969566 * blue)
    short = math.cbrt(0.0883024619 * red + 0.2817188376 * green + 0.6299787005 * blue)
    lightness = 0.2104542553 * long + 0.7936177850 * middle - 0.0040720468 * short
    a = 1.9779984951 * long - 2.4285922050 * middle + 0.4505937099 * short
    b = 0.0259040371 * long + 0.7827717662 * middle - 0.8086757660 * short
    chroma = math.hypot(a, b)
    return Oklch(lightness, chroma, math.atan2(b, a)) if chroma > 1e-4 else Oklch(lightness, 0.0, 0.0)


def from_oklch(colour: Oklch) -> str:
    """OKLCH → `#rrggbb`, with as much of the chroma as sRGB can show."""
    low, high = 0.0, colour.chroma
    shown = _to_linear(colour)
    if not _in_gamut(shown):
        for _ in range(24):
            middle = (low + high) / 2
            if _in_gamut(_to_linear(Oklch(colour.lightness, middle, colour.hue))):
                low = middle
            else:
                high = middle
        shown = _to_linear(Oklch(colour.lightness, low, colour.hue))
    return "#" + "".join(f"{_encoded(part):02x}" for part in shown)


def _to_linear(colour: Oklch) -> _Triple:
    a, b = colour.chroma * math.cos(colour.hue), colour.chroma * math.sin(colour.hue)
    long = (colour.lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3
    middle = (colour.lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3
    short = (colour.lightness - 0.0894841775 * a - 1.2914855480 * b) ** 3
    return (
        4.0767416621 * long - 3.3077115913 * middle + 0.2309699292 * short,
        -1.2684380046 * long + 2.6097574011 * middle - 0.3413193965 * short,
        -0.0041960863 * long - 0.7034186147 * middle + 1.7076147010 * short,
    )


def _in_gamut(parts: _Triple) -> bool:
    return all(-1e-5 <= part <= 1 + 1e-5 for part in parts)


def _linear(colour: str) -> _Triple:
    red, green, blue = (int(colour[start : start + 2], 16) / 255 for start in (1, 3, 5))
    return _decoded(red), _decoded(green), _decoded(blue)


def _decoded(part: float) -> float:
    # 0.04045 as sRGB has it; WCAG's 0.03928 is an old figure, and no whole step of 255 lies between them.
    return part / 12.92 if part <= 0.04045 else float(((part + 0.055) / 1.055) ** 2.4)


def _encoded(part: float) -> int:
    part = min(1.0, max(0.0, part))
    return round(255 * (12.92 * part if part <= 0.0031308 else 1.055 * part ** (1 / 2.4) - 0.055))
