"""Rule 5: signatories, participants, identity numbers and BankID ids: never, under any rule."""

from __future__ import annotations

import re

from generator.gate.interface import BarRule, Case, Permit, Reason
from generator.records.persons import Person, PersonField, datum
from generator.words.numbers import spelled_out

# Whatever a vocabulary says, these roles stay closed.
NEVER = frozenset({"undertecknare", "signatär", "firmatecknare", "deltagare", "anhörig"})
_UUID = re.compile(r"[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}", re.IGNORECASE)
_IDENTITY = re.compile(r"(?<!\d)(?:\d{6} ?[-+ ] ?\d{4}|(?:19|20)\d{6} ?[-+ ]? ?\d{4})(?!\d)")
_BARE_IDENTITY = re.compile(r"(?<!\d)\d{10}(?!\d)")
_BARE_IN_A_PHONE = re.compile(r"(?<![+\d])[1-9]\d{9}(?!\d)")  # a number to dial begins with 0 or +


def _judge(case: Case, person: Person, field: PersonField, _permit: Permit) -> Reason | None:
    if person.role in NEVER or person.role in case.settings.never_public_roles:
        return Reason(RULE.name, "Uppgifter om personer i den här rollen publiceras aldrig.")
    value = spelled_out(datum(person, field) or "")
    bare = _BARE_IN_A_PHONE if field == "telefon" else _BARE_IDENTITY
    if any(shape.search(value) for shape in (_UUID, _IDENTITY, bare)):
        return Reason(RULE.name, "Uppgiften ser ut som ett identitetsnummer och publiceras aldrig.")
    return None


RULE = BarRule(
    name="aldrig",
    sentence="Undertecknare, deltagare, identitetsnummer och BankID-uppgifter publiceras aldrig.",
    judge=_judge,
)
