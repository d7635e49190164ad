"""A förbund's own web shows that förbund's insatser and nobody else's."""

from __future__ import annotations

from generator.gate.interface import Case, Reason, WholeRule
from generator.words.channels import ChannelKind


def _judge(case: Case) -> Reason | None:
    if case.channel.kind is ChannelKind.FORBUNDSWEBB and case.channel.forbund != case.record.forbund:
        return Reason(RULE.name, "Insatsen hör till ett annat förbund än webbplatsen.")
    return None


RULE = WholeRule(
    name="egen-webb",
    sentence="På ett förbunds egen webb syns bara det förbundets insatser.",
    judge=_judge,
)
