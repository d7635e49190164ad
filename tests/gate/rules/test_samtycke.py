"""Rule 5: the person's own consent opens a datum, in the channels and the time it names."""

from typing import Any

import pytest

from generator.words.channels import PORTAL, Channel
from tests import private_values as v


@pytest.mark.parametrize("field", v.FIELDS)
@pytest.mark.parametrize(("name", "channel"), list(zip(v.CHANNEL_NAMES, v.CHANNELS, strict=True)))
def test_one_field_in_one_channel(field: str, name: str, channel: Channel) -> None:
    persons = [v.person(samtycke=[v.consent(gäller=[field], kanaler=[name])])]
    for other in v.CHANNELS:
        expected = {field} if other == channel else set()
        assert set(v.shown(v.case(personer=persons, channel=other))) == expected


def test_two_consents_do_not_mix() -> None:
    consents = [
        v.consent(gäller=["namn"], kanaler=["portal"]),
        v.consent(gäller=["telefon"], kanaler=["öppna-data"]),
    ]
    persons = [v.person(samtycke=consents)]
    assert set(v.shown(v.case(personer=persons, channel=PORTAL))) == {"namn"}
    assert set(v.shown(v.case(personer=persons, channel=v.OPEN_DATA))) == {"telefon"}


def test_a_consent_is_the_persons_own() -> None:
    other = v.person(namn="Gustav Ryberg", **{"e-post": "g.ryberg@x.example", "telefon": "031-390 06 16"})
    insats = v.opened(v.case(personer=[v.person(samtycke=[v.consent()]), other]))
    assert [person.name for person in insats.persons] == ["Tova Lindeby"]


def test_a_consent_opens_any_known_role() -> None:
    assert v.shown(v.case(personer=[v.person(roll="styrgrupp", samtycke=[v.consent()])]))


@pytest.mark.parametrize(
    "changes",
    [{}, {"beskrivning": {"samtycke": "Deltagarna samtycker."}}, {"personer": [v.person(samtycke=[])]}],
    ids=["none is written", "the participants'", "an empty list"],
)
def test_what_permits_nothing(changes: dict[str, Any]) -> None:
    assert v.shown(v.case(**{"personer": [v.person()], **changes})) == {}


def test_the_verdict_names_the_entry() -> None:
    persons = [v.person(samtycke=[v.consent(källa="mejl 2025-06-18", till="2026-12-31")])]
    verdict = v.verdicts(v.case(personer=persons))["personer[0].namn"]
    assert verdict.public
    assert verdict.reason.rule == "samtycke"
    assert verdict.reason.entry == ("personer", 0, "samtycke", 0)
    assert "mejl" not in verdict.reason.text  # an editor may have written whose mail it was
    assert str(verdict.until) == "2026-12-31"
    assert verdict.clause is None
