"""Generated decisions, budgets, windows and secrecy."""

from __future__ import annotations

from tests.proof.chance import Chance
from tests.proof.oracle_decisions import GRANTS, kronor
from tests.proof.oracle_secrecy import KNOWN
from tests.proof.versions import Values

OUTCOMES = ("delvis beviljad", "delvis beviljad", "avslag", "bordlagd", "återkallad")
OTHERS = ("beredningsgruppen", "arbetsutskottet", "förbundschefen")
# Where one field repeats another, secrecy has most to hide.
TELLING = (
    "budget", "budget.sökt", "budget.per_år", "budget.kostnader", "beslut.belopp", "beslut.avser",
    "beslut.avser.start", "beslut.avser.slut", "period", "period.start", "period.slut", "period.sista_intag",
    "personer", "personer.namn", "personer.e-post", "personer.roll", "beslut.datum", "samverkansparter",
    "relationer", "beskrivning", "beslut.paragraf", "insatsägare", "mål",
)  # fmt: skip


def decisions(chance: Chance, *, yearly: bool) -> list[Values]:
    """None to four; some on the day of the one before, some about its time."""
    found: list[Values] = []
    for index in range(chance.count(1, 10, 6, 3, 1)):
        one = _decision(chance, index, yearly=yearly)
        if found and chance.often(3):
            one["datum"] = found[-1]["datum"]
        if found and "avser" in found[-1] and chance.often(3):
            one["avser"] = dict(found[-1]["avser"])
        found.append(one)
    return found


def _decision(chance: Chance, index: int, *, yearly: bool) -> Values:
    one: Values = {
        "utfall": "beviljad" if chance.often(7) else chance.one(OUTCOMES),
        "datum": chance.date(2024, 2027),
        "instans": "styrelsen" if chance.often(9) else chance.one(OTHERS),
    }
    if chance.often(7):
        one["paragraf"] = f"§ {chance.canary(f'beslut[{index}].paragraf')}"
    if chance.often(9):
        one["belopp"] = chance.amount(f"beslut[{index}].belopp")
    if chance.often(9):
        one["avser"] = chance.span(yearly=yearly)
    return one


def budget(chance: Chance, decided: list[Values]) -> Values:
    """Often for just the sum that was granted; its years and costs with sums of their own."""
    granted = [kronor(one["belopp"]) for one in decided if one["utfall"] in GRANTS and "belopp" in one]
    found: Values = {"egenfinansiering": chance.amount("budget.egenfinansiering")}
    if granted and chance.often(7):
        found["sökt"] = str(sum(granted) if chance.often(6) else granted[-1])
        chance.canaries.setdefault(found["sökt"], "budget.sökt")
    elif chance.often(8):
        found["sökt"] = chance.amount("budget.sökt")
    years = sorted(chance.some(("2024", "2025", "2026", "2027", "2028")))
    found["per_år"] = _years(chance, years, kronor(found.get("sökt", "0")))
    found["kostnader"] = [
        _cost(chance, f"budget.kostnader[{index}]") for index in range(chance.count(1, 1, 1))
    ]
    if chance.often(5):
        found["kommentar"] = chance.canary("budget.kommentar")
    return found


def _years(chance: Chance, years: list[str], whole: int) -> dict[str, str]:
    """The whole in parts, to the krona or nearly; or amounts that have nothing to do with it."""
    if not years or not whole or chance.often(3):
        return {year: chance.amount(f"budget.per_år.{year}") for year in years}
    parts = [whole // len(years)] * len(years)
    parts[0] += whole - sum(parts) + chance.count(6, 1, 1, 1)
    for number in range(1, len(parts)):  # no two alike, so that each can be told apart
        moved = chance.count(*[1] * 9_000)
        parts[0], parts[number] = parts[0] + moved, parts[number] - moved
    for year, part in zip(years, parts, strict=True):
        if len(str(part)) >= 9:
            chance.canaries.setdefault(str(part), f"budget.per_år.{year}")
    return {year: str(part) for year, part in zip(years, parts, strict=True)}


def _cost(chance: Chance, path: str) -> Values:
    cost = {"post": chance.canary(f"{path}.post"), "belopp": chance.amount(f"{path}.belopp")}
    if chance.often(5):
        cost["år"] = chance.one(("2024", "2025", "2026", "2027"))
    return cost


def publication(chance: Chance) -> Values:
    window: Values = {"läge": "publicera"}
    if chance.often(1.5):
        window["läge"] = chance.one(("pausad", "återkallad", "återkallad"))
    if chance.often(6):
        window["från"] = chance.date(2024, 2025)
    if chance.often(1.5):
        window["till"] = chance.date(2026, 2028)
    return window


def secrecy(chance: Chance) -> list[Values]:
    """Over anything: every path of the schema, those that another field repeats, and the whole."""
    entries: list[Values] = []
    while chance.often(3) and len(entries) < 3:
        covers: str | list[str] = chance.some(sorted(KNOWN), 1, 2)
        if chance.often(3):
            covers = [chance.one(TELLING)]
        if chance.often(0.5):
            covers = "allt" if chance.often(5) else ["allt"]
        if chance.often(0.3) and not chance.sound:
            covers = ["finns.inte"]
        entries.append(
            {"omfattar": covers, "grund": f"OSL {chance.canary(f'sekretess[{len(entries)}].grund')}"}
        )
    return entries
