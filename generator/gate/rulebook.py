"""The gate's rules, found in `rules/` and held against the list that the site counts on."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from generator.gate import rules
from generator.gate.interface import BarRule, FieldRule, GroundRule, Rule, WholeRule
from generator.words.discovery import discover


@dataclass(frozen=True)
class Rulebook:
    """All rules by kind, each kind in name order."""

    whole: tuple[WholeRule, ...]
    fields: tuple[FieldRule, ...]
    grounds: tuple[GroundRule, ...]
    bars: tuple[BarRule, ...]

    @property
    def names(self) -> frozenset[str]:
        """The names of all rules."""
        return frozenset(rule.name for rule in (*self.whole, *self.fields, *self.grounds, *self.bars))


def load_rules(counted_on: Sequence[str]) -> Rulebook:
    """The rules in `rules/`.

    `counted_on` is the list in `site.yml`. Raises LookupError naming every rule that is listed
    but missing, or there but not listed: a gate with a rule too few must not open.
    """
    found = discover(rules, Rule)
    names = {rule.name for rule in found}
    if len(names) != len(found) or names != set(counted_on):
        missing, unlisted = sorted(set(counted_on) - names), sorted(names - set(counted_on))
        raise LookupError(
            ", ".join([*(f"saknas: {n}" for n in missing), *(f"ej i listan: {n}" for n in unlisted)])
        )
    return Rulebook(
        whole=tuple(rule for rule in found if isinstance(rule, WholeRule)),
        fields=tuple(rule for rule in found if isinstance(rule, FieldRule)),
        grounds=tuple(rule for rule in found if isinstance(rule, GroundRule)),
        bars=tuple(rule for rule in found if isinstance(rule, BarRule)),
    )
