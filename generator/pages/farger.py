"""The stylesheet of a förbund's own colours: the theme's custom properties, once more."""

from __future__ import annotations

from collections.abc import Mapping

from generator.words.palette import Palette

FILE = "assets/farger.css"


def stylesheet(palette: Palette) -> str:
    """CSS to load after the theme's own. Paper keeps the theme's black on white."""
    light, dark = (_properties(scheme) for scheme in (palette.light, palette.dark))
    return (
        f"@media screen {{\n  :root {{\n{light}  }}\n}}\n\n"
        f"@media screen and (prefers-color-scheme: dark) {{\n  :root {{\n{dark}  }}\n}}\n"
    )


def _properties(scheme: Mapping[str, str]) -> str:
    return "".join(f"    --{name}: {colour};\n" for name, colour in scheme.items())
