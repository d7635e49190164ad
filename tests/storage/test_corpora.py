"""What others wrote to break parsers: a tree or findings, in less than a second, without a crash."""

import json
import re
import time
from pathlib import Path

import pytest
import yaml

from generator.records.record import Record
from generator.storage.read import read
from generator.storage.tree import parse

CORPORA = Path(__file__).parents[3] / "shared" / "corpora"

pytestmark = [
    pytest.mark.corpus,
    pytest.mark.skipif(not CORPORA.is_dir(), reason="the folder shared/corpora is not beside the project"),
]


def survives(data: bytes) -> bool:
    """Whether the file has a tree; fails when it has neither a tree nor a finding."""
    start = time.perf_counter()
    root, findings = parse(data, "post.yml")
    record, wrong = read(data, Record, "post.yml")
    assert time.perf_counter() - start < 1
    assert record is None
    assert wrong
    assert root is not None or findings
    return root is not None and not findings


def counts(files: list[Path]) -> tuple[int, int]:
    return len(files), sum(survives(path.read_bytes()) for path in files)


def suite_cases(path: Path) -> list[str]:
    """The suite's own notation: ␣ a space, —» a tab, ← a carriage return, ⇔ a byte order mark,
    ↵ a line break that is there anyway, ∎ no line break at the end.
    """
    cases: list[dict[str, str]] = yaml.safe_load(path.read_text("utf-8"))
    texts = [re.sub("—*»", "\t", case["yaml"]) for case in cases if "yaml" in case]
    signs = (("␣", " "), ("←", "\r"), ("⇔", "\ufeff"), ("↵", ""), ("∎\n", ""))
    for sign, meaning in signs:
        texts = [text.replace(sign, meaning) for text in texts]
    return texts


def test_the_yaml_test_suite() -> None:
    files = sorted((CORPORA / "yaml-test-suite").rglob("*.yaml"))
    cases = [text for path in files for text in suite_cases(path)]
    assert len(cases) >= 400
    trees = sum(survives(text.encode()) for text in cases)
    assert 50 < trees < len(cases)
    assert not any(survives(text.encode()) for text in cases if "&" in text and " *" in text)
    for path in files:
        survives(path.read_bytes())


def test_the_json_test_suite() -> None:
    folder = CORPORA / "jsontestsuite"
    files = [path for path in sorted(folder.rglob("*.json")) if path.parent != folder]
    total, trees = counts(files)
    assert total >= 318
    assert 0 < trees < total


def test_naughty_strings_in_every_style() -> None:
    strings: list[str] = json.loads((CORPORA / "blns" / "blns.json").read_text("utf-8"))
    assert len(strings) > 500
    for text in strings:
        for written in (text, f"namn: {text}", f"namn: |\n  {text}", f"{text}: x", f"a: [{text}]"):
            survives(written.encode("utf-8", "surrogatepass"))
        quoted = json.dumps(text, ensure_ascii=False).replace("\\/", "/")
        survives(f"namn: {quoted}".encode("utf-8", "surrogatepass"))
