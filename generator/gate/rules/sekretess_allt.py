"""Rule 4: secrecy over the whole record, or over something that the page cannot be without."""

from __future__ import annotations

from generator.gate.interface import Case, Reason, WholeRule
from generator.records.paths import known_paths

# Without these there is no page to show: secrecy over one of them covers the whole record. That a
# record is public tells who decided it, and the mark of an example stands on every page and row.
_SPINE = frozenset(
    {
        "id",
        "namn",
        "förbund",
        "villkor",
        "exempel",
        "beslut",
        "beslut.utfall",
        "beslut.instans",
        "publicering",
    }
)


def _judge(case: Case) -> Reason | None:
    for secrecy in case.record.secrecy:
        paths = [secrecy.covers] if isinstance(secrecy.covers, str) else secrecy.covers
        if "allt" in paths:
            return Reason(RULE.name, f"Sekretess omfattar hela posten ({secrecy.ground}).")
        if not _SPINE.isdisjoint(paths):
            return Reason(
                RULE.name, f"Sekretess omfattar det som sidan inte kan vara utan ({secrecy.ground})."
            )
        if not known_paths().issuperset(paths):
            return Reason(RULE.name, "Sekretess anges för ett fält som inte finns. Därför döljs allt.")
    return None


RULE = WholeRule(
    name="sekretess-allt",
    sentence="Sekretess över hela posten, dess namn eller beslut döljer insatsen helt.",
    judge=_judge,
)
