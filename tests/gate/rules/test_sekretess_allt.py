"""Rule 4: secrecy over the whole record, or over what the page cannot be without."""

from typing import Any

import pytest

from tests import private_values as v

SPINE = (
    "id", "namn", "förbund", "villkor", "beslut", "beslut.utfall", "beslut.instans", "publicering", "exempel",
)  # fmt: skip


def secret(covers: str | list[str]) -> list[dict[str, Any]]:
    return [{"omfattar": covers, "grund": "OSL 26 kap. 1 §"}]


@pytest.mark.parametrize("covers", ["allt", ["allt"], ["beskrivning", "allt"], *([path] for path in SPINE)])
def test_withholds_everything(covers: str | list[str]) -> None:
    one = v.case(sekretess=secret(covers))
    assert [reason.rule for reason in v.withheld(one).reasons] == ["sekretess-allt"]


@pytest.mark.parametrize(
    "path", ["beskrivning.bakgrnd", "Beskrivning", "beskrivning.bakgrund.x", "", "personer[0]", "Allt"]
)
def test_an_unknown_path_withholds_everything(path: str) -> None:
    assert not v.is_public(v.case(sekretess=secret(["beskrivning", path])))


@pytest.mark.parametrize(
    "path", ["beskrivning", "personer", "budget", "period", "beslut.belopp", "beslut.datum", "andra_namn"]
)
def test_a_known_path_leaves_the_rest(path: str) -> None:
    assert v.is_public(v.case(sekretess=secret([path])))


def test_one_of_several_entries_is_enough() -> None:
    assert not v.is_public(v.case(sekretess=[*secret(["beskrivning"]), *secret("allt")]))
