"""An address or a number in running text may be a person's. For a function there is a field."""

from __future__ import annotations

import re
from collections.abc import Iterator

import phonenumbers

from generator.checks.interface import Check, Register, Subject
from generator.checks.published import published
from generator.checks.reading import Reading
from generator.checks.reviewed import ADVICE, is_reviewed
from generator.records.persons import datum
from generator.words.findings import Finding, Severity
from generator.words.numbers import national
from generator.words.swedish import fold

_EMAIL = re.compile(r"[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,8}")
# Swedish numbers have at least seven digits; the library is slow and need not see other texts.
_DIGITS = re.compile(r"\d(?:[\s()/.\u2010-\u2015-]{0,3}\d){6}")


def _check(subject: Subject, _register: Register) -> Iterator[Finding]:
    found = published(subject)
    if "@" not in found.free_together and _DIGITS.search(found.free_together) is None:
        return
    known = _of_the_record(subject)
    for text in found.free:
        if "@" not in text.value and _DIGITS.search(text.value) is None:
            continue
        reading = Reading(text.value)
        told = {
            (*reading.place(start), len(contact))
            for start, contact in _contacts(reading.text)
            if _same(contact) not in known
        }
        told.update(
            (*reading.place_written(start), len(href))
            for start, href in reading.links
            if href.startswith("mailto:") and _same(href.removeprefix("mailto:")) not in known
        )
        for line, column, length in sorted(told):
            if is_reviewed(subject, text, line, column + length):
                continue
            yield subject.finding(
                CHECK.name,
                text.path,
                "Texten innehåller en e-postadress eller ett telefonnummer.",
                f"Är det en funktionsadress? Flytta den till hänvisning.kontakt. Annars: ta bort. {ADVICE}",
                severity=Severity.WARNING,
                position=subject.located.position_in_text(text.path, line, column),
            )


def _contacts(text: str) -> Iterator[tuple[int, str]]:
    for match in _EMAIL.finditer(text):
        yield match.start(), match[0]
    if _DIGITS.search(text):
        plain = re.sub(r"[\u2010-\u2015]", "-", text).replace("\u00a0", " ").replace("\n", " ")
        for found in phonenumbers.PhoneNumberMatcher(plain, "SE", phonenumbers.Leniency.VALID):
            yield found.start, found.raw_string


def _of_the_record(subject: Subject) -> frozenset[str]:
    """Contacts that another check judges, or that are a function's already."""
    record = subject.located.value
    data = [datum(person, field) for person in record.persons for field in ("e-post", "telefon")]
    contact = record.referral.contact if record.referral is not None else None
    return frozenset(_same(value) for value in (*data, contact) if value)


def _same(contact: str) -> str:
    return fold(contact) if "@" in contact else national(contact)


CHECK = Check(
    name="kontakt-i-text",
    sentence="E-postadresser och telefonnummer står i sina egna fält, inte i texten.",
    check=_check,
)
