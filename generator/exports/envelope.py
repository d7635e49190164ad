"""What stands around the insatser in a file: whose they are, from when, and on which terms."""

from __future__ import annotations

from generator.exports.fields import FIELDS
from generator.exports.interface import DATA, Json, Release
from generator.exports.shapes import ADDRESS, TEXT, WHOLE, parts
from generator.words.licences import LICENCES


def heading(release: Release) -> dict[str, Json]:
    """`{version, datum, källa, licens}`: what every file of insatser begins with."""
    site = release.catalogue.site
    return {
        "version": "1",
        "datum": release.catalogue.day.isoformat(),
        "källa": {"namn": site.name, "utgivare": site.publisher, "adress": site.url},
        "licens": LICENCES[site.licence].url,
    }


def envelope(release: Release, insatser: list[Json]) -> dict[str, Json]:
    """The heading, then `{schema, antal, insatser}`."""
    schema_url = release.url(f"{DATA}schema.json")
    return heading(release) | {"schema": schema_url, "antal": len(insatser), "insatser": insatser}


def schema(release: Release) -> dict[str, Json]:
    """The JSON Schema (draft 2020-12) of the file and, under `$defs/insats`, of one insats."""
    insats: dict[str, Json] = {
        "type": "object",
        "properties": {field.key: {**field.schema, "description": field.text} for field in FIELDS},
        "required": [field.key for field in FIELDS if field.always],
        "additionalProperties": False,
    }
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": release.url(f"{DATA}schema.json"),
        "title": "Insatser, version 1",
        "description": "Det som är okänt och det som inte får visas saknas helt: det går inte att se vilket.",
        **parts(
            ("version", "datum", "källa", "licens", "schema", "antal", "insatser"),
            version={"const": "1"},
            datum={"type": "string", "format": "date"},
            källa=parts(("namn", "utgivare", "adress"), namn=TEXT, utgivare=TEXT, adress=ADDRESS),
            licens=ADDRESS,
            schema=ADDRESS,
            antal=WHOLE,
            insatser={"type": "array", "items": {"$ref": "#/$defs/insats"}},
        ),
        "$defs": {"insats": insats},
    }
