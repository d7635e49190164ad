"""The timeline: in order, as precise as it was written, and only of what is public."""

from __future__ import annotations

from datetime import date
from typing import Any

from mkdocs.utils.meta import get_data

from generator.pages import render
from generator.public.insats import PublicDecision, PublicDocument, PublicPeriod
from generator.words.dates import parse_partial_date as when
from tests import public_values as v


def told(*insatser: Any, day: date = date(2026, 11, 23)) -> list[tuple[str, str, str]]:
    """The first one's timeline, as its page carries it."""
    page = render(v.catalogue(*insatser, day=day), {})[f"{insatser[0].address.rstrip('/')}.md"]
    return [(one["typ"], one["nar"], one["text"]) for one in get_data(page)[1].get("tidslinje", ())]


def test_decision_start_today_intake_and_end_in_order_of_time() -> None:
    decision = PublicDecision("delvis beviljad", when("2025-06-12"), "styrelsen", "§ 34", 100, None)
    assert told(v.insats(decisions=(decision,), documents=())) == [
        ("beslut", "12 juni 2025", "Styrelsen beviljade insatsen till en del: 100\u00a0kr"),
        ("start", "september 2025", "Insatsen börjar"),
        ("nu", "23 november 2026", "I dag, när sidan gjordes"),
        ("intag", "juni 2027", "Sista dagen för nya deltagare"),
        ("slut", "december 2027", "Insatsen slutar"),
    ]


def test_a_month_that_ends_is_not_over_on_its_first_day() -> None:
    ends = v.insats(decisions=(), intake_until=None, period=PublicPeriod(None, when("2026-11")), documents=())
    assert [kind for kind, _, _ in told(ends)] == ["nu", "slut"]


def test_what_begins_on_the_day_comes_before_today_and_what_ends_after() -> None:
    period = PublicPeriod(when("2026-11-23"), when("2026-11-23"))
    both = v.insats(decisions=(), intake_until=None, period=period, documents=())
    assert [kind for kind, _, _ in told(both)] == ["start", "nu", "slut"]


def test_what_went_before_and_came_after_is_told_by_both() -> None:
    new = v.insats(
        slug="ny",
        name="Ny",
        decisions=(),
        documents=(),
        period=PublicPeriod(when("2028-01"), None),
        relations=(v.relation("förlänger", "gavleborg-rakna-med-mig"),),
    )
    assert ("relation", "januari 2028", "Förlängs av Ny: den insatsen börjar") in told(v.insats(), new)
    assert ("relation", "september 2025", "Förlänger Räkna med mig: den insatsen börjar") in told(
        new, v.insats()
    )


def test_documents_with_a_day_and_no_others() -> None:
    report = PublicDocument("Rapport", "slutrapport", None, when("2026-10-01"))
    undated = PublicDocument("Utan dag", "annat", None, None)
    kinds = [text for kind, _, text in told(v.insats(documents=(report, undated))) if kind == "handling"]
    assert kinds == ["Slutrapport: Rapport"]


def test_nothing_known_is_no_timeline() -> None:
    bare = v.insats(decisions=(), documents=(), period=None, intake_until=None, status=None)
    assert told(bare) == []
