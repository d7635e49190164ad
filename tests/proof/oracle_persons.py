"""The oracle's persons: rules 4, 5 and 6. Withheld unless something opens a datum and nothing shuts it."""

from __future__ import annotations

import datetime as dt
import re
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from tests.proof.oracle_dates import first_day, last_day, permitted_until
from tests.proof.oracle_secrecy import covered

Raw = Mapping[str, Any]
DATA = ("namn", "titel", "organisation", "e-post", "telefon")
NEVER = ("undertecknare", "deltagare")


@dataclass(frozen=True)
class Times:
    """What ends are counted from; None where it is not known."""

    decided: dt.date | None
    insats_end: dt.date | None
    budget_year_end: dt.date | None

    def end(self, text: str) -> dt.date | None:
        return permitted_until(text, self.decided, self.insats_end, self.budget_year_end)


@dataclass(frozen=True)
class Place:
    """Where and when somebody would read it, and what the register has set."""

    terms: Raw
    config: Raw
    channel: str
    day: dt.date
    times: Times
    secret: frozenset[str]


def why_withheld(record: Raw, index: int, field: str, place: Place) -> str | None:
    """None when the datum is public; otherwise the rule that withholds it."""
    person = record["personer"][index]
    if never(person, field, place.config):
        return "aldrig"
    if person["roll"] not in place.config["roller"]:
        return "kand-roll"
    if secret(field, place.secret) or any("sekretess" in one for one in entries_of(record, person)):
        return "sekretess-person"
    permits = [*terms_that_open(person, field, place), *consents_that_open(person, field, place)]
    if not permits:
        return "ingen öppnar"
    permits = [one for one in permits if not taken_back(one, record, person, place.day)]
    if not permits:
        return "aterkallat"
    if not any(still_holds(one, field, place) for one in permits):
        return "i-tid"
    return None


def never(person: Raw, field: str, config: Raw) -> bool:
    """aldrig: "Undertecknare, deltagare, identitetsnummer och BankID-uppgifter publiceras aldrig." """
    role = person["roll"]
    return role in NEVER or role in config["aldrig offentliga"] or looks_like_identity(person[field])


def looks_like_identity(text: str) -> bool:
    """A Swedish identity number (also a samordningsnummer, whose day is 60 more) or a BankID's id."""
    return bool(
        re.search(r"(?<!\d)(19|20)?\d\d[01]\d[0-36-9]\d[-+ ]?\d{4}(?!\d)", text)
        or re.search(r"[0-9a-f]{8}-([0-9a-f]{4}-){3}[0-9a-f]{12}", text.lower())
    )


def secret(field: str, paths: frozenset[str]) -> bool:
    """sekretess-person: "Sekretess över en person, över alla eller över en sorts uppgift går före villkor och
    samtycke." A person whose role is secret cannot be shown, for the role stands with the data.
    """
    return covered(paths, f"personer.{field}") or covered(paths, "personer.roll")


@dataclass(frozen=True)
class Permit:
    """A clause of the terms, or a consent."""

    written: Raw
    is_consent: bool


def terms_that_open(person: Raw, field: str, place: Place) -> Iterator[Permit]:
    """villkor: "Villkoren som parterna skrev under kan öppna vissa uppgifter för vissa roller i vissa
    kanaler."
    """
    for clause in place.terms.get("personuppgifter", []):
        if (
            person["roll"] in clause["roller"]
            and field in clause["fält"]
            and place.channel in clause["kanaler"]
        ):
            yield Permit(clause, is_consent=False)


def consents_that_open(person: Raw, field: str, place: Place) -> Iterator[Permit]:
    """samtycke: "Personens eget samtycke öppnar de uppgifter, kanaler och den tid som det nämner." """
    for consent in person.get("samtycke", []):
        if field in consent["gäller"] and place.channel in consent["kanaler"]:
            yield Permit(consent, is_consent=True)


