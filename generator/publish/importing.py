"""Reads a document, drafts a record, and holds the draft against the register's own checks."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from generator.checks.interface import Subject
from generator.importing import readers
from generator.importing.division import Fate, best_layouts
from generator.importing.document import Document
from generator.importing.draft import Context, Draft
from generator.importing.drafting import draft_record, slug
from generator.importing.readers.interface import LARGEST, Reader
from generator.importing.signatures import named_signatories
from generator.importing.writing import WrittenDraft, write
from generator.publish.judging import check, judge
from generator.publish.reading import Configuration, read_configuration
from generator.records.forms import FormLayout
from generator.storage.folders import YamlFile, shown
from generator.storage.load import read_record
from generator.storage.located import LocatedRecord
from generator.words.channels import PORTAL
from generator.words.discovery import discover
from generator.words.findings import Finding, Position, Severity, in_order

_START = Position(1, 1)
# What the checks say of people in the texts is a doubt about the document; the rest `insats check` tells.
_PEOPLE = frozenset({"namn-i-text", "fornamn-i-text", "kontakt-i-text", "identitetsnummer"})


class UnknownTermsError(Exception):
    """No layout has this id; `known` are those that exist."""

    def __init__(self, known: tuple[str, ...]) -> None:
        super().__init__()
        self.known = known


class UnknownKindError(Exception):
    """No reader takes the file; `known` are the suffixes that some reader does."""

    def __init__(self, known: tuple[str, ...]) -> None:
        super().__init__()
        self.known = known


class NoFormError(Exception):
    """The document is like none of the forms."""


@dataclass(frozen=True)
class Imported:
    """The draft's text, where it belongs, and what there is to say of it.

    `text` is None when the configuration has errors or the draft is no record; then `doubts` say why.
    """

    text: str | None
    folder: str
    slug: str
    terms: str
    chosen: bool
    doubts: tuple[Finding, ...]
    left_out: tuple[Finding, ...]
    draft: Draft | None = None

    @property
    def form_text(self) -> int:
        """How many paragraphs and rows are the form's own words."""
        return 0 if self.draft is None else sum(fate is Fate.FORM for fate in self.draft.fates.values())


def import_document(document: Document, config: Path, terms: str | None, day: date) -> Imported:
    """The draft of the document's record; nothing is written. Raises UnknownTermsError and NoFormError."""
    configuration, wrong = read_configuration(config)
    if configuration is None:
        return Imported(None, "", "", "", chosen=False, doubts=wrong, left_out=())
    layout, unsure = _layout(document, configuration.layouts, terms)
    draft = draft_record(document, _context(layout, configuration))
    draft.asked |= dict.fromkeys(unsure, ())
    return _finished(draft, layout, configuration, day, chosen=terms is None)


def read_document(source: Path) -> Document:
    """The document, by the reader for its kind. Raises UnknownKindError and UnreadableError."""
    found = discover(readers, Reader)
    reader = next((one for one in found if source.suffix.casefold() in one.suffixes), None)
    if reader is None:
        raise UnknownKindError(tuple(suffix for one in found for suffix in one.suffixes))
    with source.open("rb") as file:
        return Document(shown(source), reader.read(file.read(LARGEST + 1)))


def _layout(
    document: Document, layouts: Mapping[str, FormLayout], terms: str | None
) -> tuple[FormLayout, list[Finding]]:
    if terms is not None:
        if terms not in layouts:
            raise UnknownTermsError(tuple(sorted(layouts)))
        return layouts[terms], []
    best = best_layouts(document, layouts.values())
    if not best:
        raise NoFormError
    (score, layout), *others = best
    if others and others[0][0] > score - 0.1:
        message = f"Blanketten kan lika gärna vara {others[0][1].id}."
        advice = f"Är det den, kör om med --terms {others[0][1].id}."
        finding = Finding(document.file, _START, "import-blankett", message, advice, Severity.WARNING)
        return layout, [finding]
    return layout, []


def _context(layout: FormLayout, configuration: Configuration) -> Context:
    forbund = configuration.forbund[configuration.terms[layout.id].forbund]
    known = configuration.settings
    return Context(
        layout=layout,
        forbund=forbund.id,
        kommuner=tuple(forbund.kommuner),
        parties=known.parties,
        target_groups=known.target_groups,
        methods=known.methods,
        follow_up_systems=known.follow_up_systems,
        never_public_roles=known.never_public_roles,
    )


def _finished(
    draft: Draft, layout: FormLayout, configuration: Configuration, day: date, *, chosen: bool
) -> Imported:
    folder, name = configuration.terms[layout.id].forbund, slug(str(draft.get("namn")))
    written = write(draft, Path(draft.file).name)
    file = YamlFile(f"{folder}/{name}.yml", name, folder, written.text.encode())
    located, wrong = read_record(file)
    if located is None:
        return Imported(None, folder, name, layout.id, chosen, wrong, (), draft)
    (subject,) = judge([located], configuration, PORTAL, day)
    people = _in_the_document(subject, written, located, draft)
    for finding, path in people:
        draft.tell(path, finding)
    if people:
        written = write(draft, Path(draft.file).name)
    doubts, left_out = draft.doubts, in_order(draft.left_out)
    return Imported(written.text, folder, name, layout.id, chosen, doubts, left_out, draft)


def _in_the_document(
    subject: Subject, written: WrittenDraft, located: LocatedRecord, draft: Draft
) -> list[tuple[Finding, tuple[str | int, ...]]]:
    """What the checks say of people in the draft's texts, each at its place in the document."""
    at: dict[int, tuple[tuple[str | int, ...], Position]] = {}
    for path, places in written.lines.items():
        for number, place in enumerate(places):
            at[located.position_in_text(path, number).line] = (path, place)
    for path, place in draft.places.items():
        at.setdefault(located.at(*path).line, (path, place))
    told: list[tuple[Finding, tuple[str | int, ...]]] = []
    for finding in (*check([subject]), *named_signatories(located, draft.signatories)):
        if finding.rule in _PEOPLE:
            path, place = at.get(finding.position.line, ((), _START))
            told.append((replace(finding, file=draft.file, position=place, severity=Severity.WARNING), path))
    return told


def write_draft(text: str, out: Path) -> None:
    """Writes the draft where no file is. Raises FileExistsError where one is."""
    out.parent.mkdir(parents=True, exist_ok=True)
    with out.open("x", encoding="utf-8", newline="") as file:
        file.write(text)
