"""What import contracts cannot see: clocks, writers, and values made past the gate."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

from generator.public.insats import PublicInsats
from generator.records.record import Record

ROOT = Path(__file__).resolve().parents[2]
PACKAGE = ROOT / "generator"

CLOCKS = {"now", "today", "utcnow", "time", "monotonic", "localtime", "gmtime"}
WRITERS = {
    "write_text", "write_bytes", "mkdir", "unlink", "rename", "replace_file", "rmtree", "rmdir",
    "makedirs", "symlink_to", "touch", "copytree", "copyfile", "mkdtemp", "chmod",
}  # fmt: skip


def _calls(tree: ast.AST) -> Iterator[tuple[str, str, int]]:
    """(object or "", function, line) of every call."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Call):
            if isinstance(node.func, ast.Attribute):
                value = node.func.value
                yield (value.id if isinstance(value, ast.Name) else ""), node.func.attr, node.lineno
            elif isinstance(node.func, ast.Name):
                yield "", node.func.id, node.lineno


def _modules() -> Iterator[tuple[str, ast.AST]]:
    for path in sorted(PACKAGE.rglob("*.py")):
        yield path.relative_to(PACKAGE).as_posix(), ast.parse(path.read_text("utf-8"))


def test_only_the_command_line_reads_the_clock() -> None:
    readers = {
        name
        for name, tree in _modules()
        for owner, function, _ in _calls(tree)
        if function in CLOCKS and owner in ("datetime", "date", "time")
    }
    assert readers == {"cli/options.py"}


def test_only_publish_and_the_search_it_calls_write_files() -> None:
    writers = {
        name.split("/")[0]
        for name, tree in _modules()
        for _, function, _ in _calls(tree)
        if function in WRITERS
    }
    assert writers == {"publish", "search"}


def test_only_the_gate_makes_public_values() -> None:
    sealed = {"PublicInsats", "PublicPerson", "Tombstone"}
    makers = {
        name.split("/")[0]
        for name, tree in _modules()
        for _, function, _ in _calls(tree)
        if function in sealed
    }
    assert makers == {"gate"}


def test_record_and_public_insats_share_no_parent() -> None:
    assert set(PublicInsats.__mro__) & set(Record.__mro__) == {object}


def test_modules_are_rooms_not_halls() -> None:
    halls = {
        path.relative_to(PACKAGE).as_posix(): lines
        for path in PACKAGE.rglob("*.py")
        if (lines := path.read_text("utf-8").count("\n")) > 350
    }
    assert halls == {}
