"""Differences: what becomes public, changes or disappears, and never a value that is withheld."""

from __future__ import annotations

from datetime import date

import pytest

from generator.answers.difference.differences import Change, differences, gathered
from generator.checks.interface import Subject
from generator.words.channels import PORTAL, Channel
from tests import private_values as v

ID = "exempelbygden-2025-vagen-vidare"
RECORD = """\
id: exempelbygden-2025-vagen-vidare
namn: Vägen vidare
förbund: exempelbygden
villkor: exempelbygden-2024
inriktning: individinriktad
beslut:
  - {utfall: beviljad, datum: 2025-06-12, instans: styrelsen, belopp: 3200000, avser: {slut: 2027-12}}
publicering: {läge: publicera, från: 2025-06-20}
beskrivning:
  bakgrund: Ett två tre.
  syfte: Syftet.
samverkansparter:
  - {organisation: Hudiksvalls kommun, roll: Lokaler}
  - {organisation: Region Gävleborg}
kommuner: ["2184"]
målgrupper: [unga-vuxna]
personer:
  - namn: Tova Lindeby
    roll: insatsledare
    e-post: tova.lindeby@hudiksvall.example
    samtycke:
      - {gäller: [namn, e-post], kanaler: [portal], från: 2025-06-20, till: 2026-12-31, källa: mejl}
  - {namn: Gustav Ryberg, roll: kontaktperson, telefon: 031-390 06 16}
"""
TOVA = RECORD[RECORD.index("  - namn: Tova") : RECORD.index("  - {namn: Gustav")]
GUSTAV = RECORD[RECORD.index("  - {namn: Gustav") :]
HIDDEN = RECORD.replace("läge: publicera", "läge: pausad")
GRAVE = RECORD.replace("läge: publicera", "läge: återkallad")
TERMS = v.terms(personuppgifter=[v.clause()])


def judged(text: str, channel: Channel = PORTAL, slug: str = "vagen-vidare") -> Subject:
    file = f"content/insatser/exempelbygden/{slug}.yml"
    return v.subject(text, channel=channel, terms=TERMS, file=file)


def diff(old: str | None, new: str | None, channel: Channel = PORTAL) -> tuple[Change, ...]:
    before, after = ({ID: judged(text, channel)} if text is not None else {} for text in (old, new))
    return differences(before, after)


def told(*replacements: tuple[str, str]) -> list[tuple[str, str, str]]:
    """Kind, field and text of each row when these words of the record are replaced."""
    new = RECORD
    for before, after in replacements:
        assert before in new
        new = new.replace(before, after)
    return [(row.kind, row.field, row.text.replace("\u00a0", " ")) for row in diff(RECORD, new)]


def secrecy(*fields: str) -> tuple[str, str]:
    written = f"sekretess:\n  - {{omfattar: [{', '.join(fields)}], grund: OSL 26 kap. 1 §}}\n"
    return "beskrivning:\n", f"{written}beskrivning:\n"


@pytest.mark.parametrize("text", [RECORD, HIDDEN, GRAVE])
@pytest.mark.parametrize("channel", v.CHANNELS)
def test_a_version_does_not_differ_from_itself(text: str, channel: Channel) -> None:
    assert diff(text, text, channel) == ()
    assert diff(None, None) == ()


def test_a_new_insats_is_one_row_with_its_total_and_its_persons_data() -> None:
    rows = diff(None, RECORD)
    assert [(row.kind, row.field, row.person) for row in rows] == [
        ("blir offentligt", "", None),
        ("blir offentligt", "beslut.belopp", None),
        ("blir offentligt", "personer.e-post", 0),
        ("blir offentligt", "personer.namn", 0),
    ]
    assert rows[0].text == "Insatsen ”Vägen vidare” blir offentlig med 12 avsnitt och uppgifter"
    assert rows[1].text.replace("\u00a0", " ") == "Beviljat sammanlagt: 3 200 000 kr"
    assert (rows[2].rule, rows[2].ground, rows[2].until) == (
        "samtycke",
        "Personen har samtyckt.",
        date(2026, 12, 31),
    )
    assert diff(HIDDEN, RECORD) == rows


