"""The seal of the door: without it nothing public can be made.

The gate claims the seal once, when it is imported. The public side never imports the gate (an
import contract says so), so no page, index or export can hold a seal of its own.
"""

from __future__ import annotations

_CLAIM = object()
_claims: list[object] = []


class Seal:
    """Proof that the gate made a value. Only `claim_seal` makes one."""

    def __init__(self, claim: object) -> None:
        if claim is not _CLAIM:
            raise PermissionError("only the gate holds the seal")


def claim_seal() -> Seal:
    """The one seal. Raises PermissionError when it is already claimed."""
    if _claims:
        raise PermissionError("the seal is claimed already: only the gate may open the door")
    _claims.append(_CLAIM)
    return Seal(_CLAIM)


def require_seal(seal: object) -> None:
    """Raises PermissionError unless `seal` is the gate's."""
    if not isinstance(seal, Seal):
        raise PermissionError("a public value can only be made by the gate")
