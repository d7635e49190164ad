"""Each check of the site is described in the handbook, with its sentence, and lies in a file of its name."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.audit.interface import SiteCheck
from generator.audit.scan import site_checks

ROOT = Path(__file__).parents[2]
PAGE = " ".join((ROOT / "docs/handbok/granskning.md").read_text("utf-8").split())


@pytest.mark.parametrize("check", site_checks(), ids=lambda check: check.name)
def test_each_check_is_described(check: SiteCheck) -> None:
    assert check.sentence.rstrip(".") in PAGE
    assert f"### {check.name} " in PAGE
    assert (ROOT / "generator/audit/rules" / f"{check.name.replace('-', '_')}.py").is_file()
