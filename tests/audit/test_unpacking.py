"""Archives are opened, to a depth and a size; what cannot be opened is told."""

from __future__ import annotations

import gzip
import io
import zipfile
import zlib

import pytest

from generator.audit import unpacking
from generator.audit.reading import read
from generator.audit.unpacking import UnreadableError, unpacked
from tests.audit.encodings import PROMISED


def nested(times: int) -> bytes:
    content = b"innerst"
    for _ in range(times):
        content = gzip.compress(content)
    return content


def encrypted() -> bytes:
    """A zip whose only member says that it is encrypted."""
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w") as archive:
        archive.writestr("hemligt.txt", "hemligt")
    content = bytearray(target.getvalue())
    content[6] |= 1
    content[content.index(b"PK\x01\x02") + 8] |= 1
    return bytes(content)


@pytest.mark.parametrize("times", [1, 2, 4])
def test_archives_in_archives(times: int) -> None:
    assert list(unpacked(nested(times)))[-1] == b"innerst"


@pytest.mark.parametrize(
    "content",
    [
        nested(6),
        b"\x1f\x8b\x08 half of nothing",
        gzip.compress(b"x" * 1000)[:-9],
        b"PK\x03\x04 no zip",
        b"BZh9 no bzip2",
        b"\xfd7zXZ\0 no xz",
        encrypted(),
    ],
)
def test_what_cannot_be_opened(content: bytes) -> None:
    with pytest.raises(UnreadableError):
        list(unpacked(content))
    assert read("a", content).unreadable


@pytest.mark.parametrize("way", ["gzip", "bzip2", "xz", "zip (xlsx, docx)", "PNG, zTXt", "PDF, plain font"])
def test_a_bomb_is_not_opened(monkeypatch: pytest.MonkeyPatch, way: str) -> None:
    monkeypatch.setattr(unpacking, "LARGEST", 10_000)
    monkeypatch.setattr(unpacking._Budget, "__init__", lambda self: setattr(self, "left", 10_000))
    with pytest.raises(UnreadableError):
        list(unpacked(PROMISED[way]("a" * 1_000_000)))


@pytest.mark.parametrize("content", [b"", b"text", bytes(range(256)), b"%PDF- stream\nx"])
def test_no_archive(content: bytes) -> None:
    assert list(unpacked(b" " + content)) == []


def test_two_gzip_files_in_one() -> None:
    assert list(unpacked(gzip.compress(b"ett ") + gzip.compress(b"till"))) == [b"ett till"]


def test_a_broken_stream_in_a_pdf_is_passed_over() -> None:
    content = b"%PDF-1.7 stream\nnothing endstream stream\n" + zlib.compress(b"text") + b"\nendstream"
    assert list(unpacked(content)) == [b"text"]
