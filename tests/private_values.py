"""Private values for tests of the gate and the checks: records as an editor writes them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import Any

from generator.checks.interface import Check, Register, Subject
from generator.gate.door import open_door
from generator.gate.interface import Case, Settings, Verdict
from generator.gate.outcome import Opened, Outcome, Withheld
from generator.gate.rulebook import Rulebook, load_rules
from generator.public.insats import PublicInsats, PublicPerson
from generator.records.config import ContactEnd
from generator.records.record import Record
from generator.records.terms import Terms
from generator.storage.folders import YamlFile
from generator.storage.load import read_record
from generator.words.channels import PORTAL, Channel, ChannelKind
from generator.words.findings import Finding, in_order
from generator.words.vocabularies import Term, Vocabulary

PROJECT = Path(__file__).parents[1]
CONTENT, CONFIG = PROJECT / "content", PROJECT / "site_config"

DAY = date(2026, 6, 15)
OWN_WEB = Channel(ChannelKind.FORBUNDSWEBB, "exempelbygden")
OTHER_WEB = Channel(ChannelKind.FORBUNDSWEBB, "grannbygden")
SOCIAL = Channel(ChannelKind.SOCIAL_MEDIA)
OPEN_DATA = Channel(ChannelKind.OPEN_DATA)
CHANNELS = (PORTAL, OWN_WEB, SOCIAL, OPEN_DATA)

RULES = (
    "aldrig", "aterkallat", "beslut", "egen-webb", "i-tid", "kand-roll", "publicering", "samtycke",
    "sekretess-allt", "sekretess-falt", "sekretess-person", "som-beslutat", "villkor", "villkor-kanda",
)  # fmt: skip
FIELDS = ("namn", "titel", "organisation", "e-post", "telefon")
CHANNEL_NAMES = ("portal", "förbundswebb", "sociala-medier", "öppna-data")

GRANT: Mapping[str, Any] = MappingProxyType(
    {
        "utfall": "beviljad",
        "datum": "2025-06-12",
        "instans": "styrelsen",
        "paragraf": "§ 34",
        "belopp": "3200000",
        "avser": {"start": "2025-09", "slut": "2027-12"},
    }
)
TOVA: Mapping[str, Any] = MappingProxyType(
    {
        "namn": "Tova Lindeby",
        "roll": "insatsledare",
        "titel": "projektledare",
        "organisation": "Hudiksvalls kommun",
        "e-post": "tova.lindeby@hudiksvall.example",
        "telefon": "031-390 06 15",
    }
)


def _without_none(values: Mapping[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in values.items() if value is not None}


def vocabulary(name: str, *ids: str) -> Vocabulary:
    return Vocabulary(
        name, MappingProxyType({i: Term(i, i.capitalize(), f"Förklaring av {i}.") for i in ids})
    )


@cache
def rulebook() -> Rulebook:
    return load_rules(RULES)


def grant(**changes: Any) -> dict[str, Any]:
    """A grant by the styrelse, 2025-06-12; a key given as None is left out."""
    return _without_none({**GRANT, **changes})


def consent(**changes: Any) -> dict[str, Any]:
    """A consent to name and e-mail on the portal, without an end. `från` may be written `start`."""
    values = {"gäller": ["namn", "e-post"], "kanaler": ["portal"], "från": "2025-06-20", "källa": "mejl"}
    return _without_none({**values, **changes})


def person(**changes: Any) -> dict[str, Any]:
    """Tova Lindeby, insatsledare, with all her data and no consent."""
    return _without_none({**TOVA, **changes})


def record_values(**changes: Any) -> dict[str, Any]:
    """A record that is public on `DAY`, as YAML gives it: text, lists and mappings."""
    values: dict[str, Any] = {
        "id": "exempelbygden-2025-vagen-vidare",
        "namn": "Vägen vidare",
        "förbund": "exempelbygden",
        "villkor": "exempelbygden-2024",
        "inriktning": "individinriktad",
        "beslut": [grant()],
        "publicering": {"läge": "publicera", "från": "2025-06-20"},
        "period": {"start": "2025-09", "slut": "2027-12-31", "sista_intag": "2027-06"},
    }
    return _without_none({**values, **changes})


def record(**changes: Any) -> Record:
    return Record.model_validate(record_values(**changes))


def clause(**changes: Any) -> dict[str, Any]:
    """Opens name, e-mail and phone of the insatsledare on the own web, as Gävleborg's terms do."""
    values = {
        "roller": ["insatsledare", "kontaktperson"],
        "fält": ["namn", "e-post", "telefon"],
        "kanaler": ["förbundswebb", "sociala-medier"],
        "grund": "Blankettens villkor.",
    }
    return _without_none({**values, **changes})


