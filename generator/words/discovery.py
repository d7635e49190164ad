"""Plug-in folders: each module of a package ends in one constant of the package's kind."""

from __future__ import annotations

import importlib
import pkgutil
from types import ModuleType
from typing import TypeVar

T = TypeVar("T")


def discover(package: ModuleType, kind: type[T]) -> tuple[T, ...]:
    """Every module's constant of type `kind`, in the modules' name order.

    `interface` and names that begin with `_` are passed over. Raises LookupError when a module
    has not exactly one such constant: a rule that goes missing must not go unnoticed.
    """
    found: list[T] = []
    for info in sorted(pkgutil.iter_modules(package.__path__), key=lambda info: info.name):
        if info.name.startswith("_") or info.name == "interface":
            continue
        module = importlib.import_module(f"{package.__name__}.{info.name}")
        own = [value for name, value in vars(module).items() if name.isupper() and isinstance(value, kind)]
        if len(own) != 1:
            raise LookupError(f"{module.__name__} must define exactly one {kind.__name__}, has {len(own)}")
        found.extend(own)
    return tuple(found)
