"""A progress bar on a terminal, once the work has taken more than a second."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from tqdm import tqdm


@contextmanager
def progress_bar(steps: int) -> Iterator[Callable[[str], None]]:
    """Gives a function to call with each step's name; silent when stderr is no terminal."""
    bar = tqdm(
        total=steps,
        file=sys.stderr,
        disable=not sys.stderr.isatty(),
        delay=1,
        leave=False,
        bar_format="{l_bar}{bar}| {n_fmt} av {total_fmt}, {elapsed}",
    )
    with bar:

        def step(name: str) -> None:
            bar.update(1)
            bar.set_description(name)

        yield step