def test_no_title_of_an_unsound_record() -> None:
    (first, *_) = differences({}, {ID: judged(RECORD)}, frozenset({ID}))
    assert first.text == "Insatsen blir offentlig med 12 avsnitt och uppgifter"
    renamed = RECORD.replace("namn: Vägen vidare", "namn: Vägen till Tova")
    (row,) = differences({ID: judged(RECORD)}, {ID: judged(renamed)}, frozenset({ID}))
    assert (row.field, row.text) == ("namn", "Namn: ändras")
    (row,) = diff(RECORD, renamed)
    assert row.text == "Namn: ändras till ”Vägen till Tova”"


def test_an_insats_that_is_paused_leaves_with_its_persons() -> None:
    whole, person = diff(RECORD, HIDDEN)
    assert (whole.kind, whole.field, whole.text, whole.rule) == (
        "försvinner",
        "",
        "Insatsen försvinner",
        "publicering",
    )
    assert whole.line == 8
    assert (person.person, person.role, person.text) == (0, "insatsledare", "namn och e-post försvinner")


def test_a_withdrawn_insats_leaves_a_nameless_page() -> None:
    whole, _ = diff(RECORD, GRAVE)
    assert whole.text == "Insatsen försvinner. En namnlös sida säger att den är borttagen"
    (hidden,) = diff(HIDDEN, GRAVE)
    assert (hidden.kind, hidden.text) == (
        "blir offentligt",
        "En namnlös sida säger att insatsen är borttagen",
    )
    (back,) = diff(GRAVE, None)
    assert (back.kind, back.rule) == ("försvinner", "saknas")


def test_a_record_that_is_removed() -> None:
    whole, person = diff(RECORD, None)
    assert (whole.rule, whole.ground, whole.insats) == (
        "saknas",
        "Posten finns inte längre.",
        "exempelbygden/vagen-vidare",
    )
    assert person.line == 18


def test_a_new_address() -> None:
    (row,) = differences({ID: judged(RECORD)}, {ID: judged(RECORD, slug="ny-vag")})
    assert (row.kind, row.field, row.insats) == ("ändras", "", "exempelbygden/ny-vag")
    assert row.text == (
        "Insatsen byter adress till insatser/exempelbygden/ny-vag/. Den gamla adressen slutar gälla. "
        "Skriv tidigare_adresser: [exempelbygden/vagen-vidare], så leder den dit."
    )
    after = f"{RECORD}tidigare_adresser: [exempelbygden/vagen-vidare]\n"
    _, row = differences({ID: judged(RECORD)}, {ID: judged(after, slug="ny-vag")})
    assert row.text.endswith("/ny-vag/. Den gamla adressen leder dit.")


