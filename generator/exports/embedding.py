"""The insatser as other sites show them: in lists of cards that carry the duties of what they tell."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from generator.exports.fields import FIELDS
from generator.exports.interface import Json, Release, given
from generator.indexes import all_indexes
from generator.pages.front_matter import Facts
from generator.pages.inbaddad import LISTS
from generator.pages.intake import by_intake, intake
from generator.pages.kort import kort
from generator.public.insats import PublicInsats

LISTED = "data/v1/listor/"
_KEYS = frozenset({"id", "namn", "adress", "förbund", "kommuner", "intag", "upplysning", "erkännande"})


@dataclass(frozen=True)
class EmbeddedList:
    """`address` is the list's page below the site, and of its file too (`forbund/uppsala/`).

    `insatser` come in the order of the page: those that take somebody in first.
    """

    address: str
    title: str
    insatser: tuple[PublicInsats, ...]
    empty: str


def embedded_lists(release: Release) -> Iterator[EmbeddedList]:
    """Each förbund's and each target group's list, empty ones too."""
    catalogue = release.catalogue
    intakes = {one.id: intake(one, catalogue.day) for one in catalogue.insatser}
    for index in all_indexes():
        for listed in index.pages(catalogue) if index.name in LISTS else ():
            if listed.parent is not None:
                insatser = by_intake(listed.insatser or (), intakes)
                yield EmbeddedList(listed.address, listed.title, insatser, listed.empty)


def all_insatser(release: Release) -> EmbeddedList:
    """The list of everything."""
    catalogue = release.catalogue
    intakes = {one.id: intake(one, catalogue.day) for one in catalogue.insatser}
    return EmbeddedList(
        "insatser/", "Insatser", by_intake(catalogue.insatser, intakes), "Just nu finns inga insatser här."
    )


def card_of(insats: PublicInsats, release: Release) -> Facts:
    """The facts of its card, as the pages have them."""
    return kort(insats, release.catalogue, intake(insats, release.catalogue.day))


def card_data(insats: PublicInsats, release: Release) -> dict[str, Json]:
    """The card as data: the keys of the open data, the summary as one line, target groups with their slug."""
    data: dict[str, Json | None] = {
        field.key: field.value(insats, release.catalogue) for field in FIELDS if field.key in _KEYS
    }
    summary = card_of(insats, release).get("sammanfattning")
    data["målgrupper"] = [
        {"id": term.id, "namn": term.label, "slug": term.slug} for term in insats.target_groups
    ]
    data["sammanfattning"] = summary if isinstance(summary, str) else None
    return given(data)
