"""The door: a record goes in, and a public insats or a reasoned refusal comes out.

Pure: the outcome depends on the case and the rulebook alone, never on a clock or a file.
"""

from __future__ import annotations

from collections.abc import Sequence, Set
from dataclasses import replace

from generator.gate.copying import former_addresses, public_insats
from generator.gate.interface import Case, Reason, Verdict
from generator.gate.ledger import Ledger
from generator.gate.outcome import Opened, Outcome, Withheld
from generator.gate.rulebook import Rulebook
from generator.public.insats import Tombstone, address_of
from generator.public.seal import Seal, claim_seal
from generator.records.persons import FIELDS, datum

_SEAL: Seal = claim_seal()


def open_door(case: Case, rulebook: Rulebook) -> Outcome:
    """What the public may know of one record. Total: every case has an outcome."""
    reasons = _reasons(case, rulebook)
    if reasons:
        verdicts = tuple(
            Verdict(f"personer[{index}].{field}", public=False, reason=reasons[0])
            for index, person in enumerate(case.record.persons)
            for field in FIELDS
            if datum(person, field) is not None
        )
        return Withheld(reasons, verdicts, _tombstones(case, rulebook))
    ledger = Ledger(case, rulebook)
    insats = public_insats(case, ledger, _SEAL)
    return Opened(insats, ledger.verdicts)


def open_doors(cases: Sequence[Case], rulebook: Rulebook) -> tuple[Outcome, ...]:
    """The outcome of every case, in order. A relation to what did not come out is dropped.

    Its target's id would tell of a record that leaves no trace. So would a relation to a record whose
    own relations are withheld tell of those.
    """
    outcomes = [open_door(case, rulebook) for case in cases]
    out = {outcome.insats.id for outcome in outcomes if isinstance(outcome, Opened) and _tells_links(outcome)}
    return tuple(_without_relations_but(out, outcome) for outcome in outcomes)


def _tells_links(outcome: Opened) -> bool:
    return all(verdict.public for verdict in outcome.verdicts if verdict.path == "relationer.insats")


def _without_relations_but(out: Set[str], outcome: Outcome) -> Outcome:
    if isinstance(outcome, Withheld) or all(link.target in out for link in outcome.insats.relations):
        return outcome
    kept = tuple(link for link in outcome.insats.relations if link.target in out)
    return replace(outcome, insats=replace(outcome.insats, relations=kept, seal=_SEAL))


def _reasons(case: Case, rulebook: Rulebook) -> tuple[Reason, ...]:
    found = (rule.judge(case) for rule in rulebook.whole)
    return tuple(reason for reason in found if reason is not None)


def _tombstones(case: Case, rulebook: Rulebook) -> tuple[Tombstone, ...]:
    """Graves only where a page stood: it would be public, had publication not been withdrawn.

    Without a start that has passed nobody knows that the page ever was public, and a grave would
    tell of a record that never left the drawer. So would one where the window had closed before
    the record was granted.
    """
    publication = case.record.publication
    if publication is None or publication.state != "återkallad":
        return ()
    if publication.start is None or publication.start.first_day > case.day:
        return ()
    restored = publication.model_copy(update={"state": "publicera", "end": None})
    as_before = replace(case, record=case.record.model_copy(update={"publication": restored}))
    last = publication.end.last_day if publication.end is not None else case.day
    on_its_last_day = replace(as_before, day=min(last, case.day))
    if _reasons(as_before, rulebook) or _reasons(on_its_last_day, rulebook):
        return ()
    now = address_of(f"{case.record.forbund}/{case.slug}")
    before = former_addresses(as_before, Ledger(as_before, rulebook))
    return tuple(Tombstone(address, _SEAL) for address in dict.fromkeys((now, *before)))
