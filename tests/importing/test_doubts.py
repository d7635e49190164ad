"""Each doubt of the import: what raises it, and what is nearly the same and does not."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import get_args

import pytest

from generator.importing.document import Document
from generator.importing.draft import Doubt
from generator.importing.readers.txt import READER
from generator.publish.importing import import_document
from tests.cli.test_import import LAYOUT, SIGNED, SOUND
from tests.importing.conftest import DAY
from tests.sites import exempelbygden

MORE = """\
  - {rubriker: [Beskriv målgruppen], blir: beskrivning.målgrupp}
  - {rubriker: [Antal deltagare], blir: deltagare, på_raden: true, ett_stycke: true}
  - {rubriker: [Kostnader], blir: budget}
  - {rubriker: [Kryssa i rutan], blir: beskrivning.övrigt, tveksamt: Rutan läses inte in.}
"""
PLAIN = LAYOUT.replace("  telefon: [Telefon]\n", "  telefon: [Telefon]\n  summa: [SUMMA]\n") + MORE
OPEN = PLAIN.replace("inriktning: individinriktad\n", "")
DAMAGED = "Férs6kr&ing och I6pande st6d f6r h&lsa, "


@dataclass(frozen=True)
class Case:
    """A change of the sound form, or what stands below it."""

    old: str = ""
    new: str = ""
    more: str = ""
    layout: str = PLAIN


def costs(*rows: str) -> Case:
    return Case(more="Kostnader\n\n" + "\n".join(rows))


def answer(text: str) -> Case:
    return Case(more=f"Antal deltagare: {text}")


# Doubt → what raises it, and what does not.
CASES: dict[str, tuple[list[Case], list[Case]]] = {
    "alder": (
        [
            Case(more="Beskriv målgruppen\n\nUnga 16–24 år, och vuxna 25–64 år."),
            Case("egen coach.", "egen coach. Unga 16–24 år."),
        ],
        [Case(more="Beskriv målgruppen\n\nUnga 16–24 år."), Case("egen coach.", "egen coach i 2 år.")],
    ),
    "belopp": (
        [
            Case("900 000 kr", "900 000"), Case("900 000 kr", "ännu inte känt"),
            Case("900 000 kr", "900 000 kr, 5 kr"),
        ],
        [Case("900 000 kr", "900 tkr"), Case("900 000 kr", "900 000 kronor")],
    ),
    "blankett": (
        [Case(more="Kryssa i rutan\n\nJa")],
        [Case(more="Kryssa i rutan\n\nJa", layout=PLAIN.replace(", tveksamt: Rutan läses inte in.", ""))],
    ),
    "deltagare": ([answer("70"), answer("70 = 50 + 20"), answer("många")], [answer("70 per år")]),
    "epost": ([Case("tova.lindeby@", "eva.lindeby@")], [Case("tova.lindeby@", "tlindeby@")]),
    "exempelrad": (
        [costs("Lön\t900 000", "Exempel", "En coach\t100 000")],
        [costs("Lön\t900 000", "Ett exempel")],
    ),
    "inlasning": (
        [Case("egen coach.", DAMAGED * 4), Case("Försäkringskassan", "Férsikringskassan")],
        [Case("egen coach.", "egen coach & en handledare, caféet."), Case("Försäkringskassan", "Kassan AB")],
    ),
    "inriktning": ([Case(layout=OPEN)], [Case("Vägen hem", "Förstudie Vägen hem", layout=OPEN)]),
    "kommun": ([Case("Håbo kommun", "Stiftelsen Coach")], [Case("Håbo kommun", "Hudiksvalls kommun")]),
    "mal": (
        [Case("gjort en stegförflyttning.", "gått vidare till 50 %, och 20 % till studier.")],
        [Case("gjort en stegförflyttning.", "gått vidare till 50 %.")],
    ),
    "oplacerat": ([Case("Fyll i alla rutor", "En rad")], [Case("skicka in", "lämna in")]),
    "part": (
        [Case("Organisation: Håbo kommun", "Håbo kommun tillsammans med Arbetsförmedlingen")],
        [Case("Organisation: Håbo kommun", "Håbo kommun")],
    ),
    "period": (
        [
            Case("2026-01-01", "januari 2026"), Case("2026-01-01", "2028-01-01"),
            Case("2027-12-31", "2027-12-30"), Case("2026-01-01 – 2027-12-31", "tre år"),
            Case(" – 2027-12-31", ""),
        ],
        [Case("2027-12-31", "2027-11-30"), Case("2026-01-01", "den 1 januari 2026")],
    ),
    "person": (
        [
            Case(more="Arbetsgrupp\n\n- Gustav Ryberg, coach"),
            Case("Telefon: 031-390 06 15", "Telefon: 031-390 06 15, 031-390 06 16, växel"),
        ],
        [Case(more="Arbetsgrupp\n\n- En coach på halvtid")],
    ),
    "saknas": (
        [Case("Planerad insatstid: 2026-01-01 – 2027-12-31", ""), Case("Sökt belopp: 900 000 kr", "")],
        [Case("Samverkansparter\n\nOrganisation: Försäkringskassan", "")],
    ),
    "summa": (
        [costs("Lön\t800 000", "Hyra\t50 000"), costs("\t2026\t2027", "SUMMA\t500 000\t300 000")],
        [costs("Lön\t850 000", "Hyra\t50 000"), costs("\t2026\t2027", "SUMMA\t500 000\t400 000")],
    ),
    "titel": (
        [Case("egen coach.", "egen coach. Det kallar vi ”Vägen vidare”.")],
        [Case("egen coach.", "Det kallar vi ”Vägen hem”."), Case("egen coach.", "”Steget vidare”.")],
    ),
    "tkr": ([costs("Post\ttkr", "Lön\t900")], [costs("Post\tkr", "Lön\t900 000")]),
    "utelamnat": (
        [Case(more=SIGNED), Case("egen coach.", "egen coach.\n\n19850101-1234")], [Case(more="Slut")]
    ),
}  # fmt: skip


def test_every_doubt_has_its_cases() -> None:
    assert set(CASES) == {*get_args(Doubt), "utelamnat"}
    assert [name for name, (raised, quiet) in CASES.items() if not raised or not quiet] == []


@pytest.fixture(scope="module")
def config(tmp_path_factory: pytest.TempPathFactory) -> Path:
    place = exempelbygden(tmp_path_factory.mktemp("register"))
    (place.config / "formular").mkdir()
    return place.config


def doubts(config: Path, case: Case) -> set[str]:
    (config / "formular" / "exempelbygden-2024.yml").write_text(case.layout, "utf-8")
    assert case.old in SOUND
    text = SOUND.replace(case.old, case.new, 1) if case.old else SOUND
    document = Document("ansokan.txt", READER.read(f"{text}\n{case.more}\n".encode()))
    imported = import_document(document, config, "exempelbygden-2024", DAY)
    assert imported.text is not None
    return {one.rule.removeprefix("import-") for one in (*imported.doubts, *imported.left_out)}


def of(raised: bool) -> list[tuple[str, Case]]:
    return [(name, case) for name, both in CASES.items() for case in both[0 if raised else 1]]


@pytest.mark.parametrize(("doubt", "case"), of(raised=True))
def test_what_raises_it(config: Path, doubt: str, case: Case) -> None:
    assert doubt in doubts(config, case)


@pytest.mark.parametrize(("doubt", "case"), of(raised=False))
def test_what_is_nearly_the_same_and_does_not(config: Path, doubt: str, case: Case) -> None:
    assert doubt not in doubts(config, case)
