"""The options that verbs share."""

from __future__ import annotations

import argparse
from datetime import date, datetime
from pathlib import Path

from generator.cli.interface import WrongUseError
from generator.publish.history import STOCKHOLM
from generator.storage.folders import shown
from generator.words.channels import PORTAL, Channel, parse_channel
from generator.words.dates import parse_partial_date
from generator.words.swedish import listed

_CHANNELS = "portal, forbundswebb:<id>, sociala-medier eller öppna-data"
_SITES = "portal eller forbundswebb:<id>"
_ALSO = "(förbundswebb:<id> går lika bra)"


def today() -> date:
    """Today's date in Sweden. The only clock in the program."""
    return datetime.now(STOCKHOLM).date()


def _date(text: str) -> date:
    try:
        when = parse_partial_date(text)
        return date(when.year, when.month or 0, when.day or 0)
    except ValueError:
        raise argparse.ArgumentTypeError("skriv datumet som 2026-11-23") from None


def _channel(text: str) -> Channel:
    try:
        return parse_channel(text)
    except ValueError:
        raise argparse.ArgumentTypeError(f"skriv {_CHANNELS}") from None


def _site_channel(text: str) -> Channel:
    try:
        channel = parse_channel(text)
        if channel.has_site:
            return channel
    except ValueError:
        pass
    raise argparse.ArgumentTypeError(f"skriv {_SITES}")


def _folder(text: str) -> Path:
    if Path(text).is_dir():
        return Path(text)
    advice = "Kör kommandot från projektets mapp, eller skriv rätt mapp efter --content och --config."
    raise WrongUseError(f"Mappen {shown(Path(text))} finns inte. {advice}")


def port(text: str) -> int:
    """A port that a server can listen on."""
    if not (text.isascii() and text.isdigit() and 0 < int(text) < 65536):
        raise argparse.ArgumentTypeError("skriv ett tal från 1 till 65535")
    return int(text)


def add_sources(parser: argparse.ArgumentParser) -> None:
    """`--content`, `--config`: where to read."""
    # argparse makes a default that is a text of the option's type, so that a missing one is told as well.
    parser.add_argument("--content", type=_folder, default="content", metavar="MAPP", help="posterna")
    add_config(parser)


def add_config(parser: argparse.ArgumentParser) -> None:
    """`--config` alone."""
    parser.add_argument(
        "--config", type=_folder, default="site_config", metavar="MAPP", help="inställningarna"
    )


def add_edition(parser: argparse.ArgumentParser) -> None:
    """`--channel`, `--date`: for whom and when. Any channel, and the portal when none is named."""
    parser.add_argument(
        "--channel", type=_channel, default=PORTAL, metavar="KANAL", help=f"{_CHANNELS} {_ALSO}"
    )
    add_date(parser)


def add_site_edition(parser: argparse.ArgumentParser) -> None:
    """`--channel`, `--date` of a site: a channel that is a web of pages."""
    parser.add_argument(
        "--channel",
        type=_site_channel,
        default=PORTAL,
        metavar="KANAL",
        help=f"{_SITES} {_ALSO}",
    )
    add_date(parser)


def add_channels(parser: argparse.ArgumentParser) -> None:
    """`--channel`, `--date` for an answer: None when no channel is named, which means all of them."""
    parser.add_argument(
        "--channel",
        type=_channel,
        default=None,
        metavar="KANAL",
        help=f"{_CHANNELS} {_ALSO}; annars alla",
    )
    add_date(parser)


def add_date(parser: argparse.ArgumentParser) -> None:
    """`--date`."""
    parser.add_argument("--date", type=_date, default=None, metavar="DATUM", help="i stället för i dag")


def add_format(parser: argparse.ArgumentParser, *more: str) -> None:
    """`--format`: text for people, json for programs, and what else the verb can write."""
    formats = ("text", "json", *more)
    parser.add_argument("--format", choices=formats, default="text", help=listed(formats, "eller"))
