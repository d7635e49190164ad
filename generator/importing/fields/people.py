"""Persons: names with their titles, organisations, addresses and numbers."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from pydantic import TypeAdapter, ValidationError
from rapidfuzz.distance import Levenshtein

from generator.importing.division import Section, places
from generator.importing.document import Block
from generator.importing.draft import Context, Draft
from generator.importing.headings import plain
from generator.records.fields import Email, Phone
from generator.words.findings import Position
from generator.words.fornamn import first_names
from generator.words.swedish import fold

EMAIL = re.compile(r"[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,8}")
_NAME_WORD = re.compile(r"[A-ZÅÄÖÉÜÆØ][a-zåäöéèüæø’']+(?:-[A-ZÅÄÖÉÜ]?[a-zåäöéü]+)*")
_PARTICLES = frozenset({"af", "av", "de", "von", "van"})
# Words that two capitals do not make a name of.
_ORGANISATION = re.compile(
    r"(?:kommun|kommuns|landsting|förbund|förbundet|kassan|förmedlingen|förvaltning|förvaltningen|enhet|enheten"
    r"|centrum|central|centralen|näringsliv|myndighet|myndigheten|vuxenutbildning|psykiatri|bistånd|gruppen"
    r"|teamet|universitet|högskola)$|^(?:region|regionen|team|finsam|ab|jobb|hr|sverige|län)$",
    re.IGNORECASE,
)
_TITLE = re.compile(
    r"(?:chef|coach|samordnare|ledare|handläggare|koordinator|utvecklare|konsult|strateg)", re.IGNORECASE
)
_TRANSLITERATED = {"å": ("a", "aa"), "ä": ("a", "ae"), "ö": ("o", "oe"), "é": ("e",), "ü": ("u", "ue")}
_EMAIL: TypeAdapter[str] = TypeAdapter(Email)
_TELEPHONE: TypeAdapter[str] = TypeAdapter(Phone)
_SHARE = re.compile(r"\d+(?:[.,]\d+)? ?%")


@dataclass(frozen=True)
class Found:
    """A person as read; "" for what does not stand there."""

    name: str
    place: Position
    title: str = ""
    organisation: str = ""
    email: str = ""
    phone: str = ""


def is_organisation(text: str) -> bool:
    """Whether some word of it is an organisation's."""
    return any(_ORGANISATION.search(word.strip(".,")) for word in text.split())


def is_name(text: str, *, sure: bool = True) -> bool:
    """Two to four words with capitals and no organisation's; unless `sure`, the first a known first name."""
    words = [word for word in text.split() if word.casefold() not in _PARTICLES]
    if not 2 <= len(words) <= 4 or not all(map(_NAME_WORD.fullmatch, words)) or is_organisation(text):
        return False
    return sure or fold(words[0]).partition("-")[0] in {fold(name) for name in first_names()}


def persons_in(value: str, place: Position, organisation: str = "", known: Sequence[str] = ()) -> list[Found]:
    """The persons of one answer: `Tova Lindeby, projektsamordnare, Jobbcentrum`, or names alone.

    `known` are e-mail addresses that stand beside it.
    """
    found: list[Found] = []
    emails = [*EMAIL.findall(value), *known]
    for segment in _segments(EMAIL.sub("", value)):
        if is_name(segment):
            found.append(Found(segment, place, organisation=organisation))
        elif found:
            found[-1] = _with(found[-1], segment)
    return _paired(found, emails)


def _segments(value: str) -> Iterator[str]:
    for part in re.split(r"[,;/]|\s[-–]\s", value):
        several = [one.strip(" .:") for one in part.split(" och ")]
        yield from several if all(map(is_name, several)) else filter(None, [part.strip(" .:")])


def _with(person: Found, segment: str) -> Found:
    if _SHARE.fullmatch(segment):
        return person
    if not person.title and (segment[0].islower() or _TITLE.search(segment)):
        return replace(person, title=segment)
    if not person.organisation:
        return replace(person, organisation=segment)
    return person


def _paired(persons: list[Found], emails: Sequence[str]) -> list[Found]:
    """Each address to the name that is most like it."""
    paired = list(persons)
    for number, email in enumerate(emails):
        free = [index for index, person in enumerate(paired) if not person.email]
        if not free:
            break
        near = min(free, key=lambda index: (_distance(paired[index].name, email), abs(index - number)))
        paired[near] = replace(paired[near], email=email)
    return paired


def _distance(name: str, email: str) -> int:
    local = fold(email.partition("@")[0])
    return Levenshtein.distance(".".join(fold(word) for word in name.split()), local)


