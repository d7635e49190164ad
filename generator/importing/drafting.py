"""The parts of a document → the draft of a record, with a doubt wherever the document is not sure."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence

from slugify import slugify

from generator.importing.damage import damaged
from generator.importing.division import Divided, Fate, Section, divide, places
from generator.importing.document import Block, Document, Story
from generator.importing.draft import Context, Draft, Path
from generator.importing.fields.budget import doubt_budget, read_applied, read_budget
from generator.importing.fields.found_words import find_words
from generator.importing.fields.goals import read_goals
from generator.importing.fields.organisations import read_owner, read_parties
from generator.importing.fields.participants import find_active, find_ages, read_participants
from generator.importing.fields.people import is_name, read_contacts
from generator.importing.fields.period import doubt_period, read_one, read_period
from generator.importing.fields.texts import read_attachments, read_reference, read_remark, read_text
from generator.importing.fields.titles import find_titles, read_name
from generator.records.forms import FORM_TEXT, LEFT_OUT, PARTICIPANTS, SIGNATURES, TEXTS
from generator.words.findings import Position
from generator.words.ids import id_problem

Read = Callable[[Section, Draft, Context], None]
_START = Position(1, 1)
_READERS: Mapping[str, Read] = {
    "namn": read_name,
    "diarienummer": read_reference,
    "period": read_period,
    "period.start": read_one,
    "period.slut": read_one,
    "period.sista_intag": read_one,
    "insatsägare": read_owner,
    "samverkansparter": read_parties,
    "deltagare": read_participants,
    "mål": read_goals,
    "budget": read_budget,
    "budget.sökt": read_applied,
    "personer": read_contacts,
    "källa.datum": read_one,
    "källa.bilagor": read_attachments,
    "källa.anmärkningar": read_remark,
    **dict.fromkeys(TEXTS, read_text),
}
_ASIDE = {
    Story.STRUCK: "Struken eller flyttad text är utelämnad",
    Story.PROMPT: "Uppmaningar i fält som ingen har fyllt i är utelämnade",
    Story.SIGNED: "Digitala underskrifter är utelämnade",
}
_WORD = re.compile(r"[^\W\d_]{2}|\d")
_LONGEST_SLUG = 60
_ENDS = re.compile(r"\s*(?:,|\.|\(|–|:)\s*")


def draft_record(document: Document, context: Context) -> Draft:
    """The draft. Total: what cannot be read is a doubt and stands in `källa.oplacerat`."""
    draft = Draft(document.file)
    divided = divide(document, context.layout)
    _left_out(divided, draft)
    for section in divided.sections:
        _read(section, draft, context)
    _doubt_damage(divided, draft)
    find_titles(draft)
    find_ages(draft)
    find_active(draft)
    find_words(draft, context)
    doubt_period(draft)
    doubt_budget(draft)
    _head(draft, context)
    _doubt_missing(draft)
    return draft


def _read(section: Section, draft: Draft, context: Context) -> None:
    if section.heading is not None:
        draft.fate([section.heading], Fate.HEADING)
        if section.part is not None:
            draft.headings.append((section.heading.place, section.part.headings[0]))
    if section.part is None:
        draft.unplaced(section.blocks)
        return
    target = section.part.target
    if target in LEFT_OUT:
        _leave_out(section, draft)
        _doubt_heading(section, (), draft)
        return
    noise = [block for block in section.blocks if not _WORD.search(block.text)]
    draft.unplaced(noise)
    section.blocks[:] = [block for block in section.blocks if block not in noise]
    if section.blocks:
        draft.fate(section.blocks, Fate.PLACED)
        _READERS[target](section, draft, context)
        _doubt_heading(section, tuple(target.split(".")), draft)


def _doubt_heading(section: Section, path: Path, draft: Draft) -> None:
    """What the layout says is always unsure about the heading."""
    if section.part is not None and section.part.doubt is not None:
        place = (section.heading or section.blocks[0]).place
        draft.doubt(path, place, "blankett", section.part.doubt, "Se efter i originalet.")


def _leave_out(section: Section, draft: Draft) -> None:
    target = section.part.target if section.part is not None else FORM_TEXT
    draft.fate(section.blocks, Fate.FORM if target == FORM_TEXT else Fate.LEFT_OUT)
    if target != SIGNATURES and target != PARTICIPANTS:
        return
    blocks = [*([section.heading] if section.heading is not None else []), *section.blocks]
    what = "Underskrifter" if target == SIGNATURES else "Uppgifter om deltagare"
    draft.leave_out(blocks[0].place, f"{what} är utelämnade ({places(blocks)}).")
    draft.signatories += _names(section.blocks)


def _names(blocks: Sequence[Block]) -> list[str]:
    """Names among the signatures, so that they can be looked for in the texts; they are kept nowhere else."""
    cells = [cell for block in blocks for cell in block.cells]
    first = [cell.split(",")[0].strip() for cell in cells]
    titled = [text.title() if text.isupper() else text for text in first]
    return [text for text in titled if is_name(text, sure=False)]


def _left_out(divided: Divided, draft: Draft) -> None:
    draft.fate(divided.own, Fate.FORM)
    draft.fate(divided.joined, Fate.PLACED)
    draft.fate(divided.secret, Fate.LEFT_OUT)
    for block in divided.secret:
        draft.leave_out(block.place, "En rad med personnummer eller BankID-nummer är utelämnad.")
    _say_aside(divided.aside, draft)
    draft.unplaced(divided.examples)
    if divided.examples:
        place = divided.examples[0].place
        message = (
            f"Rader som blanketten visar som exempel är inte lästa som svar ({_listed(divided.examples)})."
        )
        draft.doubt(
            ("källa",), place, "exempelrad", message, "Se efter i källa.oplacerat att ingen är ifylld."
        )


def _say_aside(aside: Sequence[Block], draft: Draft) -> None:
    """What stands in the file and is no answer: one word of each kind, with all its places."""
    draft.fate(aside, Fate.LEFT_OUT)
    for story, message in _ASIDE.items():
        blocks = [block for block in aside if block.story is story]
        if blocks:
            draft.leave_out(blocks[0].place, f"{message} ({_listed(blocks)}).")
        if story is Story.SIGNED:
            draft.signatories += _names(blocks)


def _listed(blocks: Sequence[Block]) -> str:
    return ", ".join(dict.fromkeys(str(block.place) for block in blocks))


def _doubt_damage(divided: Divided, draft: Draft) -> None:
    """One doubt for each key whose text a scan has damaged; every name from such a document is unsure."""
    every = [block for section in divided.sections for block in section.blocks]
    hurt = set(damaged(every))
    for section in divided.sections:
        blocks = [block for block in section.blocks if block in hurt]
        if section.part is None or section.part.target in LEFT_OUT or not blocks:
            continue
        message = f"Texten är skadad av inläsningen ({_listed(blocks)})."
        path = tuple(section.part.target.split("."))
        draft.doubt(path, blocks[0].place, "inlasning", message, "Rätta den efter originalet.")
    if hurt:
        for number in range(len(draft.persons)):
            person: Path = ("personer", number)
            message = "Dokumentet är skadat av inläsningen, så namnet kan sakna prickar eller bokstäver."
            draft.doubt(person, draft.places[person], "inlasning", message, "Jämför med originalet.")


def _head(draft: Draft, context: Context) -> None:
    """The keys that no form answers: id, förbund, terms, kind, publication."""
    name = draft.get("namn")
    if not isinstance(name, str):
        draft.doubt(("namn",), _START, "titel", "Insatsens namn är inte funnet.", "Skriv det under namn.")
        name = "Namn saknas"
        draft.values["namn"] = name
    year = str(draft.get("period.start") or draft.get("källa.datum") or "")[:4]
    words = "-".join(filter(None, (context.forbund, year, slug(name))))
    draft.values |= {"id": words, "förbund": context.forbund, "villkor": context.layout.id}
    draft.values["publicering"] = {"läge": "pausad"}
    draft.set("källa.dokument", context.layout.name, _START)
    kind = context.layout.kind
    if "förstudie" in name.casefold():
        kind = "förstudie"
    if kind is None:
        kind = "individinriktad"
        message = "Ansökan säger inte om insatsen är individinriktad eller strukturövergripande."
        draft.doubt(("inriktning",), _START, "inriktning", message, "Skriv det som stämmer.")
    draft.values["inriktning"] = kind
    if draft.get("kommuner") is None:
        if len(context.kommuner) == 1:
            draft.values["kommuner"] = list(context.kommuner)
        else:
            message = "Det framgår inte vilka kommuner insatsen gäller."
            draft.doubt((), _START, "kommun", message, "Skriv SCB-koderna under kommuner.")


def slug(name: str) -> str:
    """The file's name: the insats' name up to where it is explained, at most sixty characters."""
    whole = slugify(name)
    short = slugify(_ENDS.split(name)[0])
    made = short if len(whole) > _LONGEST_SLUG and len(short) > 3 else whole
    cut = made[:_LONGEST_SLUG].strip("-") or "namnlos"
    return cut if id_problem(cut) is None else f"insatsen-{cut}"


def _doubt_missing(draft: Draft) -> None:
    for key, what in (
        ("period", "Insatstiden"),
        ("insatsägare", "Insatsägaren"),
        ("budget.sökt", "Sökt belopp"),
    ):
        if draft.get(key) in (None, {}):
            draft.values.pop(key, None)
            draft.doubt(
                (), _START, "saknas", f"{what} är inte funnet i dokumentet.", f"Skriv {key} om du vet."
            )
    _doubt_unplaced(draft)


def _doubt_unplaced(draft: Draft) -> None:
    """One doubt for the text, and one for each margin and note that has more than the form's own words."""
    unplaced = [block for block, fate in draft.fates.items() if fate is Fate.UNPLACED]
    if any(block.story is Story.BODY for block in unplaced):
        _doubt_rest(draft, draft.texts["källa", "oplacerat"][0].place)
    for place in dict.fromkeys(block.place for block in unplaced if block.story is not Story.BODY):
        _doubt_rest(draft, place)


def _doubt_rest(draft: Draft, place: Position) -> None:
    message = "Text som inte fick plats under någon nyckel finns i källa.oplacerat."
    draft.doubt(("källa",), place, "oplacerat", message, "Flytta den dit den hör, eller ta bort den.")
