"""Keeps the book while a record passes: every question asked of the rules, and its answer."""

from __future__ import annotations

from generator.gate.interface import Case, Permit, Reason, Verdict
from generator.gate.rulebook import Rulebook
from generator.gate.weighing import weighed
from generator.records.persons import Person, PersonField, datum

OPEN = Reason("beslut", "Insatsen är beviljad och publiceringen är begärd.")
_NOTHING_OPENS = Reason("neka", "Varken villkoren eller personens samtycke öppnar uppgiften här.")
_NOT_WITHOUT = "Uppgiften visas inte utan en annan som är dold."


class Ledger:
    """Asks the rules about one case and remembers each verdict, for `explain` and the audit."""

    def __init__(self, case: Case, rulebook: Rulebook) -> None:
        self._case = case
        self._rulebook = rulebook
        self._verdicts: dict[str, Verdict] = {}

    @property
    def verdicts(self) -> tuple[Verdict, ...]:
        """Every verdict so far, in the order of asking."""
        return tuple(self._verdicts.values())

    def lets(self, path: str) -> bool:
        """Whether the field at `path` (without list indexes) may be public."""
        if path not in self._verdicts:
            reasons = (rule.judge(self._case, path) for rule in self._rulebook.fields)
            reason = next((reason for reason in reasons if reason is not None), None)
            self._verdicts[path] = Verdict(path, reason is None, reason or OPEN)
        return self._verdicts[path].public

    def lets_all(self, *paths: str) -> bool:
        """Whether every one of the fields may be public. They tell nothing, or the wrong thing, apart."""
        refused = next((self._verdicts[path] for path in paths if not self.lets(path)), None)
        if refused is None:
            return True
        reason = Reason(refused.reason.rule, _NOT_WITHOUT, refused.reason.entry)
        for path in paths:
            if self.lets(path):
                self._verdicts[path] = Verdict(path, public=False, reason=reason)
        return False

    def datum(self, index: int, person: Person, field: PersonField) -> str | None:
        """The person's datum when some permit stands against every bar, else None."""
        value = datum(person, field)
        if value is None:
            return None
        verdict = self._judge(f"personer[{index}].{field}", person, field)
        self._verdicts[verdict.path] = verdict
        return value if verdict.public else None

    def ground(self, index: int, field: PersonField) -> str | None:
        """The rule that opened the person's datum; None when it is not public, or was not asked for."""
        verdict = self._verdicts.get(f"personer[{index}].{field}")
        return verdict.reason.rule if verdict is not None and verdict.public else None

    def _judge(self, path: str, person: Person, field: PersonField) -> Verdict:
        refused = Verdict(path, False, _NOTHING_OPENS)
        standing: list[Permit] = []
        for permit, reason in weighed(self._case, self._rulebook, person, field):
            if reason is None:
                standing.append(permit)
            else:
                refused = Verdict(path, False, reason, None, permit.terms, permit.clause)
        if not standing:
            return refused
        # The permit that lasts longest is the one to name; None lasts without end.
        best = max(standing, key=lambda p: (p.until is None, p.until or self._case.day, p.rule))
        reason = Reason(best.rule, best.text, best.entry)
        return Verdict(path, True, reason, best.until, best.terms, best.clause)
