"""Asks at a terminal for what a new record needs."""

from __future__ import annotations

import sys
from collections.abc import Sequence

from generator.cli.interface import WrongUseError
from generator.records.schema import Choices
from generator.storage.wishes import WISHES, Answers, Offer, Wish, WishRefusedError, slug_of


def can_ask() -> bool:
    """Whether somebody reads what is asked, and can answer."""
    return sys.stdin.isatty() and sys.stdout.isatty()


def ask(given: Answers, known: Choices) -> Answers:
    """The answers that were given, and those to all other questions. Raises WrongUseError when input ends."""
    answers = {**given}
    for wish in WISHES:
        if wish.name not in answers and (found := _asked(wish, known, answers)):
            answers[wish.name] = found
    return answers


def _asked(wish: Wish, known: Choices, so_far: Answers) -> Sequence[str]:
    offered = wish.offered(known, so_far)
    default = _default(wish, offered, so_far)
    print(f"\n{wish.question}")
    width = max(map(len, offered), default=0)
    for number, (word, meaning) in enumerate(offered.items(), 1):
        print(f"  {number:3}  {word:{width}}  {meaning.partition('. ')[0]}".rstrip())
    while True:
        written = _line(_prompt(wish, offered, default)) or default
        if not written and not wish.needed:
            return []
        parts = [part for part in written.split(",") if part.strip()] if wish.many else [written]
        try:
            return [wish.understood(_word(part, offered), known, so_far) for part in parts]
        except WishRefusedError as refused:
            print(refused)


def _default(wish: Wish, offered: Offer, so_far: Answers) -> str:
    """What Enter alone means: the only word there is, and the name as an address."""
    if wish.name == "slug":
        return slug_of(so_far["name"][0]) or ""
    return next(iter(offered)) if wish.needed and len(offered) == 1 else ""


def _prompt(wish: Wish, offered: Offer, default: str) -> str:
    hint = "nummer eller ord" if offered else ""
    hint += ", flera med komma emellan" if wish.many else ""
    enter = f"Enter: {default}" if default else "" if wish.needed else "Enter: hoppa över"
    told = "; ".join(part for part in (hint, enter) if part)
    return f"({told}) > " if told else "> "


def _line(prompt: str) -> str:
    try:
        return input(prompt).strip()
    except EOFError:
        print()
        raise WrongUseError("Avbrutet. Inget är skrivet.") from None


def _word(text: str, offered: Offer) -> str:
    """The word that a number in the list stands for."""
    text = text.strip()
    words = [*offered]
    return words[int(text) - 1] if text.isdecimal() and 0 < int(text) <= len(words) else text
