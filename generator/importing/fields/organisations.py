"""The insatsägare and the samverkansparter, with their contact persons and what they contribute."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from typing import Final

from rapidfuzz.fuzz import ratio
from rapidfuzz.process import extractOne

from generator.importing.division import Section
from generator.importing.document import Block
from generator.importing.draft import Context, Draft, Paragraph
from generator.importing.fields.labels import Answer, answers
from generator.importing.fields.people import (
    EMAIL,
    Found,
    add_person,
    is_more_than,
    is_name,
    is_organisation,
    persons_in,
)
from generator.words.findings import Position
from generator.words.kommuner import kommuner
from generator.words.swedish import fold

_TOGETHER = re.compile(r"\s*(?:,|\boch\b|\bsamt\b|\btillsammans med\b)\s*")
_ALIKE = 84
_RULE: Final = "part"


@dataclass
class _Organisation:
    """One party while its answers are read. `spare` is what no answer of its own has taken."""

    block: Block
    names: list[str] = field(default_factory=list)
    units: list[str] = field(default_factory=list)
    roles: list[str] = field(default_factory=list)
    persons: list[Answer] = field(default_factory=list)
    emails: list[str] = field(default_factory=list)
    phones: list[str] = field(default_factory=list)
    spare: list[Block] = field(default_factory=list)
    last: str | None = None


def read_owner(section: Section, draft: Draft, context: Context) -> None:
    """The insatsägare. Where several apply, the first is the owner and the others are parties."""
    if not section.blocks:
        return
    several = _several(section.blocks[0], context)
    if len(several) > 1:
        block = section.blocks[0]
        _set_owner(draft, context, several[0], "", block.place)
        for other in several[1:]:
            _add_party(draft, context, other, "", _Organisation(block))
        message = (
            "Flera söker tillsammans. Den första är satt som insatsägare, de andra som samverkansparter."
        )
        draft.doubt(("insatsägare",), block.place, _RULE, message, "Se efter att det stämmer.")
        draft.unplaced(section.blocks[1:])
        return
    for number, one in enumerate(_organisations(section.blocks, context)):
        organisation, unit = _name_and_unit(one)
        if not organisation:
            _keep_nameless(draft, one, unit)
        elif number:
            organisation = _add_party(draft, context, organisation, unit, one)
        else:
            organisation = _set_owner(draft, context, organisation, unit, one.block.place)
            for text in one.roles:
                task = f"**{organisation}, insatsägare:** {text}"
                draft.add("beskrivning.resurser", Paragraph("text", task, one.block.place))
        _add_persons(draft, context, one, organisation)


def read_parties(section: Section, draft: Draft, context: Context) -> None:
    """Every samverkanspart, in the document's order."""
    for one in _organisations(section.blocks, context):
        organisation, unit = _name_and_unit(one)
        if organisation:
            organisation = _add_party(draft, context, organisation, unit, one)
        else:
            _keep_nameless(draft, one, unit)
        _add_persons(draft, context, one, organisation)


def _keep_nameless(draft: Draft, one: _Organisation, unit: str) -> None:
    """What was said of a party that has no name."""
    told = [text for text in (unit, *one.roles) if text]
    draft.unplaced(replace(one.block, text=text, kind="text") for text in told)
    draft.unplaced([] if told else [one.block])


def _several(block: Block, context: Context) -> list[str]:
    """The organisations of *A tillsammans med B, C och D*; none when something else stands there."""
    parts = [part.strip(" .") for part in _TOGETHER.split(block.text) if part.strip(" .")]
    together = "tillsammans med" in block.text
    return parts if together and all(_looks_like_one(part, context) for part in parts) else []


def _organisations(blocks: Sequence[Block], context: Context) -> Iterator[_Organisation]:
    current: _Organisation | None = None
    for answer in answers(blocks, context):
        starts = answer.kind == "organisation" or (
            answer.kind is None and _looks_like_one(answer.value, context)
        )
        # A paragraph after a part's task goes on about the task; a second name below the first is its unit's.
        more = current is not None and not (current.persons or current.roles or current.emails)
        if current is None or (starts and not (more and answer.kind is None)):
            if current is not None:
                yield current
            current = _Organisation(answer.block)
        _take(current, answer, context)
    if current is not None:
        yield current


def _looks_like_one(value: str, context: Context) -> bool:
    short = len(value.split()) <= 6 and not value.endswith(".")
    return short and (is_organisation(value) or _known(value, context) is not None)


def _take(one: _Organisation, answer: Answer, context: Context) -> None:
    value = answer.value.rstrip(" .") if answer.kind in ("organisation", "enhet") else answer.value
    match answer.kind:
        case "organisation":
            _take_name(one, value, answer)
        case "enhet":
            one.units.append(value)
        case "kontaktperson":
            one.persons.append(answer)
        case "e-post":
            one.emails += EMAIL.findall(value)
            if re.search(r"\w", EMAIL.sub("", value)):
                one.spare.append(answer.block)
        case "telefon":
            one.phones.append(value)
        case "resurs":
            one.roles.append(value)
        case None if one.last == "resurs":
            one.roles.append(value)
        case None if _looks_like_one(value, context) or one.last in (None, "organisation"):
            _take_name(one, value, answer)
        case _:
            one.spare.append(answer.block)
    one.last = answer.kind if answer.kind is not None else one.last or "organisation"


