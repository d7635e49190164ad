"""The same insats twice is one too many: an import of something that is there already, a copied file."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from generator.checks.interface import Check, Register, Subject
from generator.words.findings import Finding, Severity


def _check(subject: Subject, register: Register) -> Iterator[Finding]:
    others = list(_unrelated(subject, register.namesakes(subject)))
    if others:
        yield subject.finding(
            CHECK.name,
            ("namn",),
            f"Förbundet har en insats till med samma namn: {others[0].located.file}.",
            "Är det samma insats: ta bort den ena filen. Hör de ihop: skriv det under relationer. Annars: "
            "ge dem olika namn.",
            severity=Severity.WARNING,
        )


def _unrelated(subject: Subject, namesakes: Iterable[Subject]) -> Iterator[Subject]:
    """Those that no chain of relations, from one of them to the next, leads to."""
    left, reached = list(namesakes), [subject]
    while reached:
        here = reached.pop()
        reached += [other for other in left if _related(here, other)]
        left = [other for other in left if not _related(here, other)]
    yield from left


def _related(one: Subject, other: Subject) -> bool:
    pairs = ((one.located.value, other.located.value), (other.located.value, one.located.value))
    return any(there.id in {relation.target for relation in here.relations} for here, there in pairs)


CHECK = Check(
    name="samma-namn",
    sentence="Två insatser i ett förbund har inte samma namn, om de inte hör ihop.",
    check=_check,
)
