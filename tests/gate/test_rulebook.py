"""A gate with a rule too few must not open."""

from collections.abc import Callable

import pytest

from generator.gate import rules
from generator.gate.interface import BarRule, FieldRule, GroundRule, Rule, WholeRule
from generator.gate.rulebook import load_rules
from generator.storage.load import load_config
from generator.words.discovery import discover
from tests import private_values as v


def test_the_sites_list_is_the_rules() -> None:
    site = load_config(v.CONFIG).site
    assert site is not None
    assert load_rules(site.value.rules).names == set(v.RULES)
    assert sorted(site.value.rules) == sorted(v.RULES)


@pytest.mark.parametrize("missing", v.RULES)
def test_a_rule_that_is_not_counted_on(missing: str) -> None:
    with pytest.raises(LookupError, match=rf"ej i listan: {missing}$"):
        load_rules([name for name in v.RULES if name != missing])


def test_a_rule_that_is_not_there() -> None:
    with pytest.raises(LookupError, match=r"saknas: borttagen$"):
        load_rules([*v.RULES, "borttagen"])
    with pytest.raises(LookupError, match=r"saknas: borttagen, ej i listan: i-tid$"):
        load_rules([*(name for name in v.RULES if name != "i-tid"), "borttagen"])
    with pytest.raises(LookupError):
        load_rules([])


def test_a_rule_file_that_goes_missing(monkeypatch: pytest.MonkeyPatch) -> None:
    left = tuple(rule for rule in discover(rules, Rule) if rule.name != "aterkallat")
    monkeypatch.setattr("generator.gate.rulebook.discover", lambda _package, _kind: left)
    with pytest.raises(LookupError, match=r"saknas: aterkallat$"):
        load_rules(v.RULES)


def test_two_rules_of_one_name(monkeypatch: pytest.MonkeyPatch) -> None:
    found = discover(rules, Rule)
    monkeypatch.setattr("generator.gate.rulebook.discover", lambda _package, _kind: (*found, found[0]))
    with pytest.raises(LookupError):
        load_rules(v.RULES)


def test_every_rule_is_of_a_kind_that_is_asked() -> None:
    book = load_rules(v.RULES)
    kinds: dict[type[Rule], tuple[Rule, ...]] = {
        WholeRule: book.whole, FieldRule: book.fields, GroundRule: book.grounds, BarRule: book.bars,
    }  # fmt: skip
    for kind, found in kinds.items():
        assert found
        assert all(type(rule) is kind for rule in found)
    assert sum(map(len, kinds.values())) == len(v.RULES)
    for rule in discover(rules, Rule):
        assert rule.sentence.endswith(".")


@pytest.mark.parametrize("kind", [WholeRule, FieldRule, GroundRule, BarRule])
def test_a_rule_is_nothing_without_its_question(kind: Callable[..., Rule]) -> None:
    """Nor does it take the question for its sentence: it must be named."""
    with pytest.raises(TypeError):
        kind("namn", "Mening.")
    with pytest.raises(TypeError):
        kind("namn", "Mening.", lambda *_: None)


def test_a_rule_has_the_name_of_its_file() -> None:
    files = {path.stem.replace("_", "-") for path in (v.PROJECT / "generator/gate/rules").glob("[a-z]*.py")}
    assert files == set(v.RULES)
    tests = {path.stem.removeprefix("test_").replace("_", "-")
             for path in (v.PROJECT / "tests/gate/rules").glob("test_*.py")}  # fmt: skip
    assert tests == set(v.RULES)