@pytest.mark.parametrize(
    ("before", "after", "row"),
    [
        ("två tre.", "två tre fyra.", "ändras: Bakgrund och behov: ändrad, 3 → 4 ord"),
        ("bakgrund: Ett två tre.", "bakgrund: Ett två sju.", "ändras: Bakgrund och behov: ändrad, 3 ord"),
        ("  bakgrund: Ett två tre.\n", "", "försvinner: Bakgrund och behov: försvinner"),
        ("  syfte: S", "  metod: A b.\n  syfte: S", "blir offentligt: Så arbetar insatsen: ny, 2 ord"),
        ("belopp: 3200000", "belopp: 2000000", "ändras: Beslut: belopp: 3 200 000 kr → 2 000 000 kr"),
        (", belopp: 3200000", "", "försvinner: Beslut: belopp: försvinner"),
        ("slut: 2027-12", "slut: 2028", "ändras: Beslutad tid: slut: december 2027 → 2028"),
        ("utfall: beviljad", "utfall: delvis beviljad", "ändras: Beslut: utfall: beviljad → delvis beviljad"),
        ('["2184"]', '["2184", "2161"]', "blir offentligt: Kommuner: Ljusdal"),
        ("[unga-vuxna]", "[långtidssjukskrivna]", "ändras: Målgrupper: Unga-vuxna → Långtidssjukskrivna"),
        ("roll: Lokaler", "roll: Annat", "ändras: Samverkansparter: roll: ändras"),
        ("kommuner:", "diarienummer: 2025/3\nkommuner:", "blir offentligt: Diarienummer: tillkommer"),
        ("kommuner:", "ålder: {från: 16}\nkommuner:", "blir offentligt: Ålder: från: 16"),
        ("g: individinriktad", "g: förstudie", "ändras: Inriktning: Individinriktad → Förstudie"),
        ("från: 2025-06-20}\nb", "till: 2030}\nb", "ändras: Insatsen visas till och med 31 december 2030"),
    ],
)  # fmt: skip
def test_a_field_of_a_public_insats(before: str, after: str, row: str) -> None:
    assert [f"{kind}: {text}" for kind, _, text in told((before, after))] == [row]


def test_a_list_says_what_comes_and_not_what_moves() -> None:
    party = "  - {organisation: Nordanstigs kommun}\n  - {organisation: Hudiksvalls kommun"
    assert told(("  - {organisation: Hudiksvalls kommun", party)) == [
        ("blir offentligt", "samverkansparter.organisation", "Samverkansparter: organisation: tillkommer")
    ]
    first, second = RECORD.splitlines(keepends=True)[12:14]
    assert told((first + second, second + first)) == [
        ("ändras", "samverkansparter", "Samverkansparter: i annan ordning")
    ]
    assert told((", roll: Lokaler", ""), ("Gävleborg}", "Gävleborg, roll: Lokaler}")) == [
        ("ändras", "samverkansparter.roll", "Samverkansparter: roll: ändras")
    ]


def test_several_decisions_have_a_total() -> None:
    second = (
        "  - {utfall: beviljad, datum: 2026-01-12, instans: styrelsen, belopp: 100, avser: {start: 2028}}\n"
    )
    rows = told(("publicering:", f"{second}publicering:"))
    assert ("ändras", "beslut.belopp", "Beviljat sammanlagt: 3 200 000 kr → 3 200 100 kr") in rows
    assert ("blir offentligt", "beslut.belopp", "Beslut: belopp: 100 kr") in rows


def test_a_total_that_is_no_longer_known() -> None:
    second = "  - {utfall: beviljad, datum: 2026-01-12, instans: styrelsen, avser: {start: 2028}}\n"
    rows = diff(RECORD, RECORD.replace("publicering:", f"{second}publicering:"))
    (gone,) = [row for row in rows if row.kind == "försvinner"]
    assert (gone.text, gone.rule, gone.ground) == (
        "Beviljat sammanlagt: försvinner",
        "saknas",
        "Summan går inte längre att räkna ut.",
    )


def test_a_word_that_is_struck_is_not_told_by_the_reason_of_another() -> None:
    words = "målgrupper: [unga-vuxna, långtidssjukskrivna, okänt-ord]"
    old = RECORD.replace("målgrupper: [unga-vuxna]", words)
    (row,) = diff(old, RECORD.replace("målgrupper: [unga-vuxna]", "målgrupper: [unga-vuxna, okänt-ord]"))
    assert (row.text, row.rule) == ("Målgrupper: försvinner", "saknas")
    (row,) = diff(RECORD, RECORD.replace("[unga-vuxna]", "[okänt-ord]"))
    assert (row.text, row.rule, row.line) == ("Målgrupper: försvinner", "neka", 16)


