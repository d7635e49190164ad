"""What a change does on later days: opened later, ended sooner, and nothing that both versions do alike."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

import pytest

from generator.answers.difference.later import Standing, news
from generator.answers.difference.rows import Change
from generator.checks.interface import Subject
from generator.gate.interface import Settings
from generator.gate.turning import WatchedDay
from generator.records.config import ContactEnd
from generator.records.terms import Terms
from generator.words.channels import PORTAL, Channel
from tests import private_values as v
from tests.answers.difference.test_differences import GUSTAV, RECORD, TERMS, TOVA

Version = Callable[[date], Subject | None]
SETTINGS = v.settings()
SECOND = "  - {utfall: UTFALL, datum: 2026-10-01, instans: styrelsen, belopp: 100, avser: {start: 2028}}\n"
MORE, NO = (
    SECOND.replace("UTFALL", "beviljad"),
    SECOND.replace("UTFALL", "avslag").replace(", belopp: 100", ""),
)
ROLE = "    roll: insatsledare\n"
ELSE = "(skulle annars sluta synas)"
HIS = GUSTAV.replace("16}", "16, samtycke: [{gäller: [telefon], kanaler: [portal], från: 2026-08-01}]}")


def version(
    text: str | None,
    channel: Channel = PORTAL,
    terms: Terms = TERMS,
    settings: Settings = SETTINGS,
    slug: str = "vagen-vidare",
) -> Version:
    if text is None:
        return lambda _: None
    file = f"content/insatser/exempelbygden/{slug}.yml"
    return lambda day: v.subject(text, file=file, channel=channel, day=day, terms=terms, settings=settings)


@dataclass(frozen=True)
class Turn:
    """Both versions on a day, and what is told of it: nothing of the first, which is the comparison's own."""

    day: date
    old: Subject | None
    new: Subject | None
    rows: tuple[Change, ...]


def turns(old: Version, new: Version, day: date = v.DAY) -> list[Turn]:
    found: list[Turn] = []
    turn: date | None = day
    standing: Standing | None = None
    while turn is not None:
        watched = WatchedDay.on(turn)
        both = old(watched), new(watched)
        before, standing = standing, standing.turned(*both) if standing else Standing.of(*both)
        rows = tuple(news(before, standing, turn)) if before is not None else ()
        found.append(Turn(turn, *both, rows))
        turn = watched.turn
    return found


def followed(old: Version, new: Version) -> list[Change]:
    return [row for turn in turns(old, new) for row in turn.rows]


def told(rows: list[Change]) -> list[str]:
    return sorted(f"{row.day} {row.kind}: {row.text}".replace("\u00a0", " ") for row in rows)


def edited(*replacements: tuple[str, str]) -> str:
    """The record with these words replaced."""
    text = RECORD
    for before, after in replacements:
        assert before in text
        text = text.replace(before, after)
    return text


def between(old: str, new: str) -> list[str]:
    return told(followed(version(old), version(new)))


