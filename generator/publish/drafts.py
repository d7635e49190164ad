"""The drafts of a preview: what nobody has decided or opened yet, drawn as if the styrelse had granted it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from generator.publish.preparing import Gathered
from generator.records.as_granted import as_granted
from generator.records.record import Record
from generator.storage.located import LocatedRecord
from generator.words.channels import Channel


@dataclass(frozen=True)
class Draft:
    """A draft: where its page would be (`insatser/uppsala/framsteget/`), and its name.

    `decided` when the styrelse has, and only the publication is missing; `doubts` are what an import asked.
    """

    address: str
    name: str
    decided: bool
    doubts: tuple[str, ...] = ()


def drafts_of(gathered: Gathered, channel: Channel) -> tuple[Draft, ...]:
    """Every draft of the channel's förbund, in the records' order."""
    found = (one for one in _granted(gathered) if channel.forbund in (None, one[0].folder))
    return tuple(
        Draft(
            address=f"insatser/{one.folder}/{one.slug}/",
            name=one.value.name,
            decided=granted.decisions == one.value.decisions,
            doubts=tuple(one.value.source.doubts) if one.value.source is not None else (),
        )
        for one, granted in found
    )


def with_drafts(gathered: Gathered) -> Gathered:
    """The same register with its drafts granted. Only for a site that nobody publishes."""
    granted = {one.file: replace(one, value=value) for one, value in _granted(gathered)}
    inputs = gathered.sources.inputs
    records = tuple(granted.get(one.file, one) for one in inputs.records)
    return replace(gathered, sources=replace(gathered.sources, inputs=replace(inputs, records=records)))


def _granted(gathered: Gathered) -> Iterator[tuple[LocatedRecord, Record]]:
    for one in gathered.sources.inputs.records:
        granted = as_granted(one.value, gathered.day)
        if granted is not None:
            yield one, granted
