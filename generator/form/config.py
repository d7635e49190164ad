"""What Sveltia CMS is told: where the records lie, and the fields of one.

Made from the record's schema and from what `site_config/` says. No record is read for it.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from pydantic import JsonValue

from generator.form.fields import Choices, Field, Fields
from generator.records.config import FormServer
from generator.records.paths import known_paths
from generator.records.schema import schema, word_lists
from generator.words.kommuner import kommuner
from generator.words.vocabularies import Vocabulary

COLLECTION = "insatser"
EVERYTHING = "allt"
# Sveltia CMS wants to know a server. Without a name for its sign-in it shows no way there, only the folder.
_NO_SERVER: Field = {
    "name": "gitea",
    "repo": "lokal/insatskatalogen",
    "branch": "main",
    "auth_methods": ["token"],
}
_API = {"github": "api/v3", "gitlab": "api/v4", "gitea": "api/v1"}


@dataclass(frozen=True)
class Words:
    """What an editor may choose among: the names of förbund and terms by id, and the vocabularies."""

    site: str
    forbund: Mapping[str, str]
    terms: Mapping[str, str]
    vocabularies: Mapping[str, Vocabulary]


def form_config(words: Words, server: FormServer | None) -> dict[str, JsonValue]:
    """The configuration, for the editor's own folder or for a repository on a server."""
    return {
        "backend": _NO_SERVER if server is None else _backend(server),
        "load_config_file": False,
        "app_title": words.site,
        "logo": {"src": "/admin/ikon.svg"},
        "show_preview_links": False,
        "media_folder": "content/medier",
        "public_folder": "/medier",
        "media_libraries": {"stock_assets": {"providers": []}},
        "output": {"omit_empty_optional_fields": True},
        "slug": {"encoding": "ascii", "clean_accents": True},
        "collections": [
            {
                "name": COLLECTION,
                "label": "Insatser",
                "label_singular": "Insats",
                "folder": "content/insatser",
                "path": "{{förbund}}/{{slug}}",
                "extension": "yml",
                "format": "insats",
                "identifier_field": "namn",
                # A file's name is an address, and what is withdrawn leaves a nameless page: see publicering.
                "slug": {"template": "{{namn}}", "editable": ["create"]},
                "delete": False,
                "duplicate": False,
                "summary": "{{namn}}",
                "sortable_fields": ["namn", "förbund"],
                "view_groups": [{"label": "Förbund", "field": "förbund"}],
                "editor": {"preview": False},
                "fields": Fields(schema("insats"), _choices(words), _others()).all(),
            }
        ],
    }


def _backend(server: FormServer) -> Field:
    address = {} if server.address is None else _at(server.kind, server.address)
    return {
        "name": server.kind,
        "repo": server.repository,
        "branch": server.branch,
        "auth_methods": ["token"],
        **address,
    }


def _at(kind: str, address: str) -> Field:
    base = address.rstrip("/")
    return {"base_url": base, "api_root": f"{base}/{_API[kind]}"}


def _choices(words: Words) -> dict[str, Choices]:
    fields = tuple((path, path) for path in sorted(known_paths()))
    lists = {
        "forbund": Choices(tuple(words.forbund.items()), "Förbundet som har fått ansökan."),
        "villkor": Choices(tuple(words.terms.items()), "Blanketten som parterna skrev under."),
        "kommuner": Choices(
            tuple((code, f"{name} ({code})") for code, name in kommuner().items()),
            "Kommunerna som insatsen är till för.",
        ),
        "fält": Choices(fields, "Välj fältet i posten."),
        **{name: _words_of(vocabulary) for name, vocabulary in words.vocabularies.items()},
    }
    whole = Choices(
        ((EVERYTHING, EVERYTHING), *fields), f"Välj {EVERYTHING}, eller de fält som sekretessen gäller."
    )
    return {path: lists[name] for path, name in word_lists().items()} | {"sekretess.omfattar": whole}


def _words_of(vocabulary: Vocabulary) -> Choices:
    options = tuple((term.id, term.label) for term in vocabulary)
    return Choices(options, f"Välj ur ordlistan {vocabulary.name}.")


def _others() -> dict[str, Field]:
    relation: Field = {
        "widget": "relation",
        "collection": COLLECTION,
        "value_field": "id",
        "display_fields": ["namn"],
        "search_fields": ["namn", "id"],
    }
    per_year: Field = {"widget": "keyvalue", "key_label": "År", "value_label": "Kronor"}
    return {"relationer.insats": relation, "budget.per_år": per_year}
