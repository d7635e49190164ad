"""A page's fields, remarks and signatures, by their dictionaries: no reader of the printed text sees them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from generator.importing.links import hidden_address
from generator.importing.pdf.values import as_dict, as_int, as_list, as_name, as_numbers, as_text, resolved
from generator.importing.readers.interface import TOO_LARGE, UnreadableError

if TYPE_CHECKING:
    from pdfplumber.page import Page

# Bits of `F` and `Ff`, and how far up a field may inherit (ISO 32000-1, 12.5.3 and 12.7.4).
_HIDDEN, _PUSH_BUTTON = 0x02 | 0x20, 1 << 16
_MOST_PARENTS = 20
_MOST = 2_000  # of one page
_LINE = 12.0  # points, of a text in a field that no printed word stands beside
_NO_REMARK = frozenset({"Widget", "Link", "FreeText", "Popup"})

Kind = Literal["answer", "mark", "remark", "signature"]


@dataclass(frozen=True)
class Annotation:
    """One of them, with its box on the page. `label` is what the form calls the field, for programs.

    An answer may have several lines; a mark is a ticked or empty box, or the address behind a link.
    """

    kind: Kind
    text: str
    label: str
    left: float
    top: float
    right: float
    bottom: float

    @property
    def line(self) -> float:
        """The foot of its first line."""
        return min(self.top + _LINE, self.bottom)


def annotations_of(page: Page, printed: str) -> Iterator[Annotation]:
    """All that say something, in the page's order. `printed` is the page's text."""
    every = as_list(page.page_obj.annots)
    if len(every) > _MOST:
        raise UnreadableError(TOO_LARGE)
    for one in every:
        entries = as_dict(one)
        box = as_numbers(entries.get("Rect"))
        if as_int(entries.get("F")) & _HIDDEN or len(box) != 4:
            continue
        kind, text = _said(entries, printed)
        if not text.strip():
            continue
        across, down = zip(_seen(page, *box[:2]), _seen(page, *box[2:]), strict=True)
        label = as_text(_inherited(entries, "TU")) or as_text(_inherited(entries, "T"))
        yield Annotation(kind, text, label, min(across), min(down), max(across), max(down))


def _seen(page: Page, x: float, y: float) -> tuple[float, float]:
    """A point as the reader sees it, from the left and from the top, on a page that may be turned."""
    left, foot, right, head = (float(side) for side in page.page_obj.mediabox)
    turned = {90: (y - foot, right - x), 180: (right - x, head - y), 270: (head - y, x - left)}
    across, down = page.point2coord(turned.get(page.rotation, (x - left, y - foot)))
    return float(across), float(down)


def _said(entries: Mapping[str, object], printed: str) -> tuple[Kind, str]:
    subtype = as_name(entries.get("Subtype"))
    if subtype == "FreeText":
        return "answer", as_text(entries.get("Contents"))
    if subtype == "Link":
        address = hidden_address(as_text(as_dict(entries.get("A")).get("URI")), printed)
        return "mark", f"({address})" if address else ""
    if subtype == "Widget":
        return _field(entries)
    return "remark", "" if subtype in _NO_REMARK else as_text(entries.get("Contents"))


def _field(entries: Mapping[str, object]) -> tuple[Kind, str]:
    kind, value = as_name(_inherited(entries, "FT")), resolved(_inherited(entries, "V"))
    if kind == "Sig":
        signed = as_dict(value)
        return "signature", (as_text(signed.get("Name")) or "Digital underskrift") if signed else ""
    if kind == "Btn":
        if as_int(_inherited(entries, "Ff")) & _PUSH_BUTTON:
            return "mark", ""
        return "mark", "☐" if as_name(entries.get("AS")) in ("", "Off") else "☒"
    pairs = [[as_text(part) for part in as_list(one)] for one in as_list(_inherited(entries, "Opt"))]
    shown = {pair[0]: pair[-1] for pair in pairs if pair}  # what programs read → what people do
    chosen = [as_text(one) for one in as_list(value) or [value]]
    return "answer", "\n".join(shown.get(one, one) for one in chosen)


def _inherited(entries: Mapping[str, object], key: str) -> object:
    """The field's own value, or its parent's."""
    for _ in range(_MOST_PARENTS):
        if key in entries or "Parent" not in entries:
            break
        entries = as_dict(entries["Parent"])
    return entries.get(key)