def email_fits(name: str, email: str) -> bool:
    """Whether the address is made of the name: each part of it, or their initials."""
    local = re.sub(r"[^a-z]", "", fold(email.partition("@")[0]))
    parts = [forms for word in re.split(r"[\s-]+", name) if (forms := _forms(word))]
    left = {local}
    for forms in parts:
        left |= {rest.replace(form, "", 1) for rest in left for form in forms if form in rest}
        left |= {rest.replace(form[0], "", 1) for rest in left for form in forms if rest.startswith(form[0])}
    return "" in left


def _forms(word: str) -> set[str]:
    forms = {""}
    for char in word.casefold():
        choices = _TRANSLITERATED.get(char, (fold(char),)) if char.isalpha() else ("",)
        forms = {form + choice for form in forms for choice in choices}
    return forms - {""}


def add_person(draft: Draft, context: Context, found: Found, role: str) -> None:
    """Puts the person into the draft, unless the role never belongs in a register."""
    if role in context.never_public_roles:
        draft.leave_out(found.place, "Här står en person i en roll som inte hör hemma i registret.")
        return
    written = {"namn": found.name, "roll": role}
    written |= {"titel": found.title} if found.title else {}
    written |= {"organisation": found.organisation} if found.organisation else {}
    unsound = []
    for key, value, kind in (("e-post", found.email, _EMAIL), ("telefon", _phone(found.phone), _TELEPHONE)):
        if _is_sound(value, kind):
            written[key] = value
        elif value:
            unsound.append(Block(value, found.place))
    if written in draft.persons:
        return
    draft.persons.append(written)
    path = ("personer", len(draft.persons) - 1)
    draft.places[path] = found.place
    if unsound:
        message = "E-postadressen eller telefonnumret går inte att läsa."
        draft.doubt(path, found.place, "person", message, "Skriv in det. Texten finns i källa.oplacerat.")
        draft.unplaced(unsound)
    if found.email and not email_fits(found.name, found.email):
        message = "E-postadressen stämmer inte med hur namnet stavas."
        draft.doubt(path, found.place, "epost", message, "Fråga vilken stavning som är rätt.")


def _is_sound(value: str, kind: TypeAdapter[str]) -> bool:
    """Whether the record takes the value."""
    try:
        kind.validate_python(value)
    except ValidationError:
        return False
    return True


def is_more_than(text: str, persons: Sequence[Found]) -> bool:
    """Whether the answer says something that no person got: a note, one more address."""
    told = " ".join(
        " ".join((one.name, one.title, one.organisation, one.email, one.phone)) for one in persons
    )
    known = {*plain(told).split(), "och"}
    return any(word not in known for word in plain(_SHARE.sub("", text)).split())


def _phone(written: str) -> str:
    return re.sub(r"\s*[–—-]\s*", "-", written.strip())


def take_listed(blocks: Sequence[Block], role: str, draft: Draft, context: Context) -> list[Block]:
    """The blocks without the names that are listed in them; the persons go into the draft."""
    left: list[Block] = []
    moved: list[Block] = []
    for block in blocks:
        name, _, more = block.text.partition(",")
        if block.kind == "row" or not is_name(name.strip(" :")):
            left.append(block)
            continue
        moved.append(block)
        add_person(draft, context, persons_in(block.text, block.place)[0], role)
        rest = more.strip(" ,.")
        if rest:
            left.append(replace(block, text=rest[0].upper() + rest[1:]))
    if moved:
        message = f"Namnen i en uppräkning är flyttade ur texten till personer ({places(moved)})."
        advice = "Läs det som är kvar i texten, och skriv rollen där den saknas."
        draft.doubt(("personer",), moved[0].place, "person", message, advice)
    return left


def read_contacts(section: Section, draft: Draft, context: Context) -> None:
    """A table of persons under a head that says what stands in which column, or lines with labels."""
    role = section.part.role if section.part and section.part.role else "kontaktperson"
    columns: dict[str, int] = {}
    for block in section.blocks:
        named = _columns(block, context)
        if named:
            columns = named
            continue
        cell = {kind: block.cells[at] for kind, at in columns.items() if at < len(block.cells)}
        if is_name(cell.get("kontaktperson", "")):
            email = EMAIL.search(cell.get("e-post", ""))
            found = Found(
                cell["kontaktperson"],
                block.place,
                organisation=cell.get("organisation", ""),
                email=email[0] if email else "",
                phone=cell.get("telefon", ""),
            )
            persons = [found]
        else:
            persons = persons_in(block.text.replace("\t", ", "), block.place)
        for person in persons:
            add_person(draft, context, person, role)
        if is_more_than(block.text, persons):
            draft.unplaced([block])


def _columns(block: Block, context: Context) -> dict[str, int]:
    """Kind of answer → column, when the row is a head of two columns or more."""
    found: dict[str, int] = {}
    for kind in ("kontaktperson", "organisation", "telefon", "e-post"):
        words = {plain(word) for word in context.labels(kind)}
        for at, cell in enumerate(block.cells):
            if plain(cell) in words:
                found[kind] = at
    return found if len(found) > 1 else {}
