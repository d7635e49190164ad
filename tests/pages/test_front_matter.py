"""Front matter says to every reader what was put into it."""

from __future__ import annotations

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st
from mkdocs.utils.meta import get_data

from generator.pages.front_matter import Meta, page, present

YAML_WORDS = ["y", "n", "yes", "no", "on", "off", "true", "false", "null"]

texts = st.text(st.characters(exclude_categories=["Cs"]))
KEYS = st.from_regex(r"[a-z]{1,5}", fullmatch=True).filter(lambda key: key not in YAML_WORDS)
values = st.recursive(
    texts | st.integers() | st.booleans(),
    lambda inner: (
        st.lists(inner, min_size=1, max_size=3) | st.dictionaries(KEYS, inner, min_size=1, max_size=3)
    ),
)


@given(values, texts)
def test_what_goes_in_comes_out(value: Meta, body: str) -> None:
    text = page({"rad": value, "title": body})
    assert get_data(text) == ("", {"rad": value, "title": body})


@pytest.mark.parametrize(
    "text", ["0980", "0305", "ja", "no", "2025-09-01", "12:30", "---\n---", "...", "a\u2028b", "x: #y", "~"]
)
def test_text_that_yaml_would_take_for_something_else_stays_text(text: str) -> None:
    assert get_data(page({"a": text}))[1] == {"a": text}


def test_half_a_surrogate_pair_does_not_break_the_page() -> None:
    assert get_data(page({"a": "x\ud800y"}))[1] == {"a": "x\ufffdy"}


def test_absent_values_have_no_key() -> None:
    assert present(a=None, b="", c=[], d=0, e="x") == {"d": 0, "e": "x"}


@pytest.mark.parametrize("key", ["målgrupp", *YAML_WORDS])
def test_keys_are_ascii_and_text_to_every_reader_of_yaml(key: str) -> None:
    with pytest.raises(ValueError, match="ASCII"):
        page({key: "x"})


def test_the_body_stands_below() -> None:
    assert page({"title": "A"}, "\n## B\n") == '---\ntitle: "A"\n---\n\n## B\n'
    assert yaml.safe_load(page({"a": [{"b": "1"}, {"b": "2"}]}).split("---")[1]) == {
        "a": [{"b": "1"}, {"b": "2"}]
    }
