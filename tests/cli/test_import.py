"""`insats import`: a form of the invented förbund, as an editor would run it."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest
import yaml

from tests.cli.test_commands import Run, run
from tests.importing.documents import pdf, word
from tests.sites import Place

__all__ = ["run"]

LAYOUT = """\
id: exempelbygden-2024
namn: Ansökan till Samordningsförbundet Exempelbygden
inriktning: individinriktad
etiketter:
  organisation: [Organisation]
  kontaktperson: [Kontaktperson]
  e-post: [E-post]
  telefon: [Telefon]
hjälptext: [Fyll i alla rutor]
delar:
  - {rubriker: [Insatsens namn], blir: namn, ett_stycke: true}
  - {rubriker: [Insatsägare], blir: insatsägare}
  - {rubriker: [Samverkansparter], blir: samverkansparter}
  - {rubriker: [Beskriv insatsens bakgrund, Bakgrund och behov], blir: beskrivning.bakgrund}
  - {rubriker: [Beskriv metoden], blir: beskrivning.metod}
  - {rubriker: [Arbetsgrupp], blir: beskrivning.organisation, roll: arbetsgrupp}
  - {rubriker: [Beskriv målen], blir: mål}
  - {rubriker: [Planerad insatstid], blir: period, på_raden: true, ett_stycke: true}
  - {rubriker: [Sökt belopp], blir: budget.sökt, på_raden: true, ett_stycke: true}
  - {rubriker: [Underskrift av behörig], blir: underskrifter}
"""
SOUND = """\
Fyll i alla rutor och skicka in ansökan.

Insatsens namn

Vägen hem

Insatsägare

Organisation: Håbo kommun

Kontaktperson: Tova Lindeby

E-post: tova.lindeby@habo.example

Telefon: 031-390 06 15

Samverkansparter

Organisation: Försäkringskassan

Beskriv insatsens bakgrund

Många i kommunen har länge stått utan arbete.

Beskriv metoden

Varje deltagare får en egen coach.

Beskriv målen

- Deltagarna ska ha gjort en stegförflyttning.

Planerad insatstid: 2026-01-01 – 2027-12-31

