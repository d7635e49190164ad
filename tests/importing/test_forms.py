"""The five real forms, as text, Word document and PDF, beside the records that were made of them by hand."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from functools import cache

import pytest
from rapidfuzz.distance import Indel

from generator.checks.names import Sought, find_in
from generator.importing.division import Fate
from generator.importing.headings import match
from generator.publish.judging import check, judge
from generator.publish.reading import Configuration, read_configuration
from generator.records.forms import FormLayout
from generator.storage.folders import YamlFile
from generator.storage.load import read_record
from generator.words.channels import PORTAL
from generator.words.findings import has_errors
from tests.importing.conftest import DAY, KINDS, RECORDS, Read, Reads
from tests.importing.documents import pieces
from tests.sites import ROOT

pytestmark = pytest.mark.corpus

EVERY = [pytest.param(form, kind, id=f"{form}-{kind}") for form in RECORDS for kind in KINDS]
OCR = "uppsala-2018-framsteget-ocr"
ALIKE, ALIKE_MOVED, ALIKE_OCR = 0.92, 0.9, 0.88
# What the editors of the records moved between keys, and so is compared together.
MOVED: dict[str, list[tuple[str, ...]]] = {
    "nnv-skane-2020-en-vag-in": [("bakgrund", "syfte", "metod")],
    "uppsala-2025-forstarkt-stod": [("metod", "aktiviteter")],
    "gotland-2025-jobbvagen": [("metod", "avslut")],
}
# What the editors wrote themselves, or put into an order or a wording of their own.
OWN = {
    ("gotland-2025-jobbvagen", "koppling"): "the editors' own summary",
    ("gotland-2025-jobbvagen", "resurser"): "five words, made a list",
    ("gavleborg-2024-rakna-med-mig", "tidplan"): "a table, retold with whole names of months",
    (OCR, "mål"): "a table that the scan mixed up, put in order",
    ("nnv-skane-2020-en-vag-in", "tidplan"): "a table, whose first row is the period",
}
# Rows that only say again what other rows have said, by year or in part, and noise of a scan.
UNPLACED = {"gavleborg-2024-rakna-med-mig": 6, OCR: 2, "uppsala-2025-forstarkt-stod": 7}
DOUBTS = {
    "gavleborg-2024-rakna-med-mig": {
        "import-inriktning", "import-period", "import-alder", "import-person", "import-titel",
        "import-belopp", "import-exempelrad", "import-oplacerat",
    },
    "gotland-2025-jobbvagen": {
        "import-epost", "import-titel", "import-deltagare", "import-mal", "import-period", "import-belopp",
        "import-blankett",
    },
    "nnv-skane-2020-en-vag-in": {"import-part", "import-blankett", "import-person"},
    OCR: {"import-inriktning", "import-saknas", "import-inlasning", "import-alder", "import-deltagare",
          "import-oplacerat"},
    "uppsala-2025-forstarkt-stod": {
        "import-inriktning", "import-alder", "import-deltagare", "import-blankett", "import-tkr",
        "import-summa", "import-oplacerat",
    },
}  # fmt: skip


def words(text: str) -> list[str]:
    return re.findall(r"\w+", text.casefold())


def values(value: object) -> Iterator[str]:
    if not isinstance(value, dict | list):
        yield str(value)
        return
    inside: Iterable[object] = value.values() if isinstance(value, dict) else value
    for inner in inside:
        yield from values(inner)


def texts(record: dict[str, object]) -> dict[str, str]:
    """Every running text by its key; the goals are one, with what is said about them."""
    described = record["beskrivning"]
    goals = record["mål"]
    assert isinstance(described, dict)
    assert isinstance(goals, list)
    about = {key: str(text) for key, text in described.items() if key != "mål"}
    return about | {"mål": " ".join(goal["text"] for goal in goals)}


def bag(one: list[str], other: list[str]) -> float:
    """The share of the words that both have, whatever their order."""
    return 2 * sum((Counter(one) & Counter(other)).values()) / (len(one) + len(other))


def groups(form: str, keys: Iterable[str]) -> Iterator[tuple[str, ...]]:
    together = MOVED.get(form, [])
    yield from together
    moved = {key for group in together for key in group}
    yield from ((key,) for key in sorted(keys) if key not in moved)


def persons(record: dict[str, object]) -> Counter[tuple[str, ...]]:
    listed = record.get("personer", [])
    assert isinstance(listed, list)
    told = (
        (one["namn"], one["roll"], one.get("e-post", ""), re.sub(r"\D", "", one.get("telefon", "")))
        for one in listed
    )
    return Counter(told)


@pytest.mark.parametrize(("form", "kind"), EVERY)
def test_every_section_is_found_and_says_what_the_record_says(forms: Reads, form: str, kind: str) -> None:
    read = forms(form, kind)
    ours, theirs = texts(read.record), texts(read.by_hand)
    compared = 0
    for group in groups(form, theirs):
        if any((form, key) in OWN for key in group):
            assert group[0] in ours or OWN[form, group[0]] == "the editors' own summary"
            continue
        a, b = (" ".join(side[key] for key in group if key in side) for side in (ours, theirs))
        if form == OCR:
            likeness = Indel.normalized_similarity("".join(words(a)), "".join(words(b)))
            assert likeness >= ALIKE_OCR, (group, likeness)
        else:
            # Between keys, paragraphs changed places too: there only the words are compared.
            moved = len(group) > 1
            likeness = (bag if moved else Indel.normalized_similarity)(words(a), words(b))
            assert likeness >= (ALIKE_MOVED if moved else ALIKE), (group, likeness)
        compared += 1
    assert compared >= 7
    goals, by_hand = read.record["mål"], read.by_hand["mål"]
    assert isinstance(goals, list)
    assert isinstance(by_hand, list)
    assert len(goals) >= len(by_hand) - 1  # one paragraph with two goals is one, and a doubt


@pytest.mark.parametrize(("form", "kind"), EVERY)
def test_no_block_of_the_document_is_lost(forms: Reads, form: str, kind: str) -> None:
    read = forms(form, kind)
    fates = read.draft.fates
    assert [block for block in read.document.blocks if _fate(read, block.place) is None] == []
    kept = set(words(" ".join(values(read.record)))) | {"kr", "tkr"}
    labels = {
        word
        for layout in [_layout(read.imported.terms)]
        for names in layout.labels.values()
        for name in names
        for word in words(name)
    }
    placed = [block for block, fate in fates.items() if fate in (Fate.PLACED, Fate.UNPLACED)]
    assert placed
    lost = {
        word
        for block in placed
        if block.kind != "row" or re.search("[1-9]", block.text)  # heads and empty rows of tables
        for word in words(block.text)
        if word.isalpha() and len(word) > 1 and word not in kept | labels
    }
    if kind == "pdf":  # narrow columns divide words
        whole = "".join((*words(" ".join(values(read.record))), *DIVIDED))
        lost = {word for word in lost if word not in whole}
    assert lost <= TOLD_OTHERWISE, lost


# The heads of tables of money, sums that keys tell, the kinds of goals, what was mended from a scan.
DIVIDED = ("samordningsförbundet", "egenfinansiering", "rekvrirera")
TOLD_OTHERWISE = {
    "juni", "start", "tillsammans", "ängelholm", "bo", "arbetsférmedlingen", "férsikringskassan",
    "overgripande", "mdl", "effektmal", "effektmadl", "insatsmal", "totalt",
    *words("FYLL I ENDAST FÄRGADE FÄLT År TOTAL KOSTNAD FÖR INSATSEN från SUMMA SAMORDNINGSFÖRBUNDET xx"),
    *words("Projektets löptid Egen finansiering Sökta medel Budget om sådan finns"),
}  # fmt: skip


@cache
def _configuration() -> Configuration:
    configuration, _ = read_configuration(ROOT / "site_config")
    assert configuration is not None
    return configuration


def _layout(terms: str) -> FormLayout:
    return _configuration().layouts[terms]


def _fate(read: Read, place: object) -> Fate | None:
    return next((fate for block, fate in read.draft.fates.items() if block.place == place), None)


@pytest.mark.parametrize(("form", "kind"), EVERY)
def test_the_reader_loses_no_word(forms: Reads, form: str, kind: str) -> None:
    """Against a reading of the text that shares nothing with ours; by letters, for lines divide words."""
    read = forms(form, kind)
    told = list(pieces(read.source))
    cells = [_untagged(cell) for piece in told for row in piece.rows for cell in row]
    source = Counter("".join(words(" ".join([*(piece.text for piece in told), *cells]))))
    blocks = (block.mark.removeprefix("(cid:127)") + block.text for block in read.document.blocks)
    ours = Counter("".join(words(" ".join(blocks))))
    missing, added = source - ours, ours - source
    assert sum(missing.values()) <= 3, missing  # a ligature that the PDF's font lacks
    assert sum(added.values()) <= sum(source.values()) * 0.002, added  # the numbers of a PDF's bullets


def _untagged(text: str) -> str:
    return re.sub(r"<[^>]+>", "", text)


@pytest.mark.parametrize(("form", "kind"), EVERY)
def test_every_heading_of_the_layout_is_found(forms: Reads, form: str, kind: str) -> None:
    read = forms(form, kind)
    layout = _layout(read.imported.terms)
    assert read.imported.terms == {"uppsala-2025-forstarkt-stod": "uppsala-2024"}.get(
        form, read.by_hand["villkor"]
    )
    found = {id(one.part) for block in read.document.blocks if (one := match(block, layout.parts))}
    assert [part.headings[0] for part in layout.parts if id(part) not in found] == []


@pytest.mark.parametrize(("form", "kind"), EVERY)
def test_persons_are_found_with_role_address_and_number(forms: Reads, form: str, kind: str) -> None:
    read = forms(form, kind)
    assert persons(read.record) == persons(read.by_hand)


@pytest.mark.parametrize(("form", "kind"), EVERY)
def test_period_and_money_are_the_record_s_or_said_to_be_in_doubt(forms: Reads, form: str, kind: str) -> None:
    read = forms(form, kind)
    assert read.record["period"] == read.by_hand["period"]
    ours, theirs = read.record.get("budget", {}), read.by_hand["budget"]
    assert isinstance(ours, dict)
    assert isinstance(theirs, dict)
    for key in ("sökt", "egenfinansiering", "per_år"):
        assert ours.get(key) == theirs.get(key), key
    amounts = Counter(cost["belopp"] for cost in ours.get("kostnader", []))
    expected = Counter(cost["belopp"] for cost in theirs.get("kostnader", []))
    if form == "gavleborg-2024-rakna-med-mig":  # the columns have no heads, and the editors guessed
        assert "import-belopp" in {doubt.rule for doubt in read.imported.doubts}
    else:
        assert amounts == expected
    for key in ("namn", "kommuner"):
        if form != OCR or key != "namn":
            assert read.record[key] == read.by_hand[key]
    owner, by_hand = read.record["insatsägare"], read.by_hand["insatsägare"]
    assert isinstance(owner, dict)
    assert isinstance(by_hand, dict)
    assert owner["organisation"] == by_hand["organisation"]


@pytest.mark.parametrize(("form", "kind"), EVERY)
def test_the_doubts_are_those_that_the_form_gives_cause_for(forms: Reads, form: str, kind: str) -> None:
    read = forms(form, kind)
    assert {doubt.rule for doubt in read.imported.doubts} == DOUBTS[form]
    assert len(_unplaced(read)) == UNPLACED.get(form, 0)
    sign = {"txt": ":1: varning", "docx": ":stycke ", "pdf": ":sida "}[kind]
    assert all(sign in str(doubt) for doubt in read.imported.doubts if ":1:1:" not in str(doubt))


def _unplaced(read: Read) -> list[str]:
    source = read.record["källa"]
    assert isinstance(source, dict)
    return str(source.get("oplacerat", "")).splitlines()


@pytest.mark.parametrize(("form", "kind"), EVERY)
def test_no_name_goes_into_a_text_in_silence(forms: Reads, form: str, kind: str) -> None:
    read = forms(form, kind)
    told = {doubt.rule for doubt in read.imported.doubts}
    named = list(_named(read))
    assert not named or "namn-i-text" in told, named
    written = read.imported.text or ""
    for secret in ("00000001-0000-4000", "TORESDAL", "Toresdal", "Öst Hallin", "Eva-Stina", "Sandetorp"):
        assert secret not in written
    everything = " ".join(map(str, (*read.imported.doubts, *read.imported.left_out)))
    for name, *_ in persons(read.by_hand):
        assert name not in everything


def _named(read: Read) -> Iterator[str]:
    """The keys outside `personer` whose text names somebody, by the register's own search for names."""
    sought = [Sought(n, "namn", name) for n, (name, *_) in enumerate(persons(read.by_hand))]
    for key, value in read.record.items():
        for text in values(value) if key != "personer" else ():
            if sought and any(hit.sure for hit in find_in(text, sought)):
                yield key


@pytest.mark.parametrize(("form", "kind"), EVERY)
def test_the_draft_passes_the_checks(forms: Reads, form: str, kind: str) -> None:
    imported = forms(form, kind).imported
    assert imported.text is not None
    written = YamlFile("utkast.yml", imported.slug, imported.folder, imported.text.encode())
    located, wrong = read_record(written)
    assert located is not None, wrong
    judged = judge([located], _configuration(), PORTAL, DAY)
    assert not any(subject.public for subject in judged)
    assert not has_errors(check(judged))


@pytest.mark.parametrize(("form", "kind"), EVERY)
def test_the_measurements_tell_what_is_so(forms: Reads, form: str, kind: str) -> None:
    read = forms(form, kind)
    layout = _layout(read.imported.terms)
    found = {id(one.part) for block in read.document.blocks if (one := match(block, layout.parts))}
    figures = (
        len(found),
        len(layout.parts) - len(found),
        len(texts(read.record)),
        sum(persons(read.record).values()),
        len(list(_named(read))),
        len(read.imported.doubts),
        len(_unplaced(read)),
    )
    row = f"| `{form}` | {kind} | {' | '.join(map(str, figures))} |"
    assert row in (ROOT / "docs" / "measurements.md").read_text("utf-8").splitlines()
