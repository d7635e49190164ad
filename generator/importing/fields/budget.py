"""Money: what is applied for, per year, own funding and costs, from answers and from tables."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Final

from generator.importing.division import Section
from generator.importing.document import Block
from generator.importing.draft import Context, Draft, Paragraph
from generator.importing.fields.money import Amount, amounts_in, cell_amount
from generator.importing.headings import near, plain
from generator.words.findings import Position

_RULE: Final = "belopp"
_THOUSANDS = re.compile(r"\btkr\b|\bkkr\b|\btusental", re.IGNORECASE)
_YEAR = re.compile(r"(?<![\d-])(20\d\d)(?![\d-])")
_OWN = re.compile(r"\begen|\begenfinans|\bmedfinans", re.IGNORECASE)
_LEAST_KRONOR = 100_000  # a table with an amount that large under "tkr", 100 million, is in kronor
_SUM = re.compile(r"^(?:summa|total|s:a)", re.IGNORECASE)
_CHECK = "Se efter i originalet."


@dataclass
class _Table:
    """What the rows above have told: the years' columns, the own funding's, the group, the unit."""

    years: dict[int, int] = field(default_factory=dict)
    own: int | None = None
    group: str = ""
    thousands: Position | None = None
    large: bool = False
    doubted: bool = False


def read_applied(section: Section, draft: Draft, _context: Context) -> None:
    """One answer: what is applied for."""
    block = section.blocks[0]
    _applied(draft, list(amounts_in(block.text)), block)
    draft.unplaced(section.blocks[1:])


def read_budget(section: Section, draft: Draft, context: Context) -> None:
    """Answers and tables. Other text is the comment; rows that tell nothing sure are kept unplaced."""
    bare = [a for block in section.blocks for a in map(cell_amount, block.cells) if a and not a.unit]
    table = _Table(large=any(amount.value >= _LEAST_KRONOR for amount in bare))
    doubt = section.part.doubt if section.part is not None else None
    for block in section.blocks:
        if block.kind == "row":
            _read_row(block, table, draft, context)
            continue
        found = list(amounts_in(block.text))
        if found:
            _applied(draft, found, block, doubted=doubt is not None)
        elif any(map(str.isalpha, block.text)):
            table.group = block.text
            if not _is_group(block):
                draft.texts["budget", "kommentar"].append(Paragraph("text", block.text, block.place))


def _is_group(block: Block) -> bool:
    """A line that only heads the rows below it."""
    return block.strong or block.text.isupper()


def _applied(draft: Draft, found: list[Amount], block: Block, *, doubted: bool = False) -> None:
    path = ("budget", "sökt")
    if not found:
        draft.doubt(path, block.place, _RULE, "Beloppet går inte att läsa.", "Skriv det i hela kronor.")
        draft.unplaced([block])
        return
    if not draft.set("budget.sökt", found[0].value, block.place):
        draft.doubt(path, block.place, _RULE, "Dokumentet har två olika sökta belopp.", _CHECK)
        draft.unplaced([block])
    if not found[0].unit:
        message = "Enheten saknas. Beloppet är läst som hela kronor."
        draft.doubt(path, block.place, _RULE, message, "Se efter att det inte är tkr.")
    if len(found) > 1 or re.sub(r"[\d\s.,:-]|kronor|kr|tkr", "", block.text, flags=re.IGNORECASE):
        draft.texts["budget", "kommentar"].append(Paragraph("text", block.text, block.place))
    if len(found) > 1 and not doubted:
        draft.doubt(path, block.place, _RULE, "Svaret har flera belopp. Det första är läst som sökt.", _CHECK)


def _read_row(block: Block, table: _Table, draft: Draft, context: Context) -> None:
    cells = block.cells
    if _THOUSANDS.search(block.text) and not any(a and a.unit for a in map(cell_amount, cells)):
        table.thousands = block.place
    years = {at: int(found[1]) for at, cell in enumerate(cells) if (found := _YEAR.search(cell))}
    amounts = {at: a for at, cell in enumerate(cells) if at not in years and (a := cell_amount(cell))}
    told = {at: amount for at, amount in amounts.items() if amount.value}
    label = next((cell for cell in cells if cell and cell_amount(cell) is None), "")
    own = next((at for at, cell in enumerate(cells) if at and _OWN.search(cell)), None)
    if not told and (len(years) > 1 or (years and own is not None)):
        table.years, table.own = years, own
    elif not amounts:
        table.group = cells[0] or table.group
    elif _labelled(label, context.labels("summa")):
        _read_sum(block, told, table, draft)
    elif _labelled(label, context.labels("egenfinansiering")):
        total = next(iter(told.values()), Amount(0, ""))
        draft.set("budget.egenfinansiering", _kronor(total, table, draft), block.place)
    elif told and not _SUM.match(label) and not draft.summed:
        _read_cost(block, told, table, draft)
    elif told and not _is_told_already(told, draft):
        draft.unplaced([block])


def _labelled(label: str, words: tuple[str, ...]) -> bool:
    return any(near(plain(label), plain(word)) for word in words)


def _read_sum(block: Block, told: dict[int, Amount], table: _Table, draft: Draft) -> None:
    place = block.place
    per_year = {year: _kronor(told[at], table, draft) for at, year in table.years.items() if at in told}
    if not told:
        return
    if not table.years and len({amount.value for amount in told.values()}) > 1:
        message = "En summarad har flera belopp, men det står inte vad kolumnerna är."
        draft.doubt(("budget",), place, _RULE, message, "Raden finns i källa.oplacerat.")
        draft.unplaced([block])
        return
    draft.summed = True
    known = True
    if table.own in told:
        own = _kronor(told[table.own], table, draft)
        known &= draft.set("budget.egenfinansiering", own, place)
    outside = [at for at in told if at not in table.years and at != table.own]
    total = _kronor(told[outside[0]], table, draft) if outside else sum(per_year.values())
    if per_year:
        known &= draft.set("budget.per_år", per_year, place)
        difference = abs(sum(per_year.values()) - total)
        if difference:
            message = f"Årsbeloppen summerar inte till totalen. Skillnaden är {difference} kr."
            draft.doubt(("budget", "per_år"), place, "summa", message, _CHECK)
    if (per_year or outside) and not draft.set("budget.sökt", total, place):
        known = False
        message = "Tabellens summa är inte det sökta beloppet."
        draft.doubt(("budget", "sökt"), place, "summa", message, _CHECK)
    if not known:
        draft.unplaced([block])


def _read_cost(block: Block, told: dict[int, Amount], table: _Table, draft: Draft) -> None:
    values = {amount.value for amount in told.values()}
    words = [cell for cell in block.cells if cell and cell_amount(cell) is None]
    if len(values) > 1 or not words:
        draft.unplaced([block])
        return
    at, amount = next(iter(told.items()))
    if re.fullmatch(r"\d+\.?", words[0]) and table.group:
        words.insert(0, table.group)
    if at == table.own:
        words.append("egen finansiering")
    label = ", ".join(words)
    cost: dict[str, object] = {"post": label, "belopp": _kronor(amount, table, draft)}
    cost |= {"år": table.years[at]} if at in table.years else {}
    costs = draft.values.setdefault("budget", {})
    if isinstance(costs, dict):
        costs.setdefault("kostnader", []).append(cost)


def _kronor(amount: Amount, table: _Table, draft: Draft) -> int:
    """The amount in kronor, whatever the table says of thousands."""
    if amount.unit or table.thousands is None:
        return amount.value
    if not table.doubted and amount.value:
        table.doubted = True
        read = "hela kronor, för de är för stora" if table.large else "tusental"
        message = f"Tabellen säger tkr. Beloppen är lästa som {read}."
        draft.doubt(("budget",), table.thousands, "tkr", message, _CHECK)
    return amount.value if table.large else amount.value * 1000


def _is_told_already(told: dict[int, Amount], draft: Draft) -> bool:
    """Whether the row only says once more what is in the draft: a part's sum, the sum of all."""
    known = set(_figures(draft.values.get("budget")))
    return all(amount.value in known for amount in told.values())


def _figures(value: object) -> Iterator[int]:
    if isinstance(value, dict):
        for inner in value.values():
            yield from _figures(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from _figures(inner)
    elif isinstance(value, int):
        yield value


def doubt_budget(draft: Draft) -> None:
    """What does not go together when all is read."""
    budget = draft.values.get("budget")
    if not isinstance(budget, dict):
        return
    costs = [cost for cost in budget.get("kostnader", []) if "egen finansiering" not in cost["post"]]
    applied = budget.get("sökt")
    total = sum(cost["belopp"] for cost in costs)
    if costs and applied is not None and total != applied:
        message = f"Posterna summerar inte till det sökta beloppet. Skillnaden är {abs(total - applied)} kr."
        place = draft.places.get(("budget", "sökt"), Position(1, 1))
        draft.doubt(("budget", "kostnader"), place, "summa", message, _CHECK)
    if not budget:
        del draft.values["budget"]