def _take_name(one: _Organisation, value: str, answer: Answer) -> None:
    """`Arbetsförmedlingen, Viola Sandman, viola@…`: the name, and the person beside it."""
    one.emails += EMAIL.findall(value)
    for part in EMAIL.sub("", value).split(", "):
        plain = part.strip(" ,.")
        if is_name(plain):
            one.persons.append(Answer("kontaktperson", plain, answer.block))
        elif plain:
            one.names.append(plain)


def _name_and_unit(one: _Organisation) -> tuple[str, str]:
    """Of several names the one that is an organisation's; the others are units of it."""
    if not one.names:
        return "", ", ".join(one.units)
    whole = [name for name in one.names if re.search(r"\b(?:kommun|region|landsting)\b", name, re.IGNORECASE)]
    organisation = (whole or one.names)[0]
    units = [name for name in one.names if name != organisation]
    return organisation, ", ".join((*units, *one.units))


def _known(value: str, context: Context) -> str | None:
    """The organisation that is meant, when it is one of those that every förbund has; through OCR noise."""
    names = [kommuner()[code] for code in context.kommuner]
    forms = [f"{name}{ending} kommun" for name in names for ending in ("", "s")]
    common = [*forms, "Arbetsförmedlingen", "Försäkringskassan"]
    best = extractOne(fold(value), {name: fold(name) for name in common}, scorer=ratio, score_cutoff=_ALIKE)
    return None if best is None else best[2]


def _spelled(
    draft: Draft, context: Context, organisation: str, path: tuple[str | int, ...], at: Position
) -> str:
    known = _known(organisation, context)
    if known is None or fold(known) == fold(organisation):
        return organisation
    if len(known.split()) != len(organisation.split()):  # a word too many is no misspelling, and must not go
        return organisation
    kommun = next((name for name in kommuner().values() if organisation.startswith(name)), None)
    if kommun is not None:
        return organisation
    message = "Organisationens namn är fel stavat eller fel inläst, och är rättat till det som liknar mest."
    draft.doubt(path, at, "inlasning", message, "Jämför med originalet.")
    return known


def _kind(organisation: str) -> str | None:
    for word, kind in (("kommun", "kommun"), ("region", "region")):
        if re.search(rf"\b{word}\b", organisation, re.IGNORECASE):
            return kind
    return None


def _set_owner(draft: Draft, context: Context, organisation: str, unit: str, place: Position) -> str:
    path = ("insatsägare",)
    name = _spelled(draft, context, organisation, path, place)
    owner = {"organisation": name}
    owner |= {"part": kind} if (kind := _kind(name)) else {}
    owner |= {"enhet": unit} if unit else {}
    told = Block(", ".join(filter(None, (organisation, unit))), place)
    if not draft.set("insatsägare", owner, place):
        draft.doubt(
            path, place, _RULE, "Dokumentet har två olika insatsägare.", "Se efter vilken som gäller."
        )
        draft.unplaced([told])
    codes = [code for code, kommun in kommuner().items() if name in (f"{kommun} kommun", f"{kommun}s kommun")]
    if codes:
        draft.set("kommuner", codes, place)
    return name


def _add_party(draft: Draft, context: Context, organisation: str, unit: str, one: _Organisation) -> str:
    parties = draft.values.setdefault("samverkansparter", [])
    if not isinstance(parties, list):
        raise TypeError
    path, place = ("samverkansparter", len(parties)), one.block.place
    name = _spelled(draft, context, organisation, path, place)
    party = {"organisation": name}
    party |= {"part": kind} if (kind := _kind(name)) else {}
    party |= {"enhet": unit} if unit else {}
    party |= {"roll": "\n\n".join(one.roles)} if one.roles else {}
    parties.append(party)
    draft.places[path] = place
    return name


def _add_persons(draft: Draft, context: Context, one: _Organisation, organisation: str) -> None:
    draft.unplaced(one.spare)
    found = [person for answer in one.persons for person in persons_in(answer.value, answer.place)]
    _, unit = _name_and_unit(one)
    where = ", ".join(filter(None, (organisation, unit)))
    paired = persons_in(", ".join(person.name for person in found), one.block.place, where, one.emails)
    whole: list[Found] = []
    for before, person in zip(found, paired, strict=True):
        phone = one.phones[0] if one.phones and len(paired) == 1 else ""
        email = before.email or person.email
        own = before.organisation or where
        whole.append(Found(person.name, before.place, before.title, own, email, phone))
        add_person(draft, context, whole[-1], "kontaktperson")
    told = [*one.persons, *(Answer(None, text, one.block) for text in (*one.emails, *one.phones))]
    left = [answer for answer in told if is_more_than(answer.value, whole)]
    if left:
        message = "Något om kontaktpersonerna går inte att läsa."
        advice = "Rätta under personer. Texten finns i källa.oplacerat."
        draft.doubt(("personer",), left[0].place, "person", message, advice)
        draft.unplaced(replace(answer.block, text=answer.value, kind="text") for answer in left)
