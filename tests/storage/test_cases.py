"""Every refusal, as data: the files say what is expected of them, with `# väntat: line:column rule words`."""

import json
import re
from pathlib import Path

import pytest

from generator.records.record import Record
from generator.storage.nodes import plain
from generator.storage.read import read
from generator.storage.tree import parse
from generator.words.findings import Finding, in_order

CASES = Path(__file__).parent / "cases"
EXPECTED = re.compile(r"^# väntat: (\d+):(\d+) (\S+) ?(.*)$", re.MULTILINE)


def files(folder: str) -> list[Path]:
    return sorted((CASES / folder).glob("*.yml"))


def stem(path: Path) -> str:
    return path.stem


def check(path: Path, findings: tuple[Finding, ...]) -> None:
    expected = EXPECTED.findall(path.read_text("utf-8"))
    found = [(str(f.position.line), str(f.position.column), f.rule) for f in findings]
    assert found == [tuple(one[:3]) for one in expected]
    for finding, (*_, words) in zip(findings, expected, strict=True):
        assert words in f"{finding.message} {finding.advice}"
        assert finding.file == "post.yml"
        assert finding.message.endswith(".")
        assert finding.advice.endswith((".", "?", "''."))
    assert not [f for f in findings if "kanarie" in str(f).casefold()]


@pytest.mark.parametrize("path", files("yaml"), ids=stem)
def test_yaml_is_refused_at_its_place_without_a_quotation(path: Path) -> None:
    data = path.read_bytes()
    assert b"KANARIE" in data
    check(path, in_order(parse(data, "post.yml")[1]))


@pytest.mark.parametrize("path", files("record"), ids=stem)
def test_a_record_is_refused_at_its_place_without_a_quotation(path: Path) -> None:
    located, findings = read(path.read_bytes(), Record, "post.yml")
    assert located is None
    check(path, findings)


@pytest.mark.parametrize("path", files("valid"), ids=stem)
def test_valid_yaml_is_text_as_it_was_written(path: Path) -> None:
    root, findings = parse(path.read_bytes(), "post.yml")
    assert findings == ()
    assert root is not None
    assert plain(root) == json.loads(path.with_suffix(".json").read_text("utf-8"))


def test_each_case_is_named_after_a_rule_that_it_expects() -> None:
    for folder in ("yaml", "record"):
        for path in (CASES / folder).glob("*_*.yml"):
            if path.stem == "many_at_once":
                continue
            rules = {rule for *_, rule, _ in EXPECTED.findall(path.read_text("utf-8"))}
            assert path.stem.partition("_")[0] in rules, path
