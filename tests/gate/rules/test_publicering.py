"""Rule 2: publication is asked for, not paused, not withdrawn, and its window is open."""

from typing import Any

import pytest

from tests import private_values as v

DAY = "2026-06-15"


@pytest.mark.parametrize(
    ("publication", "public"),
    [
        ({"läge": "publicera"}, True),
        ({"läge": "pausad"}, False),
        ({"läge": "återkallad"}, False),
        (None, False),
        ({"läge": "publicera", "från": "2026-06-14"}, True),
        ({"läge": "publicera", "från": "2026-06-15"}, True),
        ({"läge": "publicera", "från": "2026-06-16"}, False),
        ({"läge": "publicera", "från": "2026-06"}, True),
        ({"läge": "publicera", "från": "2026-07"}, False),
        ({"läge": "publicera", "från": "2026"}, True),
        ({"läge": "publicera", "till": "2026-06-14"}, False),
        ({"läge": "publicera", "till": "2026-06-15"}, True),
        ({"läge": "publicera", "till": "2026-06-16"}, True),
        ({"läge": "publicera", "till": "2026-05"}, False),
        ({"läge": "publicera", "till": "2026-06"}, True),
        ({"läge": "publicera", "från": "2026-06-15", "till": "2026-06-15"}, True),
        ({"läge": "pausad", "från": "2025-06-20", "till": "2027-01-01"}, False),
    ],
)
def test_the_window(publication: dict[str, Any] | None, public: bool) -> None:
    one = v.case(publicering=publication, day=DAY)
    assert v.is_public(one) is public
    if not public:
        assert [reason.rule for reason in v.withheld(one).reasons] == ["publicering"]