def test_secrecy_is_named_and_nothing_is_quoted() -> None:
    before, after = secrecy("beskrivning.bakgrund", "beslut.belopp", "målgrupper")
    rows = diff(RECORD, RECORD.replace(before, after))
    assert [(row.kind, row.text, row.rule) for row in rows] == [
        ("försvinner", "Bakgrund och behov: försvinner", "sekretess-falt"),
        ("försvinner", "Beslut: belopp: försvinner", "sekretess-falt"),
        ("försvinner", "Målgrupper: försvinner", "sekretess-falt"),
    ]
    assert (rows[0].line, rows[1].line) == (12, 7)
    assert "OSL 26 kap. 1 §" in str(rows[0].ground)


def test_an_old_value_that_is_withheld_elsewhere_now_is_not_quoted() -> None:
    applied = ("kommuner:", "budget: {sökt: 3200000}\nkommuner:")
    rows = told(("belopp: 3200000", "belopp: 2000000"), applied)
    assert rows == [("ändras", "beslut.belopp", "Beslut: belopp: ändras till 2 000 000 kr")]


def test_a_person_who_withdraws() -> None:
    new = RECORD.replace("    roll: insatsledare\n", "    roll: insatsledare\n    återkallat: 2026-06-01\n")
    rows = diff(RECORD, new)
    assert [(row.kind, row.field, row.person, row.role, row.rule) for row in rows] == [
        ("försvinner", "personer.e-post", 0, "insatsledare", "aterkallat"),
        ("försvinner", "personer.namn", 0, "insatsledare", "aterkallat"),
    ]
    assert [(row.kind, row.text) for row in diff(new, RECORD)] == [
        ("blir offentligt", "e-post blir offentlig till och med 31 december 2026"),
        ("blir offentligt", "namn blir offentligt till och med 31 december 2026"),
    ]


def test_a_person_who_is_taken_out_is_named_by_the_old_place() -> None:
    rows = diff(RECORD, RECORD.replace(TOVA, ""))
    assert [(row.field, row.person, row.role, row.rule, row.line) for row in rows] == [
        ("personer.e-post", 0, "insatsledare", "saknas", 20),
        ("personer.namn", 0, "insatsledare", "saknas", 18),
    ]


def test_persons_in_another_order_are_no_change() -> None:
    assert diff(RECORD, RECORD.replace(TOVA + GUSTAV, GUSTAV + TOVA)) == ()


def test_a_datum_says_on_which_line_its_consent_stands() -> None:
    (found,) = {row.ground_line for row in diff(None, RECORD) if row.person is not None}
    assert RECORD.splitlines()[(found or 0) - 1].startswith("      - {gäller")
    withdrawn = RECORD.replace(
        "    roll: insatsledare\n", "    roll: insatsledare\n    invändning: 2026-06-01\n"
    )
    assert {row.ground_line for row in diff(RECORD, withdrawn)} == {20}
    # A reason in the new version has no line in the old one, where the person's place is.
    gone = RECORD.replace(TOVA, "").replace("läge: publicera", "läge: pausad")
    assert {row.ground_line for row in diff(RECORD, gone)} == {None}


def test_a_withdrawal_for_a_later_day_is_told() -> None:
    rows = told(("    roll: insatsledare\n", "    roll: insatsledare\n    återkallat: 2026-10-01\n"))
    assert {text.partition(": ")[2] for *_, text in rows} == {
        "visas till och med 30 september 2026 i stället för till och med 31 december 2026"
    }


def test_entries_without_a_name_and_entries_of_one_person_are_known_again() -> None:
    nameless = [
        f"  - {{roll: {role}, titel: {title}, samtycke: [{{gäller: [titel], kanaler: [portal]}}]}}\n"
        for role, title in (("arbetsgrupp", "chef"), ("arbetsgrupp", "lots"), ("styrgrupp", "chef"))
    ]
    twice = [TOVA.replace("insatsledare", "styrgrupp"), TOVA]
    entries = [*nameless, *twice]
    head = RECORD[: RECORD.index("  - namn: Tova")]
    (row,) = diff(head + "".join(entries), head + "".join(reversed(entries)))
    assert (row.kind, row.field, row.person, row.text) == (
        "ändras",
        "personer",
        None,
        "Personerna står i annan ordning",
    )


