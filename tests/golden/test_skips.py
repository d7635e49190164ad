"""Under CI nothing that needs Chromium or nginx is passed over in silence."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import may_skip
from tests.sites import ROOT

TESTS = """
import pytest

@pytest.mark.browser
def test_browser(): pytest.skip("Chromium saknas")

@pytest.mark.browser
@pytest.mark.skipif(True, reason="vad som helst")
def test_browser_for_another_reason(): ...

@pytest.mark.corpus
def test_corpus(): pytest.skip("../shared/corpora is not here")

@pytest.mark.corpus
@pytest.mark.skipif(True, reason="no chromium")
def test_corpus_without_chromium(): ...

@pytest.mark.browser
@pytest.mark.xfail(raises=ZeroDivisionError, strict=True)
def test_browser_expected(): 1 / 0

def test_other(): pytest.skip("Chromium behövs inte här")

@pytest.mark.browser
def test_run(): ...
"""


@pytest.mark.parametrize(
    ("marks", "reason", "allowed"),
    [
        (set(), "anything", True),
        (set(), "no Chromium", True),
        (set(), "no nginx", True),
        ({"nginx"}, "no nginx", False),
        ({"nginx"}, "anything", False),
        ({"browser", "nginx"}, "no nginx", False),
        ({"slow"}, "no Chromium", True),
        ({"browser"}, "no Chromium", False),
        ({"browser"}, "anything", False),
        ({"browser"}, "corpora absent", False),
        ({"corpus"}, "corpora absent", True),
        ({"corpus"}, "chromium absent", False),
        ({"browser", "corpus"}, "corpora absent", True),
        ({"browser", "corpus"}, "Chromium absent", False),
        ({"browser", "corpus"}, "corpora and Chromium absent", False),
        ({"browser", "corpus"}, "anything", False),
    ],
)
def test_what_may_be_skipped_under_ci(marks: set[str], reason: str, allowed: bool) -> None:
    assert may_skip(marks, reason) is allowed


@pytest.mark.parametrize(("ci", "failed", "skipped"), [("true", 3, 2), (None, 0, 5)])
def test_a_forbidden_skip_is_a_failure(tmp_path: Path, ci: str | None, failed: int, skipped: int) -> None:
    (tmp_path / "test_it.py").write_text(TESTS)
    (tmp_path / "pytest.ini").write_text("[pytest]\nmarkers =\n    browser: x\n    corpus: y\n")
    environment = {key: value for key, value in os.environ.items() if not key.startswith(("CI", "PYTEST"))}
    environment |= {"PYTHONPATH": str(ROOT)} | ({} if ci is None else {"CI": ci})
    done = subprocess.run(
        [sys.executable, "-m", "pytest", "-q", "-rfs", "-p", "tests.conftest", "-p", "no:cacheprovider"],
        cwd=tmp_path,
        env=environment,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    outcome = {word: int(number) for number, word in re.findall(r"(\d+) (\w+)", done.stdout.splitlines()[-1])}
    outcome["failed"] = outcome.get("failed", 0) + outcome.get("errors", 0)  # a mark fails in the setup
    wanted = {"failed": failed, "skipped": skipped, "passed": 1, "xfailed": 1}
    assert {word: outcome.get(word, 0) for word in wanted} == wanted, done.stdout + done.stderr
    assert done.returncode == bool(failed)
    if failed:
        assert "not to be skipped under CI: Skipped: Chromium saknas" in done.stdout
