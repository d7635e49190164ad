"""The plain markup: what is markup, and that nothing else is lost or becomes markup."""

from __future__ import annotations

from collections.abc import Iterable

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from generator.words.plain_text import Bullets, Paragraph, Run, parse_plain_text


def one(text: str) -> tuple[Run, ...]:
    """The runs of a text of one paragraph."""
    (block,) = parse_plain_text(text)
    assert isinstance(block, Paragraph)
    return block.runs


def written(runs: Iterable[Run]) -> str:
    """The runs as an editor would have written them."""
    return "".join(
        f"**{run.text}**" if run.bold else f"[{run.text}]({run.href})" if run.href else run.text
        for run in runs
    )


def test_paragraphs_are_parted_by_empty_lines_and_join_their_lines() -> None:
    assert parse_plain_text("Ett\ntvå  tre\n \n\nfyra\r\n") == (
        Paragraph((Run("Ett två tre"),)),
        Paragraph((Run("fyra"),)),
    )


def test_a_list_ends_the_paragraph_above_it_and_goes_on_over_its_lines() -> None:
    assert parse_plain_text("Så här:\n- ett\n  och mer\n- **två**\n\nSlut") == (
        Paragraph((Run("Så här:"),)),
        Bullets(((Run("ett och mer"),), (Run("två", bold=True),))),
        Paragraph((Run("Slut"),)),
    )


def test_bold_and_links_are_runs() -> None:
    assert one("Se **det här** på [vår sida](https://a.example/x?y=1&z=2#å) i dag") == (
        Run("Se "),
        Run("det här", bold=True),
        Run(" på "),
        Run("vår sida", href="https://a.example/x?y=1&z=2#å"),
        Run(" i dag"),
    )
    assert one("[skriv](mailto:info@a.example)") == (Run("skriv", href="mailto:info@a.example"),)


@pytest.mark.parametrize(
    "text",
    [
        "[a](javascript:alert(1))", "[a](JavaScript:x)", "[a](data:text/html,x)", "[a](//a.example)",
        "[a](/b)", "[a](b.html)", "[a](ftp://a.example)", "[a](HTTPS://a.example)", "[a]( https://a.example)",
        '[a](https://a.example"onclick=1)', "[a](https://a.example<b>)", "[a](https://a.example\\x)",
        "[a](vbscript:x)", "[a](http:a)", "[](https://a.example)", "[a](https://a.example", "![a](x)",
        "**", "****", "** **x", "*a*", "_a_", "# a", "> a", "1. a", "-", "-a", "| a | b |",
        "<b>a</b>", "&lt;b&gt;", "{{ a }}", "`a`",
        "---", "a\\", "–\u00a0a",
    ],
)  # fmt: skip
def test_what_is_no_markup_stays_as_it_was_written(text: str) -> None:
    runs = one(text)
    assert written(runs) == " ".join(text.split())
    assert not any(run.href for run in runs)
    assert "".join(run.text for run in runs) == " ".join(text.split()) or any(run.bold for run in runs)


@pytest.mark.parametrize("text", ["", " ", "\n\n", "\t\u00a0\u2028\x0b"])
def test_nothing_gives_nothing(text: str) -> None:
    assert parse_plain_text(text) == ()


MARKUP = st.text(st.sampled_from("ab -*[]()\n:/åhtps.\u2028\x1c"), max_size=60)
PIECES = st.lists(
    st.sampled_from(
        ["**a**", "[b](https://x.example)", "[c](javascript:d)", "- ", "\n", "\n\n", " ", "ord", "*", "["]
    ),
    max_size=15,
).map("".join)


@given(st.one_of(st.text(max_size=80), MARKUP, PIECES))
@example("- \n-\n - x\n- - y")
@example("**[a](https://x.example)**")
def test_every_word_of_any_text_is_in_the_result_in_its_order(text: str) -> None:
    blocks = parse_plain_text(text)
    lines = [
        line
        for block in blocks
        for line in (
            [written(block.runs)]
            if isinstance(block, Paragraph)
            else [f"- {written(item)}" for item in block.items]
        )
    ]
    assert " ".join(" ".join(lines).split()) == " ".join(text.split())
    runs = [run for block in blocks for item in _items(block) for run in item]
    assert not any(run.bold and run.href for run in runs)
    assert all(run.text for run in runs)
    assert all(run.href is None or run.href.startswith(("https://", "http://", "mailto:")) for run in runs)


def _items(block: Paragraph | Bullets) -> tuple[tuple[Run, ...], ...]:
    return (block.runs,) if isinstance(block, Paragraph) else block.items
