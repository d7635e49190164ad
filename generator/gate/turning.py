"""On which later day the gate's answer can be another: read from its own comparisons, never from a list.

All that the rules, the ends of permits and the decisions in force ask about the day of a case is how it
compares with days that they know. So the day can note what it was compared with. Until the first of these
answers is another, all of them are the same, and so is what comes out of the gate.
"""

from __future__ import annotations

from datetime import date, timedelta
from typing import Self

_ONE = timedelta(days=1)


class WatchedDay(date):
    """A day that notes what it is compared with. Make a new one for each question to the gate.

    `turn` is the first later day on which some comparison so far comes out otherwise; None: on no day.
    """

    turn: date | None = None

    @classmethod
    def on(cls, day: date) -> Self:
        """That day, not compared with anything yet."""
        return cls(day.year, day.month, day.day)

    def _turns_on(self, day: date) -> None:
        if date.__lt__(self, day) and (self.turn is None or day < self.turn):
            self.turn = day

    def _turns_after(self, day: date) -> None:
        if day < date.max:
            self._turns_on(day + _ONE)

    def __lt__(self, other: date, /) -> bool:
        self._turns_on(other)
        return super().__lt__(other)

    def __ge__(self, other: date, /) -> bool:
        self._turns_on(other)
        return super().__ge__(other)

    def __le__(self, other: date, /) -> bool:
        self._turns_after(other)
        return super().__le__(other)

    def __gt__(self, other: date, /) -> bool:
        self._turns_after(other)
        return super().__gt__(other)

    def __eq__(self, other: object, /) -> bool:
        if isinstance(other, date):
            self._turns_on(other)
            self._turns_after(other)
        return super().__eq__(other)

    def __ne__(self, other: object, /) -> bool:
        return not self == other

    __hash__ = date.__hash__
