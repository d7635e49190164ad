"""Gives Pagefind's tables one order.

Pagefind 1.5.2 writes the names of its filters, their values and its sort keys in the order of hash maps that
are seeded anew in each run: the same pages give other bytes. Pages, words and fragments do have one order. So
the files of the filters and the table of contents are written again, in the alphabet's order. Their form is
CBOR (RFC 8949) of whole numbers, texts and lists, in gzip; a file is found by the hash in its name.
"""

from __future__ import annotations

import gzip
import io
import json
from hashlib import sha256
from pathlib import Path
from typing import TypeAlias

Table: TypeAlias = "int | str | list[Table]"

_MARK = b"pagefind_dcd"  # Pagefind's own sign that a file is whole
_NUMBER, _NEGATIVE, _TEXT, _LIST = 0, 1, 3, 4
_LONGER = 24  # from here on the size follows in 1, 2, 4 or 8 bytes
_FILTERS, _SORTS, _FIELDS = 3, 4, 5  # of the table of contents
_HASH = 10  # digits


class UnknownFormError(Exception):
    """The files are not those of the version that we know."""


def read_table(content: bytes) -> Table:
    """A file's bytes as they lie. Raises UnknownFormError."""
    try:
        plain = gzip.decompress(content)
        if not plain.startswith(_MARK):
            raise UnknownFormError("no mark")
        table, end = _decode(plain, len(_MARK))
    except (OSError, EOFError, ValueError, IndexError) as error:
        raise UnknownFormError(str(error)) from error
    if end != len(plain):
        raise UnknownFormError("more than one table")
    return table


def write_table(table: Table) -> tuple[str, bytes]:
    """(hash, bytes) of a table: the same on every machine but for what its zlib makes of it."""
    plain = _MARK + _encode(table)
    packed = io.BytesIO()
    with gzip.GzipFile("", "wb", 9, packed, mtime=0) as file:
        file.write(plain)
    return sha256(plain).hexdigest()[:_HASH], packed.getvalue()


def _decode(data: bytes, place: int) -> tuple[Table, int]:
    kind, size = data[place] >> 5, data[place] & 0x1F
    place += 1
    if _LONGER <= size < _LONGER + 4:
        width = 1 << (size - _LONGER)
        size = int.from_bytes(data[place : place + width], "big")
        place += width
    elif size >= _LONGER:
        raise UnknownFormError("a size without end")
    if kind == _NUMBER:
        return size, place
    if kind == _NEGATIVE:
        return -1 - size, place
    if kind == _TEXT:
        return data[place : place + size].decode(), place + size
    if kind != _LIST:
        raise UnknownFormError("neither number, text nor list")
    found: list[Table] = []
    for _ in range(size):
        value, place = _decode(data, place)
        found.append(value)
    return found, place


def _head(kind: int, size: int) -> bytes:
    if size < _LONGER:
        return bytes((kind << 5 | size,))
    step = next(step for step in range(4) if size < 1 << (8 << step))
    return bytes((kind << 5 | (_LONGER + step),)) + size.to_bytes(1 << step, "big")


def _encode(table: Table) -> bytes:
    if isinstance(table, int):
        return _head(_NUMBER, table) if table >= 0 else _head(_NEGATIVE, -1 - table)
    if isinstance(table, str):
        text = table.encode()
        return _head(_TEXT, len(text)) + text
    return _head(_LIST, len(table)) + b"".join(map(_encode, table))


def _named(table: Table) -> list[tuple[str, Table]]:
    """`[[name, …], …]` by name."""
    if not isinstance(table, list):
        raise UnknownFormError("no list")
    found: list[tuple[str, Table]] = []
    for row in table:
        if not (isinstance(row, list) and len(row) == 2 and isinstance(row[0], str)):
            raise UnknownFormError("no pair of a name and something")
        found.append((row[0], row[1]))
    return sorted(found, key=lambda pair: pair[0])


def _texts(table: Table) -> list[Table]:
    if not isinstance(table, list):
        raise UnknownFormError("no list")
    return [*sorted(text for text in table if isinstance(text, str))]


def in_one_order(folder: Path) -> None:
    """Rewrites an index in place. Raises UnknownFormError, and OSError when a file is missing."""
    entry_file = folder / "pagefind-entry.json"
    try:
        entry = json.loads(entry_file.read_text("utf-8"))
        languages = {str(name): str(about["hash"]) for name, about in entry["languages"].items()}
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise UnknownFormError(str(error)) from error
    for language, known_as in languages.items():
        old = folder / f"pagefind.{known_as}.pf_meta"
        contents = read_table(old.read_bytes())
        if not isinstance(contents, list) or len(contents) <= _FIELDS:
            raise UnknownFormError("no table of contents")
        contents[_FILTERS] = [
            [name, _filter(folder / "filter", language, file)] for name, file in _named(contents[_FILTERS])
        ]
        contents[_SORTS] = [[name, pages] for name, pages in _named(contents[_SORTS])]
        contents[_FIELDS] = _texts(contents[_FIELDS])
        digest, packed = write_table(contents)
        old.unlink()
        entry["languages"][language]["hash"] = f"{language}_{digest}"
        (folder / f"pagefind.{language}_{digest}.pf_meta").write_bytes(packed)
    entry_file.write_text(json.dumps(entry, ensure_ascii=False, sort_keys=True), "utf-8")


def _filter(folder: Path, language: str, file: Table) -> str:
    """Rewrites the file of one filter; its new name without the suffix."""
    old = folder / f"{file}.pf_filter"
    table = read_table(old.read_bytes())
    if not isinstance(table, list) or len(table) != 2:
        raise UnknownFormError("no filter")
    values: list[Table] = [[value, pages] for value, pages in _named(table[1])]
    digest, packed = write_table([table[0], values])
    old.unlink()
    (folder / f"{language}_{digest}.pf_filter").write_bytes(packed)
    return f"{language}_{digest}"
