"""Follows the records that a change touches through the days to come, as far as that is affordable."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from heapq import heappop, heappush

from generator.answers.difference.differences import gathered
from generator.answers.difference.later import Standing, news
from generator.answers.difference.rows import Change
from generator.gate.turning import WatchedDay
from generator.publish.versions import Versions
from generator.words.channels import Channel
from generator.words.dates import swedish_date

MOST_RECORDS = 100
MOST_TURNS = 2_000  # of all the records together, on all channels
_TOO_MANY = "Ändringen rör {} insatser. Vad den gör senare dagar är inte jämfört: se efter med --date."
_ONLY_EDITED = (
    "Ändrade inställningar kan röra {} insatser. Senare dagar är bara jämförda för dem vars egen fil är "
    "ändrad: se efter med --date."
)
_TOO_LONG = "Det som sker {} och senare är inte helt jämfört, för dagarna är för många: se efter med --date."


@dataclass(frozen=True)
class Followed:
    """The rows of later days, and what could not be looked at."""

    rows: tuple[Change, ...]
    notes: tuple[str, ...]


def follow(versions: Versions, channels: Sequence[Channel], day: date) -> Followed:
    """What the change does after `day`, on each day on which the gate's answer can turn."""
    chosen, notes = _chosen(versions)
    tracks = [(one, record) for one in channels for record in sorted(chosen & versions.ids_on(one))]
    queue = [(day, number) for number in range(len(tracks))]
    standing: dict[int, Standing] = {}
    rows: dict[str, list[Change]] = {one.name: [] for one in channels}
    for _ in range(MOST_TURNS):
        if not queue:
            break
        turn, number = heappop(queue)
        channel, record = tracks[number]
        watched = WatchedDay.on(turn)
        old, new = (one.beside(record, channel, watched) for one in (versions.old, versions.new))
        if watched.turn is not None:
            heappush(queue, (watched.turn, number))
        if number in standing:
            before, after = standing[number], standing[number].turned(old, new)
            rows[channel.name] += news(before, after, turn)
            standing[number] = after
        else:
            standing[number] = Standing.of(old, new)
    if queue:
        notes.append(_TOO_LONG.format(swedish_date(queue[0][0])))
    return Followed(gathered(rows), tuple(notes))


def _chosen(versions: Versions) -> tuple[frozenset[str], list[str]]:
    """The records to follow. Of settings that touch too many only the edited records are."""
    every, edited = versions.turned, versions.near(versions.edited)
    if len(every) <= MOST_RECORDS:
        return every, []
    if len(edited) <= MOST_RECORDS:
        return edited, [_ONLY_EDITED.format(len(every))]
    return frozenset(), [_TOO_MANY.format(len(every))]
