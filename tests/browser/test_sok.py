"""The search as a visitor uses it: found by other words, narrowed, shared, gone back from, led on."""

from __future__ import annotations

import re
from collections.abc import Iterator
from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import Browser, Page, expect

pytestmark = pytest.mark.browser

ATTRIBUTION = "finansiering av Samordningsförbundet i Uppsala län"


@pytest.fixture
def search(page: Page, site_url: str) -> Iterator[Page]:
    """The page of the search with all insatser shown, and no complaint of the browser at the end."""
    complaints: list[str] = []
    page.on("console", lambda message: complaints.append(message.text) if message.type == "error" else None)
    page.on("pageerror", lambda error: complaints.append(str(error)))
    page.goto(f"{site_url}sok/")
    expect(page.locator("#sok-antal")).to_have_text("5 insatser")
    yield page
    assert complaints == []


def hits(page: Page, address: str) -> list[str]:
    """The names that a shared link shows."""
    page.goto(address)
    expect(page.locator("#sok-antal")).not_to_have_text("Söker …")
    expect(page.locator("#sok-lista")).not_to_have_attribute("aria-busy", "true")
    return page.locator(".kort-namn").all_inner_texts()


def unfold(page: Page) -> None:
    """On a phone the filters are folded."""
    if page.locator("#sok-filter > summary").is_visible():
        page.locator("#sok-filter > summary").click()


def choose(page: Page, facet: str, label: str) -> None:
    group = page.locator(f'fieldset[data-facett="{facet}"]')
    if not group.is_visible():
        group.locator("xpath=..").locator("summary").click()
    group.get_by_role("checkbox", name=re.compile(f"^{re.escape(label)}")).click()


def asked(page: Page) -> dict[str, list[str]]:
    return parse_qs(urlsplit(page.url).query)


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("träning", "Jobbvägen – Försteg till ordinarie verksamhet"),  # arbetsträning
        ("traning", "Jobbvägen – Försteg till ordinarie verksamhet"),
        ("psykiatri", "Förstärkt stöd till arbete eller studier, förlängning"),  # psykisk ohälsa
        ("FK", "Förstärkt stöd till arbete eller studier, förlängning"),  # Försäkringskassan
        ("hälsa", "Framsteget i Håbo"),  # ohälsa
        ("habo", "Framsteget i Håbo"),
        ("Håbo", "Framsteget i Håbo"),
        ("Skåne län", "Förstudie Ängelholm – En väg in"),
        ("rakna med", "Räkna med mig!"),
        ('"psykisk ohälsa"', "Förstudie Ängelholm – En väg in"),
        ("hälsa och arbete", "Framsteget i Håbo"),
    ],
)
def test_it_is_found_by_the_words_that_people_use(search: Page, words: str, name: str) -> None:
    search.get_by_label("Sök på det du har").fill(words)
    expect(search.locator("#sok-antal")).to_have_text(re.compile(f"för ”{words}”$"))
    expect(search.locator(".kort-namn", has_text=name)).to_have_count(1)


def test_every_hit_carries_its_marks(search: Page) -> None:
    cards = search.locator("#sok-lista > li")
    expect(cards).to_have_count(5)
    expect(cards.filter(has_text="Exempel: beslutet är påhittat.")).to_have_count(5)
    prolonged = cards.filter(has_text="Förstärkt stöd")
    expect(prolonged).to_contain_text(ATTRIBUTION)
    prolonged.locator("a").click()
    expect(search.locator("h1")).to_contain_text("Förstärkt stöd till arbete eller studier")


def test_several_values_at_once_and_what_each_would_give(search: Page) -> None:
    unfold(search)
    choose(search, "kommun", "Håbo")
    expect(search.locator("#sok-antal")).to_have_text("1 insats")
    # Its own facet is set aside: another kommun would add its insatser.
    gotland = search.locator('input[name="kommun"][value="0980"]').locator("xpath=..").locator(".antal")
    expect(gotland).to_have_text("1")
    choose(search, "kommun", "Gotland")
    expect(search.locator("#sok-antal")).to_have_text("2 insatser")
    # Between facets both must hold; a folded facet is counted when it is unfolded.
    search.locator('fieldset[data-facett="status"]').locator("xpath=..").locator("summary").click()
    pagaende = search.locator('input[name="status"][value="pagaende"]').locator("xpath=..").locator(".antal")
    expect(pagaende).to_have_text("1")
    choose(search, "status", "Pågår")
    expect(search.locator(".kort-namn")).to_have_text(["Jobbvägen – Försteg till ordinarie verksamhet"])
    assert asked(search) == {"kommun": ["0305", "0980"], "status": ["pagaende"]}


def test_the_address_restores_all(search: Page, site_url: str) -> None:
    address = f"{site_url}sok/?q=st%C3%B6d&kommun=0305&kommun=0980&sortera=namn"
    assert hits(search, address) == ["Framsteget i Håbo", "Jobbvägen – Försteg till ordinarie verksamhet"]
    expect(search.get_by_label("Sök på det du har")).to_have_value("stöd")
    expect(search.locator('input[value="0305"]')).to_be_checked()
    expect(search.locator("#sok-sortera")).to_have_value("namn")
    search.reload()
    expect(search.locator("#sok-antal")).to_have_text("2 insatser för ”stöd”")