OPENS = [
    (
        "a new consent",
        [(GUSTAV, HIS)],
        ["2026-08-01 blir offentligt: telefon blir offentlig till och med 30 juni 2028"],
    ),
    (
        "a consent that begins later",
        [("från: 2025-06-20, till", "från: 2026-08, till")],
        [
            "2026-08-01 blir offentligt: e-post blir offentlig till och med 31 december 2026",
            "2026-08-01 blir offentligt: namn blir offentligt till och med 31 december 2026",
        ],
    ),
    (
        "publication that begins later",
        [("från: 2025-06-20}\nb", "från: 2026-09-01}\nb")],
        [
            "2026-09-01 blir offentligt: Beviljat sammanlagt: 3 200 000 kr",
            "2026-09-01 blir offentligt: Insatsen blir offentlig med 12 avsnitt och uppgifter",
            "2026-09-01 blir offentligt: e-post blir offentlig till och med 31 december 2026",
            "2026-09-01 blir offentligt: namn blir offentligt till och med 31 december 2026",
        ],
    ),
    (
        "a later grant",
        [("publicering:", f"{MORE}publicering:")],
        [
            "2026-10-01 blir offentligt: Beslut: belopp: 100 kr",
            "2026-10-01 blir offentligt: Beslut: datum: 1 oktober 2026",
            "2026-10-01 blir offentligt: Beslut: utfall: beviljad",
            "2026-10-01 blir offentligt: Beslut: vem som beslutade: styrelsen",
            "2026-10-01 blir offentligt: Beslutad tid: start: 2028",
            "2026-10-01 ändras: Beviljat sammanlagt: 3 200 000 kr → 3 200 100 kr",
        ],
    ),
    (
        "a consent that goes on longer",
        [("till: 2026-12-31", "till: 2027-12-31")],
        [
            f"2027-01-01 blir offentligt: e-post blir offentlig till och med 31 december 2027 {ELSE}",
            f"2027-01-01 blir offentligt: namn blir offentligt till och med 31 december 2027 {ELSE}",
        ],
    ),
]
ENDS = [
    ("on a date", [("till: 2026-12-31", "till: 2026-10")], "2026-11-01"),
    ("after the decision", [("till: 2026-12-31", "till: 500 dagar efter beslutet")], "2026-10-26"),
    (
        "after the insats",
        [("2026-12-31", "1 dag efter insatsens slut"), ("kommuner:", "period: {slut: 2026-07}\nkommuner:")],
        "2026-08-02",
    ),
    ("withdrawn", [(ROLE, f"{ROLE}    återkallat: 2026-10-02\n")], "2026-10-02"),
    ("an objection", [(ROLE, f"{ROLE}    invändning: 2026-10\n")], "2026-10-01"),
]


@pytest.mark.parametrize(("edits", "rows"), [case[1:] for case in OPENS], ids=[case[0] for case in OPENS])
def test_what_opens_later(edits: list[tuple[str, str]], rows: list[str]) -> None:
    assert between(RECORD, edited(*edits)) == rows


@pytest.mark.parametrize(("edits", "day"), [case[1:] for case in ENDS], ids=[case[0] for case in ENDS])
def test_a_datum_that_ends_sooner(edits: list[tuple[str, str]], day: str) -> None:
    assert between(RECORD, edited(*edits)) == [
        f"{day} försvinner: e-post försvinner",
        f"{day} försvinner: namn försvinner",
    ]


@pytest.mark.parametrize(
    ("before", "after", "rule"),
    [
        ("från: 2025-06-20}\nb", "från: 2025-06-20, till: 2026-09}\nb", "publicering"),
        ("publicering:", f"{NO}publicering:", "beslut"),
    ],
)
def test_an_insats_that_goes_later(before: str, after: str, rule: str) -> None:
    rows = followed(version(RECORD), version(edited((before, after))))
    assert told(rows) == [
        "2026-10-01 försvinner: Insatsen försvinner",
        "2026-10-01 försvinner: namn och e-post försvinner",
    ]
    assert {row.rule for row in rows} == {rule}


def test_what_the_old_version_would_have_done_is_told_as_such() -> None:
    refused = edited(("publicering:", f"{NO}publicering:"))
    assert between(refused, RECORD)[1] == (
        f"2026-10-01 blir offentligt: Insatsen blir offentlig med 12 avsnitt och uppgifter {ELSE}"
    )
    # It would have been told as opened; nothing of it is public in the new version.
    assert between(edited((GUSTAV, HIS)), RECORD) == [
        "2026-08-01 försvinner: telefon försvinner (skulle annars börja synas)"
    ]
    granted = edited(("publicering:", f"{MORE}publicering:"))
    assert "2026-10-01 ändras: Beviljat sammanlagt: ändras till 3 200 000 kr (skulle annars ändras)" in (
        between(granted, RECORD)
    )


