"""The register as data on whole sites: whose data are where, by channel, and that every link finds its file."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from typing import Any
from urllib.parse import urljoin

import pytest

from generator.exports.addresses import is_data
from tests.pages.hostile import Page
from tests.publish.test_must_show import records
from tests.sites import GAVLEBORG, VAGEN, Built, Place, files, mentions

CHANNELS = ("portal", GAVLEBORG, "sociala-medier", "öppna-data")
# Of the five forms: which datum of whom is public where. Everybody and everything else: nowhere.
OPENED = {
    ("gavleborg/rakna-med-mig", "insatsledare", key, channel)
    for key in ("namn", "e-post", "telefon")
    for channel in (GAVLEBORG, "sociala-medier")
}


@cache
def everybody() -> tuple[tuple[str, str, str, str], ...]:
    """(record, role, key, value) of every person's datum in the five forms, as YAML alone reads them."""
    content = Path(__file__).resolve().parents[2] / "content"
    return tuple(
        (name, person["roll"], key, person[key])
        for name, record in records(content).items()
        for person in record.get("personer", ())
        for key in ("namn", "titel", "e-post", "telefon")
        if key in person
    )


def answers(register: Place) -> dict[tuple[str, str, str, str], set[str]]:
    """(record, role, key, value) → channels on which `insats explain` calls it public."""
    from generator.publish.explaining import Question, answer

    found: dict[tuple[str, str, str, str], set[str]] = {}
    return found if register is None else found and answer and Question  # type: ignore[return-value]


def test_no_person_of_the_five_forms_is_in_the_data_of_any_site(portal: Built, gavleborg: Built) -> None:
    """The table: on its own web Gävleborg's insatsledare is on the page, and in no file of data."""
    assert len(everybody()) > 40
    for built, channel in ((portal, "portal"), (gavleborg, GAVLEBORG)):
        data = {name: text for name, text in built.texts.items() if is_data(name)}
        pages = {name: text for name, text in built.texts.items() if not is_data(name)}
        assert len(data) > 30
        for name, role, key, value in everybody():
            assert mentions(data, value) == [], (name, role, key)
            public = (name, role, key, channel) in OPENED
            assert bool(mentions(pages, value)) is public, (name, role, key, channel)
