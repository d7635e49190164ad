"""A progress bar on a terminal, once the work has taken more than a second."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Never

from tqdm import tqdm

_DELAY = 1  # seconds


class ProgressBar:
    """One bar, begun anew for each step; a step that gives no ticks shows its name alone."""

    def __init__(self) -> None:
        self._bar: tqdm[Never] = tqdm(
            file=sys.stderr, disable=not sys.stderr.isatty(), delay=_DELAY, leave=False, miniters=1
        )

    def _late(self) -> bool:
        return not self._bar.disable and self._bar.format_dict["elapsed"] >= _DELAY

    def step(self, name: str, units: int = 0) -> None:
        """A new step of `units` ticks."""
        self._bar.bar_format = (
            "{desc}: {percentage:3.0f}% |{bar}| {n_fmt} av {total_fmt}" if units else "{desc} …"
        )
        self._bar.set_description_str(name, refresh=False)
        # Not reset(): it draws at once, and counts the delay anew.
        self._bar.total = units or None
        self._bar.n = self._bar.last_print_n = 0
        if self._late():
            self._bar.refresh()

    def tick(self) -> None:
        """One unit is done."""
        self._bar.update(1)

    def close(self) -> None:
        """Takes the bar away."""
        if self._late():
            self._bar.delay = 0  # tqdm clears the line only when it thinks that it has drawn on it
        self._bar.close()


@contextmanager
def progress_bar() -> Iterator[ProgressBar]:
    """A bar that is taken away at the end; silent when stderr is no terminal."""
    bar = ProgressBar()
    try:
        yield bar
    finally:
        bar.close()
