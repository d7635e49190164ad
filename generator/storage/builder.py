"""The parser's events, one by one → a tree, and a finding for each thing that no file may use."""

from __future__ import annotations

from dataclasses import dataclass

from yaml import events

from generator.storage.decode import has_refused_character
from generator.storage.keys import canonical_key
from generator.storage.limits import DEEPEST, MOST_FINDINGS, MOST_NODES
from generator.storage.nodes import ListNode, MapNode, Node, ScalarNode
from generator.words.findings import Finding, Position

_NULL = frozenset({"~", "null", "Null", "NULL"})


class Stop(Exception):  # noqa: N818 - it ends the reading; the finding is already made
    """Nothing more of the file is read."""


@dataclass(slots=True)
class _Open:
    """A list or mapping that is being read; `key` waits for its value, None to throw that away."""

    node: ListNode | MapNode
    key: str | None = None
    awaits_value: bool = False


def _place(event: events.Event) -> tuple[int, int]:
    mark = event.start_mark
    return (1, 1) if mark is None else (mark.line + 1, mark.column + 1)


class Builder:
    """Takes the events of one file."""

    def __init__(self, file: str) -> None:
        self.file = file
        self.findings: list[Finding] = []
        self.root: Node | None = None
        self._open: list[_Open] = []
        self._nodes = 0
        self._documents = 0

    def take(self, event: events.Event) -> None:
        """One event. Raises Stop after a finding behind which nothing can be trusted."""
        if isinstance(event, events.NodeEvent):
            self._node(event)
        elif isinstance(event, events.CollectionEndEvent):
            self._open.pop()
        elif isinstance(event, events.DocumentStartEvent):
            self._documents += 1
            if self._documents > 1:
                self._refuse(
                    event,
                    "yaml-flera-dokument",
                    "Filen innehåller flera dokument.",
                    "Ta bort raden --- eller lägg varje dokument i en egen fil.",
                )
                raise Stop

    def _node(self, event: events.NodeEvent) -> None:
        self._nodes += 1
        if self._nodes > MOST_NODES:
            message = f"Filen innehåller fler än {MOST_NODES} värden."
            self._refuse(event, "yaml-for-manga", message, "Dela upp den eller ta bort det som är fel.")
            raise Stop
        line, column = _place(event)
        if event.anchor is not None:
            self._anchor(event)
        if isinstance(event, events.ScalarEvent):
            self._scalar(event, line, column)
        elif isinstance(event, events.MappingStartEvent):
            self._begin(event, MapNode({}, {}, set(), line, column))
        elif isinstance(event, events.SequenceStartEvent):
            self._begin(event, ListNode([], line, column))
        else:
            self._add(ScalarNode("", line, column))

    def _scalar(self, event: events.ScalarEvent, line: int, column: int) -> None:
        if event.tag is not None:
            self._tag(event)
        text, style = event.value, event.style
        if style == '"' and has_refused_character(text):
            self._refuse(
                event,
                "fil-styrtecken",
                "Texten innehåller ett osynligt styrtecken, skrivet med omvänt snedstreck.",
                "Ta bort det.",
            )
        if not text.strip() or (not style and text in _NULL):
            self._add_nothing(event, line, column)
        else:
            self._add(ScalarNode(text, line, column))

    def _begin(self, event: events.CollectionStartEvent, node: ListNode | MapNode) -> None:
        if event.tag is not None:
            self._tag(event)
        if len(self._open) >= DEEPEST:
            message = f"Här är fler än {DEEPEST} nivåer inuti varandra."
            self._refuse(event, "yaml-for-djup", message, "Se över indragen och parenteserna.")
            raise Stop
        self._add(node)
        self._open.append(_Open(node))

    def _add(self, node: Node) -> None:
        if not self._open:
            self.root = node
            return
        place = self._open[-1]
        if isinstance(place.node, ListNode):
            place.node.items.append(node)
        elif place.awaits_value:
            if place.key is not None:
                place.node.entries[place.key] = node
            place.awaits_value = False
        else:
            place.key = self._key(place.node, node)
            place.awaits_value = True

    def _add_nothing(self, event: events.ScalarEvent, line: int, column: int) -> None:
        place = self._open[-1] if self._open else None
        if place is None:
            return
        if isinstance(place.node, ListNode):
            advice = "Skriv ett värde eller ta bort bindestrecket."
            self._refuse(event, "yaml-tom-punkt", "Listan har en tom punkt.", advice)
        elif place.awaits_value:
            if place.key is not None and not event.value.strip():
                place.node.blank.add(place.key)
            place.awaits_value = False
        else:
            advice = "Skriv en nyckel framför kolon."
            self._refuse(event, "yaml-nyckel-tom", "Ett värde saknar nyckel.", advice)
            self._add(ScalarNode("", line, column))

    def _key(self, mapping: MapNode, node: Node) -> str | None:
        """The key to store the next value under; None, after a finding, to throw the value away."""
        if not isinstance(node, ScalarNode):
            advice = "Skriv nyckeln som ett enda ord före kolon."
            self._refuse_at(node, "yaml-nyckel-form", "En lista kan inte vara nyckel.", advice)
            return None
        if not node.text:
            return None
        key = canonical_key(node.text)
        if key is None:
            self._refuse_at(
                node,
                "yaml-nyckel-tecken",
                "Nyckeln har ett tecken som inte hör dit, fast det kan se ut som en vanlig bokstav.",
                "Skriv nyckeln på nytt med bokstäver från ditt eget tangentbord.",
            )
        elif key == "<<":
            advice = "Skriv ut nycklarna en och en."
            self._refuse_at(node, "yaml-sammanslagning", "Nyckeln << hämtar in andra nycklar.", advice)
        elif key in mapping.keys:
            advice = f"Behåll en av dem. Den första står på rad {mapping.keys[key][0]}."
            self._refuse_at(node, "yaml-nyckel-dubbel", "Samma nyckel står två gånger.", advice)
        else:
            mapping.keys[key] = (node.line, node.column)
            return key
        return None

    def _anchor(self, event: events.NodeEvent) -> None:
        if isinstance(event, events.AliasEvent):
            message = "Värdet hänvisar till ett annat ställe med tecknet *."
            advice = "Skriv ut värdet. Ska texten börja med *, sätt den inom citattecken."
            self._refuse(event, "yaml-hanvisning", message, advice)
        else:
            message = "Tecknet & namnger ett värde så att det kan återanvändas."
            advice = "Ta bort det. Ska texten börja med &, sätt den inom citattecken."
            self._refuse(event, "yaml-ankare", message, advice)

    def _tag(self, event: events.NodeEvent) -> None:
        advice = "Ta bort det. Ska texten börja med !, sätt den inom citattecken."
        self._refuse(event, "yaml-tagg", "Tecknet ! ger värdet en typ.", advice)

    def _refuse(self, event: events.Event, rule: str, message: str, advice: str) -> None:
        self._add_finding(Position(*_place(event)), rule, message, advice)

    def _refuse_at(self, node: Node, rule: str, message: str, advice: str) -> None:
        self._add_finding(Position(node.line, node.column), rule, message, advice)

    def _add_finding(self, position: Position, rule: str, message: str, advice: str) -> None:
        self.findings.append(Finding(self.file, position, rule, message, advice))
        if len(self.findings) >= MOST_FINDINGS:
            raise Stop
