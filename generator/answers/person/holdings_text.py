"""What the register holds about a person, as a text to hand over."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from textwrap import fill

from generator.answers.explain.explanation import Answer
from generator.answers.labels import label
from generator.answers.person.holdings import Held, Holding, Holdings
from generator.answers.person.mentions import Mention
from generator.words.channels import Channel
from generator.words.dates import swedish_date

_WIDTH = 100
_PURPOSE = (
    "Ändamål: att den som söker en insats, eller vill lära av den, ska kunna nå rätt person.",
    (
        "Rättslig grund: personens samtycke, eller villkoren i den ansökan som parterna har skrivit under. "
        "Utan grund visas uppgiften inte. Vid varje uppgift nedan står vad den vilar på."
    ),
    "Mottagare: redaktionen, som läser allt, och besökarna på de kanaler där en uppgift är offentlig.",
    "Källa: ansökningarna till samordningsförbunden, och det som personen själv har meddelat.",
    (
        "Personen kan begära rättelse eller radering, ta tillbaka ett samtycke, invända mot publiceringen "
        "och klaga hos Integritetsskyddsmyndigheten."
    ),
)


def as_text(holdings: Holdings) -> str:
    """Readable without knowing the program."""
    return "\n".join(_lines(holdings))


def _lines(holdings: Holdings) -> Iterator[str]:
    yield f"Uppgifter om en person i registret, {swedish_date(holdings.day)}"
    yield ""
    for sentence in (*_PURPOSE, _storage(holdings)):
        yield _filled(sentence, "")
    yield ""
    if len(holdings.persons) > 1:
        yield f"{len(holdings.persons)} olika personer svarar mot det du skrev. De står var för sig."
        yield _filled("Lämna bara ut det som gäller den som frågar. Sök på e-post eller telefon.", "")
        yield ""
    for number, person in enumerate(holdings.persons, start=1):
        if len(holdings.persons) > 1:
            yield f"Person {number} av {len(holdings.persons)}"
            yield ""
        yield from _person(person)
    yield from possible_lines(holdings.possible)
    yield from _legend(holdings)


def _storage(holdings: Holdings) -> str:
    return (
        "Lagring: uppgiften visas så länge dess grund gäller, annars längst till "
        f"{holdings.longest}. I redaktionens filer står den tills någon tar bort den."
    )


def possible_lines(possible: Sequence[tuple[str, int]]) -> Iterator[str]:
    """By place only: they may be somebody else's."""
    if possible:
        yield "Möjligen samma person"
        for file, line in possible:
            yield f"  {file}:{line}"
        yield ""


def _person(person: Holding) -> Iterator[str]:
    if not person.held:
        yield "Ingen post har personen i sin lista."
        yield ""
    for held in person.held:
        yield from _held(held)
    if len({held.file for held in person.held}) > 1:
        yield "Posterna hör ihop genom namn, e-post eller telefon. Läs igenom att alla gäller samma person."
        yield ""
    yield "Nämnd på andra ställen"
    if person.mentions:
        for mention in person.mentions:
            yield f"  {mention_line(mention)}"
    else:
        yield "  Ingenstans."
    yield ""
    yield "I versionshistoriken (git)"
    yield from _history(person)
    yield ""


def mention_line(mention: Mention) -> str:
    """Place and field, never the text."""
    maybe = "" if mention.sure else " (kan vara något annat)"
    where = ""
    if mention.channels is not None:
        names = ", ".join(channel.name for channel in mention.channels)
        where = f", offentlig: {names}" if names else ", visas inte"
    return f"{mention.file}:{mention.line}  {mention.field}{where}{maybe}"


def _history(person: Holding) -> Iterator[str]:
    if person.history is None:
        yield "  Ingen historik att läsa: mappen ligger inte i git."
        return
    if not person.history:
        yield "  Inget."
    for row in person.history:
        first, last = swedish_date(row.first), swedish_date(row.last)
        days = first if first == last else f"från {first} till {last}"
        yield f"  {row.file}: {row.commits} {'commit' if row.commits == 1 else 'commits'}, {days}"
    if not person.history_whole:
        yield "  Den här kopian har inte hela historiken."


def _held(held: Held) -> Iterator[str]:
    yield f"{held.insats} ({held.file}:{held.line})"
    yield f"  Person {held.number} i posten, {held.role}"
    for datum in held.data:
        yield f"  {label(datum.field)}: {datum.value} (rad {datum.line})"
        for channels, answer in _alike(held.channels, datum.answers):
            word = "offentlig" if answer.public else "visas inte"
            until = f" till och med {swedish_date(answer.until)}" if answer.until is not None else ""
            names = ", ".join(channel.name for channel in channels)
            yield _filled(f"{names}: {word}{until}. {answer.text} {_ground(answer)}", "    ")
    for number, consent in enumerate(held.consents, start=1):
        yield f"  Samtycke {number} (rad {min(note.line for note in consent)})"
        for note in consent:
            yield f"    {note.key}: {note.value}"
    for note in held.notes:
        yield f"  {label(note.key)}: {note.value} (rad {note.line})"
    yield ""


def _alike(channels: Sequence[Channel], answers: Sequence[Answer]) -> list[tuple[list[Channel], Answer]]:
    """The channels by their answer, in the first one's order."""
    groups: dict[Answer, list[Channel]] = {}
    for channel, answer in zip(channels, answers, strict=True):
        groups.setdefault(answer, []).append(channel)
    return [(found, answer) for answer, found in groups.items()]


def _ground(answer: Answer) -> str:
    parts = [answer.rule if answer.terms is None else f"{answer.rule} {answer.terms}"]
    if answer.line is not None:
        parts.append(f"rad {answer.line}")
    return f"[{', '.join(parts)}]"


def _legend(holdings: Holdings) -> Iterator[str]:
    answers = [
        answer
        for person in holdings.persons
        for held in person.held
        for datum in held.data
        for answer in datum.answers
    ]
    for terms, clause in sorted({(a.terms, a.clause) for a in answers if a.clause is not None}, key=str):
        yield f"Klausulen i villkoren {terms}:"
        yield _filled(f"”{' '.join((clause or '').split())}”", "  ")
        yield ""
    if answers:
        yield "Reglerna"
    for rule in sorted({answer.rule for answer in answers}):
        yield _filled(f"[{rule}] {holdings.sentences[rule]}", "  ")


def _filled(text: str, indent: str) -> str:
    return fill(text, _WIDTH, initial_indent=indent, subsequent_indent=f"{indent}  ")
