"""`insats consents --person` and `--forget`: what is asked about one person."""

from __future__ import annotations

import argparse
import sys

from generator.answers.person.forgotten_data import as_data as forgotten_data
from generator.answers.person.forgotten_text import SPELLING
from generator.answers.person.forgotten_text import as_text as forgotten_text
from generator.answers.person.holdings_data import as_data
from generator.answers.person.holdings_text import as_text, possible_lines
from generator.cli.interface import Exit, WrongUseError
from generator.cli.options import today
from generator.cli.output import as_json, no_answer, print_findings, print_stopped
from generator.publish.forgetting import SeveralPersonsError, forget
from generator.publish.holding import holdings_of

_NOBODY = f"Registret har inget om den personen. {SPELLING}"


def add_person(parser: argparse.ArgumentParser) -> None:
    """`--person`, `--forget`, `--dry-run`."""
    who = "hela namnet, e-postadressen eller telefonnumret"
    one = parser.add_mutually_exclusive_group()
    one.add_argument("--person", metavar="NAMN", help=f"allt som registret har om personen: {who}")
    one.add_argument("--forget", metavar="NAMN", help=f"ta ut personen ur alla poster: {who}")
    parser.add_argument(
        "--dry-run", action="store_true", help="med --forget: säg vad som skulle hända och ändra inget"
    )


def run_person(arguments: argparse.Namespace) -> Exit | None:
    """What was asked about one person; None when nobody was named."""
    if arguments.dry_run and arguments.forget is None:
        raise WrongUseError("--dry-run hör ihop med --forget.")
    if arguments.person is None and arguments.forget is None:
        return None
    asked = "--person" if arguments.forget is None else "--forget"
    for option in ("channel", "expiring", "out"):
        if getattr(arguments, option) is not None:
            raise WrongUseError(f"--{option} gäller inte tillsammans med {asked}.")
    if arguments.format not in ("text", "json"):
        raise WrongUseError(f"{asked} svarar med --format text eller json.")
    return _person(arguments) if arguments.forget is None else _forget(arguments)


def _person(arguments: argparse.Namespace) -> Exit:
    answer = holdings_of(arguments.content, arguments.config, arguments.person, arguments.date or today())
    if answer.holdings is None:
        return no_answer(answer.findings, arguments.format)
    print_findings(answer.findings, "text", sys.stderr)
    if answer.findings:
        print("De filer som har fel är inte med i svaret.", file=sys.stderr)
    if arguments.format == "json":
        print(as_json(as_data(answer.holdings)))
    elif answer.holdings.persons:
        print(as_text(answer.holdings))
    else:
        print("\n".join((_NOBODY, *possible_lines(answer.holdings.possible))).rstrip())
    return Exit.FINE if answer.holdings.persons else Exit.FINDINGS


def _forget(arguments: argparse.Namespace) -> Exit:
    try:
        answer = forget(arguments.content, arguments.config, arguments.forget, write=not arguments.dry_run)
    except SeveralPersonsError as error:
        places = "".join(f"\n  {file}:{line}" for file, line in error.places)
        advice = "Skriv e-postadressen eller telefonnumret i stället. Inget är ändrat."
        raise WrongUseError(f"Flera olika personer svarar mot det. {advice}{places}") from error
    except OSError as error:
        where = f" ({error.strerror})" if error.strerror else ""
        print_stopped(f"En fil gick inte att läsa eller skriva{where}. Inget är ändrat.", arguments.format)
        return Exit.FINDINGS
    if answer.forgotten is None:
        return no_answer(answer.findings, arguments.format, "Inget är ändrat.")
    if arguments.format == "json":
        print(as_json(forgotten_data(answer.forgotten)))
    else:
        print(forgotten_text(answer.forgotten))
    left = answer.forgotten.mentions or answer.forgotten.possible
    return Exit.FINE if answer.forgotten.taken and not left else Exit.FINDINGS
