"""Places of values, keys and lines of running text."""

import unicodedata

import pytest

from generator.records.record import Record
from generator.storage.located import Located
from generator.storage.nodes import ScalarNode
from generator.storage.positions import Path, Positions, follow
from generator.storage.read import read
from generator.storage.tree import parse
from generator.words.findings import Position

SOURCE = """\
id: exempelbygden-2025-vagen
namn: Vägen vidare
förbund: exempelbygden
villkor: exempelbygden-2024
inriktning: individinriktad
publicering:
personer:
  - roll: insatsledare
    samtycke:
      - {gäller: [namn, e-post], kanaler: [portal]}
budget: {per_år: {2025: 1, 2026: 2}}
beskrivning:
  bakgrund: |

    Första raden.
      - indragen

    Sista raden.
  syfte: >
    Vikt rad.

    Andra stycket.
  metod: Vanlig text
    på två rader.
  mål: |- # ett mål
    Bara en.
"""


@pytest.fixture
def located() -> Located[Record]:
    value, findings = read(SOURCE.encode(), Record, "post.yml")
    assert findings == ()
    assert value is not None
    return value


@pytest.mark.parametrize(
    ("path", "line", "column"),
    [
        ((), 1, 1),
        (("namn",), 2, 7),
        (("personer",), 8, 3),
        (("personer", 0), 8, 5),
        (("personer", 0, "samtycke", 0, "gäller", 1), 10, 25),
        (("budget", "per_år", 2026), 11, 34),
        (("budget", "per_år", "2025"), 11, 25),
        (("personer", 0, "e-post"), 8, 5),
        (("personer", 7, "e-post"), 8, 3),
        (("personer", -1), 8, 3),
        (("finns", "inte"), 1, 1),
        (("namn", "längre", 3), 2, 7),
    ],
)
def test_the_place_of_a_value_or_of_what_is_around_it(
    located: Located[Record], path: Path, line: int, column: int
) -> None:
    assert located.at(*path) == Position(line, column)


@pytest.mark.parametrize(
    ("path", "line", "column"),
    [
        ((), 1, 1),
        (("namn",), 2, 1),
        (("publicering",), 6, 1),
        (("personer", 0, "samtycke"), 9, 5),
        (("personer", 0, "e-post"), 8, 5),
        (("budget", "per_år", 2026), 11, 28),
        (("finns", "inte"), 1, 1),
        (("finns", "namn"), 1, 1),
        (("personer", 0), 8, 3),
    ],
)
def test_the_place_of_a_key_or_of_the_mapping_that_lacks_it(
    located: Located[Record], path: Path, line: int, column: int
) -> None:
    assert located.positions.key(*path) == Position(line, column)


@pytest.mark.parametrize(
    ("key", "index", "line", "column"),
    [
        ("bakgrund", 0, 15, 5),
        ("bakgrund", 1, 16, 7),
        ("bakgrund", 3, 18, 5),
        ("bakgrund", 4, 13, 13),
        ("bakgrund", -1, 13, 13),
        ("syfte", 1, 22, 5),
        ("metod", 0, 23, 10),
        ("mål", 0, 26, 5),
        ("saknas", 0, 13, 3),
    ],
)
def test_the_place_of_a_line_of_text(
    located: Located[Record], key: str, index: int, line: int, column: int
) -> None:
    assert located.position_in_text(("beskrivning", key), index) == Position(line, column)


def test_the_lines_are_those_of_the_text_that_the_model_has(located: Located[Record]) -> None:
    assert located.value.description is not None
    text = located.value.description.background
    assert text is not None
    lines = SOURCE.split("\n")
    for index, line in enumerate(text.split("\n")):
        if not line:
            continue
        place = located.position_in_text(("beskrivning", "bakgrund"), index)
        assert lines[place.line - 1].strip() == line.strip()


@pytest.mark.parametrize(
    "written",
    [
        "Ett ord, ingen vän här",
        "Ett ord\n  och ingen vän\n\n  här",
        "'Det är ''ord'' och ingen vän'",
        "'Ett\n\n  ''ord'' och ingen vän'",
        '"Ett \\"ord\\" \\n och \\u00e5 ingen\\\n  \\ vän"',
        "|\n  Ett ord\n\n    - ingen vän\n  här",
        "|2-  # ett\n    Ett\n  ingen vän\n",
        ">-\n  Ett ord\n  och\n\n  ingen vän\n",
        "Äpplen a\u0308r ingen va\u0308n",
        "[Ett, ingen vän]",
        "\u00a0Ett\u00a0ord ingen\u00a0vän",
    ],
)
@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_the_place_of_a_word_in_every_style_of_yaml(written: str, end: str) -> None:
    source = f"först: 1\na: {written}\nsist: ingen vän\n".replace("\n", end)
    data, findings = parse(source.encode(), "post.yml")
    assert findings == ()
    assert data is not None
    taken, node, _ = follow(data, ("a", 1) if written.startswith("[") else ("a",))
    assert isinstance(node, ScalarNode)
    value = unicodedata.normalize("NFC", node.text).strip()
    line = next(number for number, one in enumerate(value.split("\n")) if "ingen" in one)
    place = Positions(source.encode()).in_text(taken, line, value.split("\n")[line].index("ingen"))
    assert source.split(end)[place.line - 1][place.column - 1 :].startswith("ingen")
    assert place.line < source.count(end)


@pytest.mark.parametrize("source", [b"", b"a: [", b"\xff"])
def test_a_file_without_a_tree_has_one_place(source: bytes) -> None:
    positions = Positions(source)
    assert {positions.at("a"), positions.key("a"), positions.in_text(("a",), 3)} == {Position(1, 1)}
