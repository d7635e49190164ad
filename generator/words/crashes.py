"""Where a program failed, without the error's own text: that may quote a withheld value."""

from __future__ import annotations

import ntpath
import traceback


def places(error: BaseException) -> list[str]:
    """`build.py:120 build`, from the outermost call to the innermost, and last the error's kind."""
    frames = traceback.extract_tb(error.__traceback__)
    found = [f"{ntpath.basename(frame.filename)}:{frame.lineno} {frame.name}" for frame in frames]
    return [*found, type(error).__name__]