Sökt belopp: 900 000 kr
"""
ANSOKAN = "ansokan.txt"


@pytest.fixture
def form(place: Place) -> Path:
    """The sound form; its layout is a file like any other."""
    (place.config / "formular").mkdir()
    (place.config / "formular" / "exempelbygden-2024.yml").write_text(LAYOUT, "utf-8")
    path = place.folder / ANSOKAN
    path.write_text(SOUND, "utf-8")
    return path


def draft(place: Place, slug: str = "vagen-hem") -> dict[str, object]:
    text = place.record(f"exempelbygden/{slug}").read_text("utf-8")
    loaded: dict[str, object] = yaml.load(text, yaml.BaseLoader)  # noqa: S506 - text only
    return loaded


@pytest.mark.usefixtures("form")
def test_a_sound_form_is_a_paused_record_without_doubts(place: Place, run: Run) -> None:
    code, out, err = run("import", ANSOKAN)
    assert (code, out) == (0, "")
    assert err == (
        "Blanketten liknar mest exempelbygden-2024. Utkastet är skrivet till "
        "content/insatser/exempelbygden/vagen-hem.yml.\n"
        "Av dokumentets stycken är 1 blankettens egen text, och inte med.\n"
        "Inget är tveksamt.\n"
        "Sidan som den skulle bli: insats serve, och Visa utkast överst på sidan.\n"
        "Ansökan ligger i projektets mapp. Flytta den: den ska inte hamna i Git.\n"
        "Skrev också hjälp till redigeraren i mappen schema.\n"
    )
    assert draft(place) == {
        "id": "exempelbygden-2026-vagen-hem",
        "namn": "Vägen hem",
        "förbund": "exempelbygden",
        "villkor": "exempelbygden-2024",
        "inriktning": "individinriktad",
        "publicering": {"läge": "pausad"},
        "period": {"start": "2026-01-01", "slut": "2027-12-31"},
        "insatsägare": {"organisation": "Håbo kommun", "part": "kommun"},
        "samverkansparter": [{"organisation": "Försäkringskassan"}],
        "kommuner": ["0305"],
        "beskrivning": {
            "bakgrund": "Många i kommunen har länge stått utan arbete.\n",
            "metod": "Varje deltagare får en egen coach.\n",
        },
        "mål": [
            {"typ": "mål", "text": "Deltagarna ska ha gjort en stegförflyttning.", "utfall": "ej redovisat"}
        ],
        "budget": {"sökt": "900000"},
        "personer": [
            {
                "namn": "Tova Lindeby",
                "roll": "kontaktperson",
                "organisation": "Håbo kommun",
                "e-post": "tova.lindeby@habo.example",
                "telefon": "031-390 06 15",
            }
        ],
        "källa": {"dokument": "Ansökan till Samordningsförbundet Exempelbygden"},
    }


@pytest.mark.usefixtures("form")
@pytest.mark.parametrize("out", [None, "utkast.yml", "en/mapp/till/utkast.yml", "../annan.yml"])
def test_its_first_line_leads_to_the_schema_wherever_it_is_written(
    place: Place, run: Run, out: str | None
) -> None:
    path = place.record("exempelbygden/vagen-hem") if out is None else place.folder / out
    path.unlink(missing_ok=True)
    assert run("import", ANSOKAN, *([] if out is None else ["--out", out]))[0] == 0
    first, second, *_ = path.read_text("utf-8").split("\n")
    before, _, way = first.partition("$schema=")
    assert before == "# yaml-language-server: "
    assert (path.parent / way).samefile(place.folder / "schema" / "insats.json")
    assert second.startswith("# Utkast ur ansokan.txt")
    assert "Skrev också" not in run("import", ANSOKAN, "--out", "en-till.yml")[2]


@pytest.mark.usefixtures("form")
def test_the_draft_passes_the_check_and_is_not_shown(place: Place, run: Run) -> None:
    assert run("import", ANSOKAN)[0] == 0
    code, out, _ = run("check")
    assert code == 0
    assert [line for line in out.splitlines() if "vagen-hem" in line and ": fel:" in line] == []
    assert run("build", "--date", "2026-11-23")[0] == 0
    assert not list((place.folder / "build").rglob("*vagen-hem*"))


@pytest.mark.usefixtures("form")
@pytest.mark.parametrize(("kind", "make"), [("docx", word), ("pdf", pdf)])
def test_word_and_pdf_give_the_same_record(
    place: Place, run: Run, kind: str, make: Callable[[str], bytes]
) -> None:
    (place.folder / f"ansokan.{kind}").write_bytes(make(SOUND))
    assert run("import", ANSOKAN, "--out", "a.yml")[0] == 0
    assert run("import", f"ansokan.{kind}", "--out", "b.yml")[0] == 0
    a, b = ((place.folder / name).read_text("utf-8") for name in ("a.yml", "b.yml"))
    assert a.replace("ansokan.txt", "") == b.replace(f"ansokan.{kind}", "")


@pytest.mark.usefixtures("form")
def test_a_file_that_exists_is_never_overwritten(place: Place, run: Run) -> None:
    assert run("import", ANSOKAN)[0] == 0
    path = place.record("exempelbygden/vagen-hem")
    path.write_text("mitt eget", "utf-8")
    code, out, err = run("import", ANSOKAN)
    assert (code, out) == (2, "")
    assert err == (
        "Det finns redan en fil content/insatser/exempelbygden/vagen-hem.yml. Inget är skrivet. "
        "Välj en annan fil med --out, eller ta bort den som finns.\n"
    )
    assert path.read_text("utf-8") == "mitt eget"
    assert [one.name for one in path.parent.iterdir() if one.name.startswith(".")] == []


def test_a_name_in_a_text_is_told_where_it_stands_and_not_quoted(place: Place, run: Run, form: Path) -> None:
    named = SOUND.replace(
        "får en egen coach.", "får en egen coach.\n\nRing Lindebys kollega, eller skriv till Tova."
    )
    form.write_text(named, "utf-8")
    code, out, _ = run("import", ANSOKAN)
    assert code == 1
    line = named[: named.index("Ring Lindebys")].count("\n") + 1
    said = (
        f"{ANSOKAN}:{line}:1: varning: Texten nämner en person som inte får synas (person 1 i posten, "
        "kontaktperson). Skriv rollen i stället för namnet, e-postadressen eller numret. [namn-i-text]"
    )
    assert [told for told in out.splitlines() if "namn-i-text" in told] == [said]
    assert "Lindeby" not in out
    written = place.record("exempelbygden/vagen-hem").read_text("utf-8")
    assert f"# Tveksamt ({line}:1): Texten nämner en person som inte får synas" in written


def test_somebody_the_record_does_not_list_is_told_too(run: Run, form: Path) -> None:
    form.write_text(SOUND.replace("en egen coach.", "en egen coach, Anna Berg."), "utf-8")
    code, out, _ = run("import", ANSOKAN)
    assert (code, "fornamn-i-text" in out, "Anna" in out) == (1, True, False)


def test_listed_names_go_to_persons_and_out_of_the_text(place: Place, run: Run, form: Path) -> None:
    listed = (
        "Arbetsgrupp\n\n- Gustav Ryberg, coach, 100 %, Jobbcentrum\n- En samordnare, 50 %\n\nBeskriv målen"
    )
    form.write_text(SOUND.replace("Beskriv målen", listed), "utf-8")
    code, out, _ = run("import", ANSOKAN)
    assert (code, "import-person" in out, "Ryberg" in out) == (1, True, False)
    record = draft(place)
    persons, described = record["personer"], record["beskrivning"]
    assert isinstance(persons, list)
    assert isinstance(described, dict)
    assert persons[-1] == {
        "namn": "Gustav Ryberg", "roll": "arbetsgrupp", "titel": "coach", "organisation": "Jobbcentrum",
    }  # fmt: skip
    assert described["organisation"] == "- Coach, 100 %, Jobbcentrum\n- En samordnare, 50 %\n"


SIGNED = """
Underskrift av behörig

