"""Rule 7 in every place of the schema: no key, today's or tomorrow's, can tell a withheld name."""

from __future__ import annotations

from collections.abc import Iterator
from copy import deepcopy
from typing import Any

import pytest
import yaml

from generator.checks.rules.namn_i_text import CHECK
from generator.records.paths import Path, field_of, known_paths, spelled, written
from generator.records.record import Record
from generator.storage.folders import YamlFile
from generator.storage.load import read_record
from tests import private_values as v

_CONSENT = {
    "gäller": list(v.FIELDS), "kanaler": ["portal"], "från": "2025-06-20", "till": "2027-12-31",
    "källa": "mejl",
}  # fmt: skip
_TEXT = "En text."
FULL: dict[str, Any] = {
    **v.record_values(),
    "beslut": [v.grant(belopp="100", avser={"start": "2025-09", "slut": "2027-12"})],
    "publicering": {"läge": "publicera", "från": "2025-06-20", "till": "2027-12-31"},
    "andra_namn": ["Vägen"],
    "tidigare_adresser": ["exempelbygden/vagen"],
    "diarienummer": "2025/17",
    "sekretess": [{"omfattar": ["ålder"], "grund": "OSL 26 kap. 1 §"}],
    "insatsägare": {"organisation": "Hudiksvalls kommun", "part": "kommun", "enhet": "Jobbcentrum"},
    "samverkansparter": [
        {"organisation": "Region X", "part": "region", "enhet": "Enhet", "roll": "Stöd åt alla"}
    ],
    "kommuner": ["2184"],
    "målgrupper": ["unga-vuxna"],
    "ålder": {"från": "19", "till": "29"},
    "deltagare": [{"antal": "70", "avser": "per år", "kommentar": "Alla"}],
    "metoder": ["ips"],
    "uppföljningssystem": ["sus"],
    "sammanfattning": _TEXT,
    "beskrivning": {
        path.partition(".")[2]: _TEXT for path in sorted(known_paths()) if path.startswith("beskrivning.")
    },
    "mål": [{"typ": "mål", "text": _TEXT, "måltal": "90 %", "utfall": "ej redovisat"}],
    "hänvisning": {"vem": _TEXT, "krav": _TEXT, "hur": _TEXT, "kontakt": "info@kommun.example"},
    "budget": {
        "sökt": "100", "egenfinansiering": "0", "per_år": {"2026": "100"},
        "kostnader": [{"post": "Lön", "belopp": "100", "år": "2026"}], "kommentar": _TEXT,
    },
    "personer": [
        {
            "namn": "Tova Lindeby", "roll": "styrgrupp", "återkallat": "2026-03-01",
            "invändning": "2026-03-01", "sekretess": "OSL",
        },
        {
            "namn": "Ulla Ekdunge", "roll": "styrgrupp", "titel": "chef", "organisation": "Region X",
            "e-post": "ulla@region.example", "telefon": "031-390 06 16", "samtycke": [_CONSENT],
        },
    ],
    "handlingar": [
        {"titel": "Rapport", "typ": "rapport", "länk": "https://x.example/rapport", "datum": "2026"}
    ],
    "relationer": [{"typ": "förlänger", "insats": "exempelbygden-2022-vagen"}],
    "sökord": ["arbete"],
    "exempel": "true",
    "källa": {
        "dokument": "Ansökan", "datum": "2025", "anmärkningar": [_TEXT], "tveksamt": [_TEXT],
        "bilagor": ["Bilaga"], "oplacerat": _TEXT,
    },
    "granskade_rader": [{"fält": "sammanfattning", "börjar": "En text.", "skäl": "Sant"}],
}  # fmt: skip


def _texts(value: object, path: Path = ()) -> Iterator[tuple[Path, str]]:
    if isinstance(value, dict):
        for key, item in value.items():
            yield from _texts(item, (*path, key))
    elif isinstance(value, list):
        for index, item in enumerate(value):
            yield from _texts(item, (*path, index))
    elif isinstance(value, str):
        yield path, value


def _planted(path: Path, value: str) -> str:
    """The record with the withheld surname at the end of this text, or where such a text can have it."""
    values = deepcopy(FULL)
    place: Any = values
    for part in path[:-1]:
        place = place[part]
    place[path[-1]] = f"lindeby.{value}" if "@" in value else f"{value} Lindeby"
    if any(fits in path for fits in ("id", "länk", "insats", "villkor", "förbund", "tidigare_adresser")):
        place[path[-1]] = f"{value}-lindeby"
    return yaml.safe_dump(values, allow_unicode=True, sort_keys=False, width=10_000)


def _accepted() -> Iterator[tuple[Path, str]]:
    for path, value in _texts(FULL):
        text = _planted(path, value)
        # A surname that a shown person has too tells nobody by itself.
        own = path[:2] == ("personer", 0) or path[-2:] == (1, "namn")
        if not own and read_record(YamlFile("a.yml", "a", "exempelbygden", text.encode()))[0] is not None:
            yield path, text


PLANTED = list(_accepted())


def test_the_record_has_every_key_of_the_schema() -> None:
    paths = known_paths()
    leaves = {path for path in paths if not any(other.startswith(f"{path}.") for other in paths)}
    assert {field_of(path) for path, _ in written(Record.model_validate(FULL))} == leaves


@pytest.mark.parametrize(("path", "text"), PLANTED, ids=[spelled(path) for path, _ in PLANTED])
def test_a_withheld_name_is_an_error_at_its_place_in_every_public_text(path: Path, text: str) -> None:
    subject = v.subject(text)
    found = v.findings_of(CHECK, subject)
    if path not in subject.public_paths:
        assert all(finding.severity == "varning" for finding in found)
        return
    lines = text.split("\n")
    (line,) = (
        number for number, one in enumerate(lines) if "lindeby" in one.casefold().replace("tova l", "")
    )
    column = lines[line].casefold().index("lindeby")
    assert v.places(found) == [f"{line + 1}:{column + 1} fel"]


def test_most_texts_can_be_public() -> None:
    public = {field_of(path) for path, text in PLANTED if path in v.subject(text).public_paths}
    assert len(public) > 45, public
