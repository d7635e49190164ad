"""A progress bar on a terminal, once the work has taken more than a second."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager

from tqdm import tqdm


class ProgressBar:
    """One bar, begun anew for each step; a step that gives no ticks shows its name alone."""

    def __init__(self) -> None:
        self._bar: tqdm[None] = tqdm(
            file=sys.stderr, disable=not sys.stderr.isatty(), delay=1, leave=False, unit=" sidor"
        )

    def step(self, name: str, units: int = 0) -> None:
        """A new step of `units` ticks."""
        self._bar.bar_format = (
            "{desc}: {percentage:3.0f}% |{bar}| {n_fmt} av {total_fmt}" if units else "{desc} …"
        )
        self._bar.set_description_str(name, refresh=False)
        self._bar.reset(total=units or None)

    def tick(self) -> None:
        """One unit is done."""
        self._bar.update(1)

    def close(self) -> None:
        """Takes the bar away."""
        self._bar.close()


@contextmanager
def progress_bar() -> Iterator[ProgressBar]:
    """A bar that is taken away at the end; silent when stderr is no terminal."""
    bar = ProgressBar()
    try:
        yield bar
    finally:
        bar.close()
