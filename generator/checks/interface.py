"""What a check is. A new check is a new file in `rules/` with one `CHECK`."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property

from generator.gate.interface import Case, Verdict
from generator.gate.outcome import Opened, Outcome
from generator.storage.located import LocatedRecord
from generator.words.findings import Finding, Position, Severity


@dataclass(frozen=True)
class Subject:
    """One record, the case it makes before the gate, and what the gate said of it."""

    located: LocatedRecord
    case: Case
    outcome: Outcome

    @property
    def public(self) -> bool:
        """Whether the record came out of the gate."""
        return isinstance(self.outcome, Opened)

    @cached_property
    def verdicts(self) -> Mapping[str, Verdict]:
        """What the rules said, by path (`personer[0].namn`, `beskrivning.bakgrund`)."""
        return {verdict.path: verdict for verdict in self.outcome.verdicts}

    def finding(
        self,
        check: str,
        path: tuple[str | int, ...],
        message: str,
        advice: str,
        *,
        severity: Severity = Severity.ERROR,
        position: Position | None = None,
    ) -> Finding:
        """A finding at the value of `path`, or at `position` where that is more exact."""
        where = position or self.located.at(*path)
        return Finding(self.located.file, where, check, message, advice, severity)


@dataclass(frozen=True)
class Register:
    """All records of the run, for checks that look across them."""

    subjects: tuple[Subject, ...]

    @cached_property
    def first_files(self) -> Mapping[str, str]:
        """Each id in use → the first file, by name, that uses it."""
        return {
            subject.located.value.id: subject.located.file
            for subject in sorted(self.subjects, key=lambda s: s.located.file, reverse=True)
        }


@dataclass(frozen=True)
class Check:
    """A named check; `sentence` says in Swedish what holds when it finds nothing."""

    name: str
    sentence: str
    check: Callable[[Subject, Register], Iterable[Finding]]
