"""Names for organisations that machines can compare."""

from __future__ import annotations

from slugify import slugify


def organisation_id(number: str | None, name: str) -> str:
    """`SE-ON-2220001234` by the organisation number where it is known, otherwise one of the register's own.

    `SE-ON` is org-id.guide's code for Swedish organisation numbers.
    """
    if number is not None:
        return f"SE-ON-{number.replace('-', '')}"
    return f"insatskatalogen-{slugify(name)}"
