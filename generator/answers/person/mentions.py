"""Where else the register names a person: texts, comments, pages, file names. Never the text itself."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, replace

from generator.answers.person.who import Entry
from generator.checks.name_index import name_words
from generator.checks.names import Sought, contacts, find_in, without_host
from generator.checks.published import BETWEEN
from generator.checks.texts import Text, all_texts
from generator.records.paths import Path, spelled
from generator.records.persons import PersonField, datum
from generator.storage.located import LocatedRecord
from generator.words.channels import Channel
from generator.words.swedish import fold

_TELLING: tuple[PersonField, ...] = ("namn", "e-post", "telefon")
_WITHOUT_CAPITALS = frozenset({"id", "sökord", "hänvisning.kontakt", "handlingar.länk"})
_ORGANISATION = ("organisation", "enhet")
_COMMENT = re.compile(r"(?:^|\s)#(.*)")
_FEWEST_DIGITS = 6
_LINE_BREAK = re.compile(r"\r\n|\n|\r")


@dataclass(frozen=True)
class Mention:
    """`field` as the editor knows it: `beskrivning.metod`, `kommentar i filen`, `sidans text`.

    `sure` is False when the words may mean something else. `channels` are those where the field of a record
    is public; None where nobody has asked, or it is no field.
    """

    file: str
    line: int
    field: str
    sure: bool
    channels: tuple[Channel, ...] | None = None


@dataclass(frozen=True)
class Elsewhere:
    """What stands beside the records' values: each file's raw text, by name.

    `names` are those of the pages and media: as the editor knows them → below the content folder.
    """

    sources: Mapping[str, str]
    pages: Mapping[str, str]
    configuration: Mapping[str, str]
    names: Mapping[str, str]

    def with_sources(self, sources: Mapping[str, str]) -> Elsewhere:
        """The same, but for the raw text of these files."""
        return replace(self, sources={**self.sources, **sources})


def sought_of(entries: Sequence[Entry], asked: str) -> tuple[Sought, ...]:
    """Each different name, address and number of one person; what was asked for when there are no entries.

    A name of one word is not sought: it would be found everywhere.
    """
    found: dict[tuple[PersonField, str], str] = {}
    for entry in entries:
        for field in _TELLING:
            value = datum(entry.person, field)
            if value is not None:
                found.setdefault((field, fold(value)), value)
    if not entries:
        found = {(field, value): value for field, value in _asked(asked)}
    return tuple(Sought(0, field, value, listed=bool(entries)) for (field, _), value in found.items())


def _asked(asked: str) -> Iterator[tuple[PersonField, str]]:
    if "@" in asked:
        yield "e-post", asked.strip()
    elif len(re.sub(r"\D", "", asked)) >= _FEWEST_DIGITS:
        yield "telefon", asked
    elif len(name_words(asked)) > 1:
        last, comma, first = asked.partition(",")  # Lindeby, Tova
        yield "namn", f"{first.strip()} {last.strip()}" if comma else asked


def mentions(
    records: Sequence[LocatedRecord],
    sought: Sequence[Sought],
    elsewhere: Elsewhere,
    entries: Iterable[Entry] = (),
) -> tuple[Mention, ...]:
    """Every mention by file and line, outside the person's own `entries`."""
    if not sought:
        return ()
    own = {(entry.located.file, entry.index) for entry in entries}
    found: set[Mention] = set()
    for located in records:
        texts = [text for text in all_texts(located.value) if (located.file, _person(text.path)) not in own]
        in_texts = set(_in_texts(located, texts, sought))
        told = {mention.line for mention in in_texts}
        comments = _in_comments(located, elsewhere.sources.get(located.file, ""), own, sought)
        found.update(in_texts, (mention for mention in comments if mention.line not in told))
        found.update(_lower(located.file, located.slug, "filens namn", sought))
    for field, files in (("sidans text", elsewhere.pages), ("inställning", elsewhere.configuration)):
        for file, text in files.items():
            found.update(Mention(file, hit.line + 1, field, hit.sure) for hit in find_in(text, sought))
    for file, name in elsewhere.names.items():
        found.update(_lower(file, name, "filens namn", sought))
    # The sure one of two about the same words.
    best = {(one.file, one.line, one.field): one for one in sorted(found, key=lambda one: one.sure)}
    return tuple(best[place] for place in sorted(best))


def _person(path: Path) -> object:
    return path[1] if path[0] == "personer" else None


def _in_texts(located: LocatedRecord, texts: Sequence[Text], sought: Sequence[Sought]) -> Iterator[Mention]:
    """One look at all texts together first: most records do not name the person."""
    for text in filter(_tells_another, texts):
        if any(contacts(text.value, sought)):
            yield _mention(located, text, 0, sure=True)
    free = [text for text in texts if not _tells_another(text)]
    if find_in(BETWEEN.join(text.value for text in free), sought, organisation=True):
        for text in free:
            organisation = text.path[-1] in _ORGANISATION
            for hit in find_in(text.value, sought, organisation=organisation):
                yield _mention(located, text, hit.line, hit.sure)
    for text in texts:
        if text.field in _WITHOUT_CAPITALS:
            value = without_host(text.value) if "/" in text.value or "@" in text.value else text.value
            for hit in find_in(value, sought, lower_case=True):
                yield _mention(located, text, hit.line, hit.sure)


def _tells_another(text: Text) -> bool:
    """Another person's name is no mention, though it has a word in common; a shared address is."""
    return text.path[0] == "personer" and len(text.path) == 3 and text.path[2] in _TELLING


def _mention(located: LocatedRecord, text: Text, line: int, sure: bool) -> Mention:
    return Mention(located.file, located.position_in_text(text.path, line).line, spelled(text.path), sure)


def _lower(file: str, name: str, field: str, sought: Sequence[Sought]) -> Iterator[Mention]:
    for hit in find_in(name, sought, lower_case=True):
        yield Mention(file, 1, field, hit.sure)


def _in_comments(
    located: LocatedRecord, source: str, own: AbstractSet[tuple[str, int]], sought: Sequence[Sought]
) -> Iterator[Mention]:
    """What stands after # on a line, also where it is part of a text."""
    inside = _lines_of_own(located, own)
    for number, line in enumerate(_LINE_BREAK.split(source), start=1):
        comment = _COMMENT.search(line)
        if comment is not None and number not in inside:
            for hit in find_in(comment[1], sought):
                yield Mention(located.file, number, "kommentar i filen", hit.sure)


def _lines_of_own(located: LocatedRecord, own: AbstractSet[tuple[str, int]]) -> frozenset[int]:
    return frozenset(line for file, index in own if file == located.file for line in lines_of(located, index))


def lines_of(located: LocatedRecord, index: int) -> range:
    """From the entry's first line to that of its last value."""
    paths = [text.path for text in all_texts(located.value) if text.path[:2] == ("personer", index)]
    lines = [located.at(*path).line for path in paths]
    return range(located.at("personer", index).line, max(lines, default=0) + 1)
