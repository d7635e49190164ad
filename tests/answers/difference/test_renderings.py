"""Differences as text, Markdown and JSON."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date

from generator.answers.difference.data import as_data
from generator.answers.difference.differences import Change, Difference
from generator.answers.difference.markdown import as_markdown
from generator.answers.difference.text import as_text

FILE = "content/insatser/exempelbygden/vagen-vidare.yml"
WHOLE = Change(
    kind="blir offentligt",
    insats="exempelbygden/vagen-vidare",
    field="",
    person=None,
    role=None,
    text="Insatsen ”Vägen vidare” blir offentlig med 12 avsnitt och uppgifter",
    rule="beslut",
    ground="Insatsen är beviljad och publiceringen är begärd.",
    terms=None,
    clause=None,
    ground_line=None,
    until=None,
    file=FILE,
    line=1,
    channels=("portal", "öppna-data"),
)
DATUM = replace(
    WHOLE,
    field="personer.namn",
    person=1,
    role="insatsledare",
    text="namn blir offentligt till och med 31 december 2026",
    rule="villkor",
    ground="Villkoren öppnar uppgiften.",
    terms="exempelbygden-2024",
    clause="Klausulen.",
    ground_line=22,
    until=date(2026, 12, 31),
    line=20,
    channels=("portal",),
)
LEFT = replace(
    WHOLE,
    kind="försvinner",
    field="budget.sökt",
    text="Budget: sökt: försvinner",
    rule="saknas",
    ground="Borta.",
)
NONE = Difference("HEAD~1", date(2026, 6, 15), ("portal", "öppna-data"), (), ())
SOME = replace(NONE, changes=(WHOLE, DATUM, LEFT), notes=("En post gick inte att läsa.",))
SOON, LATE = date(2026, 8, 1), date(2026, 12, 1)
LATER = replace(
    NONE,
    later=(
        replace(WHOLE, day=LATE),
        replace(DATUM, day=SOON),
        replace(DATUM, day=LATE),
        replace(LEFT, day=SOON),
    ),
)


def table(difference: Difference) -> list[list[str]]:
    """The cells of every table line, heads and rules included."""
    lines = [line for line in as_markdown(difference).splitlines() if line.startswith("|")]
    return [[cell.strip() for cell in line.strip("|").split("|")] for line in lines]


def test_nothing_changes() -> None:
    assert as_text(NONE) == "Inget ändras jämfört med HEAD~1, 15 juni 2026."
    assert "Inget ändras jämfört med HEAD&#126;1, 15 juni 2026." in as_markdown(NONE)
    assert table(NONE) == []


def test_the_text() -> None:
    named = "[villkor exempelbygden-2024, rad 22]"
    assert as_text(SOME).splitlines() == [
        "En post gick inte att läsa.",
        "2 blir offentligt, 0 ändras, 1 försvinner jämfört med HEAD~1, 15 juni 2026",
        "",
        "Blir offentligt",
        f"  exempelbygden/vagen-vidare ({FILE})",
        "    Insatsen ”Vägen vidare” blir offentlig med 12 avsnitt och uppgifter. (rad 1)",
        f"    portal: person 2, insatsledare: {DATUM.text}. {DATUM.ground} {named} (rad 20)",
        "",
        "Försvinner",
        f"  exempelbygden/vagen-vidare ({FILE})",
        "    Budget: sökt: försvinner. Borta. [saknas] (rad 1)",
    ]


def test_the_text_of_later_days() -> None:
    lines = as_text(LATER).splitlines()
    assert lines[0] == (
        "0 blir offentligt, 0 ändras, 0 försvinner jämfört med HEAD~1, 15 juni 2026. "
        "Senare: 3 blir offentligt, 0 ändras, 1 försvinner"
    )
    assert [line for line in lines[1:] if line[:1].strip()] == [
        "Blir offentligt 2026-08-01",
        "Blir offentligt 2026-12-01",
        "Försvinner 2026-08-01",
    ]
    both = as_text(replace(LATER, changes=(LEFT,))).splitlines()
    assert both[2] == "Försvinner"
    assert both[-1] == lines[-1] == "    Budget: sökt: försvinner. Borta. [saknas] (rad 1)"


def test_a_reason_stands_in_full_once_for_each_insats() -> None:
    other = replace(LEFT, insats="exempelbygden/annan")
    rows = (LEFT, replace(LEFT, line=2), replace(LEFT, line=3, ground="Dold."), other)
    lines = as_text(replace(NONE, changes=rows)).splitlines()
    assert [line.split(": försvinner. ")[1] for line in lines if "försvinner. " in line] == [
        "Borta. [saknas] (rad 1)",
        "[saknas] (rad 2)",
        "Dold. [saknas] (rad 3)",
        "Borta. [saknas] (rad 1)",
    ]


def test_a_row_of_another_file_than_the_first_names_it() -> None:
    moved = replace(LEFT, file="content/insatser/exempelbygden/ny.yml")
    lines = as_text(replace(NONE, changes=(LEFT, moved))).splitlines()
    assert lines[-1].endswith("(content/insatser/exempelbygden/ny.yml:1)")


def test_channels_are_named_when_not_all_have_the_change_that_could() -> None:
    all_but_another_web = ("portal", "forbundswebb:exempelbygden", "öppna-data")
    rows = (replace(WHOLE, channels=all_but_another_web), replace(WHOLE, channels=all_but_another_web[:2]))
    compared = replace(NONE, channels=(*all_but_another_web, "forbundswebb:grannbygden"), changes=rows)
    _, _, _, _, everywhere, some = as_text(compared).splitlines()
    assert everywhere.startswith("    Insatsen")
    assert some.startswith("    portal, forbundswebb:exempelbygden: Insatsen")


def test_each_kind_has_one_heading_whatever_comes_last() -> None:
    lines = as_text(replace(SOME, changes=(*SOME.changes, replace(WHOLE, insats="sidor/om.md")))).splitlines()
    assert [line for line in lines if line in ("Blir offentligt", "Ändras", "Försvinner")] == [
        "Blir offentligt",
        "Försvinner",
    ]


def test_the_tables() -> None:
    head, _, whole, datum, again, _, left = table(SOME)
    assert head == again == ["Insats", "Vad", "Kanal", "Varför", "Sista dag", "Rad"]
    assert datum == [
        "exempelbygden/vagen-vidare",
        "Person 2, insatsledare: namn blir offentligt till och med 31 december 2026",
        "portal",
        "Villkoren öppnar uppgiften. &#91;villkor exempelbygden-2024, rad 22&#93;",
        "2026-12-31",
        "20",
    ]
    assert whole[2] == "portal, öppna-data"
    assert left[1] == "Budget: sökt: försvinner"
    lines = as_markdown(SOME).splitlines()
    assert [line for line in lines if line.startswith("#")] == [
        "## Vad som syns efter ändringen",
        "### Detta blir offentligt",
        "### Detta försvinner",
    ]
    assert "En post gick inte att läsa." in lines
    assert "2 blir offentligt, 0 ändras, 1 försvinner jämfört med HEAD&#126;1, 15 juni 2026." in lines
    assert "**1 uppgift om en person blir offentlig.** Läs skälen en gång till." in lines
    assert lines[-1].startswith("Jämförelsen gäller den dagen.")
    assert lines[-1].endswith("Det som sker också utan ändringen är inte med.")


def test_later_days_have_tables_of_their_own_after_the_others() -> None:
    lines = as_markdown(replace(LATER, changes=SOME.changes)).splitlines()
    assert [line for line in lines if line.startswith("###")] == [
        "### Detta blir offentligt",
        "### Detta försvinner",
        "### Detta blir offentligt senare",
        "### Detta försvinner senare",
    ]
    assert (
        "**1 uppgift om en person blir offentlig.** **2 uppgifter om personer blir offentliga senare.** "
        "Läs skälen en gång till."
    ) in lines
    head, _, whole, *data, again, _, left = table(LATER)
    assert head == again == ["Dag", "Insats", "Vad", "Kanal", "Varför", "Sista dag", "Rad"]
    assert [row[0] for row in (whole, *data, left)] == [
        "2026-12-01",
        "2026-08-01",
        "2026-12-01",
        "2026-08-01",
    ]
    assert data[0][1:] == table(SOME)[3]
    assert "Inget ändras" not in as_markdown(LATER)
    assert "senare: " not in as_markdown(SOME)


def test_the_tables_stand_in_order_whatever_comes_last() -> None:
    rows = (LEFT, DATUM, replace(DATUM, line=21))
    lines = as_markdown(replace(NONE, changes=rows)).splitlines()
    assert [line for line in lines if line.startswith("###")] == [
        "### Detta blir offentligt",
        "### Detta försvinner",
    ]
    assert any(line.startswith("**2 uppgifter om personer blir offentliga.**") for line in lines)
    assert "uppgift" not in as_markdown(replace(NONE, changes=(WHOLE,))).partition("###")[0]


def test_the_own_web_needs_no_name_and_another_file_does() -> None:
    channels = ("forbundswebb:exempelbygden", "forbundswebb:grannbygden")
    row = replace(LEFT, channels=channels, file="site_config/site.yml", line=3)
    cells = table(replace(NONE, changes=(row,)))[-1]
    assert cells[2] == "förbundswebb, forbundswebb:grannbygden"
    assert cells[-1] == "site&#95;config/site.yml:3"


def test_no_cell_is_markup_and_nobody_is_called() -> None:
    wild = "a|b`c`*d*_e_<img src=x>@grupp #12 [f](https://g.example) www.h.example $x$\n\n# Rubrik\\"
    row = replace(
        DATUM, insats=wild, text=wild, role=wild, ground=wild, rule=wild, file=wild, channels=(wild,)
    )
    rows = table(replace(NONE, changes=(row,), notes=(wild,), revision=wild))
    assert [len(cells) for cells in rows] == [6, 6, 6]
    shown = "".join(rows[2])
    assert not set(shown) & set("|`*_<>@[]$\\")
    assert "://" not in shown
    assert "www." not in shown
    assert "&#64;&#8203;grupp" in shown
    assert [line for line in as_markdown(replace(NONE, notes=(wild,))).splitlines() if line[:1] == "#"] == [
        "## Vad som syns efter ändringen"
    ]


def test_a_long_table_says_how_much_it_leaves_out() -> None:
    rows = tuple(replace(DATUM, line=line) for line in range(2_000))
    markdown = as_markdown(replace(SOME, changes=rows, notes=("x" * 100_000,) * 30))
    kept = len(table(replace(SOME, changes=rows, notes=("x" * 100_000,) * 30))) - 2
    assert 0 < kept < 2_000
    assert len(markdown) <= 60_000
    assert f"{2_000 - kept} rader får inte plats här." in markdown
    assert "20 anmärkningar till får inte plats här." in markdown


def test_the_data() -> None:
    data = as_data(SOME)
    assert json.loads(json.dumps(data)) == data
    assert isinstance(data, dict)
    assert list(data) == ["revision", "datum", "kanaler", "noter", "blir_offentligt", "ändras", "försvinner"]
    assert isinstance(data["blir_offentligt"], list)
    assert data["blir_offentligt"][1] == {
        "från_dag": "2026-06-15",
        "kanaler": ["portal"],
        "insats": "exempelbygden/vagen-vidare",
        "fält": "personer.namn",
        "person": {"nummer": 2, "roll": "insatsledare"},
        "vad": "namn blir offentligt till och med 31 december 2026",
        "regel": "villkor",
        "grund": "Villkoren öppnar uppgiften.",
        "villkor": "exempelbygden-2024",
        "klausul": "Klausulen.",
        "grundens_rad": 22,
        "till": "2026-12-31",
        "fil": FILE,
        "rad": 20,
    }
    assert (data["ändras"], data["datum"]) == ([], "2026-06-15")


def test_the_data_of_later_days() -> None:
    data = as_data(replace(LATER, changes=SOME.changes))
    assert isinstance(data, dict)
    opened = data["blir_offentligt"]
    assert isinstance(opened, list)
    days = [row["från_dag"] for row in opened if isinstance(row, dict)]
    assert days == ["2026-06-15", "2026-06-15", "2026-12-01", "2026-08-01", "2026-12-01"]
    assert opened[3] == {**opened[1], "från_dag": "2026-08-01"} if isinstance(opened[1], dict) else False