def test_a_new_record_that_is_published_later() -> None:
    new = version(edited(("från: 2025-06-20}\nb", "från: 2026-09-01}\nb")))
    rows = followed(version(None), new)
    assert {str(row.day) for row in rows} == {"2026-09-01"}
    assert [row.field for row in rows] == ["", "beslut.belopp", "personer.namn", "personer.e-post"]


def test_what_is_added_to_a_new_record_later_is_a_row_of_its_own() -> None:
    full = edited(
        ("publicering:", f"{MORE}publicering:"), ("kommuner:", "budget: {sökt: 3200100}\nkommuner:")
    )
    rows = told(followed(version(None), version(full)))
    assert "2026-10-01 blir offentligt: Budget: sökt belopp: 3 200 100 kr" in rows
    assert "2026-10-01 ändras: Beviljat sammanlagt: 3 200 000 kr → 3 200 100 kr" in rows
    # The consent's last day stood in its row of today.
    assert {row[:10] for row in rows} == {"2026-10-01"}


def test_contact_details_that_end_sooner_by_the_settings() -> None:
    open_ended = edited((", till: 2026-12-31", ""))
    sooner = v.settings(
        contact_end=ContactEnd.model_validate({"längst": "30 dagar efter insatsens slut", "fält": ["e-post"]})
    )
    rows = followed(version(open_ended), version(open_ended, settings=sooner))
    # The name is no longer among what ends by itself.
    assert told(rows) == [
        "2028-01-31 försvinner: e-post försvinner",
        f"2028-07-01 blir offentligt: namn blir offentligt {ELSE}",
    ]
    assert [row.file for row in rows] == ["content/insatser/exempelbygden/vagen-vidare.yml"] * 2


def test_a_clause_that_ends_sooner() -> None:
    sooner = v.terms(personuppgifter=[v.clause(längst="1 år efter beslutet", fält=["telefon"])])
    gustav = edited((TOVA, ""))
    rows = followed(version(gustav, v.OWN_WEB), version(gustav, v.OWN_WEB, sooner))
    assert told(rows) == []  # the clause has ended already: that is told of today
    sooner = v.terms(personuppgifter=[v.clause(längst="2 år efter beslutet", fält=["telefon"])])
    rows = followed(version(gustav, v.OWN_WEB), version(gustav, v.OWN_WEB, sooner))
    assert told(rows) == ["2027-06-13 försvinner: telefon försvinner"]
    assert (rows[0].rule, rows[0].terms) == ("i-tid", "exempelbygden-2024")


@pytest.mark.parametrize(
    "edits",
    [
        [],
        [("två tre.", "två tre fyra.")],
        [("tova.lindeby@", "tova@")],
        [("belopp: 3200000", "belopp: 2000000")],
        [("slut: 2027-12", "slut: 2027-11")],
        [("kommuner:", "period: {sista_intag: 2027-03}\nkommuner:")],
    ],
)
def test_what_is_told_of_today_is_not_told_again(edits: list[tuple[str, str]]) -> None:
    # The consent ends in both versions, and so does the decided time.
    assert between(RECORD, edited(*edits)) == []


def test_what_both_versions_open_is_told_only_where_it_differs() -> None:
    old = edited(("från: 2025-06-20}\nb", "från: 2026-09-01}\nb"))
    assert between(old, old) == []
    new = old.replace("två tre.", "två tre fyra.").replace("belopp: 3200000", "belopp: 2000000")
    assert between(old, new) == [
        "2026-09-01 ändras: Bakgrund och behov: ändrad, 3 → 4 ord",
        "2026-09-01 ändras: Beslut: belopp: ändras till 2 000 000 kr",
    ]


