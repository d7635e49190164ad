"""The form in a real browser: what it saves is what `insats` reads, and nothing else has changed."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from generator.publish.form import form_files
from generator.publish.reading import read_configuration
from generator.publish.tree import write_tree
from tests.browser.conftest import ROOT, careful, served
from tests.browser.editor import CHOSEN, Editor, values

pytestmark = pytest.mark.browser

FIVE = {
    path.relative_to(ROOT / "content/insatser").with_suffix("").as_posix(): path.read_text("utf-8")
    for path in sorted((ROOT / "content/insatser").glob("*/*.yml"))
}
HABO = "uppsala/framsteget-i-habo"
# What YAML alone would take for numbers, dates or truths, words that no vocabulary has, each kind of text.
HARD = r"""# en kommentar
namn: "Svår: post # 1"
id: uppsala-2025-svar
förbund: uppsala
inriktning: individinriktad
villkor: uppsala-2024
diarienummer: 0650
exempel: ja
sekretess:
  - {omfattar: allt, grund: "OSL 26 kap. 1 §"}
  - {grund: OSL 25 kap. 1 §, omfattar: [beskrivning.bakgrund, personer.e-post]}
beslut:
  - utfall: beviljad
    datum: 2025
    instans: styrelsen
    paragraf: 34
    belopp: 3 222 836
    avser: {start: 2025-09, slut: 2027}
period: {start: 2025-09, slut: 2027-12-31, sista_intag: 2027-06}
kommuner: [0305, "2184"]
metoder: [ips, hemvävd-metod]
ålder: {från: 0, till: 29}
deltagare:
  - {antal: "70", avser: per år}
beskrivning:
  bakgrund: "rad ett\n\n- punkt\n  - under"
  syfte: |
    Text: med kolon # och inget mer

    - lista
  metod: >-
    En lång rad som är vikt,
    men som är en enda.
mål:
  - {typ: resultatmål, text: "12:30", måltal: 90.0, utfall: "no"}
  - {typ: mål, text: "null", måltal: 1e3}
budget: {sökt: 1_000, per_år: {2026: 1799359, 2025: 910 730}, kostnader: [{post: Lön, belopp: 5, år: 2025}]}
personer:
  - namn: Tova Lindeby
    roll: insatsledare
    telefon: 031-390 06 15
    samtycke:
      - {gäller: [namn, e-post], kanaler: [portal], från: 2025-06, till: 6 månader efter insatsens slut}
      - {kanaler: [öppna-data], gäller: [telefon]}
    återkallat: 2026-03-01
  - {namn: Nils Exempel, roll: okänd-roll, telefon: 0313900616, sekretess: OSL 21 kap. 3 §}
relationer: [{typ: förlänger, insats: exempelbygden-2022-saknas}]
sökord: [ja, nej, "5"]
källa: {dokument: X, anmärkningar: ["Årsbeloppen: 4 418 132 kr", "två\nrader"]}
"""
LEAST = """id: uppsala-2025-minst
namn: Minsta möjliga
förbund: uppsala
villkor: uppsala-2024
inriktning: förstudie
personer:
  - {namn: Tova Lindeby, roll: kontaktperson}
"""
EMPTY = LEAST.replace("kontaktperson}", "kontaktperson, återkallat: }").replace("minst", "tom")


@pytest.fixture(scope="module")
def form_url(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The register's own form, served with its policy as a header too."""
    configuration, _ = read_configuration(ROOT / "site_config")
    assert configuration is not None
    folder = tmp_path_factory.mktemp("form")
    write_tree(form_files(configuration, None), folder / "admin")
    with served(folder) as url:
        yield url


@contextmanager
def editing(browser: Browser, url: str, height: int) -> Iterator[Editor]:
    """An editor with a browser set to English. The form draws what is in the window, which takes time."""
    context = browser.new_context(viewport={"width": 1280, "height": height}, locale="en-GB")
    context.add_init_script(f"({CHOSEN})()")
    with careful(context, stores=True) as page:
        yield Editor(page, url)
    context.close()


@pytest.fixture
def editor(browser: Browser, form_url: str) -> Iterator[Editor]:
    """With the first fields of a form in the window."""
    with editing(browser, form_url, 1500) as found:
        yield found


@pytest.fixture
def tall(browser: Browser, form_url: str) -> Iterator[Editor]:
    """With a whole form in the window."""
    with editing(browser, form_url, 9000) as found:
        yield found


def test_each_record_is_saved_with_nothing_changed_but_the_change(editor: Editor, tmp_path: Path) -> None:
    editor.begin(FIVE)
    for name in FIVE:
        editor.open(name)
        editor.write("diarienummer", "0305")
        editor.save()
    saved = editor.texts()
    before, after = values(FIVE, tmp_path / "before"), values(saved, tmp_path / "after")
    assert after == {key: one | {"diarienummer": "0305"} for key, one in before.items()}
    assert all("diarienummer: '0305'" in text for text in saved.values())
    assert "- '0305'\n" in saved[HABO]
    assert [name for name, text in FIVE.items() if text.startswith("#")], "a comment that could be lost"
    assert not [name for name, text in saved.items() if text.startswith("#")], "the handbook says they go"


