"""Reads the register and lists the grounds on which its persons' data are public."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from generator.answers.consents.grounds import Ground, grounds
from generator.publish.judging import judge
from generator.publish.preparing import UnknownForbundError
from generator.publish.reading import Configuration, read_inputs
from generator.publish.swap import OutRefusedError
from generator.storage.located import LocatedRecord
from generator.words.channels import Channel, every_channel
from generator.words.findings import Finding


@dataclass(frozen=True)
class Consents:
    """`grounds` is None when the configuration cannot be read."""

    grounds: tuple[Ground, ...] | None
    findings: tuple[Finding, ...]


def list_consents(content: Path, config: Path, channel: Channel | None, day: date, soon: int) -> Consents:
    """Every ground of every record that can be read. Raises UnknownForbundError."""
    inputs = read_inputs(content, config)
    configuration = inputs.configuration
    if configuration is None:
        return Consents(None, inputs.findings)
    if channel is not None and channel.forbund is not None and channel.forbund not in configuration.forbund:
        raise UnknownForbundError(channel.forbund)
    judged = [
        judge(records, configuration, one, day)
        for one, records in _editions(channel, configuration, inputs.records)
    ]
    return Consents(grounds(judged, configuration.rulebook, soon), inputs.findings)


def _editions(
    asked: Channel | None, configuration: Configuration, records: Sequence[LocatedRecord]
) -> list[tuple[Channel, Sequence[LocatedRecord]]]:
    """Each channel with the records that it can show: on a förbund's own web only its own."""
    return [
        (one, [record for record in records if one.forbund in (None, record.folder)])
        for one in (every_channel(configuration.forbund) if asked is None else [asked])
    ]


def write_answer(text: str, out: Path, kept: Sequence[Path]) -> None:
    """Writes an answer to a file. Raises OutRefusedError inside `kept`, where records are read from."""
    if any(out.resolve().is_relative_to(folder.resolve()) for folder in kept):
        raise OutRefusedError(str(out))
    out.write_text(text, "utf-8", newline="")
