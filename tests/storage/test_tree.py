"""The reader against whole files: encodings, bombs, limits, and the parser without C."""

import time

import pytest
import yaml

from generator.storage import tree
from generator.storage.limits import DEEPEST, LARGEST_FILE, MOST_FINDINGS, MOST_NODES
from generator.storage.nodes import MapNode, Plain, ScalarNode, plain
from generator.storage.tree import parse
from generator.words.findings import Finding, Position


def only(data: bytes) -> Finding:
    root, findings = parse(data, "post.yml")
    assert root is None
    assert len(findings) == 1
    return findings[0]


@pytest.mark.parametrize(
    ("data", "rule", "line", "column"),
    [
        (b"", "fil-tom", 1, 1),
        (b"\xef\xbb\xbf", "fil-tom", 1, 1),
        (b"~", "fil-tom", 1, 1),
        ("a: b\nnamn: Åsa".encode("latin-1"), "fil-kodning", 2, 7),
        ("a: å\r\nb: å\rc: ".encode() + b"\xff", "fil-kodning", 3, 4),
        (b"\xef\xbb\xbfa: \xff", "fil-kodning", 1, 4),
        ("a: b".encode("utf-16"), "fil-kodning", 1, 1),
        ("a: b".encode("utf-16-le"), "fil-styrtecken", 1, 2),
        ("a: å".encode() + b"\xed\xa0\x80", "fil-kodning", 1, 5),
        ("a: \ud83d\ude00".encode("utf-8", "surrogatepass"), "fil-kodning", 1, 4),
        (b"a: \xc0\x80", "fil-kodning", 1, 4),
        (b"a: b\0", "fil-styrtecken", 1, 5),
        (b"a: b\n\n  \x1bc", "fil-styrtecken", 3, 3),
        (b"a: \x7f", "fil-styrtecken", 1, 4),
        ("a: å\u0085b: c".encode(), "fil-styrtecken", 1, 5),
        ("a: å\u2028b: c".encode(), "fil-styrtecken", 1, 5),
        ("\ufeff\ufeffa: b".encode(), "fil-styrtecken", 1, 1),
        ("a: \uffff".encode(), "fil-styrtecken", 1, 4),
        (b"a: " + b"x" * LARGEST_FILE, "fil-for-stor", 1, 1),
    ],
)
def test_a_file_that_is_no_plain_text(data: bytes, rule: str, line: int, column: int) -> None:
    finding = only(data)
    assert (finding.rule, finding.position) == (rule, Position(line, column))


@pytest.mark.parametrize(
    ("data", "line", "column"),
    [
        (b"a: " + b"[" * 100_000, 1, 3 + DEEPEST),
        (b"a: " + b"[" * 50_000 + b"]" * 50_000, 1, 3 + DEEPEST),
        (b"{a: " * 100_000, 1, DEEPEST * 4 + 1),
        (b"- " * 100_000 + b"x", 1, DEEPEST * 2 + 1),
        (b"? " * 100_000 + b"x", 1, DEEPEST * 2 + 1),
        (b"- ? " * 100_000 + b"x", 1, DEEPEST * 2 + 1),
        ("\n".join(" " * n + "a:" for n in range(1_000)).encode(), DEEPEST + 1, DEEPEST + 1),
    ],
    ids=["flow", "closed flow", "flow mappings", "block", "keys", "mixed", "lines"],
)
def test_a_nesting_bomb_is_refused_at_once(data: bytes, line: int, column: int) -> None:
    start = time.perf_counter()
    root, findings = parse(data, "post.yml")
    assert time.perf_counter() - start < 2
    assert root is None
    assert findings[-1].rule == "yaml-for-djup"
    assert findings[-1].position == Position(line, column)


def test_the_limits_let_through_what_is_just_inside_them() -> None:
    assert plain_of(b"[" * DEEPEST + b"]" * DEEPEST) is not None
    assert len(plain_of(b"[" + b"x," * (MOST_NODES - 1) + b"]")) == MOST_NODES - 1
    text = plain_of(b"a: " + b"x" * (LARGEST_FILE - 3))
    assert isinstance(text, dict)
    assert len(text["a"]) == LARGEST_FILE - 3


