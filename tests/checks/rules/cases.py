"""Cases of a check as data: what stands below the record's head, and what is found there."""

from __future__ import annotations

from collections.abc import Mapping

from generator.checks.beside import Beside
from generator.checks.interface import Check, Register
from generator.words.findings import in_order
from tests import private_values as v
from tests.checks.yaml_records import HEAD, with_head

_NOTHING = Beside()


def found(
    check: Check, more: str = "", changes: Mapping[str, str] | None = None, beside: Beside = _NOTHING
) -> list[str]:
    """`line:column severity` of what the check finds in the public record with `more` and `changes`."""
    head = HEAD
    for old, new in (changes or {}).items():
        assert head.count(old) == 1, old
        head = head.replace(old, new)
    one = v.subject(with_head(more).replace(HEAD, head))
    return v.places(in_order(check.check(one, Register((one,), beside))))
