"""What is sought fast finds what its pattern finds in the whole text, nothing less and nothing else."""

from __future__ import annotations

import random

import pytest

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
