"""What `insats new` needs to know of a record: what it asks, what may be answered, what that means."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

from slugify import slugify

from generator.records.record import Record
from generator.records.schema import Choices
from generator.storage.shapes import shapes_at, words
from generator.words.dates import PartialDate, parse_partial_date
from generator.words.ids import LONGEST, id_problem
from generator.words.kommuner import kommuner
from generator.words.swedish import did_you_mean

Answers = Mapping[str, Sequence[str]]
Offer = Mapping[str, str]


class WishRefusedError(Exception):
    """An answer that cannot be used; the message says in Swedish what can."""


def _nothing(_known: Choices, _so_far: Answers) -> Offer:
    return {}


def _as_written(text: str, _known: Choices, _so_far: Answers) -> str:
    return text


@dataclass(frozen=True)
class Wish:
    """One thing to know. `offered`: words with meanings; with `unknown`, a message, no others will do."""

    option: str
    metavar: str
    question: str
    needed: bool = False
    many: bool = False
    offered: Callable[[Choices, Answers], Offer] = field(default=_nothing)
    unknown: str = ""
    read: Callable[[str, Choices, Answers], str] = field(default=_as_written)

    @property
    def name(self) -> str:
        """The option without its dashes: the key of the answers."""
        return self.option.removeprefix("--")

    def understood(self, text: str, known: Choices, so_far: Answers) -> str:
        """What the answer means. Raises WishRefusedError."""
        text = self.read(" ".join(text.split()), known, so_far)
        if not text:
            raise WishRefusedError("Här ska det stå något.")
        return _one_of(text, self.offered(known, so_far), self.unknown) if self.unknown else text


def _one_of(text: str, offered: Offer, otherwise: str) -> str:
    """The word itself, however its capitals are written."""
    for word in offered:
        if text.casefold() == word.casefold():
            return word
    near = did_you_mean(text, offered)
    raise WishRefusedError(
        f"{otherwise} {f'Menade du {near}?' if near else f'Det som finns: {_short(offered)}.'}"
    )


def _short(offered: Offer) -> str:
    first = [*offered][:8]
    return ", ".join(first) + (" …" if len(offered) > len(first) else "")


def _forbund(known: Choices, _so_far: Answers) -> Offer:
    return known.words.get("forbund", {})


def _terms(known: Choices, so_far: Answers) -> Offer:
    all_terms = known.words.get("villkor", {})
    own = known.terms_of.get(so_far.get("forbund", [""])[0], [*all_terms])
    return {key: all_terms[key] for key in own}


def _kinds(known: Choices, _so_far: Answers) -> Offer:
    meant = known.words.get("inriktningar", {})
    return {word: meant.get(word, "") for word in words(shapes_at(Record, ("inriktning",)))}


def _members(known: Choices, so_far: Answers) -> Offer:
    codes = known.kommuner_of.get(so_far.get("forbund", [""])[0], ())
    return {code: kommuner()[code] for code in codes}


def _target_groups(known: Choices, _so_far: Answers) -> Offer:
    return known.words.get("malgrupper", {})


def _own_terms(text: str, known: Choices, so_far: Answers) -> str:
    own = _terms(known, so_far)
    if not own:
        raise WishRefusedError("Förbundet har inga villkor. Lägg till dem i villkor/ bland inställningarna.")
    if text in known.words.get("villkor", {}) and text not in own:
        raise WishRefusedError(f"Villkoren hör till ett annat förbund. Det som finns: {_short(own)}.")
    return text


def _kommun(text: str, _known: Choices, _so_far: Answers) -> str:
    """The code, also of a name: Håbo → 0305."""
    if text in kommuner():
        return text
    codes = {name.casefold(): code for code, name in kommuner().items()}
    if (code := codes.get(text.casefold())) is not None:  # accents count: Habo is not Håbo
        return code
    near = did_you_mean(text, kommuner().values())
    told = (
        f"Menade du {near}?" if near else "Skriv namnet eller SCB-koden med fyra siffror, till exempel 2184."
    )
    raise WishRefusedError(f"Kommunen finns inte. {told}")


def _date(text: str, _known: Choices, so_far: Answers) -> str:
    try:
        when = parse_partial_date(text)
    except ValueError:
        raise WishRefusedError("Det här är inget datum. Skriv 2025, 2025-09 eller 2025-09-01.") from None
    if "start" in so_far and when.last_day < parse_partial_date(so_far["start"][0]).first_day:
        raise WishRefusedError("Slutet ligger före starten.")
    return text


def _slug(text: str, _known: Choices, _so_far: Answers) -> str:
    if id_problem(text) is not None:
        raise WishRefusedError(
            "Namnet går inte att använda i en adress. Skriv a–z, 0–9 och bindestreck, högst "
            f"{LONGEST} tecken, och inget ord som webbplatsen själv använder."
        )
    return text


# In the order that they are asked: what is offered may depend on an earlier answer.
WISHES = (
    Wish(
        "--forbund", "ID", "Vilket samordningsförbund?", needed=True,
        offered=_forbund, unknown="Förbundet finns inte.",
    ),
    Wish("--name", "NAMN", "Vad heter insatsen?", needed=True),
    Wish(
        "--terms", "ID", "Vilka villkor skrev parterna under?", needed=True,
        offered=_terms, unknown="Villkoren finns inte.", read=_own_terms,
    ),
    Wish(
        "--inriktning", "ORD", "Vad för slags insats är det?", needed=True,
        offered=_kinds, unknown="Inriktningen finns inte.",
    ),
    Wish("--slug", "ORD", "Vad ska filen och sidan heta i adressen?", read=_slug),
    Wish("--start", "DATUM", "När börjar insatsen? (2025, 2025-09 eller 2025-09-01)", read=_date),
    Wish("--slut", "DATUM", "När slutar den?", read=_date),
    Wish("--kommun", "KOMMUN", "I vilka kommuner?", many=True, offered=_members, read=_kommun),
    Wish(
        "--malgrupp", "ORD", "Vilka är den till för?", many=True,
        offered=_target_groups, unknown="Målgruppen finns inte i ordlistan.",
    ),
)  # fmt: skip


def slug_of(name: str) -> str | None:
    """The name as it can stand in an address; None when it cannot."""
    slug = slugify(name, max_length=LONGEST, word_boundary=True)
    return None if id_problem(slug) else slug


def start_of(answers: Answers) -> PartialDate | None:
    """When the insats begins, as far as it was told."""
    return parse_partial_date(answers["start"][0]) if "start" in answers else None


def free_id(forbund: str, year: int, slug: str, taken: frozenset[str]) -> str:
    """`<förbund>-<year>-<slug>`, with a number last when that is or was another's."""
    stem = f"{forbund}-{year}-{slug}"
    number, found = 1, stem[:LONGEST].rstrip("-")
    while found in taken or id_problem(found) is not None:
        number += 1
        found = f"{stem[: LONGEST - len(f'-{number}')].rstrip('-')}-{number}"
    return found
