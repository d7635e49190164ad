"""Undocumented is untested: every rule, check, index, engine and verb has its section."""

from __future__ import annotations

import ast
import re
from pathlib import Path
from typing import get_args

import pytest
from slugify import slugify

from generator.checks.run import all_checks
from generator.cli import commands
from generator.cli.interface import Command
from generator.cli.reporting import all_reports
from generator.engines import all_engines
from generator.gate import rules
from generator.gate.interface import Rule
from generator.importing import readers
from generator.importing.draft import Doubt
from generator.importing.readers.interface import Reader
from generator.indexes import all_indexes
from generator.records.forms import TARGETS, FormLayout, FormPart, LabelKind
from generator.records.schema import KINDS
from generator.storage.fixes import MENDINGS
from generator.storage.wishes import WISHES
from generator.words.discovery import discover
from generator.words.handbook import SECTIONS, Handbook, page_about

ROOT = Path(__file__).resolve().parents[2]
HANDBOOK = ROOT / "docs" / "handbok"


def _sections(path: Path) -> dict[str, str]:
    parts = re.split(r"^#{2,3} (.+)$", path.read_text("utf-8"), flags=re.MULTILINE)
    return {title.strip().strip("`"): body for title, body in zip(parts[1::2], parts[2::2], strict=True)}


@pytest.mark.parametrize("rule", discover(rules, Rule), ids=lambda rule: rule.name)
def test_each_rule_of_the_gate_has_a_section_with_its_sentence(rule: Rule) -> None:
    assert rule.sentence in " ".join(_sections(HANDBOOK / "regler.md")[rule.name].split())


def test_no_section_describes_a_rule_that_is_gone() -> None:
    names = {rule.name for rule in discover(rules, Rule)}
    assert set(_sections(HANDBOOK / "regler.md")) == names


@pytest.mark.parametrize("check", all_checks(), ids=lambda check: check.name)
def test_each_check_has_a_section_with_its_sentence(check: object) -> None:
    sections = _sections(HANDBOOK / "kontroller.md")
    name, sentence = getattr(check, "name"), getattr(check, "sentence")  # noqa: B009
    assert sentence in " ".join(sections[name].split())


def test_no_section_describes_a_check_that_is_gone() -> None:
    names = {check.name for check in all_checks()}
    kinds = {address.partition("#")[2] for address in SECTIONS.values()}
    named = {title for title in _sections(HANDBOOK / "kontroller.md") if re.fullmatch("[a-z-]+", title)}
    assert named - kinds == names


def _codes() -> set[str]:
    """Every rule that a finding is given by name somewhere in the program."""
    found: set[str] = set()
    for path in (ROOT / "generator").rglob("*.py"):
        for call in ast.walk(ast.parse(path.read_text("utf-8"))):
            if not isinstance(call, ast.Call):
                continue
            name = getattr(call.func, "id", getattr(call.func, "attr", ""))
            said = [one.value for one in call.args[:4] if isinstance(one, ast.Constant)]
            words = [
                text for text in said if isinstance(text, str) and re.fullmatch("[a-z]+(-[a-z]+)*", text)
            ]
            if name in {"Finding", "finding", "_Cause", "Stray"}:
                found.update(words)
            elif name == "doubt":
                found.update(f"import-{word}" for word in words)
    return found


def _anchors(file: Path) -> set[str]:
    """As a Git server makes them of the headings."""
    return {re.sub(r"[^\w -]", "", title.lower()).replace(" ", "-") for title in _sections(file)}


def test_each_finding_links_to_a_section_or_a_page_that_is_there() -> None:
    codes = _codes()
    assert {"fil-saknas", "motor", "schema-gammalt", "formular-villkor", "yaml-tabb", "import-tkr"} <= codes
    for rule in sorted({*SECTIONS, *codes, *(check.name for check in all_checks())}):
        file, _, anchor = Handbook("").link(rule).lstrip("/").partition("#")
        assert (HANDBOOK / file).is_file(), rule
        assert not anchor or anchor in _anchors(HANDBOOK / file), rule
        page = page_about(rule)
        if file.startswith("../"):
            assert page is None
        else:
            assert page == f"{file.removesuffix('.md')}/{anchor and '#'}{slugify(anchor)}"


