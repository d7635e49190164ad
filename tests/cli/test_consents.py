"""`insats consents`: formats, `--expiring`, `--out` and exit codes."""

from __future__ import annotations

import csv
import json

import pytest

from tests.cli.test_commands import Run, run
from tests.sites import Place

__all__ = ["run"]  # the fixture

DAY = ("--date", "2025-12-01")


def test_text_and_json(run: Run) -> None:
    code, out, err = run("consents", *DAY)
    assert (code, err) == (0, "")
    assert "exempelbygden/vagen-vidare, person 1 (insatsledare)" in out
    data = json.loads(run("consents", "--format", "json", *DAY)[1])
    assert {row["grund"] for row in data["grunder"]} == {"samtycke", "villkor exempelbygden-2024"}


@pytest.mark.parametrize(("time", "rows"), [("88d", 0), ("2m", 0), ("89d", 2), ("3m", 2), ("2y", 2)])
def test_only_what_ends_within_a_time(run: Run, time: str, rows: int) -> None:
    """Consent and clause both end the day before the withdrawal that is written for March."""
    code, out, _ = run("consents", "--expiring", time, "--format", "csv", *DAY)
    assert code == 0
    assert len(list(csv.DictReader(out.splitlines(), delimiter=";"))) == rows


def test_a_channel_and_a_calendar_in_a_file(run: Run, place: Place) -> None:
    code, out, _ = run("consents", "--channel", "portal", "--format", "ics", "--out", "slut.ics", *DAY)
    assert (code, out) == (0, "")
    text = (place.folder / "slut.ics").read_bytes()
    assert text.count(b"BEGIN:VEVENT\r\n") == 1


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (("--expiring", "snart"), "skriv dagar, månader eller år: 90d, 6m eller 1y"),
        (("--out", "content/slut.ics"), "Välj en annan --out."),
        (("--out", "site_config/slut.ics"), "Välj en annan --out."),
        (("--channel", "forbundswebb:okant"), "Förbundet okant finns inte"),
    ],
)
def test_wrong_use(run: Run, arguments: tuple[str, ...], says: str) -> None:
    code, out, err = run("consents", *arguments)
    assert (code, out) == (2, "")
    assert says in err


def test_a_broken_record_is_told_and_the_others_listed(run: Run, place: Place) -> None:
    place.edit("belopp: 400000", "belopp: mycket", "exempelbygden/vagen-framat")
    code, out, err = run("consents", *DAY)
    assert code == 1
    assert "vagen-framat.yml:7:" in err
    assert "vagen-vidare" in out
    (place.config / "begrepp/roller.yml").unlink()
    assert run("consents", *DAY)[:2] == (1, "")
