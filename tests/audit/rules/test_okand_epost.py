from __future__ import annotations

import pytest

from generator.audit.interface import Known
from generator.audit.reading import read
from generator.audit.rules.okand_epost import SITE_CHECK

KNOWN = Known(emails=frozenset({"info@forbundet.example"}))


def lines(text: str, name: str = "index.html") -> list[int]:
    return [fault.line for fault in SITE_CHECK.check(read(name, text.encode()), KNOWN)]


@pytest.mark.parametrize(
    "text",
    [
        "info@forbundet.example",
        '<a href="mailto:Info@Forbundet.example">',
        "mailto:info%40forbundet.example",
        "bild@2x.png pagefind@1.5.2 @media @import a@b x@y.example/path@1",
        "",
    ],
)
def test_what_is_known_or_no_address(text: str) -> None:
    assert lines(text) == ([1] if "x@y" in text else [])


@pytest.mark.parametrize(
    "text",
    [
        "\n<p>tova@kommunen.example.</p>",
        "\n<a href='mailto:tova@kommunen.example?subject=x'>",
        "\ntova.lindeby+x@kommunen.example, tova.lindeby+x@kommunen.example",
        "\n&lt;åsa@kommunen.example&gt;",
        "\nx-info@forbundet.example",
        "\ninfo@forbundet.example.org",
    ],
)
def test_an_unknown_address(text: str) -> None:
    assert lines(text) == [2]


def test_an_encoded_one_has_no_line() -> None:
    assert lines("\n&#116;ova&#64;kommunen.example") == [1]
    assert lines("", "tova@kommunen.example/index.html") == [1]
