"""The oracle's plain fields: what needs no decision. The value itself, unless secrecy covers it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Any

from tests.proof import oracle_secrecy as secrecy

Raw = Mapping[str, Any]
Told = Iterator[tuple[str, str]]

# Sections of one mapping each, and what is told of them.
SECTIONS = {
    "ålder": "från till",
    "beskrivning": secrecy.DESCRIPTION,
    "hänvisning": "vem krav hur kontakt",
    "källa": "dokument",
}
# Lists: what an entry cannot be told without, which takes the whole list along, and what it can.
LISTS = {
    "samverkansparter": ("organisation", "enhet roll"),
    "deltagare": ("antal avser", "kommentar"),
    "mål": ("typ text", "måltal utfall"),
    "handlingar": ("titel typ", "länk datum"),
}


def plain_fields(
    record: Raw, config: Raw, secret: frozenset[str], tells_relations: Callable[[str], bool]
) -> Told:
    """Rule 1: "A value reaches a page only because a rule lets it." """
    for key in ("diarienummer", "sammanfattning"):
        if record.get(key) and not secrecy.covered(secret, key):
            yield key, record[key]
    if record.get("exempel") == "true":
        yield "exempel", "true"
    yield from words(record, config, secret)
    for section, keys in SECTIONS.items():
        yield from told(section, record.get(section, {}), keys, secret)
    for section, (needed, more) in LISTS.items():
        if not any(secrecy.covered(secret, f"{section}.{key}") for key in needed.split()):
            for index, entry in enumerate(record.get(section, [])):
                yield from told(f"{section}[{index}]", entry, f"{needed} {more}", secret)
    yield from kinds_of_parties(record, config, secret)
    if not secrecy.relations_are_secret(secret):
        yield from relations(record, tells_relations)


def told(section: str, raw: Raw, keys: str, secret: frozenset[str]) -> Told:
    bare = section.partition("[")[0]
    for key in keys.split():
        if raw.get(key) and not secrecy.covered(secret, f"{bare}.{key}"):
            yield f"{section}.{key}", raw[key]


def words(record: Raw, config: Raw, secret: frozenset[str]) -> Told:
    """Rule 1: "An unknown role, channel, field or terms version publishes nothing": nor does a word that its
    vocabulary lacks.
    """
    plain = ("andra_namn", "tidigare_adresser", "sökord", "kommuner")
    for key in (*plain, "målgrupper", "metoder", "uppföljningssystem"):
        if not secrecy.covered(secret, key):
            known = [word for word in record.get(key, []) if key not in config or word in config[key]]
            yield from ((f"{key}[{index}]", word) for index, word in enumerate(known))
    if not secrecy.covered(secret, "inriktning") and record["inriktning"] in config["inriktningar"]:
        yield "inriktning", record["inriktning"]


def kinds_of_parties(record: Raw, config: Raw, secret: frozenset[str]) -> Told:
    """`part` is a word of the vocabulary, or the organisation's name is the word itself. Without its
    organisation nothing is told of the insatsägare.
    """
    owner = record.get("insatsägare")
    if owner and not secrecy.covered(secret, "insatsägare.organisation"):
        yield from told("insatsägare", owner, "organisation enhet", secret)
    parties = [("insatsägare", owner)] if owner else []
    parties += [(f"samverkansparter[{n}]", one) for n, one in enumerate(record.get("samverkansparter", []))]
    for section, party in parties:
        bare = section.partition("[")[0]
        word = party.get("part", party["organisation"].casefold())
        hidden = any(secrecy.covered(secret, f"{bare}.{key}") for key in ("organisation", "part"))
        if word in config["parter"] and not hidden:
            yield f"{section}.part", word


def relations(record: Raw, tells_relations: Callable[[str], bool]) -> Told:
    """Rule 2: "no relation or redirect that tells the title" of an insats that is not public. ADR 0003:
    "Relations lead only to records that are public and show relations of their own".
    """
    public = [one for one in record.get("relationer", []) if tells_relations(one["insats"])]
    for index, relation in enumerate(public):
        yield f"relationer[{index}].typ", relation["typ"]
        yield f"relationer[{index}].insats", relation["insats"]