def taken_back(permit: Permit, record: Raw, person: Raw, day: dt.date) -> bool:
    """aterkallat: "Återkallat samtycke och invändning går före villkor och tidigare samtycken. […] Står
    samma person två gånger i posten […] räcker det att skriva det på ett ställe. […] Ett nytt samtycke som
    börjar senare än återkallelsen gäller."
    """
    words = [
        entry[key]
        for entry in entries_of(record, person)
        for key in ("återkallat", "invändning")
        if key in entry and first_day(entry[key]) <= day
    ]
    if not permit.is_consent or "från" not in permit.written:
        return bool(words)
    return any(first_day(permit.written["från"]) <= last_day(word) for word in words)


def entries_of(record: Raw, person: Raw) -> list[Raw]:
    """aterkallat: "Samma person är det när namnet, e-postadressen eller numret är detsamma, och när det ena
    namnet ryms i det andra". Also by way of a third entry.
    """
    found = [person]
    others = [one for one in record["personer"] if one is not person]
    while near := [one for one in others if any(same_person(one, other) for other in found)]:
        found += near
        others = [one for one in others if one not in near]
    return found


def same_person(one: Raw, other: Raw) -> bool:
    return bool(marks(one) & marks(other)) or one_name_in_the_other(one, other)


def one_name_in_the_other(one: Raw, other: Raw) -> bool:
    """Of two names or more, the one inside the other: (Tova Lindeby, Tova Maria Lindeby)."""
    names = [set(re.findall(r"\w+", plain(entry.get("namn", "")))) for entry in (one, other)]
    return min(map(len, names)) > 1 and (names[0] <= names[1] or names[1] <= names[0])


def marks(person: Raw) -> set[str]:
    """What tells who somebody is, whatever its case, accents, spaces and way of writing a number."""
    found = set()
    if name := plain(person.get("namn", "")):
        found.add("namn " + " ".join(sorted(re.findall(r"\w+", name))))
    if email := plain(person.get("e-post", "")):
        found.add("e-post " + email)
    if digits := re.sub(r"\D", "", person.get("telefon", "")):
        digits = re.sub(r"^(00)?460?", "0", digits)
        found.add("telefon " + digits)
    return found


def plain(text: str) -> str:
    decomposed = unicodedata.normalize("NFKD", text.casefold())
    return "".join(sign for sign in decomposed if not unicodedata.combining(sign)).strip()


def still_holds(permit: Permit, field: str, place: Place) -> bool:
    """i-tid: "Rätten att visa en personuppgift börjar och slutar av sig själv på sina dagar." """
    if permit.is_consent:
        return consent_holds(permit.written, field, place)
    return clause_holds(permit.written, field, place)


def clause_holds(clause: Raw, field: str, place: Place) -> bool:
    """i-tid: "Normalt slutar rätten sex månader efter insatsens slut (site.yml). Villkoren kan säga en annan
    tid med längst. […] Kan villkorens slut inte räknas ut visas uppgiften inte."
    """
    standard = place.config["slut"]
    if "längst" in clause:
        end = place.times.end(clause["längst"])
    elif field in standard["fält"]:
        end = place.times.end(standard["längst"])
    else:
        return True
    return end is not None and place.day <= end


def consent_holds(consent: Raw, field: str, place: Place) -> bool:
    """i-tid: "Ett samtycke kan sluta tidigare med till, men inte senare. […] Ett samtycke gäller så länge
    insatsen inte har något känt slut." "En månad utan dag börjar sin första dag och slutar sin sista." An end
    of the consent's own must be one that can be counted.
    """
    if "från" in consent and place.day < first_day(consent["från"]):
        return False
    standard = place.config["slut"]
    ends = [place.times.end(consent["till"])] if "till" in consent else []
    if None in ends:
        return False
    if field in standard["fält"]:
        ends.append(place.times.end(standard["längst"]))
    return all(end is None or place.day <= end for end in ends)
