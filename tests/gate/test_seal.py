"""Nothing public can be made outside the gate."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from generator.public.insats import PublicInsats, PublicPerson, Tombstone
from generator.public.seal import Seal, claim_seal, require_seal
from tests import private_values as v


def test_the_seal_is_claimed_once() -> None:
    with pytest.raises(PermissionError):
        claim_seal()


@pytest.mark.parametrize("claim", [None, object(), "seal", True])
def test_a_seal_cannot_be_forged(claim: object) -> None:
    with pytest.raises(PermissionError):
        Seal(claim)
    with pytest.raises(PermissionError):
        require_seal(claim)


PERSON = v.opened(v.case(personer=[v.person(samtycke=[v.consent()])])).persons[0]
INSATS = v.opened(v.case())
MAKERS: dict[str, Callable[..., object]] = {
    "person": lambda seal: PublicPerson("Coach", "Tova", None, None, None, None, (), seal),
    "insats": lambda seal: PublicInsats(**vars(INSATS), seal=seal),
    "tombstone": lambda seal: Tombstone("insatser/a/b/", seal),
}


@pytest.mark.parametrize("make", MAKERS.values(), ids=MAKERS)
@pytest.mark.parametrize("seal", [None, object(), True, Seal])
def test_nothing_public_without_the_seal(make: Callable[..., object], seal: object) -> None:
    with pytest.raises(PermissionError):
        make(seal)


def test_nothing_public_without_naming_a_seal() -> None:
    with pytest.raises(TypeError):
        Tombstone("insatser/a/b/")  # type: ignore[call-arg]


def test_nothing_public_is_changed_without_the_seal() -> None:
    with pytest.raises(ValueError, match="seal"):
        replace(INSATS, name="Ett annat namn")  # type: ignore[call-arg]
    with pytest.raises(ValueError, match="seal"):
        replace(PERSON, name="Ett annat namn")  # type: ignore[call-arg]
    with pytest.raises(AttributeError):
        PERSON.name = "Ett annat namn"  # type: ignore[misc]


def test_the_seal_is_not_in_what_it_made() -> None:
    assert "seal" not in repr(INSATS) + repr(PERSON)
    assert not any(isinstance(value, Seal) for value in vars(INSATS).values())
