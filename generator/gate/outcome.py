"""What comes out of the gate. Anybody on the private side may read it; only the door makes it."""

from __future__ import annotations

from dataclasses import dataclass

from generator.gate.interface import Reason, Verdict
from generator.public.insats import PublicInsats, Tombstone


@dataclass(frozen=True)
class Opened:
    """The record is public; `verdicts` says what of it is not, and why."""

    insats: PublicInsats
    verdicts: tuple[Verdict, ...]


@dataclass(frozen=True)
class Withheld:
    """The record is not public, for every reason in `reasons`.

    `tombstones` stand on its address and its former ones when the page was public and publication is
    withdrawn.
    """

    reasons: tuple[Reason, ...]
    verdicts: tuple[Verdict, ...]
    tombstones: tuple[Tombstone, ...] = ()


Outcome = Opened | Withheld
