"""The progress bar: on a terminal, once the work has taken a second, and gone when it is done."""

from __future__ import annotations

import io
import sys
import time

import pytest

from generator.cli.progress import progress_bar


class Terminal(io.StringIO):
    """A stderr that somebody looks at."""

    def isatty(self) -> bool:
        return True


def drawn(stream: io.StringIO, monkeypatch: pytest.MonkeyPatch, seconds: float) -> str:
    """What a build of so many seconds writes."""
    monkeypatch.setattr(sys, "stderr", stream)
    with progress_bar() as bar:
        bar.step("Läser och kontrollerar")
        bar.step("Bygger webbplatsen", 4)
        for _ in range(4):
            time.sleep(seconds / 4)
            bar.tick()
        bar.step("Byter webbplats")
    return stream.getvalue()


def test_a_slow_build_is_shown_on_a_terminal_in_swedish(monkeypatch: pytest.MonkeyPatch) -> None:
    shown = drawn(Terminal(), monkeypatch, 1.2)
    assert "Bygger webbplatsen" in shown
    assert "4 av 4" in shown
    assert shown.rsplit("\r", 1)[-1].strip() == "", "something is left on the line"


def test_a_quick_build_shows_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    assert drawn(Terminal(), monkeypatch, 0.0).strip() == ""


def test_where_nobody_looks_nothing_is_written(monkeypatch: pytest.MonkeyPatch) -> None:
    assert drawn(io.StringIO(), monkeypatch, 1.1) == ""
