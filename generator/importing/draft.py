"""The draft while it is being made: values under their keys, the place of each text, and the doubts."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from textwrap import shorten
from typing import Literal

from generator.importing.division import Fate
from generator.importing.document import Block, Story
from generator.records.forms import FormLayout
from generator.words.findings import Finding, Position, Severity, Spot, in_order
from generator.words.vocabularies import Vocabulary

Path = tuple[str | int, ...]
NOWHERE = Position(1, 1)  # of what a document lacks
# What a doubt is about; each has its row in docs/handbok/importera.md.
Doubt = Literal[
    "alder", "belopp", "blankett", "deltagare", "epost", "exempelrad", "inlasning", "inriktning", "kommun",
    "mal", "oplacerat", "part", "period", "person", "saknas", "summa", "titel", "tkr",
]  # fmt: skip


@dataclass(frozen=True)
class Context:
    """What the record will belong to, and the words that it may use."""

    layout: FormLayout
    forbund: str
    kommuner: tuple[str, ...]
    parties: Vocabulary
    target_groups: Vocabulary
    methods: Vocabulary
    follow_up_systems: Vocabulary
    never_public_roles: frozenset[str]

    def labels(self, kind: str) -> tuple[str, ...]:
        """The layout's words for one kind of answer inside a section."""
        return tuple(word for key, words in self.layout.labels.items() if key == kind for word in words)


@dataclass(frozen=True)
class Paragraph:
    """A piece of running text, and where it was read. `kind` is `text`, `item` or `strong`."""

    kind: str
    text: str
    place: Position


@dataclass
class Draft:
    """`texts` are running texts by key, `values` all other keys, `notes` what to say beside a key.

    `asked` has for each doubt the key that it is about, `headings` the layout's words for each heading found.
    `hints` are what to do with a key of which nothing is in doubt.
    `summed` when a table of money has told its sum: rows after it are no costs of their own.
    """

    file: str
    values: dict[str, object] = field(default_factory=dict)
    texts: dict[Path, list[Paragraph]] = field(default_factory=lambda: defaultdict(list))
    persons: list[dict[str, str]] = field(default_factory=list)
    notes: dict[Path, list[str]] = field(default_factory=lambda: defaultdict(list))
    places: dict[Path, Position] = field(default_factory=dict)
    asked: dict[Finding, Path] = field(default_factory=dict)
    headings: list[tuple[Position, str]] = field(default_factory=list)
    hints: dict[Path, str] = field(default_factory=dict)
    left_out: list[Finding] = field(default_factory=list)
    fates: dict[Block, Fate] = field(default_factory=dict)
    signatories: list[str] = field(default_factory=list)
    summed: bool = False

    def doubt(self, path: Path, place: Position, rule: Doubt, message: str, advice: str) -> None:
        """A doubt about what stands under the key."""
        self.tell(path, Finding(self.file, place, f"import-{rule}", message, advice, Severity.WARNING))

    def tell(self, path: Path, found: Finding) -> None:
        """Tells a doubt once, on the screen and beside the key."""
        if found not in self.asked:
            self.asked[found] = path
            self.notes[path].append(f"Tveksamt ({found.position}): {found.message} {found.advice}")

    @property
    def doubts(self) -> tuple[tuple[Path, Finding], ...]:
        """Every doubt with its key, in the document's order; each place with the heading that is above it."""
        found = in_order(self.asked)
        return tuple((self.asked[one], replace(one, position=self._below(one.position))) for one in found)

    def _below(self, place: Position) -> Position:
        """Word counts no paragraphs: the form's own heading helps more than the number."""
        if not isinstance(place, Spot) or not place.said.startswith("stycke"):
            return place
        before = [one for one in self.headings if (one[0].line, one[0].column) <= (place.line, place.column)]
        # Several in one paragraph: which of them it is below is not known.
        above = [words for at, words in before if at == before[-1][0]]
        if len(above) != 1:
            return place
        return replace(
            place, said=f"{place.said}, under ”{shorten(above[-1].rstrip(' *:.'), 45, placeholder=' …')}”"
        )

    def hint(self, path: Path, note: str) -> None:
        """Something to do with the key, beside it and in `källa.tveksamt`; no doubt about the document."""
        self.hints[path] = note
        self.notes[path].append(note)

    def leave_out(self, place: Position, message: str) -> None:
        """Something that is no part of a record; it is told, and is no doubt."""
        advice = "Inget av det står i utkastet."
        found = Finding(self.file, place, "import-utelamnat", message, advice, Severity.WARNING)
        if found not in self.left_out:
            self.left_out.append(found)

    def fate(self, blocks: Iterable[Block], fate: Fate) -> None:
        """What became of the blocks. A later word about the same block counts."""
        for block in blocks:
            self.fates[block] = fate

    def add(self, key: str, paragraph: Paragraph) -> None:
        """One more paragraph of a running text, `beskrivning.metod`."""
        self.texts[tuple(key.split("."))].append(paragraph)

    def unplaced(self, blocks: Iterable[Block]) -> None:
        """What no key takes is kept, a line each; of a margin or a note it is said which."""
        for block in blocks:
            text = " | ".join(cell for cell in block.cells if cell)
            if not any(char.isalnum() for char in text):
                text = f"({text})"  # noise of a scan, which YAML or Markdown might take for markup
            if block.story is not Story.BODY:
                text = f"{str(block.place).capitalize()}: {text}"
            self.texts["källa", "oplacerat"].append(Paragraph("line", text, block.place))
            self.fates[block] = Fate.UNPLACED

    def set(self, key: str, value: object, place: Position) -> bool:
        """Gives a key its value; False, and nothing changed, when it has another one already."""
        mapping, last = self._inner(key)
        if last in mapping:
            return mapping[last] == value
        mapping[last] = value
        self.places[tuple(key.split("."))] = place
        return True

    def get(self, key: str) -> object:
        """The key's value; None when it has none."""
        mapping, last = self._inner(key)
        return mapping.get(last)

    def _inner(self, key: str) -> tuple[dict[str, object], str]:
        *outer, last = key.split(".")
        mapping = self.values
        for part in outer:
            inner = mapping.setdefault(part, {})
            if not isinstance(inner, dict):
                raise TypeError(key)
            mapping = inner
        return mapping, last

    def running(self, *first: str) -> Mapping[Path, list[Paragraph]]:
        """The running texts whose key begins so."""
        return {path: texts for path, texts in self.texts.items() if path[: len(first)] == first}
