"""A förbund's own colours: the theme's custom properties and its icon, once more."""

from __future__ import annotations

from collections.abc import Mapping

from generator.words.palette import Palette

FILE = "assets/farger.css"
ICON = "assets/ikon.svg"  # the theme's is called so: the page tree's stands in its place


def stylesheet(palette: Palette) -> str:
    """CSS to load after the theme's own. Paper keeps the theme's black on white."""
    light, dark = (_properties(scheme) for scheme in (palette.light, palette.dark))
    return (
        f"@media screen {{\n  :root {{\n{light}  }}\n}}\n\n"
        f"@media screen and (prefers-color-scheme: dark) {{\n  :root {{\n{dark}  }}\n}}\n"
    )


def _properties(scheme: Mapping[str, str]) -> str:
    return "".join(f"    --{name}: {colour};\n" for name, colour in scheme.items())


def icon(palette: Palette) -> str:
    """The theme's icon in the förbund's colours, as SVG: for the tab of a browser, light or dark."""
    return (
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32">'
        f"<style>g{{fill:none;stroke:{palette.light['accent']};stroke-width:2.6}}"
        f"@media(prefers-color-scheme:dark){{g{{stroke:{palette.dark['accent']}}}}}</style>"
        '<g><circle cx="11.4" cy="11.8" r="8.6"/><circle cx="20.6" cy="11.8" r="8.6"/>'
        '<circle cx="16" cy="19.8" r="8.6"/></g>'
        f'<circle cx="16" cy="14.5" r="3" fill="{palette.light["glimt"]}"/></svg>\n'
    )
