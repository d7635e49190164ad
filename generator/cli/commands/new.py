"""`insats new`: a new record, paused and commented."""

from __future__ import annotations

import argparse

from generator.cli.asking import ask, can_ask
from generator.cli.interface import Command, Exit, WrongUseError
from generator.cli.options import add_sources, today
from generator.cli.output import no_answer
from generator.publish.drafting import draft_record
from generator.publish.reading import read_configuration
from generator.records.schema import Choices
from generator.storage.choices import choices
from generator.storage.folders import shown
from generator.storage.wishes import WISHES, Answers, WishRefusedError
from generator.words.swedish import listed


def _configure(parser: argparse.ArgumentParser) -> None:
    for wish in WISHES:
        more = "; går att skriva flera gånger" if wish.many else ""
        help_text = f"{wish.question}{more}".replace("%", "%%")
        action = "append" if wish.many else "store"
        parser.add_argument(wish.option, metavar=wish.metavar, help=help_text, action=action)
    add_sources(parser)


def _run(arguments: argparse.Namespace) -> Exit:
    configuration, findings = read_configuration(arguments.config)
    if configuration is None:
        return no_answer(findings, "text")
    known = choices(configuration.vocabularies, configuration.forbund, configuration.terms)
    missing = [wish.option for wish in WISHES if wish.needed and getattr(arguments, wish.name) is None]
    asks = bool(missing) and can_ask()
    answers, refused = _given(arguments, known)
    if missing and not asks:
        refused.append(f"Det saknas något: {listed(missing)}.")
    if refused:
        raise WrongUseError(f"{' '.join(refused)} Inget är skrivet. Se insats new --help.")
    try:
        drafted = draft_record(
            arguments.content,
            arguments.config,
            configuration,
            ask(answers, known) if asks else answers,
            today(),
        )
    except WishRefusedError as error:
        raise WrongUseError(str(error)) from error
    print(f"Skrev {shown(drafted.path)}. Insatsen är pausad och syns inte än.")
    if drafted.schemas:
        print(f"Skrev också hjälp till redigeraren i mappen {shown(drafted.schemas[0].parent)}.")
    print(
        "Fyll i filen och kör insats check. När styrelsen har beslutat: skriv beslutet och läge: publicera."
    )
    return Exit.FINE


def _given(arguments: argparse.Namespace, known: Choices) -> tuple[Answers, list[str]]:
    """What the options say, and everything that is wrong with them."""
    answers: dict[str, list[str]] = {}
    refused: list[str] = []
    for wish in WISHES:
        written: str | list[str] | None = getattr(arguments, wish.name)
        for text in [written] if isinstance(written, str) else written or ():
            try:
                understood = wish.understood(text, known, answers)
                answers.setdefault(wish.name, []).append(understood)
            except WishRefusedError as error:
                refused.append(f"{wish.option}: {error}")
    return answers, refused


COMMAND = Command("new", "Skapa en ny post med förklaringar till varje nyckel.", _configure, _run)
