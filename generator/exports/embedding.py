"""The insatser as other sites show them: in lists of cards that carry the duties of what they tell."""

from __future__ import annotations

from collections.abc import Iterator

from generator.exports.fields import FIELDS
from generator.exports.interface import Json, Release, given
from generator.indexes import all_indexes
from generator.indexes.interface import IndexPage
from generator.pages.inbaddad import shared_lists
from generator.pages.lists import ordered
from generator.public.insats import PublicInsats

LISTED = "data/v1/listor/"
_KEYS = frozenset({"id", "namn", "adress", "förbund", "kommuner", "intag", "upplysning", "erkännande"})
_EVERYTHING = "Insatser"


def lists(release: Release) -> Iterator[tuple[IndexPage, tuple[PublicInsats, ...]]]:
    """Each list that other sites show, and its insatser in the order of the page; empty ones too."""
    for listed in shared_lists(all_indexes(), release.view):
        yield listed, ordered(listed.insatser or (), release.view).insatser


def everything(release: Release) -> tuple[IndexPage, tuple[PublicInsats, ...]]:
    """The list of all insatser."""
    listed = IndexPage("insatser/", _EVERYTHING, "")
    return listed, ordered(release.catalogue.insatser, release.view).insatser


def card_data(insats: PublicInsats, release: Release) -> dict[str, Json]:
    """The card as data: the keys of the open data, the summary as one line, target groups with their slug."""
    data: dict[str, Json | None] = {
        field.key: field.value(insats, release) for field in FIELDS if field.key in _KEYS
    }
    summary = release.view.cards[insats.id].get("sammanfattning")
    data["målgrupper"] = [
        {"id": term.id, "namn": term.label, "slug": term.slug} for term in insats.target_groups
    ]
    data["sammanfattning"] = summary if isinstance(summary, str) else None
    return given(data)