def test_somebody_else_in_the_same_role_and_place() -> None:
    rows = told(("Tova Lindeby", "Gunvor Ek"), ("tova.lindeby@", "gunvor.ek@"))
    assert [(kind, text) for kind, _, text in rows] == [
        ("ändras", "e-post: ny adress"),
        ("ändras", "namn: nytt namn"),
    ]
    rows = told(("Tova Lindeby", "Gunvor Ek"), ("tova.lindeby@", "gunvor.ek@"), ("insatsledare", "styrgrupp"))
    assert [kind for kind, *_ in rows] == ["blir offentligt", "blir offentligt", "försvinner", "försvinner"]


@pytest.mark.parametrize(
    ("before", "after", "row"),
    [
        ("tova.lindeby@", "tova@", "ändras: e-post: ny adress"),
        ("namn: Tova Lindeby", "namn: Tova Lind", "ändras: namn: nytt namn"),
        ("    e-post: tova.lindeby@hudiksvall.example\n", "", "försvinner: e-post försvinner"),
        ("[namn, e-post]", "[namn]", "försvinner: e-post försvinner"),
        ("roll: insatsledare", "roll: arbetsgrupp", "ändras: rollen ändras"),
    ],
)
def test_a_persons_datum(before: str, after: str, row: str) -> None:
    assert [f"{kind}: {text}" for kind, _, text in told((before, after))] == [row]


def test_another_last_day_and_another_ground() -> None:
    assert [text for *_, text in told((", till: 2026-12-31", ", till: 2026-10-31"))] == [
        f"{field}: visas till och med 31 oktober 2026 i stället för till och med 31 december 2026"
        for field in ("e-post", "namn")
    ]
    consented = RECORD.replace("[portal]", "[förbundswebb]").replace("insatsledare", "arbetsgrupp")
    opened = consented.replace("arbetsgrupp", "insatsledare")
    rows = [row for row in diff(consented, opened, v.OWN_WEB) if row.field == "personer.namn"]
    assert [(row.kind, row.rule, row.terms, row.clause, row.text) for row in rows] == [
        (
            "ändras",
            "villkor",
            "exempelbygden-2024",
            "Publicering kan komma att ske.",
            "namn: annan grund, visas till och med 30 juni 2028 i stället för till och med 31 december 2026",
        )
    ]


def test_two_persons_of_one_role_are_told_apart() -> None:
    twin = TOVA.replace("Tova Lindeby", "Gunvor Ek").replace("tova.lindeby", "gunvor.ek")
    rows = diff(RECORD, RECORD.replace(TOVA, twin + TOVA))
    assert [(row.kind, row.person) for row in rows] == [("blir offentligt", 0), ("blir offentligt", 0)]


def test_the_same_change_on_several_channels_is_one_row() -> None:
    new = RECORD.replace("Syftet.", "Ett annat syfte.").replace("kanaler: [portal]", "kanaler: [öppna-data]")
    rows = gathered({c.name: diff(RECORD, new, c) for c in (PORTAL, v.OPEN_DATA)})
    assert [(row.kind, row.field, row.channels) for row in rows] == [
        ("blir offentligt", "personer.e-post", ("öppna-data",)),
        ("blir offentligt", "personer.namn", ("öppna-data",)),
        ("ändras", "beskrivning.syfte", ("portal", "öppna-data")),
        ("försvinner", "personer.e-post", ("portal",)),
        ("försvinner", "personer.namn", ("portal",)),
    ]


def test_rows_come_in_one_order_whatever_the_order_of_the_records() -> None:
    others = {f"{ID}-{n}": judged(RECORD.replace(ID, f"{ID}-{n}"), slug=f"insats-{n}") for n in range(5)}
    backwards = dict(reversed(others.items()))
    rows = differences({}, others)
    assert rows == differences({}, backwards)
    assert [row.insats for row in rows] == sorted(row.insats for row in rows)
