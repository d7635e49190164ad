"""Who has said no in one record and is shown in another, on whatever channel that is."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from datetime import date

from generator.checks.interface import Register
from generator.checks.rules.nej_i_annan_post import CHECK
from generator.gate.same_person import marks
from generator.publish.judging import judge
from generator.publish.reading import Configuration
from generator.storage.located import LocatedRecord
from generator.words.channels import every_channel
from generator.words.findings import Finding


def noes_elsewhere(
    records: Iterable[LocatedRecord], configuration: Configuration, day: date
) -> Iterator[Finding]:
    """The findings of `nej-i-annan-post` for every channel; only records that share somebody are judged."""
    shared = _sharing_a_no(records)
    webs = {one.value.forbund for one in shared} & configuration.forbund.keys()
    for channel in every_channel(webs) if shared else ():
        register = Register(judge(shared, configuration, channel, day))
        for subject in register.subjects:
            yield from CHECK.check(subject, register)


def _sharing_a_no(records: Iterable[LocatedRecord]) -> list[LocatedRecord]:
    """The records of everybody who stands in several and has said no, or is protected, in one of them."""
    every = list(records)
    said_no: set[tuple[str, str]] = set()
    files: defaultdict[tuple[str, str], set[str]] = defaultdict(set)
    for one in every:
        for person in one.value.persons:
            for mark in marks(person):
                files[mark].add(one.file)
                if person.secrecy is not None or person.withdrawn is not None or person.objection is not None:
                    said_no.add(mark)
    among = {file for mark in said_no if len(files[mark]) > 1 for file in files[mark]}
    return [one for one in every if one.file in among]