def plain_of(data: bytes) -> Plain:
    root, findings = parse(data, "post.yml")
    assert findings == ()
    assert root is not None
    return plain(root)


def test_too_many_values() -> None:
    finding = only(b"[" + b"x," * MOST_NODES + b"]")
    assert (finding.rule, finding.position) == ("yaml-for-manga", Position(1, 2 * MOST_NODES))


def test_a_file_with_too_many_refusals_is_not_read_on() -> None:
    root, findings = parse(b"a: 1\n" * 10_000, "post.yml")
    assert root is None
    assert len(findings) == MOST_FINDINGS


@pytest.mark.parametrize(
    "data",
    [
        b'a: "' + b"x " * 500_000,
        b"a: '" + b"''" * 500_000,
        b"#" * 1_000_000,
        b"# x\n" * 250_000 + b"\ta: b",
        b"a: x\n" + b" \n" * 500_000 + b" b: c",
        b"a: |\n" + b" x\n" * 340_000,
        b"a: >\n" + b" x\n\n" * 250_000,
        b"a: " + b"x: " * 300_000,
        b"x\n" * 500_000 + b"a: b",
        b"!" * 1_000_000,
        b"&" * 1_000_000,
        b"*" + b"a" * 1_000_000,
        b"%" * 1_000_000,
        b"---\n" * 250_000,
        b"%TAG !a! tag:a\n" * 60_000,
        b"a" * 500_000 + b":" * 500_000,
        b"- " + b"- " * 15 + b"x\n" * 400_000,
        "ма: x\n".encode() * 100_000,
    ],
    ids=range(18),
)
def test_a_megabyte_of_anything_takes_less_than_a_second(data: bytes) -> None:
    start = time.perf_counter()
    root, findings = parse(data, "post.yml")
    assert time.perf_counter() - start < 1
    assert root is not None or findings


def test_every_key_and_value_has_its_place() -> None:
    root, _ = parse("\ufeffå: {ö: é😀, b: |\n    rad\n  }".encode(), "f")
    assert root is None  # a block has no place inside { }
    root, findings = parse("\ufeffå: {ö: é😀, b: 'c'}\r\nm: |\r\n  rad\r\ntom:\r\n".encode(), "f")
    assert findings == ()
    assert isinstance(root, MapNode)
    assert root.keys == {"å": (1, 1), "m": (2, 1), "tom": (4, 1)}
    inner = root.entries["å"]
    assert isinstance(inner, MapNode)
    assert (inner.line, inner.column) == (1, 4)
    assert inner.keys == {"ö": (1, 5), "b": (1, 12)}
    assert inner.entries == {"ö": ScalarNode("é😀", 1, 8), "b": ScalarNode("c", 1, 15)}
    assert root.entries["m"] == ScalarNode("rad\n", 2, 4)


def test_the_value_of_a_refused_key_is_thrown_away() -> None:
    root, findings = parse("a: första\na: andra\n<<: {b: c}\n? [d]\n: e\nf: g".encode(), "f")
    assert root is not None
    assert plain(root) == {"a": "första", "f": "g"}
    assert len(findings) == 3


def test_without_the_parser_in_c(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tree, "LOADER", yaml.SafeLoader)
    assert plain_of("å: [0305, no]\nb: |\n  c\n".encode()) == {"å": ["0305", "no"], "b": "c\n"}
    assert only(b"a: " + b"[" * 100_000).rule == "yaml-for-djup"
    assert only(b"a: 'KANARIE\n").position == Position(1, 4)
    assert "KANARIE" not in str(only(b"KANARIE: x: y\n"))


def test_an_error_that_nobody_foresaw_is_a_finding_too(monkeypatch: pytest.MonkeyPatch) -> None:
    def fails(*_: object, **__: object) -> None:
        raise ValueError("KANARIE")

    monkeypatch.setattr(yaml, "parse", fails)
    finding = only(b"a: b")
    assert (finding.rule, finding.position) == ("yaml-trasig", Position(1, 1))
    assert "KANARIE" not in str(finding)
