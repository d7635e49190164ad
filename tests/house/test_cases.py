"""Each check and each rule of the gate has its cases as data: some that it speaks of, some that it does not.

The cases are run here a second time, with an ear at the rule, until both have been heard.
"""

from __future__ import annotations

import importlib
import inspect
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from functools import partial
from itertools import product
from types import ModuleType

import pytest

from generator.audit.interface import SiteCheck
from generator.audit.scan import site_checks
from generator.checks.interface import Check
from generator.checks.run import all_checks
from generator.gate import rules
from generator.gate.interface import GroundRule, Rule
from generator.words.discovery import discover

Ruling = Check | Rule | SiteCheck
WHERE: list[tuple[str, Ruling]] = [
    *(("checks", check) for check in all_checks()),
    *(("gate", rule) for rule in discover(rules, Rule)),
    *(("audit", check) for check in site_checks()),
]


@pytest.mark.parametrize(("folder", "rule"), WHERE, ids=lambda one: getattr(one, "name", one))
def test_its_cases_are_good_and_bad(folder: str, rule: Ruling) -> None:
    module = importlib.import_module(f"tests.{folder}.rules.test_{rule.name.replace('-', '_')}")
    seen: set[bool] = set()
    for case in cases(module):
        with heeding(rule) as heard:
            case()
        if heard:
            seen.add(any(heard))
        if seen == {True, False}:
            return
    spoken, silent = True in seen, False in seen
    pytest.fail(f"{module.__name__}: cases as data that it speaks of: {spoken}, is silent about: {silent}")


@contextmanager
def heeding(rule: Ruling) -> Iterator[list[bool]]:
    """Whether the rule had anything to say, for each time that it is asked. Rules are frozen otherwise."""
    heard: list[bool] = []
    name = (
        "check"
        if isinstance(rule, Check | SiteCheck)
        else "permits"
        if isinstance(rule, GroundRule)
        else "judge"
    )
    own: Callable[..., object] = getattr(rule, name)

    def asked(*arguments: object) -> object:
        said = own(*arguments)
        said = list(said) if isinstance(said, Iterator) else said
        heard.append(bool(said))
        return said

    object.__setattr__(rule, name, asked)
    try:
        yield heard
    finally:
        object.__setattr__(rule, name, own)


def cases(module: ModuleType) -> Iterator[Callable[[], object]]:
    """The module's tests that are made of data and ask for no fixture, one for each row."""
    for name, test in vars(module).items():
        tables = [mark for mark in getattr(test, "pytestmark", ()) if mark.name == "parametrize"]
        if not name.startswith("test_") or not tables:
            continue
        rows = [[*_rows(*mark.args[:2])] for mark in tables]
        for together in product(*rows):
            given = {key: value for row in together for key, value in row.items()}
            if set(inspect.signature(test).parameters) == set(given):
                yield partial(test, **given)


def _rows(names: str | tuple[str, ...], values: Iterator[object]) -> Iterator[Mapping[str, object]]:
    keys = [one.strip() for one in names.split(",")] if isinstance(names, str) else names
    for value in values:
        inside = getattr(value, "values", None) if hasattr(value, "marks") else None
        row = inside if inside is not None else value if len(keys) > 1 else (value,)
        assert isinstance(row, tuple | list)
        yield dict(zip(keys, row, strict=True))
