"""The groupings: every group has a page, counts what is public, and stands in Swedish order."""

from __future__ import annotations

import sys
from pathlib import Path
from types import MappingProxyType

import pytest

from generator import indexes
from generator.indexes import all_indexes
from generator.indexes.interface import IndexPage
from generator.public.catalogue import Catalogue
from tests import public_values as v


def pages(name: str, catalogue: Catalogue) -> list[IndexPage]:
    index = next(index for index in all_indexes() if index.name == name)
    return list(index.pages(catalogue))


def test_every_file_is_an_index() -> None:
    assert [index.name for index in all_indexes()] == [
        "alla", "forbund", "kommun", "malgrupp", "metod", "status",
    ]  # fmt: skip


def test_one_new_file_adds_an_index(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "lan.py").write_text(
        "from generator.indexes.interface import Index\n"
        "INDEX = Index(name='lan', title='Län', pages=lambda catalogue: ())\n"
    )
    monkeypatch.setattr(indexes, "__path__", [*indexes.__path__, str(tmp_path)])
    try:
        assert "lan" in [index.name for index in all_indexes()]
    finally:
        sys.modules.pop("generator.indexes.lan", None)


@pytest.mark.parametrize("name", ["alla", "forbund", "kommun", "malgrupp", "metod", "status"])
def test_every_way_on_leads_to_a_page_with_that_many_insatser(name: str) -> None:
    overview, *groups = pages(name, v.catalogue(v.insats(), v.minimal()))
    by_address = {group.address: group for group in groups}
    assert [way.address for way in overview.entries] == list(by_address)
    for way in overview.entries:
        assert way.count == len(by_address[way.address].insatser or ())


def test_habo_and_habo_are_two_kommuner() -> None:
    both = v.catalogue(v.insats(kommuner=("0305",)), v.insats(slug="b", kommuner=("0643",)))
    overview, *groups = pages("kommun", both)
    ways = {way.address: (way.label, way.note) for way in overview.entries}
    assert ways["kommuner/0305/"] == ("Håbo", "Uppsala län")
    assert ways["kommuner/0643/"] == ("Habo", "Jönköpings län")
    assert len({group.address for group in groups}) == len(groups)


def test_kommuner_of_the_forbund_stand_there_without_insatser() -> None:
    overview, *_ = pages("kommun", v.catalogue())
    assert [(way.label, way.count) for way in overview.entries] == [("Hudiksvall", 1), ("Nordanstig", 0)]


def test_swedish_order() -> None:
    members = {
        key: v.forbund(id=key, name=name)
        for key, name in (("a", "Örebro"), ("b", "Ängelholm"), ("c", "Zätra"))
    }
    overview, *_ = pages("forbund", v.catalogue(forbund=MappingProxyType(members)))
    assert [way.label for way in overview.entries] == ["Zätra", "Ängelholm", "Örebro"]


def test_a_target_group_is_never_called_official() -> None:
    overview, *groups = pages("malgrupp", v.catalogue())
    assert "vår egen ordlista, ingen officiell indelning" in overview.lead
    assert [(group.title, group.priority) for group in groups] == [
        ("Långt från arbete", False),
        ("Unga med aktivitetsersättning", True),
    ]


def test_an_insats_counts_once_in_a_group() -> None:
    _, hudiksvall, _ = pages("kommun", v.catalogue(v.insats(kommuner=("2184", "2184"))))
    assert len(hudiksvall.insatser or ()) == 1


def test_status_has_its_three_pages_and_leaves_out_the_unknown() -> None:
    overview, *groups = pages(
        "status", v.catalogue(v.insats(status=None), v.insats(slug="b", status="kommande"))
    )
    assert [group.address for group in groups] == [
        "status/pagaende/",
        "status/kommande/",
        "status/avslutad/",
    ]
    assert [way.count for way in overview.entries] == [0, 1, 0]
