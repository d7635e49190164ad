"""Looks for withheld values in every byte of a finished site.

Files are read as a visitor's machine would: gzip and zip (xlsx) opened, entities, %-encoding and
JSON's escapes undone, with markup and without, case, accents, spaces and dashes folded. A hit names
the file and which withheld value, never the value.
"""

from __future__ import annotations

import gzip
import html
import io
import re
import zipfile
import zlib
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import unquote

from ahocorasick_rs import AhoCorasick

from generator.words.swedish import fold, visible

_GAPS = re.compile(r"[\s\u00a0\u2010-\u2015_-]+")
_BETWEEN_DIGITS = re.compile(r"(?<=\d)[ ()/.]+(?=\d)")
_INLINE_TAG = re.compile(r"</?(?:a|abbr|b|bdi|em|i|mark|s|small|span|strong|u|wbr)\b[^<>]*>", re.IGNORECASE)
_TAG = re.compile(r"<[^<>]*>")
_JSON_ESCAPE = re.compile(r"\\u(?!d[89a-f])([0-9a-f]{4})", re.IGNORECASE)  # surrogates are no letters
_SHORTEST_PHONE = 5  # digits


@dataclass(frozen=True)
class Needle:
    """A value that must not occur. `label` tells which, without telling it.

    An `exact` needle (an id, an address) is sought as it stands, and not inside a longer id.
    """

    label: str
    value: str
    exact: bool = False


@dataclass(frozen=True)
class Hit:
    """A withheld value was found: in which file (relative to the site), and which value it is."""

    file: str
    label: str


@dataclass(frozen=True)
class Report:
    """What was searched and what was found."""

    files: int
    characters: int
    needles: int
    hits: tuple[Hit, ...]


def scan(site: Path, needles: Sequence[Needle]) -> Report:
    """Searches every file of `site`, and every file name, for every needle."""
    sought = _Sought([needle for needle in needles if not needle.exact], _needle_forms, _stands_alone)
    exact = _Sought([needle for needle in needles if needle.exact], lambda v: {v.casefold()}, _is_whole_id)
    files = sorted(path for path in site.rglob("*") if path.is_file())
    characters, hits = 0, set[Hit]()
    for path in files:
        name = path.relative_to(site).as_posix()
        for text in _readings(name, path.read_bytes()):
            characters += len(text)
            hits.update(Hit(name, label) for label in exact.labels_in(text.casefold()))
            hits.update(Hit(name, label) for label in sought.labels_in(_folded(text)))
    ordered = tuple(sorted(hits, key=lambda hit: (hit.file, hit.label)))
    return Report(len(files), characters, len(needles), ordered)


class _Sought:
    """Needles of one kind in one automaton."""

    def __init__(
        self,
        needles: Sequence[Needle],
        forms_of: Callable[[str], set[str]],
        counts: Callable[[str, int, int], bool],
    ) -> None:
        self._labels: dict[str, list[str]] = {}
        for needle in needles:
            for form in forms_of(needle.value):
                self._labels.setdefault(form, []).append(needle.label)
        self._forms = sorted(self._labels)
        self._automaton = AhoCorasick(self._forms) if self._forms else None
        self._counts = counts

    def labels_in(self, text: str) -> Iterator[str]:
        """The labels of the needles that occur in the text."""
        if self._automaton is None:
            return
        for found, start, end in self._automaton.find_matches_as_indexes(text, overlapping=True):
            if self._counts(text, start, end):
                yield from self._labels[self._forms[found]]


def _readings(name: str, content: bytes) -> tuple[str, ...]:
    """The texts that a file can be read as, its name among them."""
    if content[:2] == b"\x1f\x8b":
        with suppress(OSError, EOFError, zlib.error):  # not gzip after all: read as it stands
            content = gzip.decompress(content)
    elif content[:4] == b"PK\x03\x04":
        with suppress(zipfile.BadZipFile, NotImplementedError, RuntimeError, zlib.error):
            content = b"\n".join(_members(content))
    text = content.decode("utf-8", errors="replace")
    if "\\u" in text:
        text = _JSON_ESCAPE.sub(lambda match: chr(int(match[1], 16)), text)
    plain = html.unescape(text)
    decoded = html.unescape(unquote(text)) if "%" in text else plain
    bare = html.unescape(_TAG.sub(" ", _INLINE_TAG.sub("", text))) if "<" in text else plain
    return tuple(dict.fromkeys((unquote(name), plain, decoded, bare)))


def _members(archive: bytes) -> Iterator[bytes]:
    with zipfile.ZipFile(io.BytesIO(archive)) as opened:
        for name in opened.namelist():
            yield name.encode()
            yield opened.read(name)


def _needle_forms(value: str) -> set[str]:
    digits = re.sub(r"\D", "", value)
    if re.fullmatch(r"[\d\s+()/.\u2010-\u2015-]+", value):
        if len(digits) < _SHORTEST_PHONE:
            return set()
        national = re.sub(r"^(?:00)?460?", "0", digits)
        return {digits, national, "46" + national.removeprefix("0")}
    folded = _folded(value)
    forms = {folded.strip()}
    words = folded.replace(",", " ").split()
    if len(words) > 1 and "@" not in value:
        for start in range(len(words)):  # Tova Lindeby; Lindeby, Tova; Reden Aurelius, Malin
            first, last = " ".join(words[start:]), " ".join(words[:start])
            forms |= {f"{first} {last}".strip(), f"{first}, {last}" if last else first}
    return {form for form in forms if any(char.isalnum() for char in form)}


def _folded(text: str) -> str:
    spaced = _GAPS.sub(" ", fold(visible(text)))
    return _BETWEEN_DIGITS.sub("", spaced)


def _stands_alone(text: str, start: int, end: int) -> bool:
    """Whether the match is whole words: `ek` in `effekt` is no leak. The genitive's s may follow."""
    if text[start:end].isdigit():  # neighbouring numbers run together when spaces are folded
        return True
    before = text[start - 1] if start else " "
    after = text[end : end + 2]
    if before.isalnum():
        return False
    return not after[:1].isalnum() or (after[:1] == "s" and not after[1:].isalnum())


def _is_whole_id(text: str, start: int, end: int) -> bool:
    around = (text[start - 1] if start else " ", text[end : end + 1] or " ")
    return not any(char.isalnum() or char in "-_" for char in around)
