"""Chance for one generated record: canaries, amounts, dates. The same seed and number, the same record."""

from __future__ import annotations

import datetime as dt
import hashlib
import random
from collections.abc import Sequence

from tests.proof.oracle_dates import first_day, last_day
from tests.proof.versions import DAYS, Values


class Chance:
    """`canaries` maps each unique value that was made to its place in the record.

    With `sound` nothing is made that the checks would refuse. Shares are of ten.
    """

    def __init__(self, seed: int, number: int, *, sound: bool) -> None:
        self._random = random.Random(f"{seed}/{number}")  # noqa: S311 - reproducible, not secret
        self._name = f"{seed}/{number}"
        self.sound = sound
        self.canaries: dict[str, str] = {}

    def canary(self, path: str) -> str:
        """A word that stands nowhere else, however far two of them are compared."""
        digest = hashlib.blake2b(f"{self._name}/{path}".encode(), digest_size=14).digest()
        token = "Kanarie" + "".join(chr(ord("a") + byte % 26) for byte in digest)
        self.canaries[token] = path
        return token

    def amount(self, path: str) -> str:
        """Nine digits, grouped in one of the ways that people group them."""
        value = self._random.randrange(10**8, 10**9)
        self.canaries[str(value)] = path
        grouped = f"{value:,}"
        return self.one([str(value), *(grouped.replace(",", between) for between in " \u00a0_")])

    def often(self, share: float) -> bool:
        return self._random.random() < share / 10

    def count(self, *shares: int) -> int:
        """0, 1, 2 …, as often as the shares say."""
        return self._random.choices(range(len(shares)), shares)[0]

    def one(self, words: Sequence[str]) -> str:
        return self._random.choice(words)

    def take(self, words: list[str]) -> str:
        """One of the words, which is then gone."""
        return words.pop(self._random.randrange(len(words)))

    def some(self, words: Sequence[str], least: int = 0, most: int | None = None) -> list[str]:
        most = len(words) if most is None else min(most, len(words))
        return self._random.sample(words, self._random.randint(least, most))

    def date(self, first: int = 2024, last: int = 2028) -> str:
        """Half of them on or beside a build's day, so that every edge is met; a day, a month or a year."""
        if self.often(5):
            near = [day for day in DAYS if first <= day.year <= last]
            day = self._random.choice(near) + dt.timedelta(days=self._random.choice((-1, 0, 0, 1)))
        else:
            day = dt.date(first, 1, 1) + dt.timedelta(days=self._random.randrange(365 * (last - first + 1)))
        return day.isoformat()[: self._random.choice((10, 10, 10, 10, 7, 7, 4))]

    def span(self, *, yearly: bool = False) -> Values:
        start = self.date(2024, 2027)
        if yearly and self.often(8):
            year = start[:4]
            return (
                {"start": year, "slut": year}
                if self.often(5)
                else {"start": f"{year}-02", "slut": f"{year}-12"}
            )
        span = {"start": start, "slut": self.date(int(start[:4]), 2029)}
        if last_day(span["slut"]) < first_day(start) and (self.sound or self.often(8)):
            del span["slut"]
        if self.often(0.5):
            span.pop(self.one([*span]))
        return span
