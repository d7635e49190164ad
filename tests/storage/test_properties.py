"""For any bytes at all: findings or a value, and never an exception."""

import json
import unicodedata

from hypothesis import given
from hypothesis import strategies as st

from generator.records.record import Record
from generator.storage.nodes import MapNode, ScalarNode, plain
from generator.storage.positions import Positions
from generator.storage.read import read
from generator.storage.tree import parse
from generator.words.findings import Position

# Pieces that YAML gives a meaning: random text seldom gets past the first token.
PIECES = st.sampled_from(
    (
        "a", "namn", "å", ":", ": ", "- ", "? ", "\n", "\n  ", "\n    ", "\t", "[", "]", "{", "}", ", ", "'",
        '"', "|", ">", "|\n", "&a ", "*a ", "!t ", "!!str ", "<<", "~", "#", " #", "%", "@", "---\n", "...\n",
        "\\", "0305", "\r\n", "\ufeff", "\u0430", "a\u030a", "\x85", "personer", "beslut", "2025",
    )
)  # fmt: skip
WORD = st.text(st.characters(categories=["L", "N"], max_codepoint=0x24F), min_size=1, max_size=8)
JSON = st.recursive(
    WORD,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(WORD, inner, max_size=4),
    max_leaves=20,
)


def is_total(data: bytes) -> None:
    root, refused = parse(data, "f")
    record, findings = read(data, Record, "f")
    assert root is not None or refused
    assert (record is None) == bool(findings)
    lines = data.count(b"\n") + data.count(b"\r") + 1
    for finding in (*refused, *findings):
        assert 1 <= finding.position.line <= lines
        assert finding.position.column >= 1
    positions = Positions(data)
    positions.in_text(("a", 0), 3)
    positions.key("a", 0, "b")


@given(st.binary())
def test_any_bytes(data: bytes) -> None:
    is_total(data)


@given(st.text())
def test_any_text(text: str) -> None:
    is_total(text.encode("utf-8", "surrogatepass"))


@given(st.lists(PIECES, max_size=40).map("".join))
def test_any_row_of_yaml_pieces(text: str) -> None:
    is_total(text.encode())


def normal(value: object) -> object:
    if isinstance(value, dict):
        return {_nfc(key): normal(inner) for key, inner in value.items()}
    return [normal(inner) for inner in value] if isinstance(value, list) else value


def _nfc(text: str) -> str:
    return unicodedata.normalize("NFC", text)


@given(st.dictionaries(WORD, JSON, min_size=1, max_size=4))
def test_json_with_texts_comes_back_as_it_was_written(value: dict[str, object]) -> None:
    root, findings = parse(json.dumps(value, ensure_ascii=False).encode(), "f")
    if not findings:  # two keys may be one after NFC
        assert root is not None
        assert plain(root) == normal(value)


@given(st.dictionaries(WORD, WORD.filter(lambda text: text.casefold() != "null"), min_size=1))
def test_the_places_point_at_the_words(value: dict[str, str]) -> None:
    text = "".join(f"{key}: {word}\n" for key, word in value.items())
    root, findings = parse(text.encode(), "f")
    if findings:
        return
    assert isinstance(root, MapNode)
    lines = text.split("\n")
    for key, node in root.entries.items():
        assert isinstance(node, ScalarNode)
        assert lines[node.line - 1][node.column - 1 :] == node.text
        line, column = root.keys[key]
        assert _nfc(lines[line - 1][column - 1 :]).startswith(f"{key}: ")
        assert Positions(text.encode()).at(key) == Position(node.line, node.column)
