"""Rule 1: terms or a förbund that nobody has written down publish nothing."""

from __future__ import annotations

from generator.gate.interface import Case, Reason, WholeRule


def _judge(case: Case) -> Reason | None:
    if case.record.forbund not in case.settings.forbund:
        return Reason(RULE.name, "Förbundet som posten anger finns inte i registret.")
    if case.terms is None:
        return Reason(RULE.name, "Villkoren som posten anger finns inte i registret.")
    if case.terms.forbund != case.record.forbund:
        return Reason(RULE.name, "Villkoren hör till ett annat förbund än insatsen.")
    return None


RULE = WholeRule(
    name="villkor-kanda",
    sentence="En insats publiceras bara om registret känner dess förbund och dess villkor.",
    judge=_judge,
)
