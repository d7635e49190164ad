"""Terms and förbund that could not be applied as they are written."""

import pytest

from generator.checks.config import check_forbund, check_layouts, check_terms
from generator.records.config import ForbundConfig
from generator.records.forms import FormLayout
from generator.records.terms import Terms
from generator.storage.located import Located
from generator.storage.read import read
from tests import private_values as v

GOOD = """\
id: exempelbygden-2024
förbund: exempelbygden
namn: Villkor
beslut_per: insats
personuppgifter:
  - {roller: [insatsledare, kontaktperson], fält: [namn], kanaler: [portal], grund: Klausul.}
"""


def terms(text: str) -> dict[str, Located[Terms]]:
    located, findings = read(text.encode(), Terms, "site_config/villkor/exempelbygden-2024.yml")
    assert located is not None, findings
    return {located.value.id: located}


def checked(text: str) -> list[str]:
    settings = v.settings()
    known = frozenset({"exempelbygden"})
    found = list(check_terms(terms(text), known, settings.roles, settings.never_public_roles))
    return [
        f"{finding.rule} {place} {finding.advice}"
        for finding, place in zip(found, v.places(found), strict=True)
    ]


def test_good_terms() -> None:
    assert checked(GOOD) == []


def test_an_unknown_role() -> None:
    assert checked(GOOD.replace("kontaktperson", "kontaktpersn")) == [
        "villkor-roll 6:29 fel Menade du kontaktperson?"
    ]


@pytest.mark.parametrize("role", ["undertecknare", "gäst", "deltagare"])
def test_a_role_that_is_never_public(role: str) -> None:
    assert checked(GOOD.replace("kontaktperson", role)) == [
        "villkor-roll 6:29 varning Ta bort rollen ur klausulen."
    ]


def test_an_unknown_forbund() -> None:
    assert checked(GOOD.replace("förbund: exempelbygden", "förbund: exempelbygd")) == [
        "villkor-forbund 2:10 fel Menade du exempelbygden?"
    ]


def successors(**after: str) -> list[str]:
    """The findings for a, b, c … where each names the one that took over from it."""
    found: dict[str, Located[ForbundConfig]] = {}
    for key in "abc":
        line = f"ersatt_av: {after[key]}\n" if key in after else ""
        text = f"id: {key}\nnamn: Förbundet\n{line}"
        located, wrong = read(text.encode(), ForbundConfig, f"{key}.yml")
        assert located is not None, wrong
        found[key] = located
    findings = list(check_forbund(found))
    return [
        f"{one.file} {place} {one.message}" for one, place in zip(findings, v.places(findings), strict=True)
    ]


def test_a_forbund_that_was_merged() -> None:
    assert successors() == successors(a="b") == successors(a="b", b="c") == successors(a="c", b="c") == []


def test_a_successor_that_is_not_there() -> None:
    message = "Förbundet har gått upp i ett förbund som inte finns i registret."
    assert successors(a="d") == [f"a.yml 3:12 fel {message}"]


@pytest.mark.parametrize(
    ("after", "round_about"),
    [({"a": "a"}, "a"), ({"a": "b", "b": "a"}, "ab"), ({"a": "b", "b": "c", "c": "b"}, "bc")],
)
def test_a_circle(after: dict[str, str], round_about: str) -> None:
    message = "Förbunden har gått upp i varandra, så ingen adress leder fram."
    assert successors(**after) == [f"{key}.yml 3:12 fel {message}" for key in round_about]


LAYOUT = """\
id: exempelbygden-2024
namn: Ansökan
delar:
  - {rubriker: [Mål, Målen], blir: mål}
  - {rubriker: [Personer], blir: personer, roll: styrgrupp}
"""


def layouts(text: str) -> list[str]:
    located, findings = read(text.encode(), FormLayout, "site_config/formular/exempelbygden-2024.yml")
    assert located is not None, findings
    found = list(check_layouts({located.value.id: located}, terms(GOOD), v.settings().roles))
    return [f"{finding.rule} {finding.position} {finding.advice}" for finding in found]


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("", "", []),
        ("2024\n", "2042\n", ["formular-villkor 1:5 Menade du exempelbygden-2024?"]),
        ("styrgrupp", "styrgruppen", ["formular-roll 5:50 Menade du styrgrupp?"]),
        ("[Personer]", "[MÅL]", ["formular-dubbelt 5:17 Ta bort den ena."]),
    ],
)
def test_a_layout_that_cannot_be_applied(old: str, new: str, told: list[str]) -> None:
    assert layouts(LAYOUT.replace(old, new, 1) if old else LAYOUT) == told


def test_an_unknown_key_of_a_layout_has_its_place() -> None:
    wrong = LAYOUT.replace("blir: mål}", "blir: beskrivning.syftet}")
    located, findings = read(wrong.encode(), FormLayout, "a.yml")
    assert located is None
    assert [(str(one.position), one.advice) for one in findings] == [("4:36", "Menade du beskrivning.syfte?")]
