"""What must become public of a record, worked out from the written rules and nothing of the generator.

The rules stand in DOMAIN.md ("The gate, in rules"), docs/handbok/regler.md and docs/adr/0003. Each function
is one rule, with the rule's words. Records, terms and configuration are raw: mappings of text as YAML gives
them. Where the rules leave a choice, the narrower reading is taken.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, field
from typing import Any

from tests.proof import oracle_decisions as decisions
from tests.proof import oracle_persons as persons
from tests.proof import oracle_secrecy as secrecy
from tests.proof.oracle_dates import first_day, last_day
from tests.proof.oracle_fields import plain_fields
from tests.proof.oracle_figures import budget_facts, decided_facts, intake_facts, time_facts

Raw = Mapping[str, Any]
Facts = dict[str, str]


@dataclass(frozen=True)
class Known:
    """What the oracle says of one record in one edition.

    `why` is empty for a public record; otherwise each rule that withholds it. `facts` maps a path to its
    text; `withheld` maps the path of a withheld personal datum to the rule. `graves` are the former addresses
    that are tombstones too.
    """

    why: tuple[str, ...]
    tombstone: bool = False
    graves: tuple[str, ...] = ()
    facts: Facts = field(default_factory=dict)
    withheld: dict[str, str] = field(default_factory=dict)


def public_facts(
    record: Raw,
    terms: Raw | None,
    config: Raw,
    channel: str,
    day: dt.date,
    tells_relations: Callable[[str], bool] = lambda _: False,
) -> Known:
    """Every public fact of the record on the channel (`portal`, `förbundswebb:<id>` …) and day.

    `tells_relations` says of another insats' id whether it is public in the same edition, relations and all.
    """
    why = why_not_public(record, terms, config, channel, day)
    if why or terms is None:
        stands = tombstone_stands(record, why, day)
        return Known(tuple(why), tombstone=stands, graves=former_graves(record) if stands else ())
    secret = secrecy.secret_paths(record)
    yearly = terms["beslut_per"] == "kalenderår"
    grants = decisions.standing_grants(record, day)
    start, end = decisions.decided_time(grants, yearly)
    facts = {"id": record["id"], "namn": record["namn"], "förbund": record["förbund"]}
    facts["villkor"] = record["villkor"]
    if terms.get("erkännande"):
        facts["erkännande"] = terms["erkännande"]  # rule 8
    facts |= dict(plain_fields(record, config, secret, tells_relations))
    facts |= dict(decided_facts(grants, yearly, secret))
    facts |= dict(time_facts(start, end, day, secret))
    facts |= dict(intake_facts(record, start, end, secret))
    facts |= dict(budget_facts(record, grants, yearly, secret))
    kind = channel.partition(":")[0]
    place = persons.Place(terms, config, kind, day, times(record, grants, end), secret)
    shown, withheld = person_facts(record, place)
    return Known((), facts=facts | shown, withheld=withheld)


def why_not_public(record: Raw, terms: Raw | None, config: Raw, channel: str, day: dt.date) -> list[str]:
    """Rule 2: "Everything else leaves no trace". Each rule that keeps the whole record away."""
    why = []
    if terms is None or terms["förbund"] != record["förbund"] or record["förbund"] not in config["förbund"]:
        why.append("villkor-kanda")  # "bara om registret känner dess förbund och dess villkor"
    if not decisions.is_granted(record, day):
        why.append("beslut")
    if secrecy.covers_everything(secrecy.secret_paths(record)):
        why.append("sekretess-allt")
    if not publication_open(record, day):
        why.append("publicering")
    own = channel.partition(":")[2]
    if own and own != record["förbund"]:
        why.append("egen-webb")  # "På ett förbunds egen webb syns bara det förbundets insatser"
    return why


def publication_open(record: Raw, day: dt.date) -> bool:
    """publicering: "bara när dess publicering är begärd, inte pausad, inte återkallad och pågår"."""
    return record.get("publicering", {}).get("läge") == "publicera" and window_open(record, day)


def window_open(record: Raw, day: dt.date) -> bool:
    """ "publication … and its window is open": from its first day to its last, both included; also of a
    month.
    """
    window = record["publicering"]
    if "från" in window and day < first_day(window["från"]):
        return False
    return "till" not in window or day <= last_day(window["till"])


def tombstone_stands(record: Raw, why: Collection[str], day: dt.date) -> bool:
    """ADR 0003: "only for läge: återkallad with a start that has passed, and only when the record would be
    public otherwise, and was on the last day of its window: it must not tell of a page that never was."
    """
    window = record.get("publicering", {})
    if list(why) != ["publicering"] or window.get("läge") != "återkallad" or "från" not in window:
        return False
    last = min(day, last_day(window["till"])) if "till" in window else day
    return window_open(record, last) and decisions.is_granted(record, last)


def former_graves(record: Raw) -> tuple[str, ...]:
    """ADR 0011: "a withdrawn insats leaves a nameless page on its former addresses too", but where they are
    secret: rule 4, "Secrecy beats everything".
    """
    if secrecy.covered(secrecy.secret_paths(record), "tidigare_adresser"):
        return ()
    return tuple(record.get("tidigare_adresser", ()))


def times(record: Raw, grants: list[Raw], end: str | None) -> persons.Times:
    """i-tid: "Insatsen slutar på den tidigare av den beslutade tidens slut och postens period.slut." """
    stated = record.get("period", {}).get("slut")
    ends = [last_day(one) for one in (end, stated) if one]
    return persons.Times(
        decided=last_day(grants[-1]["datum"]) if grants else None,
        insats_end=min(ends) if ends else None,
        budget_year_end=dt.date(int(end[:4]), 12, 31) if end else None,
    )


def person_facts(record: Raw, place: persons.Place) -> tuple[Facts, dict[str, str]]:
    """Rule 5: "A person's datum (name, title, organisation, e-mail, phone; each on its own)"."""
    shown, withheld = {}, {}
    for index, person in enumerate(record.get("personer", [])):
        for key in persons.DATA:
            if not person.get(key):
                continue
            path = f"personer[{index}].{key}"
            why = persons.why_withheld(record, index, key, place)
            if why is None:
                shown[path] = person[key]
                shown[f"personer[{index}].roll"] = person["roll"]
            else:
                withheld[path] = why
    return shown, withheld
