"""Words, terms and förbund must be known: the unknown publishes nothing."""

import pytest

from generator.checks.rules.kanda_ord import CHECK
from tests import private_values as v
from tests.checks.yaml_records import HEAD, with_head

CASES = {
    "all known": ("målgrupper: [unga-vuxna]\nmetoder: [ips]\nuppföljningssystem: [sus]\n", []),
    "a target group": ("målgrupper: [unga-vuxna, unga-vuxan]\n", ["9:26 fel"]),
    "a method": ("metoder: [ips, ipss]\n", ["9:16 varning"]),
    "a system": ("uppföljningssystem: [excel]\n", ["9:22 varning"]),
    "a role": ("personer:\n  - roll: insatsledare\n  - roll: insatsledaren\n", ["11:11 fel"]),
    "a party": ("samverkansparter:\n  - {organisation: Kommunen, part: komun}\n", ["10:36 varning"]),
    "an owner": ("insatsägare: {organisation: Kommunen, part: komun}\n", ["9:45 varning"]),
    "known parties": ("insatsägare: {organisation: Kommunen, part: kommun}\n", []),
}


@pytest.mark.parametrize(("text", "places"), CASES.values(), ids=CASES)
def test_words(text: str, places: list[str]) -> None:
    assert v.places(v.findings_of(CHECK, v.subject(with_head(text)))) == places


@pytest.mark.parametrize(
    ("word", "advice"),
    [("insatsledaren", "Menade du insatsledare?"), ("Insatsledare", "Menade du insatsledare?")],
)
def test_near_words(word: str, advice: str) -> None:
    (finding,) = v.findings_of(CHECK, v.subject(with_head(f"personer: [{{roll: {word}}}]\n")))
    assert finding.advice == advice


def test_a_far_word_is_not_quoted() -> None:
    (finding,) = v.findings_of(CHECK, v.subject(with_head("personer: [{roll: Xqzw Vjkp}]\n")))
    assert "Xqzw" not in str(finding)
    assert finding.advice.startswith("Välj ett ord")


def test_forbund_and_terms() -> None:
    text = HEAD.replace("förbund: exempelbygden", "förbund: exempelbygdn")
    file = "content/insatser/exempelbygdn/a.yml"
    found = v.findings_of(CHECK, v.subject(text, file=file))
    assert v.places(found) == ["3:10 fel", "4:10 fel"]
    assert found[0].advice == "Menade du exempelbygden?"
    assert v.places(v.findings_of(CHECK, v.subject(HEAD, terms=None))) == ["4:10 fel"]
    assert v.places(v.findings_of(CHECK, v.subject(HEAD, terms=v.terms(förbund="grannbygden")))) == [
        "4:10 fel"
    ]
    assert v.findings_of(CHECK, v.subject(HEAD)) == ()
