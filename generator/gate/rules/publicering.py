"""Rule 2: the editors have opened publication, and its window is open."""

from __future__ import annotations

from generator.gate.interface import Case, Reason, WholeRule


def _judge(case: Case) -> Reason | None:
    publication = case.record.publication
    if publication is None:
        return Reason(RULE.name, "Ingen har begärt att insatsen ska publiceras.")
    if publication.state != "publicera":
        word = "pausad" if publication.state == "pausad" else "återkallad"
        return Reason(RULE.name, f"Publiceringen är {word}.", ("publicering", "läge"))
    if publication.start is not None and case.day < publication.start.first_day:
        return Reason(RULE.name, "Publiceringen har inte börjat än.", ("publicering", "från"))
    if publication.end is not None and case.day > publication.end.last_day:
        return Reason(RULE.name, "Publiceringen har slutat.", ("publicering", "till"))
    return None


RULE = WholeRule(
    name="publicering",
    sentence="En insats syns bara när dess publicering är begärd, inte pausad, inte återkallad och pågår.",
    judge=_judge,
)