def test_both_versions_move_on_the_same_day() -> None:
    """What comes back is told also then; what the old version does as well is not."""
    begins = ("från: 2025-06-20, till", "från: 2026-08-01, till")
    both = (GUSTAV, HIS)
    assert between(edited(both), edited(both, begins)) == OPENS[1][2]
    published = ("från: 2025-06-20}\nb", "från: 2026-08-01}\nb")
    rows = between(edited(both), edited(both, published))
    assert [row.split(": ")[1] for row in rows] == [
        "Beviljat sammanlagt",
        "Insatsen blir offentlig med 12 avsnitt och uppgifter",
        "e-post blir offentlig till och med 31 december 2026",
        "namn blir offentligt till och med 31 december 2026",
        "telefon blir offentlig till och med 30 juni 2028",
    ]
    granted = ("publicering:", f"{MORE}publicering:")
    assert between(edited(granted), edited(granted, ("belopp: 3200000", "belopp: 2000000"))) == []
    assert between(edited(granted), edited(granted, ("belopp: 100", "belopp: 200"))) == [
        "2026-10-01 ändras: Beslut: belopp: ändras till 200 kr",
        "2026-10-01 ändras: Beviljat sammanlagt: ändras till 3 200 200 kr",
    ]


def test_an_old_version_that_would_have_opened_later_is_no_news() -> None:
    old = edited(("från: 2025-06-20}\nb", "från: 2026-09-01}\nb"))
    assert between(old, edited(("två tre.", "två tre fyra."))) == []


def test_a_withdrawn_insats_that_would_have_opened_later() -> None:
    """That it leaves a nameless page was told of today."""
    withdrawn = edited(("läge: publicera", "läge: återkallad"))
    (row,) = between(edited(("från: 2025-06-20}\nb", "från: 2026-09-01}\nb")), withdrawn)
    assert row.startswith("2026-09-01 försvinner: Insatsen försvinner. En namnlös sida")
    assert row.endswith(" (skulle annars börja synas)")


def test_a_new_address_is_told_today_and_hides_nothing_of_later() -> None:
    new = edited((GUSTAV, HIS))
    moved = followed(version(RECORD), version(new, slug="ny-vag"))
    assert told(moved) == OPENS[0][2]
    assert [row.insats for row in moved] == ["exempelbygden/ny-vag"]
    assert told(followed(version(new), version(new, slug="ny-vag"))) == []


def test_a_value_that_nobody_has_seen_is_quoted_only_where_it_becomes_public() -> None:
    """The old version's amount was for a later day; in the new one another stands in its place."""
    old = edited(("publicering:", f"{MORE.replace('belopp: 100', 'belopp: 7654321')}publicering:"))
    rows = between(old, edited(("publicering:", f"{MORE}publicering:")))
    assert rows == [
        "2026-10-01 ändras: Beslut: belopp: ändras till 100 kr",
        "2026-10-01 ändras: Beviljat sammanlagt: ändras till 3 200 100 kr",
    ]


def test_nothing_that_is_withheld_on_the_later_day_is_quoted() -> None:
    covered = "sekretess: [{omfattar: [beslut.belopp, kommuner], grund: OSL 26 kap. 1 §}]\nkommuner:"
    hidden = edited(("publicering:", f"{MORE}publicering:"), ("kommuner:", covered))
    rows = followed(version(None), version(hidden))
    text = repr(rows).replace("\u00a0", " ")
    assert "2026, 10, 1" in text
    assert [value for value in ("100", "Hudiksvall", "Lindeby", "lindeby") if value in text] == []


def test_no_title_of_what_is_public_later() -> None:
    new = version(edited(("från: 2025-06-20}\nb", "från: 2026-09-01}\nb")))
    assert "Vägen vidare" not in repr(followed(version(None), new))


def test_what_comes_back_after_a_time_is_told_each_time() -> None:
    second = "från: 2026-08-01, till: 2026-08-31}, {gäller: [telefon], kanaler: [portal], från: 2027}"
    assert between(RECORD, edited((GUSTAV, HIS.replace("från: 2026-08-01}", second)))) == [
        "2026-08-01 blir offentligt: telefon blir offentlig till och med 31 augusti 2026",
        "2027-01-01 blir offentligt: telefon blir offentlig till och med 30 juni 2028",
    ]
