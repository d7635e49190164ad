"""What the gate must answer, written from DOMAIN.md alone. Plain, slow, and not the gate's code.

A row is the table's words, not a record; `test_oracle.py` writes the record that a row means.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

TODAY = date(2026, 6, 15)
YESTERDAY, TOMORROW = date(2026, 6, 14), date(2026, 6, 16)


@dataclass(frozen=True)
class Row:
    """One record on one channel, in the words of the rules."""

    outcome: str  # of the newest decision
    body: str
    decided: date
    state: str  # of publication
    opens: date
    secrecy: str | None
    terms: str  # what the signed terms open: "inget", "insatsledare" or "alla"
    role: str
    consent_fields: tuple[str, ...]  # () : no consent
    consent_channels: tuple[str, ...]
    consent_until: date | None
    withdrawn: date | None
    channel: str  # "portal", "egen webb", "annan webb", "sociala medier", "öppna data"


# The insats ends 2027-12-31; nothing in the table lies past its six months.
CONSENTED = date(2025, 6, 20)
CHANNEL_WORDS = {
    "portal": "portal",
    "egen webb": "förbundswebb",
    "annan webb": "förbundswebb",
    "sociala medier": "sociala-medier",
    "öppna data": "öppna-data",
}


def record_is_public(row: Row) -> bool:
    """Rule 2, and secrecy over the whole (rule 4)."""
    if row.body != "styrelsen":
        return False  # beredningsgruppen only prepares
    if row.outcome not in ("beviljad", "delvis beviljad"):
        return False
    if row.decided > TODAY:
        return False  # not in force yet
    if row.state != "publicera":
        return False  # paused or withdrawn
    if row.opens > TODAY:
        return False  # its window is not open
    if row.secrecy in ("allt", "namn", "finns-inte"):
        return False
    return row.channel != "annan webb"  # a förbund's own site shows its own


def datum_is_public(row: Row, field: str) -> bool:
    """Rules 1, 4 and 5 for one datum of the one person."""
    if not record_is_public(row):
        return False
    if row.role in ("undertecknare", "deltagare"):
        return False  # never, under any rule
    if row.role == "okänd":
        return False  # an unknown role publishes nothing
    if row.secrecy == "personer" or row.secrecy == f"personer.{field}":
        return False
    by_terms = terms_open(row, field)
    by_consent = consent_opens(row, field)
    if row.withdrawn is not None and row.withdrawn <= TODAY:
        # Beats the terms and every earlier consent; only a newer consent stands.
        by_terms = False
        by_consent = by_consent and row.withdrawn < CONSENTED
    return by_terms or by_consent


def terms_open(row: Row, field: str) -> bool:
    """Name and contact details, on the förbund's own web and in social media."""
    if row.terms == "inget":
        return False
    if row.terms == "insatsledare" and row.role != "insatsledare":
        return False
    if row.channel not in ("egen webb", "sociala medier"):
        return False
    return field in ("namn", "e-post", "telefon")


def consent_opens(row: Row, field: str) -> bool:
    """The person's own consent to this datum, in this channel, in force today."""
    if field not in row.consent_fields:
        return False
    if CHANNEL_WORDS[row.channel] not in row.consent_channels:
        return False
    return row.consent_until is None or row.consent_until >= TODAY
