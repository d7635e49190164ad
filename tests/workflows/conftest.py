"""The editors' repository with one proposed change, and a machine that reads it."""

from __future__ import annotations

import pytest

from tests.workflows.running import Forge, Runner

CONSENT = "kanaler: [portal], från: 2025-06-20, till: 2026-12-31"


@pytest.fixture(scope="session")
def editors(tmp_path_factory: pytest.TempPathFactory) -> Forge:
    """`andring` opens what a person has consented to, `fel` cannot be read; `main` has gone on since."""
    forge = Forge(tmp_path_factory.mktemp("forge"))
    forge.push(
        "andring",
        ("    återkallat: 2026-03-01               # or invändning: a date\n", ""),
        (CONSENT, CONSENT.replace("2026", "2099")),
        ("belopp: 3200000", "belopp: 3300000"),
    )
    forge.push("fel", ("belopp: 3200000", "belopp: mycket"))
    forge.push("main", ("Egen motivation.", "Egen vilja."))
    return forge


@pytest.fixture(scope="session")
def change(editors: Forge) -> Runner:
    """A clone at the proposed change."""
    return editors.runner("change", "origin/andring")
