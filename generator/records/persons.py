"""A person's five data, each by the name that terms and consents use."""

from __future__ import annotations

from typing import get_args

from generator.records.record import Person, PersonField

FIELDS: tuple[PersonField, ...] = get_args(PersonField)


def datum(person: Person, field: PersonField) -> str | None:
    """The person's name, title, organisation, e-mail or phone; None when the record lacks it."""
    values: dict[PersonField, str | None] = {
        "namn": person.name,
        "titel": person.title,
        "organisation": person.organisation,
        "e-post": person.email,
        "telefon": person.phone,
    }
    return values[field]
