"""Generated persons: roles, consents, withdrawals, and some of them twice."""

from __future__ import annotations

from tests.proof.chance import Chance
from tests.proof.oracle_dates import first_day, last_day
from tests.proof.versions import CHANNEL_KINDS, DATA, NEVER, ROLES, Values

ENDS = (
    "insatsens slut", "6 månader efter insatsens slut", "30 dagar efter insatsens slut",
    "1 år efter beslutet", "400 dagar efter beslutet", "6 månader efter beslutet",
    "1 år efter budgetårets slut", "budgetårets slut", "2026-12", "2027", "2026-06-15",
)  # fmt: skip
# The ranges set aside for fiction: area, first number, how many.
_RANGES = (("031", 3900600, 50), ("08", 46500400, 100), ("070", 1740605, 95))
PHONES = tuple(f"{area}-{first + more}" for area, first, count in _RANGES for more in range(count))
IDENTITY_NUMBERS = ("850101-1234", "19850161-1234")


def persons(chance: Chance, phones: list[str]) -> list[Values]:
    """None to four. `phones` are the numbers that nobody in the register has yet."""
    found: list[Values] = []
    for index in range(chance.count(1, 4, 4, 2, 1)):
        found.append(_person(chance, f"personer[{index}]", phones, found))
    return found


def _person(chance: Chance, path: str, phones: list[str], others: list[Values]) -> Values:
    person: Values = {"roll": chance.one(ROLES)}
    if chance.often(1):
        person["roll"] = chance.one(NEVER if chance.sound else (*NEVER, "okänd", "Insatsledare"))
    if others and chance.often(3):
        person |= _again(chance, others[chance.count(*[1] * len(others))])
    else:
        person |= _somebody(chance, path, phones)
    for key in ("titel", "organisation"):
        if chance.often(7):
            person[key] = chance.canary(f"{path}.{key}")
    person["samtycke"] = [_consent(chance, f"{path}.samtycke[{n}]") for n in range(chance.count(4, 6, 3, 1))]
    for key in ("återkallat", "invändning"):
        if chance.often(1):
            person[key] = chance.date(2024, 2027)
    if chance.often(0.3):
        person["sekretess"] = f"OSL {chance.canary(f'{path}.sekretess')}"
    return person


def _somebody(chance: Chance, path: str, phones: list[str]) -> Values:
    person: Values = {}
    if chance.often(9):
        person["namn"] = f"{chance.canary(f'{path}.namn')} {chance.canary(f'{path}.namn.efternamn')}"
    if chance.often(9):
        person["e-post"] = f"{chance.canary(f'{path}.e-post').lower()}@kanarie.example"
    if not chance.sound and chance.often(0.3):
        person["telefon"] = chance.one(IDENTITY_NUMBERS)
    elif chance.often(7) and (phones or not chance.sound):
        # Numbers for fiction are few. Where a site is built nobody shares one: the audit asks for that.
        person["telefon"] = chance.take(phones) if phones else chance.one(PHONES)
        chance.canaries[person["telefon"]] = f"{path}.telefon"
    return person


def _again(chance: Chance, other: Values) -> Values:
    """The same person once more, by name, address or number, written as people write them."""
    kept = {key: other[key] for key in chance.some(("namn", "e-post", "telefon"), 1) if key in other}
    if chance.sound or chance.often(4):
        return kept
    if "namn" in kept:
        first, *_, last = kept["namn"].split()
        kept["namn"] = chance.one(
            [kept["namn"].upper(), f"{last}, {first}", f"{first}  {last}", f"{first} Maria {last}"]
        )
    if "e-post" in kept:
        kept["e-post"] = kept["e-post"].upper()
    if kept.get("telefon", "").startswith("0"):
        kept["telefon"] = chance.one(("+46 ", "0046", "+46 (0)")) + kept["telefon"][1:]
    return kept


def _consent(chance: Chance, path: str) -> Values:
    consent: Values = {
        "gäller": [*DATA] if chance.often(4) else chance.some(DATA, 1),
        "kanaler": [*CHANNEL_KINDS] if chance.often(4) else chance.some(CHANNEL_KINDS, 1),
        "källa": f"mejl {chance.canary(f'{path}.källa')}",
    }
    if chance.often(9):
        consent["från"] = chance.date(2024, 2026)
    if chance.often(4):
        end = chance.one(ENDS) if chance.often(6) else chance.date(2025, 2029)
        fixed = end[0].isdigit() and " " not in end
        backwards = fixed and "från" in consent and last_day(end) < first_day(consent["från"])
        if not (chance.sound and backwards):
            consent["till"] = end
    return consent
