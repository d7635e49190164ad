"""The form knows every key of the record, as the schema has it, and nothing of any record."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from importlib.resources import files
from typing import Any

import pytest
from pydantic import JsonValue

from generator.audit.interface import Known, SiteFile
from generator.audit.rules.utgaende_anrop import SITE_CHECK
from generator.form.config import Words, form_config
from generator.form.fields import Fields, UnknownShapeError
from generator.form.page import api_origins, form_page, form_policy
from generator.publish import form as publishing
from generator.publish.form import FormError, form_files
from generator.publish.reading import Configuration, read_configuration
from generator.records.config import FormServer
from generator.records.paths import known_paths
from generator.records.schema import schema, word_lists
from tests.sites import ROOT

SCHEMA: dict[str, Any] = schema("insats")
GITEA = FormServer.model_validate(
    {"tjänst": "gitea", "kodförråd": "forbundet/insatser", "adress": "https://git.exempel.example/"}
)


@pytest.fixture(scope="module")
def configuration() -> Configuration:
    found, _ = read_configuration(ROOT / "site_config")
    assert found is not None
    return found


def config(configuration: Configuration, server: FormServer | None = None) -> dict[str, Any]:
    read: dict[str, Any] = json.loads(form_files(configuration, server)["config.json"])
    return read


@pytest.fixture(scope="module")
def fields(configuration: Configuration) -> dict[str, dict[str, Any]]:
    (collection,) = config(configuration)["collections"]
    return dict(_all(collection["fields"], ""))


def _all(fields: list[dict[str, Any]], prefix: str) -> Iterator[tuple[str, dict[str, Any]]]:
    for field in fields:
        path = f"{prefix}{field['name']}"
        yield path, field
        yield from _all(field.get("fields", []), f"{path}.")


def test_every_key_of_the_record_has_a_field_with_a_label(fields: Mapping[str, dict[str, Any]]) -> None:
    assert set(fields) == known_paths()
    assert all(field["label"][0].isupper() and "_" not in field["label"] for field in fields.values())
    assert fields["beskrivning.bakgrund"]["label"] == "Bakgrund och behov"
    assert fields["period.sista_intag"]["label"] == "Sista intag"
    assert fields["period.sista_intag"]["hint"] == "Sista dagen då någon kan börja i insatsen."


def test_what_the_schema_requires_the_form_requires(fields: Mapping[str, dict[str, Any]]) -> None:
    assert {path for path, field in fields.items() if field["required"] and "." not in path} == set(
        SCHEMA["required"]
    )
    consent = {
        path.rpartition(".")[2] for path, one in fields.items() if "samtycke." in path and one["required"]
    }
    assert consent == set(SCHEMA["$defs"]["Consent"]["required"]) == {"gäller", "kanaler"}
    assert fields["personer.samtycke.kanaler"]["min"] == 1
    assert fields["sekretess.omfattar"]["min"] == 1


@pytest.mark.parametrize(
    ("path", "value", "shown"),
    [
        ("förbund", "uppsala", "Samordningsförbundet i Uppsala län"),
        ("kommuner", "0305", "Håbo (0305)"),
        ("målgrupper", "tjänstemän", "Tjänstemän"),
        ("personer.roll", "insatsledare", "Insatsledare"),
        ("sekretess.omfattar", "beskrivning.bakgrund", "beskrivning.bakgrund"),
        ("sekretess.omfattar", "allt", "allt"),
    ],
)
def test_words_are_chosen(fields: Mapping[str, dict[str, Any]], path: str, value: str, shown: str) -> None:
    assert fields[path]["widget"] == "select"
    assert {"value": value, "label": shown} in fields[path]["options"]


@pytest.mark.parametrize(
    ("path", "widget"),
    [
        ("beslut.belopp", "string"),
        ("beslut.datum", "string"),
        ("beslut.utfall", "select"),
        ("budget.kostnader.år", "string"),
        ("budget.per_år", "keyvalue"),
        ("diarienummer", "string"),
        ("exempel", "boolean"),
        ("personer.samtycke", "list"),
        ("personer.samtycke.gäller", "select"),
        ("publicering", "object"),
        ("relationer.insats", "relation"),
        ("sammanfattning", "text"),
        ("ålder.från", "string"),
    ],
)
def test_each_kind_of_value_has_its_field(
    fields: Mapping[str, dict[str, Any]], path: str, widget: str
) -> None:
    assert fields[path]["widget"] == widget


@pytest.mark.parametrize(
    ("path", "right", "wrong"),
    [
        ("beslut.belopp", ["3222836", "3 222 836", "3\u00a0222\u00a0836"], ["3,2", "3222836 kr", "tre", ""]),
        ("budget.kostnader.år", ["2025"], ["25", "20255"]),
        ("ålder.från", ["0", "16"], ["16 år", "-1"]),
    ],
)
def test_a_whole_number_is_a_line_of_digits(
    fields: Mapping[str, dict[str, Any]], path: str, right: list[str], wrong: list[str]
) -> None:
    pattern, advice = fields[path]["pattern"]
    assert [text for text in right if not re.search(pattern, text)] == []
    assert [text for text in wrong if re.search(pattern, text)] == []
    assert "Skriv bara siffror" in advice
    assert fields[path]["heltal"] is True


def test_every_word_of_a_list_is_chosen_from_it(fields: Mapping[str, dict[str, Any]]) -> None:
    lists = word_lists()
    assert {"personer.roll", "sekretess.omfattar", "granskade_rader.fält"} <= lists.keys()
    assert {path for path in lists if fields[path]["widget"] != "select"} == set()


def test_dates_are_checked_as_the_schema_says(fields: Mapping[str, dict[str, Any]]) -> None:
    pattern, said = fields["period.start"]["pattern"]
    assert [text for text in ("2025", "2025-09", "2025-09-01", "sept 2025") if re.search(pattern, text)] == [
        "2025",
        "2025-09",
        "2025-09-01",
    ]
    assert said == "Skriv till exempel 2025-09-01 eller 2025-09 eller 2025."


@pytest.mark.parametrize(
    "shape",
    [
        {"type": "object", "patternProperties": {"x": {"type": "string"}}},
        {"type": "boolean"},
        {"type": "string", "pattern": "^x$"},  # nobody could be told what to write
    ],
)
def test_a_key_that_no_field_fits_is_an_error_and_never_left_out(shape: JsonValue) -> None:
    with pytest.raises(UnknownShapeError, match="ny"):
        Fields({"properties": {"ny": shape}}, {}, {}).all()


def test_no_record_is_in_it(configuration: Configuration) -> None:
    """The form has the words of `site_config/` and of the schema, and nothing else to take words from."""
    words = Words("Webb", {"a": "A"}, {}, configuration.vocabularies)
    text = json.dumps(form_config(words, None), ensure_ascii=False)
    for name in ("Räkna med mig", "Framsteget", "Jobbvägen", "rakna-med-mig"):
        assert name not in text


def test_a_server_is_the_only_other_address_and_only_where_it_is_named(configuration: Configuration) -> None:
    here = config(configuration)["backend"]
    assert here.keys() == {"name", "repo", "branch", "auth_methods"}
    assert "connect-src 'self' data:;" in form_policy(None)
    there = config(configuration, GITEA)["backend"]
    assert there["base_url"] == "https://git.exempel.example"
    assert there["api_root"] == "https://git.exempel.example/api/v1"
    assert there["repo"] == "forbundet/insatser"
    assert api_origins(GITEA) == ("https://git.exempel.example",)
    assert "connect-src 'self' data: https://git.exempel.example;" in form_policy(GITEA)
    github = FormServer.model_validate({"tjänst": "github", "kodförråd": "forbundet/insatser"})
    assert "connect-src 'self' data: https://api.github.com;" in form_policy(github)


@pytest.mark.parametrize("server", [None, GITEA])
def test_the_page_runs_no_script_but_its_own(server: FormServer | None) -> None:
    page, policy = form_page("A & <B>", server), form_policy(server)
    assert f'content="{policy}"' in page
    assert "default-src 'none'; script-src 'self';" in policy
    assert re.findall(r'<script[^>]*src="([^"]+)"', page) == ["formular.js", "js-yaml.js", "sveltia-cms.js"]
    assert "<script>" not in page
    assert '<meta name="robots" content="noindex, nofollow">' in page
    assert "<title>Formulär – A &amp; &lt;B&gt;</title>" in page


def test_what_came_from_npm_asks_nobody_for_its_parts() -> None:
    """Of services that nobody has set up it still knows the addresses: the policy lets none be asked."""
    shipped = files("generator.form") / "shipped"
    assert (
        list(SITE_CHECK.check(SiteFile("js-yaml.js", (shipped / "js-yaml.js").read_bytes(), ()), Known()))
        == []
    )
    for name in ("sveltia-cms.js", "js-yaml.js"):
        content = (shipped / name).read_bytes()
        assert re.findall(rb"https?://[\w.]+/(?:@sveltia|@shikijs|fontsource|npm/)[^`\"' )]*", content) == []
        assert b"sourceMappingURL" not in content


def test_a_changed_program_is_refused(monkeypatch: pytest.MonkeyPatch, configuration: Configuration) -> None:
    lock = dict(publishing._lock())
    lock["js-yaml.js"] = "0" * 64
    monkeypatch.setattr(publishing, "_lock", lambda: lock)
    publishing._shipped.cache_clear()
    with pytest.raises(FormError, match=r"js-yaml\.js"):
        form_files(configuration, None)
    publishing._shipped.cache_clear()
