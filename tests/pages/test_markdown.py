"""Running text: the visible words are the editor's words, and nothing in them is markup."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache
from pathlib import Path

import markdown  # type: ignore[import-untyped]
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from mkdocs.utils.yaml import yaml_load

from generator.pages.markdown import escape, heading, to_markdown
from generator.pages.prose import flat
from tests.pages.hostile import OWN, Page, bad_links, corpora

ROOT = Path(__file__).parents[2]
BUILT_IN = ["toc", "tables", "fenced_code"]  # mkdocs.config.defaults adds these to every config


@cache
def _markdown() -> markdown.Markdown:
    with (ROOT / "mkdocs.yml").open(encoding="utf-8") as file:
        wanted = yaml_load(file)["markdown_extensions"]
    names = [name for one in wanted for name in ([one] if isinstance(one, str) else one)]
    return markdown.Markdown(extensions=sorted({*BUILT_IN, *names}))


def convert(text: str) -> str:
    return str(_markdown().reset().convert(text))


def words(text: str) -> str:
    return "".join(re.sub("[\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f\ud800-\udfff]", "\ufffd", text).split())


def assert_only_text(text: str) -> None:
    page = Page(convert(f"{heading('Rubrik')}\n\n{to_markdown(text)}\n\nefter"))
    assert page.faults == [], text
    assert bad_links(page.links) == [], text
    assert words(page.text) == words("Rubrik" + flat(text) + "efter"), text


@pytest.mark.parametrize("text", OWN)
def test_own_hostile_text_is_shown_as_it_was_written(text: str) -> None:
    assert_only_text(text)


@pytest.mark.corpus
def test_corpora_are_shown_as_they_were_written() -> None:
    texts = corpora()
    assert len(texts) > 6000
    for text in texts:
        assert_only_text(text)


@given(st.text(alphabet=st.sampled_from("ab1 .)(-+*_=~`|:#>!<&[]{}\\^\"'/\n\t\u00a0å"), max_size=40))
@settings(max_examples=600, deadline=None)
def test_any_text_is_shown_as_it_was_written(text: str) -> None:
    assert_only_text(text)


@given(st.text(alphabet=st.sampled_from("ab1 .)(-+*_=~`|:#>!<&[]{}\\^\"'"), min_size=1, max_size=20))
@settings(max_examples=300, deadline=None)
def test_an_escaped_line_is_itself(text: str) -> None:
    for wrap in (escape, heading):
        line: Callable[[str], str] = wrap
        page = Page(convert(line(text)))
        assert page.faults == []
        assert words(page.text) == words(text)


def test_the_plain_markup_becomes_markup() -> None:
    html = convert(to_markdown("Ett **viktigt** ord.\n\n- [ett](https://a.example/?x=1&copy=2)\n- två"))
    assert "<strong>viktigt</strong>" in html
    assert html.count("<li>") == 2
    assert '<a href="https://a.example/?x=1&amp;copy=2">ett</a>' in html


def test_swedish_text_stays_readable_in_the_page_tree() -> None:
    text = "Stöd (t.ex. IPS) till unga, 19–29 år: 90 % ska ta steg – minst."
    assert to_markdown(text) == text


def test_no_extension_that_makes_code_of_text() -> None:
    config = (ROOT / "mkdocs.yml").read_text("utf-8").partition("markdown_extensions:")[2]
    for name in ("attr_list", "md_in_html", "tasklist", "snippets", "macros", "emoji", "abbr"):
        assert f"- {name}" not in config
        assert f".{name}" not in config