Karin Toresdal, förvaltningschef

BankID 00000001-0000-4000-8000-000000000001

19850101-1234
"""


def test_signatures_and_identity_numbers_are_left_out_and_said_to_be(
    place: Place, run: Run, form: Path
) -> None:
    form.write_text(SOUND + SIGNED, "utf-8")
    code, out, _ = run("import", ANSOKAN)
    assert code == 0  # nothing is in doubt
    written = place.record("exempelbygden/vagen-hem").read_text("utf-8")
    for secret in ("Toresdal", "00000001", "19850101"):
        assert secret not in written
        assert secret not in out
    first = SOUND.count("\n") + 2
    signed = f"Underskrifter är utelämnade ({first}:1–{first + 2}:1)."
    numbered = "En rad med personnummer eller BankID-nummer är utelämnad."
    assert out.splitlines() == [
        f"{ANSOKAN}:{line}:1: varning: {what} Inget av det står i utkastet. [import-utelamnat]"
        for line, what in ((first, signed), (first + 4, numbered), (first + 6, numbered))
    ]


def test_a_signatory_who_is_named_in_a_text_is_told(run: Run, form: Path) -> None:
    named = SOUND.replace("en egen coach.", "en egen coach. Toresdal har ansvaret.")
    form.write_text(named + SIGNED, "utf-8")
    code, out, _ = run("import", ANSOKAN)
    assert (code, "har skrivit under ansökan" in out, "Toresdal" in out) == (1, True, False)


def test_what_has_no_place_is_kept(place: Place, run: Run, form: Path) -> None:
    before, after = "En rad före alla rubriker.", "Och en efter svaret på den sista."
    form.write_text(f"{before}\n\n{SOUND}\n{after}\n", "utf-8")
    code, out, _ = run("import", ANSOKAN)
    assert (code, "import-oplacerat" in out) == (1, True)
    source = draft(place)["källa"]
    assert isinstance(source, dict)
    assert source["oplacerat"] == f"{before}\n{after}\n"


def test_the_answer_as_json(run: Run, form: Path) -> None:
    form.write_text(SOUND.replace("2026-01-01 – 2027-12-31", "mars 2026 – 2025-12-31") + SIGNED, "utf-8")
    code, out, _ = run("import", ANSOKAN, "--format", "json")
    assert code == 1
    answer = json.loads(out)
    assert answer["fil"] == "content/insatser/exempelbygden/vagen-hem.yml"
    assert answer["formulär"] == "exempelbygden-2024"
    assert [one["regel"] for one in answer["anmärkningar"]] == ["import-period", "import-period"]
    assert answer["anmärkningar"][0]["rad"] == SOUND[: SOUND.index("Planerad insatstid")].count("\n") + 1
    assert len(answer["utelämnat"]) == 3
    assert answer["blankettens_egna_stycken"] == 1


@pytest.mark.usefixtures("form")
def test_words_that_were_found_and_doubts_are_kept_for_the_form(place: Place, run: Run) -> None:
    """A comment beside the key is lost where the form saves."""
    text = SOUND.replace("en egen coach.", "en egen coach. Vi använder tjänstedesign.")
    (place.folder / "annan.txt").write_text(text.replace("900 000 kr", "900 000"), "utf-8")
    assert run("import", "annan.txt")[0] == 1
    written = draft(place)
    assert written["metoder"] == ["tjänstedesign"]
    source = written["källa"]
    assert isinstance(source, dict)
    line = text.splitlines().index("Sökt belopp: 900 000 kr") + 1
    told = "Enheten saknas. Beloppet är läst som hela kronor. Se efter att det inte är tkr."
    assert source["tveksamt"] == [
        f"budget.sökt ({line}:1): {told}",
        "metoder: Orden är funna i texten. Ta bort dem som inte gäller, och lägg till.",
    ]


@pytest.mark.usefixtures("form")
def test_a_doubt_about_a_word_document_names_the_paragraph(place: Place, run: Run) -> None:
    doubtful = word(SOUND.replace("900 000 kr", "900 000"))
    (place.folder / "ansokan.docx").write_bytes(doubtful)
    code, out, _ = run("import", "ansokan.docx")
    assert code == 1
    assert out == (
        "ansokan.docx:stycke 18, under ”Sökt belopp”: varning: Enheten saknas. "
        "Beloppet är läst som hela kronor. Se efter att det inte är tkr. [import-belopp]\n"
    )
    assert run("import", "ansokan.docx", "--out", "annan.yml", "--format", "json")[1].count("stycke 18") == 1


@pytest.mark.usefixtures("form")
@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("saknas.txt",), "Filen saknas.txt finns inte."),
        ((ANSOKAN, "--terms", "exempelbygden-2042"), "Menade du exempelbygden-2024?"),
        (("bild.png",), "Den sortens fil går inte att läsa. Välj .docx, .pdf, .txt eller .md."),
        (("trasig.docx",), "trasig.docx: Filen går inte att läsa som ett Word-dokument."),
        (("trasig.pdf",), "trasig.pdf: Filen går inte att läsa som PDF."),
        (("annat.txt",), "Dokumentet liknar ingen känd blankett."),
        (("stycken.txt",), "stycken.txt: Dokumentet är längre än någon ansökan."),
        (("ord.txt",), "ord.txt: Dokumentet är längre än någon ansökan."),
    ],
)
def test_wrong_use_writes_nothing(place: Place, run: Run, arguments: tuple[str, ...], said: str) -> None:
    for name in ("bild.png", "trasig.docx", "trasig.pdf"):
        (place.folder / name).write_bytes(b"inte vad det ser ut som")
    (place.folder / "annat.txt").write_text("Protokoll från ett möte.\n", "utf-8")
    (place.folder / "stycken.txt").write_text(SOUND + "Ett till.\n\n" * 10_001, "utf-8")
    (place.folder / "ord.txt").write_text(SOUND + "ord " * 500_001, "utf-8")
    before = sorted(place.content.rglob("*"))
    code, out, err = run("import", *arguments)
    assert (code, out) == (2, "")
    assert said in err
    assert sorted(place.content.rglob("*")) == before


@pytest.mark.usefixtures("form")
def test_a_broken_configuration_is_told_and_nothing_is_written(place: Place, run: Run) -> None:
    layout = place.config / "formular" / "exempelbygden-2024.yml"
    layout.write_text(LAYOUT.replace("blir: mål}", "blir: målen}"), "utf-8")
    code, _, err = run("import", ANSOKAN)
    assert code == 1
    assert "site_config/formular/exempelbygden-2024.yml:17:39: fel: Dit går det inte att läsa in" in err
    assert "Menade du mål?" in err
    assert not place.record("exempelbygden/vagen-hem").exists()


def test_a_form_version_is_a_new_file(place: Place, run: Run, form: Path) -> None:
    """And the one that fits best is chosen, and said to be."""
    newer = LAYOUT.replace("exempelbygden-2024", "exempelbygden-2018").replace(
        "Beskriv metoden", "Arbetssätt"
    )
    (place.config / "formular" / "exempelbygden-2018.yml").write_text(newer, "utf-8")
    form.write_text(SOUND.replace("Beskriv metoden", "Arbetssätt"), "utf-8")
    code, out, err = run("import", ANSOKAN)
    assert "Blanketten liknar mest exempelbygden-2018." in err
    assert (code, "import-blankett" in out) == (0, False)
    code, _, err = run("import", ANSOKAN, "--terms", "exempelbygden-2024", "--out", "b.yml")
    assert err.startswith("Blankett: exempelbygden-2024.")
    assert "Arbetssätt" in (place.folder / "b.yml").read_text("utf-8")  # a line of the section before