def test_back_undoes_one_choice_and_not_one_letter(search: Page) -> None:
    unfold(search)
    choose(search, "status", "Avslutad")
    expect(search.locator("#sok-antal")).to_have_text("3 insatser")
    search.get_by_label("Sök på det du har").press_sequentially("stöd", delay=20)
    expect(search.locator("#sok-antal")).to_contain_text("för ”stöd”")
    assert asked(search) == {"q": ["stöd"], "status": ["avslutad"]}
    choose(search, "kommun", "Håbo")
    expect(search.locator("#sok-antal")).to_have_text("1 insats för ”stöd”")
    search.go_back()
    expect(search.locator("#sok-antal")).to_have_text("3 insatser för ”stöd”")
    expect(search.locator('input[value="0305"]')).not_to_be_checked()
    search.go_back()
    expect(search.locator("#sok-antal")).to_have_text("5 insatser")
    expect(search.get_by_label("Sök på det du har")).to_have_value("")
    search.go_forward()
    expect(search.locator("#sok-antal")).to_have_text("3 insatser för ”stöd”")


@pytest.mark.parametrize(
    ("order", "first", "last"),
    [
        ("namn", "Framsteget i Håbo", "Räkna med mig!"),
        ("start", "Förstärkt stöd till arbete eller studier, förlängning", "Framsteget i Håbo"),
        (
            "belopp",
            "Förstärkt stöd till arbete eller studier, förlängning",
            "Förstudie Ängelholm – En väg in",
        ),
        ("intag", "Förstärkt stöd till arbete eller studier, förlängning", "Räkna med mig!"),
    ],
)
def test_sorting(search: Page, order: str, first: str, last: str) -> None:
    search.locator("#sok-sortera").select_option(order)
    expect(search.locator(".kort-namn").first).to_have_text(first)
    expect(search.locator(".kort-namn").last).to_have_text(last)


def test_chips_take_away_one_filter_or_all(search: Page) -> None:
    unfold(search)
    choose(search, "status", "Avslutad")
    choose(search, "intag", "Stängt")
    search.get_by_role("button", name="Ta bort Status: Avslutad").click()
    assert asked(search) == {"intag": ["stangt"]}
    # Whoever uses a keyboard is not thrown to the top of the page.
    expect(search.get_by_role("button", name="Ta bort Intag: Stängt")).to_be_focused()
    search.get_by_role("button", name="Rensa allt").click()
    expect(search.locator("#sok-antal")).to_have_text("5 insatser")
    assert asked(search) == {}


def test_no_hits_lead_on(search: Page, site_url: str) -> None:
    assert hits(search, f"{site_url}sok/?kommun=0305&intag=oppet") == []
    expect(search.locator("#sok-antal")).to_have_text("Inga insatser")
    leads = search.locator("#sok-inga")
    expect(leads).to_contain_text("Sök i hela Uppsala län (1 insats)")
    expect(leads).to_contain_text("Ta bort Intag: Öppet nu (1 insats)")
    leads.get_by_role("link", name=re.compile("hela Uppsala län")).click()
    expect(search.locator(".kort-namn")).to_have_text(
        ["Förstärkt stöd till arbete eller studier, förlängning"]
    )
    assert asked(search) == {"lan": ["03"], "intag": ["oppet"]}


def test_a_word_that_nothing_has_is_told_and_left_out(search: Page, site_url: str) -> None:
    found = hits(search, f"{site_url}sok/?q=arbetstr%C3%A4ning+snickeri&kommun=0980")
    assert found == ["Jobbvägen – Försteg till ordinarie verksamhet"]
    said = search.locator("#sok-antal")
    expect(said).to_have_text("1 insats för ”arbetsträning” Ingen insats har ordet ”snickeri”.")
    assert asked(search)["q"] == ["arbetsträning snickeri"]


@pytest.mark.parametrize("words", ["snickeri", "snickeri+gotlnad"])
def test_words_that_nothing_has_are_met_with_advice(search: Page, site_url: str, words: str) -> None:
    assert hits(search, f"{site_url}sok/?q={words}") == []
    leads = search.locator("#sok-inga")
    expect(leads).to_contain_text("stavningen")
    leads.get_by_role("link", name="hitta på annat sätt").click()
    expect(search.locator(".sok-vagar").get_by_role("link", name="Kommuner")).to_be_in_viewport()


def test_words_that_no_insats_has_together_lead_to_each(search: Page, site_url: str) -> None:
    assert hits(search, f"{site_url}sok/?q=Hudiksvall+Gotland") == []
    leads = search.locator("#sok-inga")
    expect(leads).to_contain_text("Sök utan ordet ”Gotland” (1 insats)")
    leads.get_by_role("link", name=re.compile("Sök utan ordet ”Hudiksvall”")).click()
    expect(search.locator(".kort-namn")).to_have_text(["Jobbvägen – Försteg till ordinarie verksamhet"])


