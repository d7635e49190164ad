"""The page /data/: which files there are, and what every field and column means."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from generator.exports import all_exports
from generator.exports.fields import FIELDS, Field
from generator.exports.interface import Export, Json
from generator.exports.tables import INSATSER
from generator.pages.front_matter import Meta, page, present
from generator.public.catalogue import Catalogue
from generator.words.licences import LICENCES

_TYPES = {
    "string": "text",
    "integer": "heltal",
    "boolean": "true eller false",
    "array": "lista",
    "object": "flera nycklar",
}


def _type(schema: Mapping[str, Json]) -> str:
    choices = schema.get("enum")
    if isinstance(choices, list):
        return "ett av: " + ", ".join(map(str, choices))
    return _TYPES.get(str(schema.get("type")), "text")


def _inner(schema: Mapping[str, Json]) -> Iterator[Meta]:
    """The keys inside a field, those of the parts of a list as well."""
    items = schema.get("items")
    inner = items if isinstance(items, Mapping) else schema
    properties = inner.get("properties")
    for key, one in properties.items() if isinstance(properties, Mapping) else ():
        if isinstance(one, Mapping):
            yield {"nyckel": key, "typ": _type(one)}


def _field(field: Field) -> Meta:
    return present(
        nyckel=field.key,
        text=field.text,
        typ=_type(field.schema),
        alltid="ja" if field.always else None,
        inre=list(_inner(field.schema)),
    )


def _format(export: Export) -> Meta:
    files: list[Meta] = [{"adress": name, "namn": name.rpartition("/")[2]} for name in export.shown]
    return present(titel=export.title, text=export.text, filer=files)


def _shown(catalogue: Catalogue) -> list[Export]:
    found = [export for export in all_exports() if export.shown and export.possible(catalogue)]
    return sorted(found, key=lambda export: export.rank)


def data_pages(catalogue: Catalogue) -> dict[str, str]:
    """The page, for the page tree; drawn by `theme/data.html`."""
    licence = LICENCES[catalogue.site.licence]
    front = present(
        title="Öppna data",
        description="Hela registret som filer att ladda ned, med förklaring till varje fält.",
        template="data.html",
        format=[_format(export) for export in _shown(catalogue)],
        falt=[_field(field) for field in FIELDS],
        kolumner=[{"nyckel": column.key, "text": column.text} for column in INSATSER],
        licens=present(namn=licence.name, text=licence.text, adress=licence.url),
    )
    return {"data.md": page(front)}