def test_a_record_with_all_that_yaml_gets_wrong_is_kept(editor: Editor, tmp_path: Path) -> None:
    editor.begin({"uppsala/svar": HARD})
    editor.open("uppsala/svar")
    editor.write("namn", "Svår: post # 2")
    editor.save()
    saved = editor.texts()
    (before,) = values({"uppsala/svar": HARD}, tmp_path / "before").values()
    (after,) = values(saved, tmp_path / "after").values()
    assert after == before | {"namn": "Svår: post # 2"}
    text = saved["uppsala/svar"]
    for line in (
        "omfattar: allt",
        "belopp: 3222836",
        "'2025': 910730",
        "exempel: true",
        "telefon: '0313900616'",
    ):
        assert line in text, line


def test_half_a_consent_cannot_be_saved(tall: Editor, tmp_path: Path) -> None:
    tall.begin({"uppsala/minst": LEAST})
    tall.open("uppsala/minst")
    page, person = tall.page, tall.field("personer")
    person.get_by_role("button", name="Expandera").last.click()
    person.get_by_role("button", name="Lägg till ⁨Samtycke⁩").click()
    person.get_by_role("checkbox", name="telefon").check()
    page.get_by_role("button", name="Spara", exact=True).click()
    expect(page.get_by_text("obligatoriskt").first).to_be_visible()
    assert tall.texts()["uppsala/minst"] == LEAST
    person.get_by_role("checkbox", name="portal").check()
    tall.write("sammanfattning", "Första raden.\nAndra raden.")
    tall.save()
    (after,) = values(tall.texts(), tmp_path).values()
    assert after["sammanfattning"] == "Första raden.\nAndra raden."
    consent = {key: value for key, value in after.items() if "samtycke" in key}
    assert consent == {
        "personer[0].samtycke[0].gäller[0]": "telefon",
        "personer[0].samtycke[0].kanaler[0]": "portal",
    }


def test_an_amount_is_saved_as_it_is_written(tall: Editor, tmp_path: Path) -> None:
    tall.begin({"uppsala/minst": f"{LEAST}budget: {{sökt: 5}}\n"})
    tall.open("uppsala/minst")
    tall.field("budget").get_by_role("button", name="Expandera").first.click()
    expect(tall.field("budget.sökt").locator("input").first).to_have_value("5")
    for wrong in ("3,2", "3222836 kr"):
        tall.write("budget.sökt", wrong)
        tall.page.get_by_role("button", name="Spara", exact=True).click()
        expect(tall.page.get_by_text("Skriv bara siffror").first).to_be_visible()
    tall.field("budget.sökt").locator("input").first.fill("")
    tall.field("budget.sökt").locator("input").first.press_sequentially("3 222 836")
    tall.page.keyboard.press("Escape")
    tall.save()
    assert "sökt: 3222836\n" in tall.texts()["uppsala/minst"]
    (after,) = values(tall.texts(), tmp_path).values()
    assert after["budget.sökt"] == 3222836


def test_a_new_insats_lies_in_its_forbund_s_folder(editor: Editor, tmp_path: Path) -> None:
    editor.begin({"uppsala/minst": LEAST})
    editor.page.goto(f"{editor.url}admin/#/collections/insatser/new")
    editor.write("id", "Fel Id")
    editor.write("namn", "Över ån")
    for name in ("Samordningsförbundet i Uppsala län", "Förstudie"):
        editor.page.get_by_role("radio", name=name, exact=True).check()
    editor.field("villkor").get_by_role("radio").last.check()
    editor.page.get_by_role("button", name="Spara", exact=True).click()
    expect(editor.page.get_by_text("Skriv till exempel exempelbygden-2025-vagen-vidare.")).to_be_visible()
    editor.write("id", "uppsala-2026-over-an")
    editor.save()
    saved = editor.texts()
    assert saved["uppsala/minst"] == LEAST
    assert saved["uppsala/oever-an"] == (
        "id: uppsala-2026-over-an\nnamn: Över ån\nförbund: uppsala\nvillkor: uppsala-2024\n"
        "inriktning: förstudie\n"
    )
    values(saved, tmp_path)


def test_a_file_with_an_empty_key_is_not_opened_for_saving_it_would_lose_the_key(
    browser: Browser, form_url: str
) -> None:
    context = browser.new_context(locale="sv-SE")
    context.add_init_script(f"({CHOSEN})()")
    editor, said = Editor(context.new_page(), form_url), []
    editor.page.on("console", lambda message: said.append(message.text))
    editor.begin({"uppsala/minst": LEAST, "uppsala/tom": EMPTY})
    expect(editor.page.get_by_text("Minsta möjliga")).to_have_count(1)
    assert [text for text in said if "personer.0.återkallat är tom" in text]
    context.close()


def test_only_the_folder_is_offered_and_in_swedish(editor: Editor) -> None:
    editor.page.goto(f"{editor.url}admin/")
    buttons = editor.page.get_by_role("button")
    expect(buttons.first).to_have_text("Arbeta med lokalt repository")
    expect(buttons).to_have_count(1)
    assert editor.page.locator("meta[name=robots]").first.get_attribute("content") == "noindex, nofollow"
