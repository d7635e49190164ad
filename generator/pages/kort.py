"""The card of an insats: the one form in which lists, relations and the page itself carry it.

Attribution and the example mark are part of it, so no surface can leave them out.
"""

from __future__ import annotations

from generator.pages.front_matter import Facts, present
from generator.pages.intake import Intake
from generator.pages.prose import flat
from generator.pages.words import (
    EXAMPLE_SHORT,
    STATUSES,
    ages,
    kommun_names,
    shortened,
)
from generator.public.catalogue import Catalogue
from generator.public.insats import PublicInsats
from generator.words.swedish import listed

_LONGEST_SUMMARY = 320
_MOST_TARGET_GROUPS = 3


def kort(insats: PublicInsats, catalogue: Catalogue, now: Intake) -> Facts:
    """The facts of a card.

    Keys: namn, adress, exempel, erkannande, sammanfattning, status, forbund, plats, malgrupper,
    alder, intag, intagslage. Only those with a value stand; `exempel` and `erkannande` are sentences to show.
    """
    forbund = catalogue.forbund.get(insats.forbund)
    return present(
        namn=insats.name,
        adress=insats.address,
        exempel=EXAMPLE_SHORT if insats.example else None,
        erkannande=insats.attribution,
        sammanfattning=shortened(flat(insats.summary), _LONGEST_SUMMARY),
        status=STATUSES.get(insats.status or ""),
        forbund=forbund.name if forbund else None,
        plats=listed([name for _, name in kommun_names(insats)]),
        malgrupper=_target_groups(insats),
        alder=ages(insats),
        intag=now.label,
        intagslage=now.state.value,
    )


def in_brief(insats: PublicInsats) -> str:
    """What is said of an insats in one breath, with the mark and the attribution that go with it."""
    mark = EXAMPLE_SHORT if insats.example else None
    return " ".join(part for part in (mark, flat(insats.summary), insats.attribution) if part)


def _within(label: str) -> str:
    """A label as it stands inside a line: `Unga vuxna` → `unga vuxna`, but `UVAS` as it is."""
    return label if label[1:2].isupper() else label[:1].lower() + label[1:]


def _target_groups(insats: PublicInsats) -> str:
    """The first target groups, and how many more there are: a card is read at a glance."""
    labels = [term.label if n == 0 else _within(term.label) for n, term in enumerate(insats.target_groups)]
    more = len(labels) - _MOST_TARGET_GROUPS
    if more <= 1:
        return listed(labels)
    return listed([*labels[:_MOST_TARGET_GROUPS], f"{more} grupper till"])