def test_a_kommun_without_insatser_has_its_name(search: Page, site_url: str) -> None:
    assert hits(search, f"{site_url}sok/?kommun=2180") == []
    expect(search.get_by_role("button", name="Ta bort Kommun: Gävle")).to_be_visible()
    expect(search.locator("#sok-inga")).to_contain_text("Sök i hela Gävleborgs län (1 insats)")


def test_the_forms_of_the_start_page_are_understood(search: Page, site_url: str) -> None:
    found = hits(
        search, f"{site_url}sok/?kommun=&alder=23&malgrupp=unga-med-aktivitetsersattning&intag=stangt"
    )
    assert found == ["Framsteget i Håbo", "Räkna med mig!"]
    assert asked(search)["alder"] == ["20-24", "utan-grans"]
    assert "kommun" not in asked(search)


def test_the_start_page_leads_here(page: Page, site_url: str) -> None:
    page.goto(site_url)
    page.get_by_label("Var bor personen?").select_option("0319")
    page.get_by_label("Hur gammal är personen?").fill("40")
    page.get_by_role("button", name="Visa insatser").click()
    expect(page.locator("#sok-antal")).to_have_text("1 insats")
    expect(page.locator(".kort-namn")).to_contain_text(["Förstärkt stöd"])


def test_a_long_list_is_searched_in(search: Page) -> None:
    unfold(search)
    finder = search.get_by_label("Hitta i listan: kommun")
    finder.fill("angel")
    group = search.locator('fieldset[data-facett="kommun"] li:visible')
    expect(group).to_have_count(1)
    expect(group).to_contain_text("Ängelholm")
    finder.press("Enter")
    assert asked(search) == {}


def test_the_keyboard_alone(search: Page) -> None:
    field = search.get_by_label("Sök på det du har")
    field.focus()
    field.press_sequentially("psykiatri")
    field.press("Enter")
    expect(search.locator("#sok-antal")).to_contain_text("för ”psykiatri”")
    field.press("Escape")
    expect(field).to_have_value("")
    expect(field).to_be_focused()
    expect(search.locator("#sok-antal")).to_have_text("5 insatser")
    unfold(search)
    box = search.locator('input[name="intag"][value="oppet"]')
    box.focus()
    search.keyboard.press("Space")
    expect(search.locator("#sok-antal")).to_have_text("1 insats")
    expect(box).to_be_focused()


def test_a_late_answer_does_not_win(search: Page) -> None:
    field = search.get_by_label("Sök på det du har")
    for words in ("s", "st", "psykiatri", "xyzzy", "håbo"):
        field.fill(words)
        field.press("Enter")
    expect(search.locator("#sok-antal")).to_contain_text("för ”håbo”")
    expect(search.locator(".kort-namn").first).to_have_text("Framsteget i Håbo")


def test_nothing_is_stored_and_nobody_else_is_asked(search: Page, site_url: str) -> None:
    others: list[str] = []
    search.on("request", lambda request: others.append(request.url))
    assert hits(search, f"{site_url}sok/?q=arbete&intag=oppet")
    assert [url for url in others if not url.startswith((site_url, "data:"))] == []
    assert search.context.cookies() == []
    assert search.evaluate("localStorage.length + sessionStorage.length") == 0
    assert search.evaluate("indexedDB.databases().then((all) => all.length)") == 0


def test_words_are_words_and_never_markup(search: Page) -> None:
    evil = "<img src=x onerror=alert(1)>"
    search.get_by_label("Sök på det du har").fill(evil)
    expect(search.locator("#sok-antal")).to_contain_text(evil)
    assert search.locator("main img").count() == 0


def test_without_javascript_the_indexes_do_the_same_job(browser: Browser, site_url: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{site_url}sok/?kommun=0305")
    # Chromium parses <noscript> as if there were scripts when it is driven with them switched off.
    assert "Sökningen behöver JavaScript" in (page.locator("noscript").text_content() or "")
    expect(page.locator("#sok")).to_be_hidden()
    page.locator(".sok-vagar").get_by_role("link", name="Kommuner").click()
    page.locator("main").get_by_role("link", name="Håbo").click()
    expect(page.get_by_role("link", name="Framsteget i Håbo")).to_be_visible()
    context.close()


def test_a_search_that_cannot_start_says_so(browser: Browser, site_url: str) -> None:
    page = browser.new_context().new_page()  # the other pages' browsers may have nothing to complain of
    page.route("**/pagefind/*.pagefind", lambda route: route.abort())
    page.route("**/pagefind/pagefind.js", lambda route: route.abort())
    page.goto(f"{site_url}sok/")
    expect(page.locator("#sok-antal")).to_contain_text("går inte att använda just nu")
    expect(page.locator(".sok-vagar").get_by_role("link", name="Målgrupper")).to_be_visible()
    page.context.close()
