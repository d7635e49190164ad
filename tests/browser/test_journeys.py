"""The register's visitors among a thousand insatser: four actions from the start page are enough for each.

An action is a choice in a list, a word typed and sent, or a click.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from tests.browser.conftest import careful, visitor

pytestmark = pytest.mark.browser

MOST = 4


@dataclass
class Visit:
    """A visitor who counts what she does."""

    page: Page
    actions: list[str] = field(default_factory=list)

    def choose(self, label: str, value: str) -> None:
        self.actions.append(f"choose {label}")
        self.page.get_by_label(label).select_option(value)

    def type(self, label: str, text: str, *, send: bool = False) -> None:
        self.actions.append(f"type {label}")
        self.page.get_by_label(label).fill(text)
        if send:
            self.page.keyboard.press("Enter")

    def click(self, what: Locator) -> None:
        self.actions.append("click")
        what.click()


@pytest.fixture(params=[1280, 375])
def visit(browser: Browser, many_url: str, request: pytest.FixtureRequest) -> Iterator[Visit]:
    context = visitor(browser, request.param, "light")
    with careful(context) as page:
        page.goto(many_url)
        made = Visit(page)
        yield made
        assert len(made.actions) <= MOST, made.actions
    context.close()


def test_a_case_worker_finds_whom_to_contact_about_someone_like_this(visit: Visit) -> None:
    """Is there an insats here, for someone like this, and can I refer them now?"""
    page = visit.page
    visit.choose("Var bor personen?", "0305")  # Håbo
    visit.type("Hur gammal är personen?", "27")
    visit.click(page.get_by_role("button", name="Visa insatser"))
    expect(page.locator(".kort").first).to_be_visible()
    first = page.locator(".kort").first
    expect(first.locator(".intag")).to_contain_text("Öppet till")
    expect(first).to_contain_text("Håbo")
    visit.click(first.get_by_role("link").first)
    answer = page.locator(".hanvisning")
    expect(answer.get_by_role("heading", name="Kan jag hänvisa någon nu?")).to_be_visible()
    expect(answer.locator(".svar")).to_have_text(re.compile(r"^Ja\. Det går att börja till och med \d"))
    expect(answer).to_contain_text("Vem får hänvisa?")
    expect(answer.locator("a[href^='mailto:']").first).to_be_visible()


def test_a_citizen_searches_with_a_word_of_her_own(visit: Visit) -> None:
    page = visit.page
    visit.type("Sök insats", "träning", send=True)
    expect(page.locator("#sok-antal")).to_contain_text("insatser för ”träning”")
    if page.locator("#sok-filter > summary").is_visible():
        visit.click(page.locator("#sok-filter > summary"))
    visit.click(page.get_by_role("checkbox", name=re.compile("^Öppet nu")))
    expect(page.locator(".kort .intag").first).to_contain_text("Öppet till")
    assert "intag=oppet" in page.url


def test_the_staff_of_a_forbund_see_theirs_and_why_it_is_public(visit: Visit) -> None:
    page = visit.page
    visit.click(page.get_by_role("link", name=re.compile("^Södra Uppsalabygdens")))
    expect(page.get_by_role("heading", level=1)).to_contain_text("Uppsalabygdens samordningsförbund")
    visit.click(page.locator(".kort a").first)
    why = page.locator("section.varfor")
    expect(why).to_contain_text("har beviljat insatsen genom beslut i styrelsen")
    expect(why.get_by_role("link", name="dina rättigheter")).to_be_attached()


def test_a_board_sees_what_was_decided_promised_and_what_came_of_it(visit: Visit) -> None:
    page = visit.page
    visit.click(page.get_by_role("link", name=re.compile("^Status")).first)
    visit.click(page.get_by_role("link", name=re.compile("^Avslutade insatser")))
    visit.click(page.locator(".kort a").first)
    expect(page.locator("#del-beslut")).to_be_attached()
    expect(page.locator("section", has=page.locator("#del-pengar"))).to_contain_text("kr")
    goals = page.locator("section", has=page.locator("#del-mal"))
    expect(goals).to_contain_text("Lovat")
    expect(goals).to_contain_text("Utfall")


def test_a_researcher_gets_the_numbers_as_a_table_and_a_lasting_address(visit: Visit) -> None:
    page = visit.page
    if page.locator(".menyknapp").first.is_visible():
        visit.click(page.locator(".menyknapp").first)
    visit.click(page.locator("#meny").get_by_role("link", name="Översikt"))
    money = page.locator("#pengar-per-ar ~ figure")
    visit.click(money.locator("summary").first)
    expect(money.locator("table")).to_contain_text("kr")
    assert money.locator("tbody tr").count() > 5


def test_a_researcher_finds_the_permanent_id_of_an_insats(visit: Visit) -> None:
    page = visit.page
    visit.click(page.locator(".kort a").first)
    about = page.locator("section.om-sidan")
    expect(about).to_contain_text("Permanent adress")
    expect(about).to_contain_text("exempel-")


def test_without_scripts_the_indexes_do_the_same_job(browser: Browser, many_url: str) -> None:
    context = visitor(browser, 375, "light", scripts=False)
    page = context.new_page()
    page.goto(many_url)
    visit = Visit(page)
    visit.click(page.locator(".ingangar").get_by_role("link", name="Kommuner"))
    visit.click(page.get_by_role("link", name="Håbo", exact=True))
    expect(page.locator(".grupp-namn").first).to_contain_text("Tar emot nya nu")
    visit.click(page.locator(".kort a").first)
    expect(page.locator(".hanvisning .svar")).to_contain_text("Ja.")
    assert len(visit.actions) <= MOST
    # The form of the start page leads to a page that says where else to look.
    page.goto(f"{many_url}sok/?kommun=0305")
    assert "Sökningen behöver JavaScript" in page.content()
    expect(page.locator("main").get_by_role("link", name="Kommuner")).to_be_visible()
    context.close()
