"""Stops a build that would publish far fewer insatser than the last one, until told that it is meant.

Why it counts as it does: docs/adr/0013.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from generator.checks.interface import Subject
from generator.words.channels import Channel
from generator.words.dates import swedish_date
from generator.words.findings import Finding, Position

RULE = "farre-insatser"
FEWEST = 10  # of fewer, one or two are a large part
_MARK = "data-pagefind-body"  # stands on the page of an insats, and on no other


@dataclass(frozen=True)
class Count:
    """Insatser that a site has, and those that it has not because their own records say so."""

    published: int
    hidden: int

    @property
    def known(self) -> int:
        """All that are accounted for."""
        return self.published + self.hidden


@dataclass(frozen=True)
class Last:
    """The count of the site that was made last, and its date; None when only its pages tell."""

    count: Count
    day: date | None


def count(judged: Iterable[Subject], channel: Channel) -> Count:
    """What a site of the channel has and has not."""
    published = hidden = 0
    for subject in judged:
        if subject.public:
            published += 1
        elif channel.forbund in (None, subject.located.value.forbund) and _says_so(subject):
            hidden += 1
    return Count(published, hidden)


def _says_so(subject: Subject) -> bool:
    """Whether the record itself asks not to be shown: paused, withdrawn, or secret as a whole."""
    record = subject.located.value
    asked = record.publication is not None and record.publication.state != "publicera"
    return asked or any("allt" in secrecy.covers for secrecy in record.secrecy)


def last_count(work: Path, channel: Channel, out: Path) -> Last | None:
    """What the channel's proof says, or else the pages of the site that stands in `out`."""
    try:
        data = json.loads((work / "proof" / f"{channel.slug}.json").read_text("utf-8"))
        counted = Count(int(data["insatser"]), int(data["dolda_av_posten"]))
        return Last(counted, date.fromisoformat(data["datum"]))
    except (OSError, ValueError, TypeError, KeyError):
        pages = sum(
            _MARK in page.read_text("utf-8", "replace") for page in out.glob("insatser/*/*/index.html")
        )
        return Last(Count(pages, 0), None) if pages else None


def far_fewer(
    last: Last | None, least: int, now: Count, today_s_on: Callable[[date], Count], where: str
) -> Finding | None:
    """An error when less than `least` per cent of the last time's insatser are accounted for.

    `today_s_on` counts today's records on another date: what only time took away is no accident.
    """
    if last is None or last.count.known < FEWEST or _enough(now, last.count, least):
        return None
    if last.day is not None and _enough(today_s_on(last.day), last.count, least):
        return None
    when = "" if last.day is None else f", {swedish_date(last.day)},"
    before = last.count.published
    return Finding(
        where,
        Position(1, 1),
        RULE,
        f"Webbplatsen skulle få {now.published} insatser. Förra gången{when} hade den {before}.",
        "Se efter att inga filer har fallit bort. Är det meningen: bygg med --allow-fewer.",
    )


def _enough(now: Count, last: Count, least: int) -> bool:
    return now.known * 100 >= last.known * least
