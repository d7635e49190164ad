"""How a secrecy is named where people read about it: by the law, never by the editor's own words."""

from __future__ import annotations

import re

from generator.gate.interface import Reason
from generator.records.parts import Secrecy

# An editor may write more than the law here: whom the secrecy is about.
_LAW = re.compile(r"(?:\bOSL )?\b\d{1,2} ?kap\.? ?\d{1,3} ?[a-z]? ?§", re.IGNORECASE)


def secrecy_reason(rule: str, text: str, number: int, secrecy: Secrecy) -> Reason:
    """`text` with the paragraph of the law, or the secrecy's number in the record when none is named."""
    law = _LAW.search(secrecy.ground)
    named = law[0] if law is not None else f"sekretess {number + 1} i posten"
    return Reason(rule, f"{text} ({named}).", ("sekretess", number))
