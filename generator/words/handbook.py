"""Where in the handbook a finding is explained."""

from __future__ import annotations

from dataclasses import dataclass

from slugify import slugify

# What no check of records finds has no section of its own name. By the rule, or the first word of it.
SECTIONS = {
    "farre-insatser": "kontroller.md#farre-insatser",
    "fil": "kontroller.md#filen",
    "mapp": "kontroller.md#filen",
    "yaml": "kontroller.md#yaml",
    "nyckel": "kontroller.md#nycklar-och-varden",
    "varde": "kontroller.md#nycklar-och-varden",
    "begrepp": "kontroller.md#installningarna",
    "ersatt": "kontroller.md#installningarna",
    "granskning": "granskning.md",
    "id": "kontroller.md#installningarna",
    "oppna-data": "oppna-data.md",
    "ord": "kontroller.md#nycklar-och-varden",
    "regler": "kontroller.md#installningarna",
    "sokord": "kontroller.md#installningarna",
    "utseende": "egen-webb.md#färgen-ska-gå-att-läsa",
    "motor": "kontroller.md#sidor-och-medier",
    "schema": "redigeraren.md#vad-hjälpen-vet",
    "formular": "importera.md#en-ny-blankett",
    "sokning": "sok.md",
    "import": "importera.md#vad-som-kan-vara-tveksamt",
    "avbrott": "lasa-fel.md#om-programmet-självt-går-fel",
    "glom": "samtycke.md#någon-vill-bli-glömd",
    "vardskap": "../vardskap/README.md",
    "villkor": "kontroller.md#installningarna",
    "media": "kontroller.md#sidor-och-medier",
    "sida": "kontroller.md#sidor-och-medier",
}


@dataclass(frozen=True)
class Handbook:
    """Where the handbook is: a folder of this repository, or an address."""

    address: str = "docs/handbok/"

    def link(self, rule: str) -> str:
        """The section about a rule: the check's own, or that of findings of its kind."""
        return f"{self.address.rstrip('/')}/{_section(rule)}"


def page_about(rule: str) -> str | None:
    """The same section on the pages of a site, below the handbook's folder; None where it has no page."""
    file, _, anchor = _section(rule).partition("#")
    if file.startswith("../"):
        return None
    return f"{file.removesuffix('.md')}/{'#' if anchor else ''}{slugify(anchor)}"


def _section(rule: str) -> str:
    return SECTIONS.get(rule) or SECTIONS.get(rule.partition("-")[0]) or f"kontroller.md#{rule}"
