"""Where a program failed, told without what it was reading."""

import pytest

from generator.words.crashes import places


def fail() -> None:
    raise KeyError("Tova Lindeby")


def test_places_without_the_errors_text() -> None:
    with pytest.raises(KeyError) as crashed:
        fail()
    found = places(crashed.value)
    assert [place.split(":")[0] for place in found] == ["test_crashes.py", "test_crashes.py", "KeyError"]
    assert found[1].endswith(" fail")
    assert "Tova" not in "".join(found)
