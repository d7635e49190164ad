"""Reads a document, drafts a record, and holds the draft against the register's own checks."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from generator.checks.interface import Subject
from generator.importing import readers
from generator.importing.division import Fate, best_layouts
from generator.importing.document import Document
from generator.importing.draft import Context, Draft
from generator.importing.draft import Path as Key
from generator.importing.drafting import draft_record, slug
from generator.importing.readers.interface import LARGEST, Reader, UnreadableError
from generator.importing.signatures import named_signatories
from generator.importing.writing import WrittenDraft, write
from generator.publish.judging import check, judge
from generator.publish.reading import Configuration, read_configuration
from generator.publish.schemas import RECORD, path_to_schema, schema_folder, write_schemas
from generator.records.forms import FormLayout
from generator.storage.draft import schema_line
from generator.storage.folders import YamlFile, shown
from generator.storage.load import read_record
from generator.storage.located import LocatedRecord
from generator.words.channels import PORTAL
from generator.words.discovery import discover
from generator.words.findings import Finding, Position, Severity, in_order

_START = Position(1, 1)
_MOST_BLOCKS, _MOST_CHARACTERS = 10_000, 2_000_000  # the longest of the real forms has 250 and 22,000
# What the checks say of people in the texts is a doubt about the document; the rest `insats check` tells.
_PUBLISHED = ("beskrivning", "bakgrund")
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
        blocks = reader.read(file.read(LARGEST + 1))
    if len(blocks) > _MOST_BLOCKS or sum(len(block.text) for block in blocks) > _MOST_CHARACTERS:
        raise UnreadableError("Dokumentet är längre än någon ansökan.")
    return Document(shown(source), blocks)


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
    located, wrong = _read_back(write(draft, Path(draft.file).name), folder, name)
    if located is None:
        return Imported(None, folder, name, layout.id, chosen, wrong, (), draft)
    for path, finding in [*_people(draft, folder, name, configuration, day)]:
        draft.tell(path, finding)
    written = write(draft, Path(draft.file).name)
    doubts, left_out = tuple(found for _, found in draft.doubts), in_order(draft.left_out)
    return Imported(written.text, folder, name, layout.id, chosen, doubts, left_out, draft)


def _read_back(
    written: WrittenDraft, folder: str, name: str
) -> tuple[LocatedRecord | None, tuple[Finding, ...]]:
    return read_record(YamlFile(f"{folder}/{name}.yml", name, folder, written.text.encode()))


def _people(
    draft: Draft, folder: str, name: str, configuration: Configuration, day: date
) -> Iterator[tuple[Key, Finding]]:
    """What the checks say of people, each at its place in the document, with the key that it concerns.

    They pass over what is never published as it stands. An editor will move it, so it is read as a text too.
    """
    internal = {path: texts for path, texts in draft.running("källa").items() if texts}
    for moved in (None, *internal):
        one = draft if moved is None else replace(draft, texts={_PUBLISHED: internal[moved]})
        written = write(one, draft.file)
        located, _ = _read_back(written, folder, name)
        if located is not None:
            (subject,) = judge([located], configuration, PORTAL, day)
            for path, finding in _in_the_document(subject, written, located, draft):
                yield moved if moved is not None and path == _PUBLISHED else path, finding


def _in_the_document(
    subject: Subject, written: WrittenDraft, located: LocatedRecord, draft: Draft
) -> Iterator[tuple[Key, Finding]]:
    at: dict[int, tuple[Key, Position]] = {}
    for path, places in written.lines.items():
        for number, place in enumerate(places):
            at[located.position_in_text(path, number).line] = (path, place)
    for path, place in draft.places.items():
        at.setdefault(located.at(*path).line, (path, place))
    for finding in (*check([subject]), *named_signatories(located, draft.signatories)):
        if finding.rule in _PEOPLE:
            path, place = at.get(finding.position.line, ((), _START))
            yield path, replace(finding, file=draft.file, position=place, severity=Severity.WARNING)


def write_draft(text: str, out: Path, config: Path) -> tuple[Path, ...]:
    """Writes the draft where no file is, and the schemas that had to be written for its first line.

    Raises FileExistsError where a file is.
    """
    out.parent.mkdir(parents=True, exist_ok=True)
    with out.open("x", encoding="utf-8", newline="") as file:
        file.write(f"{schema_line(path_to_schema(out, config))}\n{text}")
    configuration = None if (schema_folder(config) / RECORD).exists() else read_configuration(config)[0]
    return () if configuration is None else tuple(write_schemas(config, configuration))
