"""What a change does on later days: the working tree against a revision, on each day on which one turns."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

import pytest

from generator.answers.difference.rows import Difference
from generator.publish import comparing, following
from generator.publish.following import Followed, follow
from generator.publish.versions import Versions
from generator.words.channels import Channel
from tests.publish.test_comparing import FRAMAT, against, commit, kept
from tests.sites import VAGEN, Place

__all__ = ["kept"]  # the fixture

OPENS = "{läge: publicera, från: 2022-04-01}"


def difference(place: Place, revision: str = "före", channel: str | None = None) -> Difference:
    found = against(place, revision, channel).difference
    assert found is not None
    return found


def later(
    place: Place, revision: str = "före", channel: str | None = None
) -> list[tuple[str, str, str, str]]:
    rows = difference(place, revision, channel).later
    return [(str(row.day), row.kind, row.insats, row.field) for row in rows]


def edit_setting(place: Place, file: str, old: str, new: str) -> None:
    path = place.config / file
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), "utf-8")


def test_nothing_later_of_what_is_the_same(kept: Place) -> None:
    found = difference(kept)
    assert (found.later, found.notes) == ((), ())


def test_a_consent_for_later_is_told_with_its_channels(kept: Place) -> None:
    consent = "{gäller: [telefon], kanaler: [portal, öppna-data], från: 2026-04-01, till: 2026-05-31}"
    kept.edit("      - {gäller: [namn", f"      - {consent}\n      - {{gäller: [namn")
    found = difference(kept)
    assert found.changes == ()
    (row,) = found.later
    assert (row.day, row.kind, row.field, row.person) == (
        date(2026, 4, 1),
        "blir offentligt",
        "personer.telefon",
        0,
    )
    assert (row.channels, row.until, row.rule) == (("portal", "öppna-data"), date(2026, 5, 31), "samtycke")
    assert row.ground_line == row.line + 2
    assert later(kept, channel="sociala-medier") == []
    assert later(kept, channel="öppna-data") == [("2026-04-01", "blir offentligt", VAGEN, "personer.telefon")]


def test_a_record_that_opens_later_opens_the_links_to_it(kept: Place) -> None:
    kept.edit(OPENS, "{läge: publicera, från: 2026-01-10}", FRAMAT)
    rows = later(kept, channel="portal")
    assert ("2026-01-10", "blir offentligt", FRAMAT, "") in rows
    assert ("2026-01-10", "blir offentligt", VAGEN, "relationer.insats") in rows


def test_a_new_record_and_one_that_is_removed(kept: Place) -> None:
    kept.edit(OPENS, "{läge: publicera, från: 2026-01-10}", FRAMAT)
    commit(kept, "kommer")
    kept.record(FRAMAT).unlink()
    (row,) = [row for row in difference(kept, "kommer", "portal").later if row.insats == FRAMAT]
    assert (str(row.day), row.kind, row.rule) == ("2026-01-10", "försvinner", "saknas")
    assert row.text == "Insatsen försvinner (skulle annars börja synas)"
    commit(kept, "borta")
    kept.record(FRAMAT).write_bytes(kept.record().read_bytes())
    kept.edit("exempelbygden-2025-vagen-vidare", "exempelbygden-2022-vagen-framat", FRAMAT)
    kept.edit("från: 2025-06-20} ", "från: 2026-02-01} ", FRAMAT)
    assert ("2026-02-01", "blir offentligt", FRAMAT, "") in later(kept, "borta", "portal")


def test_the_first_day_is_the_one_that_is_asked_for(kept: Place) -> None:
    kept.edit(OPENS, "{läge: publicera, från: 2026-01-10}", FRAMAT)
    compared = against(kept, "före", "portal", date(2026, 1, 10))
    assert compared.difference is not None
    assert (compared.difference.changes, compared.difference.later) == ((), ())


def test_settings_that_end_contact_details_otherwise(kept: Place) -> None:
    edit_setting(kept, "villkor/exempelbygden-2024.yml", "2 år efter budgetårets", "1 år efter budgetårets")
    kept.edit("    återkallat: 2026-03-01 ", "    # ")
    commit(kept, "utan")
    edit_setting(
        kept, "villkor/exempelbygden-2024.yml", "1 år efter budgetårets", "3 månader efter budgetårets"
    )
    assert later(kept, "utan") == [
        ("2028-04-01", "försvinner", VAGEN, f"personer.{field}") for field in ("e-post", "namn", "telefon")
    ]


@pytest.mark.parametrize(
    ("file", "old", "new", "touched", "turned"),
    [
        ("site.yml", "6 månader efter", "7 månader efter", {VAGEN, FRAMAT}, {VAGEN, FRAMAT}),
        ("begrepp/roller.yml", "id: styrgrupp", "id: styrgruppen", {VAGEN, FRAMAT}, {VAGEN, FRAMAT}),
        ("begrepp/metoder.yml", "namn: IPS", "namn: IPS-metoden", {VAGEN, FRAMAT}, set()),
        ("villkor/exempelbygden-2024.yml", "Ansökan, Spridning", "Ansökan", {VAGEN, FRAMAT}, {VAGEN}),
        ("site.yml", "namn: ", "namn: Nya ", set(), set()),
        ("forbund/exempelbygden.yml", "info@", "post@", set(), set()),
    ],
)
def test_which_records_a_setting_touches(
    kept: Place,
    monkeypatch: pytest.MonkeyPatch,
    file: str,
    old: str,
    new: str,
    touched: set[str],
    turned: set[str],
) -> None:
    seen: list[Versions] = []

    def spy(versions: Versions, channels: Sequence[Channel], day: date) -> Followed:
        seen.append(versions)
        return follow(versions, channels, day)

    monkeypatch.setattr(comparing, "follow", spy)
    edit_setting(kept, file, old, new)
    difference(kept)
    (versions,) = seen
    names = {one.value.id: f"{one.folder}/{one.slug}" for one in versions.both}
    assert {names[one] for one in versions.touched} == touched
    assert {names[one] for one in versions.turned} == turned


def test_too_many_records_are_not_followed_and_that_is_said(
    kept: Place, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(following, "MOST_RECORDS", 1)
    edit_setting(kept, "site.yml", "6 månader efter", "7 månader efter")
    (note,) = difference(kept).notes
    assert note.startswith("Ändrade inställningar kan röra 2 insatser.")
    assert note.endswith("se efter med --date.")
    # Of the edited record the later days are still told.
    kept.edit("förlänger, insats: exempelbygden-2022-vagen-framat", "förlänger, insats: ingen")
    kept.edit("publicera, från: 2025-06-20}", "publicera, från: 2025-06-20, till: 2026-06}")
    found = difference(kept)
    assert {(str(row.day), row.field) for row in found.later} >= {("2026-07-01", "")}
    kept.edit(OPENS, "{läge: publicera, från: 2026-01-10}", FRAMAT)
    found = difference(kept)
    assert found.later == ()
    assert found.notes[0].startswith("Ändringen rör 2 insatser. Vad den gör senare dagar är inte jämfört")


def test_too_many_days_are_cut_and_the_last_one_is_said(kept: Place, monkeypatch: pytest.MonkeyPatch) -> None:
    first = date(2026, 1, 1)
    consents = [
        f"      - {{gäller: [telefon], kanaler: [portal], från: {day}, till: {day}}}\n"
        for day in (first + timedelta(days=10 * number) for number in range(20))
    ]
    kept.edit("    återkallat: 2026-03-01", f"{''.join(consents)}    # återkallat:")
    monkeypatch.setattr(following, "MOST_TURNS", 6)
    found = difference(kept, channel="portal")
    # The day of the comparison, and both days of two consents and a half.
    assert [str(row.day) for row in found.later] == ["2026-01-01", "2026-01-11", "2026-01-21"]
    (note,) = found.notes
    assert note.startswith("Det som sker 22 januari 2026 och senare är inte helt jämfört")
    assert note.endswith("se efter med --date.")
    monkeypatch.undo()
    found = difference(kept, channel="portal")
    assert found.notes == ()
    assert sum(row.field == "personer.telefon" for row in found.later) == 20


def test_a_later_row_has_no_title_and_no_datum(kept: Place) -> None:
    kept.edit(OPENS, "{läge: publicera, från: 2026-01-10}", FRAMAT)
    kept.edit("från: 2025-06-20, till: 2026-12-31", "från: 2026-01-20, till: 2026-12-31")
    text = repr(difference(kept).later).casefold()
    assert "2026, 1, 20" in text
    assert [value for value in ("lindeby", "framåt", "vägen vidare", "390") if value in text] == []
