"""The gate against the plain oracle, over every combination of the table's words."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from functools import lru_cache
from itertools import product
from math import prod
from typing import Any

from generator.gate.interface import Case
from generator.gate.outcome import Opened
from generator.records.record import Record
from generator.words.channels import PORTAL
from tests import private_values as v
from tests.gate import oracle
from tests.gate.oracle import TODAY, TOMORROW, YESTERDAY, Row

ROLES = ("insatsledare", "arbetsgrupp", "undertecknare", "deltagare", "okänd")
CHANNELS = {
    "portal": PORTAL,
    "egen webb": v.OWN_WEB,
    "annan webb": v.OTHER_WEB,
    "sociala medier": v.SOCIAL,
    "öppna data": v.OPEN_DATA,
}
SETTINGS = v.settings(
    roles=v.vocabulary("roller", "insatsledare", "arbetsgrupp", "undertecknare", "deltagare"),
    never_public_roles=frozenset({"undertecknare"}),
)
TERMS = {
    "inget": v.terms(),
    "insatsledare": v.terms(personuppgifter=[v.clause(roller=["insatsledare"])]),
    "alla": v.terms(personuppgifter=[v.clause(roller=list(ROLES))]),
}
BODIES = ("styrelsen", "beredningsgruppen", "arbetsutskottet", "förbundschefen")
ALL = tuple(v.CHANNEL_NAMES)


def rows(**words: Sequence[Any]) -> Iterator[Row]:
    """Every combination of `words`; what is not named is an ordinary public record's."""
    ordinary: dict[str, Sequence[Any]] = {
        "outcome": ["beviljad"],
        "body": ["styrelsen"],
        "decided": [date(2025, 6, 12)],
        "state": ["publicera"],
        "opens": [date(2025, 6, 20)],
        "secrecy": [None],
        "terms": ["inget"],
        "role": ["insatsledare"],
        "consent_fields": [()],
        "consent_channels": [()],
        "consent_until": [None],
        "withdrawn": [None],
        "channel": ["portal"],
    }
    every = ordinary | words
    for combination in product(*every.values()):
        yield Row(**dict(zip(every, combination, strict=True)))


def made(row: Row) -> Case:
    return v.case(
        record=written(replace(row, terms="", channel="")),
        terms=TERMS[row.terms],
        settings=SETTINGS,
        channel=CHANNELS[row.channel],
        day=TODAY,
    )


@lru_cache(maxsize=1)
def written(row: Row) -> Record:
    """The record that a row means; what is read of it does not depend on terms and channel."""
    person = v.person(roll=row.role)
    if row.consent_fields:
        person["samtycke"] = [
            v.consent(
                gäller=list(row.consent_fields),
                kanaler=list(row.consent_channels),
                från=oracle.CONSENTED.isoformat(),
                till=row.consent_until.isoformat() if row.consent_until is not None else None,
            )
        ]
    if row.withdrawn is not None:
        person["återkallat"] = row.withdrawn.isoformat()
    return v.record(
        beslut=[v.grant(utfall=row.outcome, datum=row.decided.isoformat(), instans=row.body)],
        publicering={"läge": row.state, "från": row.opens.isoformat()},
        sekretess=None
        if row.secrecy is None
        else [{"omfattar": "allt" if row.secrecy == "allt" else [row.secrecy], "grund": "OSL"}],
        personer=[person],
    )


def judged(table: Iterator[Row]) -> tuple[int, int, int]:
    """(rows, public records, public data); fails at the first row that differs."""
    count = records = data = 0
    for row in table:
        case = made(row)
        public = oracle.record_is_public(row)
        expected = {field for field in v.FIELDS if oracle.datum_is_public(row, field)}
        result = v.outcome(case)
        assert isinstance(result, Opened) is public, row
        persons = result.insats.persons if isinstance(result, Opened) else ()
        shown = {field for one in persons for field in v.FIELDS if v.datum_of(one, field) is not None}
        assert shown == expected, row
        count, records, data = count + 1, records + public, data + len(expected)
    return count, records, data


def test_whole_records() -> None:
    count, records, _ = judged(
        rows(
            outcome=["beviljad", "delvis beviljad", "avslag", "bordlagd", "återkallad"],
            body=BODIES,
            decided=[YESTERDAY, TODAY, TOMORROW],
            state=["publicera", "pausad", "återkallad"],
            opens=[YESTERDAY, TODAY, TOMORROW],
            secrecy=[None, "beskrivning", "allt", "namn", "finns-inte"],
            channel=["portal", "egen webb", "annan webb"],
        )
    )
    assert count == 8100
    assert records == 2 * 1 * 2 * 1 * 2 * 2 * 2


def test_persons_under_the_terms() -> None:
    count, records, data = judged(
        rows(
            outcome=["beviljad", "avslag"],
            secrecy=[None, "personer", "personer.e-post"],
            terms=list(TERMS),
            role=ROLES,
            withdrawn=[None, YESTERDAY, TODAY, TOMORROW],
            channel=list(CHANNELS),
        )
    )
    assert count == 1800
    assert records == 720
    assert data == 3 * 4 * (3 + 2)  # 3 pairs of terms and role, 2 + 2 ways not withdrawn, 3 or 2 data


def test_persons_with_consent() -> None:
    count, _, data = judged(
        rows(
            secrecy=[None, "personer.namn"],
            terms=["inget", "insatsledare"],
            role=ROLES,
            consent_fields=[("namn",), ("e-post", "telefon"), tuple(v.FIELDS)],
            consent_channels=[("portal",), ("förbundswebb", "öppna-data"), ALL],
            consent_until=[None, YESTERDAY, TODAY],
            withdrawn=[None, date(2025, 6, 19), oracle.CONSENTED, TODAY, TOMORROW],
            channel=["portal", "egen webb", "öppna data"],
        )
    )
    assert count == 8100
    assert data > 1500


def test_everything_at_once() -> None:
    """Every word beside every other, so that no two rules meet only in a record of somebody else's."""
    words: dict[str, Sequence[Any]] = {
        "outcome": ["beviljad", "delvis beviljad", "bordlagd"],
        "body": ["styrelsen", "beredningsgruppen"],
        "decided": [TODAY, TOMORROW],
        "state": ["publicera", "pausad"],
        "opens": [TODAY, TOMORROW],
        "secrecy": [None, "allt", "personer.e-post"],
        "role": ["insatsledare", "undertecknare", "okänd"],
        "consent_fields": [(), ("namn", "e-post")],
        "consent_channels": [("portal", "förbundswebb")],
        "consent_until": [YESTERDAY, TODAY],
        "withdrawn": [None, date(2025, 6, 19), TODAY],
        "terms": ["inget", "insatsledare"],
        "channel": ["portal", "egen webb", "annan webb", "öppna data"],
    }
    count, records, data = judged(rows(**words))
    assert count == prod(map(len, words.values())) == 41_472
    assert records == 2 * 2 * 3 * 2 * 2 * 3 * 2 * 3
    assert data > 50
