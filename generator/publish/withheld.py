"""What a finished site is searched for: every withheld value that could be told from ordinary words."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from generator.audit.derived import derived_from
from generator.audit.folding import fold
from generator.audit.forms import national_digits
from generator.audit.interface import Kind, Needle, Reading
from generator.audit.sought import Sought
from generator.checks.interface import Subject
from generator.gate.account import Accounted, account
from generator.gate.outcome import Opened, Withheld
from generator.public.insats import address_of
from generator.records.paths import Path, field_of, known_paths, spelled

# What tells who somebody is. It is sought however short and however common it is.
_TELLING = {"personer.namn": Kind.NAME, "personer.e-post": Kind.EMAIL, "personer.telefon": Kind.PHONE}
# Words out of closed lists: they stand in the site with good reason.
_CHOICES = frozenset(
    {
        "inriktning", "beslut.utfall", "beslut.instans", "publicering.läge", "deltagare.avser", "mål.typ",
        "relationer.typ", "personer.samtycke.gäller", "personer.samtycke.kanaler",
    }
)  # fmt: skip
_FORMER = "tidigare_adresser"
_LONG, _LONG_OF_WORDS = 12, 10  # letters and digits, of one word and of two or more
_LEAST_DIGITS, _LEAST_SIGNIFICANT = 6, 4  # 150000 is anybody's amount
_PIECE = 8  # words of one sentence that are sought together
_RARE_WORDS, _RARE_LENGTH = 4, 25
_LONGEST_LINE = 300  # characters
_CODE = re.compile(r"\d|[^\W\d_][A-ZÅÄÖ]")
_MOST_PIECES = 60  # of one text, spread over it
_MOST_TEXT = 6_000_000  # characters of all pieces: what an automaton of some 500 MB holds
_SENTENCE_END = re.compile(r"(?<=[.!?:])\s+|\n+")


@dataclass(frozen=True)
class SearchList:
    """`needles` for the audit; `sought` withheld values have one, `not_sought` are too short or too common.

    `opened` are addresses that stay though what they say is withheld: e-mail addresses that the gate opened,
    and those of withdrawn pages.
    """

    needles: tuple[Needle, ...]
    sought: int
    not_sought: int
    opened: frozenset[str]


@dataclass(frozen=True)
class _Value:
    label: str
    kind: Kind
    written: str


def search_list(subjects: Iterable[Subject], public_texts: Iterable[str]) -> SearchList:
    """What may not be found. `public_texts` are what is public anyway; of persons they take nothing away.

    A person's name, address or number is not sought when the gate opens the very same value somewhere: the
    same person in another role or another insats.
    """
    found = tuple(subjects)
    public_ids = {one.case.record.id for one in found if one.public}
    values: list[_Value] = []
    opened: set[str] = set()
    shown: set[tuple[Kind, bytes]] = set()
    dull = 0
    for subject in found:
        values += _whole(subject)
        graves = _graves(subject)
        opened |= graves
        for one in account(subject.case, subject.outcome):
            kind = _TELLING.get(field_of(one.path))
            if one.verdict.public:
                if kind is not None:
                    shown.add(_same(kind, str(one.value)))
                    opened |= {str(one.value)} if kind is Kind.EMAIL else set()
                continue
            if one.path == ("id",) or (one.path[0] == _FORMER and address_of(str(one.value)) in graves):
                continue
            value = _value(subject, one, kind, public_ids)
            if value is None:
                dull += 1
            else:
                values.append(value)
    kept = [v for v in values if v.kind not in _TELLING.values() or _same(v.kind, v.written) not in shown]
    needles = _without_common([*_needles(kept)], public_texts)
    labels = {needle.label for needle in needles}
    sought = sum(value.label in labels for value in kept)
    return SearchList(needles, sought, dull + len(kept) - sought, frozenset(opened))


def _value(subject: Subject, one: Accounted, kind: Kind | None, public_ids: set[str]) -> _Value | None:
    """The value with what it is, or None when it could not be told from others."""
    label = _label(subject, one.path)
    field = field_of(one.path)
    if kind is not None:
        return _Value(label, kind, str(one.value))
    if field == _FORMER:
        return _Value(label, Kind.EXACT, address_of(str(one.value)).rstrip("/"))
    if field == "relationer.insats":
        return _Value(label, Kind.EXACT, str(one.value)) if one.value not in public_ids else None
    if isinstance(one.value, int) and not isinstance(one.value, bool):
        figures = str(one.value)
        distinct = len(figures) >= _LEAST_DIGITS and len(figures.rstrip("0")) >= _LEAST_SIGNIFICANT
        return _Value(label, Kind.AMOUNT, figures) if distinct else None
    if isinstance(one.value, str) and field not in _CHOICES and one.value not in known_paths():
        return _Value(label, Kind.TEXT, one.value) if any(_pieces(one.value)) else None
    return None


def _whole(subject: Subject) -> Iterator[_Value]:
    """The id and address of a record that is withheld as a whole; a grave keeps its address."""
    if isinstance(subject.outcome, Opened):
        return
    yield _Value(_label(subject, ("id",)), Kind.EXACT, subject.case.record.id)
    if not subject.outcome.tombstones:
        address = address_of(f"{subject.case.record.forbund}/{subject.case.slug}")
        yield _Value(f"{subject.located.file}, adress", Kind.EXACT, address.rstrip("/"))


def _graves(subject: Subject) -> set[str]:
    outcome = subject.outcome
    return {grave.address for grave in outcome.tombstones} if isinstance(outcome, Withheld) else set()


def _label(subject: Subject, path: Path) -> str:
    """`content/insatser/…/x.yml, personer[0].namn (insatsledare)`."""
    where = f"{subject.located.file}, {spelled(path)}"
    if path[0] != "personer" or not isinstance(path[1], int):
        return where
    role = subject.case.record.persons[path[1]].role
    return f"{where} ({role if role in subject.case.settings.roles else 'okänd roll'})"


def _same(kind: Kind, value: str) -> tuple[Kind, bytes]:
    return kind, national_digits(value) if kind is Kind.PHONE else fold(value)


def _needles(values: list[_Value]) -> Iterator[Needle]:
    texts = sum(value.kind is Kind.TEXT for value in values)
    most = max(1, min(_MOST_PIECES, _MOST_TEXT // (40 * max(texts, 1))))
    for value in values:
        if value.kind is not Kind.TEXT:
            yield Needle(value.label, value.written, value.kind)
            continue
        pieces = list(_pieces(value.written))
        step = max(1, -(-len(pieces) // most))
        for piece in pieces[::step]:
            yield Needle(value.label, piece, Kind.TEXT)


def _pieces(text: str) -> Iterator[str]:
    """A text in pieces of one sentence that nobody writes twice by chance; a short text is one piece."""
    found = [piece for sentence in _SENTENCE_END.split(text) for piece in _parts(sentence.split())]
    pieces = [piece for piece in found if _is_rare(piece)] if len(found) > 1 else []
    if pieces:
        yield from pieces
    elif _is_distinct(text) and len(text) < _LONGEST_LINE:
        yield text


def _parts(words: list[str]) -> Iterator[str]:
    count = -(-len(words) // _PIECE)
    for number in range(count):
        yield " ".join(words[number * len(words) // count : (number + 1) * len(words) // count])


def _is_rare(piece: str) -> bool:
    """Within a text: four words and no short ones, or one that is a number or a code."""
    words = fold(piece).split()
    if len(words) >= _RARE_WORDS and sum(map(len, words)) >= _RARE_LENGTH:
        return True
    return any(len(word) >= _LONG and _CODE.search(word) is not None for word in piece.split())


def _is_distinct(line: str) -> bool:
    words = fold(line).split()
    length = sum(map(len, words))
    return (
        length >= (_LONG_OF_WORDS if len(words) > 1 else _LONG)
        and re.search(b"[a-z]", b" ".join(words)) is not None
    )


def _without_common(needles: list[Needle], public_texts: Iterable[str]) -> tuple[Needle, ...]:
    """Without the pieces and amounts that stand in what is public anyway, in the same or another form."""
    each = {(needle.kind, needle.value) for needle in needles if needle.kind in (Kind.TEXT, Kind.AMOUNT)}
    asked = [Needle("", value, kind) for kind, value in sorted(each)]
    sought = Sought(asked)
    texts = tuple(public_texts)
    common = {needle for text in texts for needle in sought.found_in(Reading(text))}
    common |= derived_from((needle for needle in asked if needle.kind is Kind.TEXT), texts)
    values = {(needle.kind, needle.value) for needle in common}
    return tuple(needle for needle in needles if (needle.kind, needle.value) not in values)
