"""Running text, which goes under its key word for word; tables in it become lists."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from generator.importing.division import Section
from generator.importing.document import Block
from generator.importing.draft import Context, Draft, Paragraph
from generator.importing.fields.people import take_listed

_LONGEST_HEAD = 4  # words of a column's head


def read_text(section: Section, draft: Draft, context: Context) -> None:
    """A description. Persons that the layout says are listed here go to `personer`, and their names out."""
    if section.part is None:
        return
    part = section.part
    if part.keep_heading and section.heading is not None and section.blocks:
        heading = part.headings[0].strip(" :*(").capitalize()
        draft.add(part.target, Paragraph("strong", heading, section.heading.place))
    blocks = section.blocks
    if part.role is not None:
        blocks = take_listed(blocks, part.role, draft, context)
    for paragraph in paragraphs(blocks):
        draft.add(part.target, paragraph)


def read_remark(section: Section, draft: Draft, _context: Context) -> None:
    """What the editor should know of and no key has."""
    for block in section.blocks:
        draft.texts["källa", "anmärkningar"].append(Paragraph("line", block.text, block.place))


def read_attachments(section: Section, draft: Draft, _context: Context) -> None:
    """The documents that the form names."""
    for block in section.blocks:
        draft.texts["källa", "bilagor"].append(Paragraph("line", _flat(block), block.place))


def read_reference(section: Section, draft: Draft, _context: Context) -> None:
    """The reference number of the errand."""
    first = section.blocks[0]
    new = draft.set("diarienummer", _flat(first), first.place)
    draft.unplaced(section.blocks[1:] if new else section.blocks)


def _flat(block: Block) -> str:
    return " ".join(cell for cell in block.cells if cell)


def paragraphs(blocks: Sequence[Block]) -> Iterator[Paragraph]:
    """The blocks as text; the first row of a table names its columns when it looks like their head."""
    head: tuple[str, ...] = ()
    before: Block | None = None
    for block in blocks:
        if block.kind != "row":
            kind = "strong" if block.strong else block.kind
            yield Paragraph(kind, block.text, block.place)
        elif before is None or before.kind != "row":
            head = block.cells if _is_head(block) else ()
            if not head:
                yield _row(block, ())
        elif block.cells != head:
            yield _row(block, head)
        before = block


def _is_head(row: Block) -> bool:
    filled = [cell for cell in row.cells if cell]
    return len(filled) > 1 and all(
        len(cell.split()) <= _LONGEST_HEAD and not any(map(str.isdigit, cell)) for cell in filled
    )


def _row(row: Block, head: tuple[str, ...]) -> Paragraph:
    first, *others = row.cells
    names = head[1:] if len(head) == len(row.cells) else ()
    more = [
        f"{name}: {cell}" if name else cell
        for name, cell in zip(names or [""] * len(others), others, strict=False)
        if cell
    ]
    joint = (" " if first.endswith(("?", "!")) else ". ") if names else ": "
    text = joint.join(filter(None, (first.rstrip(".:") if more else first, "; ".join(more))))
    if not more and len(row.cells) == 1:
        return Paragraph("text", text, row.place)
    return Paragraph("item", text, row.place)