def test_each_format_of_findings_is_described() -> None:
    text = (HANDBOOK / "kontroller.md").read_text("utf-8")
    assert all(f"`--format {name}`" in text for name in all_reports())


def test_each_index_engine_and_verb_is_described() -> None:
    pages = _sections(HANDBOOK / "sidor.md")
    assert {index.name for index in all_indexes()} <= set(pages)
    architecture = (ROOT / "docs" / "ARCHITECTURE.md").read_text("utf-8")
    assert all(f"`{engine.name}`" in architecture for engine in all_engines())
    readme = (ROOT / "README.md").read_text("utf-8")
    assert all(f"`insats {command.name}`" in readme for command in discover(commands, Command))


def test_the_handbook_s_index_leads_to_each_of_its_pages_once() -> None:
    listed = re.findall(
        r"^- \[[^\]]+\]\(([\w-]+\.md)\)", (HANDBOOK / "README.md").read_text("utf-8"), re.MULTILINE
    )
    assert sorted(listed) == sorted(path.name for path in HANDBOOK.glob("*.md") if path.name != "README.md")


def test_each_picture_of_the_handbook_is_shown_described_and_made_by_the_script() -> None:
    text = "".join(path.read_text("utf-8") for path in HANDBOOK.glob("*.md"))
    shown = dict(re.findall(r"!\[([^\]]*)\]\(bilder/([\w-]+)\.webp\)", text))
    names = {path.stem for path in (HANDBOOK / "bilder").iterdir()}
    assert names == set(shown.values())
    assert all(len(words.split()) > 2 for words in shown), "what the picture shows, in words"
    script = (ROOT / "bench/draw_handbook.py").read_text("utf-8")
    assert names == set(re.findall(r'taken\(page, "([\w-]+)"', script))


def test_what_helps_editors_is_described() -> None:
    page = (HANDBOOK / "redigeraren.md").read_text("utf-8")
    rules = {"bom", "radslut", "indrag", *(mending.name for mending in MENDINGS)}
    words = {*rules, *KINDS, "schema-gammalt", *(wish.option for wish in WISHES)}
    words |= {"--content", "--config", "--write", "--check", "--format json"}
    assert [word for word in sorted(words) if f"`{word}" not in page and f" {word}" not in page] == []


def test_a_rule_is_called_the_same_everywhere() -> None:
    for rule in discover(rules, Rule):
        assert (ROOT / "generator/gate/rules" / f"{rule.name.replace('-', '_')}.py").is_file()
    for check in all_checks():
        assert (ROOT / "generator/checks/rules" / f"{check.name.replace('-', '_')}.py").is_file()


def test_each_doubt_of_the_import_and_each_key_of_a_layout_is_described() -> None:
    text = (HANDBOOK / "importera.md").read_text("utf-8")
    suffixes = [suffix for reader in discover(readers, Reader) for suffix in reader.suffixes]
    assert [suffix for suffix in suffixes if f"`{suffix}`" not in text] == []
    told = set(re.findall(r"^\| `import-([a-z]+)`", text, re.MULTILINE))
    assert told == {*get_args(Doubt), "utelamnat"}
    fields = {**FormLayout.model_fields, **FormPart.model_fields}.values()
    keys = {field.alias for field in fields if field.alias is not None} - {"id", "namn"}
    targets = {target for target in TARGETS if not target.startswith("beskrivning.")}
    labels = get_args(LabelKind)
    assert [word for word in sorted({*keys, *targets, *labels}) if f"`{word}`" not in text] == []
