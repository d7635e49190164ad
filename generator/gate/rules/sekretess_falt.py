"""Rule 4: secrecy down to one field or section."""

from __future__ import annotations

from generator.gate.grounds import secrecy_reason
from generator.gate.interface import Case, FieldRule, Reason
from generator.records.paths import covers

# A field tells another's value too: the decision repeats the period and the money, and a budget
# that is granted in full repeats the decision. Secrecy over the one covers the other.
_TIME = ("period", "period.start", "period.slut", "beslut.avser", "beslut.avser.start", "beslut.avser.slut")
_TOLD_BY = {
    "beslut.avser.start": ("period", "period.start"),
    "beslut.avser.slut": ("period", "period.slut"),
    # It is shown only inside the decided time, and so tells of it.
    "period.sista_intag": _TIME,
    # Under yearly terms the decided amounts are those of the years.
    "beslut.belopp": ("budget", "budget.sökt", "budget.per_år"),
    "budget.sökt": ("beslut.belopp", "budget.per_år"),
    # The years of a budget are those of the decided time.
    "budget.per_år": (
        "beslut.belopp",
        "budget.sökt",
        "budget.kostnader",
        "budget.kostnader.belopp",
        *_TIME,
    ),
    "budget.kostnader.år": _TIME,
    "budget.kostnader.belopp": ("beslut.belopp", "budget.sökt", "budget.per_år"),
    # The note explains the figures, and repeats them.
    "budget.kommentar": (
        "beslut.belopp",
        "budget.sökt",
        "budget.per_år",
        "budget.kostnader",
        "budget.kostnader.belopp",
        "budget.egenfinansiering",
        *_TIME,
    ),
}


def _judge(case: Case, path: str) -> Reason | None:
    for number, secrecy in enumerate(case.record.secrecy):
        if isinstance(secrecy.covers, str):
            continue
        for covered in secrecy.covers:
            if covers(covered, path) or covered in _TOLD_BY.get(path, ()):
                return secrecy_reason(RULE.name, "Sekretess omfattar uppgiften", number, secrecy)
    return None


RULE = FieldRule(
    name="sekretess-falt",
    sentence="Sekretess över ett fält eller avsnitt döljer det, och det som skulle avslöja det.",
    judge=_judge,
)
