"""Opens the gate, the only place that does, and runs the checks over what it said."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date

from generator.checks.beside import Beside, Past
from generator.checks.interface import Register, Subject
from generator.checks.run import run_checks
from generator.gate.door import open_doors
from generator.gate.interface import Case
from generator.publish.addresses import last_successor
from generator.publish.reading import Configuration
from generator.storage.located import LocatedRecord
from generator.words.channels import Channel
from generator.words.findings import Finding, in_order

_NOTHING = Beside()
_WORD = re.compile(r"[^\W_]+")


def judge(
    records: Iterable[LocatedRecord], configuration: Configuration, channel: Channel, day: date
) -> tuple[Subject, ...]:
    """Every record through the gate, in the records' order."""
    found = tuple(records)
    cases = [
        Case(
            record=located.value,
            slug=located.slug,
            terms=configuration.terms.get(located.value.terms),
            settings=configuration.settings,
            channel=channel,
            day=day,
        )
        for located in found
    ]
    outcomes = open_doors(cases, configuration.rulebook)
    return tuple(map(Subject, found, cases, outcomes))


def check(
    judged: Iterable[Subject], among: Iterable[Subject] | None = None, beside: Beside = _NOTHING
) -> tuple[Finding, ...]:
    """Every finding of every check, in order; of all, or of those `among` them that are asked for.

    Without `beside`, checks that need more than the records themselves say nothing.
    """
    return in_order(run_checks(Register(tuple(judged), beside), among))


def beside(configuration: Configuration, past: Past) -> Beside:
    """What checks may know of the configuration and of git."""
    terms = [term for vocabulary in configuration.vocabularies.values() for term in vocabulary]
    groups = configuration.search_words.groups
    explained = (
        *(text for term in terms for text in (term.label, *term.forms)),
        *(word for group in groups for word in (*group.words, *group.found_with)),
        *(one.name for one in configuration.forbund.values()),
    )
    return Beside(
        kommuner={key: frozenset(one.kommuner) for key, one in configuration.forbund.items()},
        successors={key: last_successor(key, configuration.forbund) for key in configuration.forbund},
        explained=frozenset(word for text in explained for word in _WORD.findall(text)),
        search_words=configuration.search_words,
        past=past,
    )
