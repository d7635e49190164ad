"""Rule 4: secrecy over the whole record, or over something that the page cannot be without."""

from __future__ import annotations

from generator.gate.grounds import secrecy_reason
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
    for number, secrecy in enumerate(case.record.secrecy):
        paths = [secrecy.covers] if isinstance(secrecy.covers, str) else secrecy.covers
        if "allt" in paths:
            return secrecy_reason(RULE.name, "Sekretess omfattar hela posten", number, secrecy)
        if not _SPINE.isdisjoint(paths):
            text = "Sekretess omfattar det som sidan inte kan vara utan"
            return secrecy_reason(RULE.name, text, number, secrecy)
        if not known_paths().issuperset(paths):
            text = "Sekretess anges för ett fält som inte finns. Därför döljs allt"
            return secrecy_reason(RULE.name, text, number, secrecy)
    return None


RULE = WholeRule(
    name="sekretess-allt",
    sentence="Sekretess över hela posten, dess namn eller beslut döljer insatsen helt.",
    judge=_judge,
)