def terms(**changes: Any) -> Terms:
    """Terms that open nothing, decided for the whole insats."""
    values: dict[str, Any] = {
        "id": "exempelbygden-2024",
        "förbund": "exempelbygden",
        "namn": "Ansökan 2024",
        "källa": {"rubrik": "Blanketten", "citat": "Publicering kan komma att ske."},
        "beslut_per": "insats",
    }
    return Terms.model_validate(_without_none({**values, **changes}))


def settings(**changes: Any) -> Settings:
    standard = Settings(
        contact_end=ContactEnd.model_validate(
            {"längst": "6 månader efter insatsens slut", "fält": list(FIELDS)}
        ),
        forbund=frozenset({"exempelbygden", "grannbygden"}),
        roles=vocabulary(
            "roller", "insatsledare", "kontaktperson", "arbetsgrupp", "styrgrupp", "undertecknare", "gäst"
        ),
        never_public_roles=frozenset({"undertecknare", "gäst"}),
        parties=vocabulary("parter", "kommun", "region", "arbetsförmedlingen"),
        kinds=vocabulary("inriktningar", "individinriktad", "strukturövergripande", "förstudie"),
        target_groups=vocabulary("målgrupper", "unga-vuxna", "långtidssjukskrivna"),
        methods=vocabulary("metoder", "ips", "tjänstedesign"),
        follow_up_systems=vocabulary("uppföljningssystem", "sus"),
    )
    return replace(standard, **changes)


_TERMS = terms()
_SETTINGS = settings()


def case(
    *,
    day: date | str = DAY,
    channel: Channel = PORTAL,
    terms: Terms | None = _TERMS,
    settings: Settings = _SETTINGS,
    record: Record | None = None,
    slug: str = "vagen-vidare",
    **changes: Any,
) -> Case:
    """A record before the gate: `changes` are the record's own keys."""
    when = date.fromisoformat(day) if isinstance(day, str) else day
    written = record if record is not None else Record.model_validate(record_values(**changes))
    return Case(written, slug, terms, settings, channel, when)


def outcome(one: Case) -> Outcome:
    return open_door(one, rulebook())


def opened(one: Case) -> PublicInsats:
    result = outcome(one)
    assert isinstance(result, Opened), result.reasons
    return result.insats


def withheld(one: Case) -> Withheld:
    result = outcome(one)
    assert isinstance(result, Withheld)
    return result


def is_public(one: Case) -> bool:
    return isinstance(outcome(one), Opened)


def verdicts(one: Case) -> dict[str, Verdict]:
    return {verdict.path: verdict for verdict in outcome(one).verdicts}


def datum_of(public: PublicPerson, field: str) -> str | None:
    return {
        "namn": public.name,
        "titel": public.title,
        "organisation": public.organisation,
        "e-post": public.email,
        "telefon": public.phone,
    }[field]


def shown(one: Case) -> dict[str, str | None]:
    """The data of the only person that the record shows; {} when it shows nobody."""
    result = outcome(one)
    if isinstance(result, Withheld) or not result.insats.persons:
        return {}
    (public,) = result.insats.persons
    return {field: value for field in FIELDS if (value := datum_of(public, field)) is not None}


def subject(
    yaml: str,
    *,
    file: str = "content/insatser/exempelbygden/vagen-vidare.yml",
    channel: Channel = PORTAL,
    day: date | str = DAY,
    terms: Terms | None = _TERMS,
    settings: Settings = _SETTINGS,
) -> Subject:
    """A YAML record, read with its places, and what the gate says of it."""
    path = Path(file)
    located, findings = read_record(YamlFile(file, path.stem, path.parent.name, yaml.encode()))
    assert located is not None, [str(finding) for finding in findings]
    made = case(
        record=located.value, slug=located.slug, channel=channel, day=day, terms=terms, settings=settings
    )
    result = outcome(made)
    return Subject(located, made, result)


def findings_of(check: Check, *subjects: Subject) -> tuple[Finding, ...]:
    register = Register(subjects)
    found: Iterable[Finding] = (f for one in subjects for f in check.check(one, register))
    return in_order(found)


def places(findings: Iterable[Finding]) -> list[str]:
    """`line:column severity` of each finding."""
    return [f"{f.position.line}:{f.position.column} {f.severity}" for f in findings]
