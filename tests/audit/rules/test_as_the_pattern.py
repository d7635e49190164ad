"""What is sought fast finds what its pattern finds in the whole text, nothing less and nothing else."""

from __future__ import annotations

import random
import re

import pytest

from generator.audit.folding import fold
from generator.audit.forms import has_phone
from generator.audit.rules import identitetsnummer, okand_epost

_SIGNS = "0123456789 +-@.,/()ab#=%\u00a0\u2013e:w\n"
_WORDS = (
    "811228-9874", "19811228-9874", "8112289874", "031-390 06 15", "+46 31 390 06 15", "a@b.example",
    "info@x.y.example", "@", "-", " ", "1", "x", ".", "/", "0", "x" * 63, "y" * 64, "z" * 600,
)  # fmt: skip


@pytest.mark.parametrize("seed", range(4))
def test_the_same_is_found(seed: int) -> None:
    chance = random.Random(seed)  # noqa: S311 - no secret
    found = 0
    for number in range(5000):
        parts = _SIGNS if number % 2 else _WORDS
        text = "".join(chance.choice(parts) for _ in range(chance.randint(1, 40)))
        numbers = [match.span() for match in identitetsnummer._NUMBER.finditer(text)]
        assert [match.span() for match in identitetsnummer._numbers_in(text)] == numbers
        addresses = [(match.start(), match[0].casefold()) for match in okand_epost._AT.finditer(text)]
        assert list(okand_epost.emails_in(text)) == addresses
        found += bool(numbers) + bool(addresses)
    assert found > 500


def test_the_same_numbers_are_found() -> None:
    core = b"31390"
    spaced = b" ?".join(bytes((code,)) for code in core)
    whole = re.compile(rb"(?<![0-9])(?:(?:0 ?0 ?)?4 ?6 ?)?(?:0 ?)?" + spaced + rb"(?![0-9])")
    chance = random.Random(7)  # noqa: S311 - no secret
    found = 0
    for _ in range(20_000):
        before = "".join(chance.choice(("0", "4", "6", " ", "1", "x", "+", "46", "0046")) for _ in range(6))
        number = " ".join("31390") if chance.random() < 0.3 else chance.choice(("31390", "31 390", "3139"))
        folded = fold(before + number + chance.choice(("", " ", "0", "x", " 0", " 31390")))
        assert has_phone(core, folded) == (whole.search(folded) is not None), folded
        found += has_phone(core, folded)
    assert 2_000 < found < 18_000
