"""The public values of an insats in plain Swedish, one line each."""

from __future__ import annotations

from generator.public.insats import PublicInsats, PublicParticipants
from generator.words.kommuner import kommuner
from generator.words.money import swedish_number
from generator.words.swedish import sort_key

EXAMPLE = "Exempel: beslutet på den här sidan är påhittat. Vi känner inte till något verkligt beslut."
EXAMPLE_SHORT = "Exempel: beslutet är påhittat."
PRIORITY = "Prioriterad grupp"
PRIORITY_EXPLAINED = (
    "Prioriterad grupp betyder att regeringen har pekat ut gruppen som särskilt viktig att nå."
)
SMALL = "Litet antal"
SMALL_EXPLAINED = "Litet antal betyder färre än 15 personer. Läs siffran försiktigt: den säger lite om andra."
_FEWEST = 15
NOT_REPORTED = "ej redovisat"

STATUSES = {"pågående": "Pågår", "kommande": "Har inte börjat", "avslutad": "Avslutad"}
_RELATIONS = {
    "förlänger": "Förlänger",
    "ersätter": "Ersätter",
    "bygger på": "Bygger på",
    "leder till": "Leder till",
}
_REVERSED = {
    "förlänger": "Förlängs av",
    "ersätter": "Ersätts av",
    "bygger på": "Ligger till grund för",
    "leder till": "Kommer efter",
}


def relation(kind: str, *, reverse: bool = False) -> str:
    """`förlänger` → `Förlänger`, or `Förlängs av` as the other insats says it."""
    return (_REVERSED if reverse else _RELATIONS).get(kind, "Hör ihop med")


def counted(number: int) -> str:
    """`inga insatser just nu`, `1 insats`, `1 200 insatser`."""
    if number == 0:
        return "inga insatser just nu"
    return "1 insats" if number == 1 else f"{swedish_number(number)} insatser"


def capital(text: str) -> str:
    """The text with its first letter upper case and the rest as it was."""
    return text[:1].upper() + text[1:]


def ages(insats: PublicInsats) -> str:
    """`19–29 år`, `från 16 år`, `till och med 64 år` or ""."""
    low, high = insats.age_from, insats.age_to
    if low is not None and high is not None:
        return f"{low} år" if low == high else f"{low}–{high} år"
    if low is not None:
        return f"från {low} år"
    return "" if high is None else f"till och med {high} år"


def participants(group: PublicParticipants) -> str:
    """`90 totalt`, `40 samtidigt` or `70 per år`, with its note as a sentence after it."""
    counted = f"{group.number} {group.basis}"
    return f"{counted}. {capital(group.note)}" if group.note else counted


def is_small(group: PublicParticipants) -> bool:
    """Whether the number is so small that a reader is told to take care with it."""
    return group.number < _FEWEST


def kommun_names(insats: PublicInsats) -> list[tuple[str, str]]:
    """(code, name) of each kommun of the insats, in Swedish order."""
    names = kommuner()
    known = [(code, names[code]) for code in dict.fromkeys(insats.kommuner) if code in names]
    return sorted(known, key=lambda pair: sort_key(pair[1]))


def shortened(text: str, longest: int) -> str:
    """The text, cut at a word and ended with … where it is longer than `longest` characters."""
    if len(text) <= longest:
        return text
    return f"{text[:longest].rsplit(' ', 1)[0].rstrip(' ,;:.–-')} …"
