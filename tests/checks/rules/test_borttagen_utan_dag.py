"""A withdrawn record says since when it was public."""

import pytest

from generator.checks.rules.borttagen_utan_dag import CHECK
from tests import private_values as v
from tests.checks.yaml_records import HEAD


@pytest.mark.parametrize(
    ("publication", "places"),
    [
        ("{läge: återkallad}", ["8:21 varning"]),
        ("{läge: återkallad, till: 2026-01-01}", ["8:21 varning"]),
        ("{läge: återkallad, från: 2025-06-20}", []),
        ("{läge: återkallad, från: 2099-12-31}", ["8:39 varning"]),
        ("{läge: publicera, från: 2099-12-31}", []),
        ("{läge: pausad}", []),
        ("{läge: publicera}", []),
    ],
)
def test_publications(publication: str, places: list[str]) -> None:
    text = HEAD.replace("{läge: publicera}", publication)
    assert v.places(v.findings_of(CHECK, v.subject(text))) == places
