"""What a förbundschef reads: the words of each answer, and the place in the file that it points to."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from generator.gate.account import account
from generator.gate.door import open_doors
from generator.gate.interface import Case, Reason, Verdict
from generator.gate.ledger import OPEN
from generator.records.paths import spelled
from tests import private_values as v
from tests.gate.test_copying import FULL, full

GONE = {"läge": "återkallad", "från": "2025-06-20"}
LATER_NO = v.grant(utfall="avslag", datum="2026-01-10")


def secret(*paths: str, ground: str = "OSL 26 kap. 1 §") -> dict[str, Any]:
    return {"omfattar": list(paths), "grund": ground}


WHOLE: dict[str, tuple[Case, Reason]] = {
    "no decision": (
        v.case(beslut=[]),
        Reason("beslut", "Det finns inget beslut av styrelsen som gäller det här datumet."),
    ),
    "a later no": (
        v.case(beslut=[v.grant(), LATER_NO]),
        Reason("beslut", "Styrelsens senaste beslut beviljar inte insatsen.", ("beslut", 1)),
    ),
    "a no the same day": (
        v.case(beslut=[v.grant(datum="2026-01-10"), v.grant(), LATER_NO]),
        Reason("beslut", "Styrelsens senaste beslut beviljar inte insatsen.", ("beslut", 2)),
    ),
    "not asked for": (
        v.case(publicering=None),
        Reason("publicering", "Ingen har begärt att insatsen ska publiceras."),
    ),
    "paused": (
        v.case(publicering={"läge": "pausad"}),
        Reason("publicering", "Publiceringen är pausad.", ("publicering", "läge")),
    ),
    "withdrawn": (
        v.case(publicering=GONE),
        Reason("publicering", "Publiceringen är återkallad.", ("publicering", "läge")),
    ),
    "not yet": (
        v.case(publicering={"läge": "publicera", "från": "2026-07-01"}),
        Reason("publicering", "Publiceringen har inte börjat än.", ("publicering", "från")),
    ),
    "no longer": (
        v.case(publicering={"läge": "publicera", "till": "2026-05-01"}),
        Reason("publicering", "Publiceringen har slutat.", ("publicering", "till")),
    ),
    "another's web": (
        v.case(channel=v.OTHER_WEB),
        Reason("egen-webb", "Insatsen hör till ett annat förbund än webbplatsen."),
    ),
    "unknown förbund": (
        v.case(förbund="okandbygden", terms=v.terms(förbund="okandbygden")),
        Reason("villkor-kanda", "Förbundet som posten anger finns inte i registret."),
    ),
    "unknown terms": (
        v.case(terms=None),
        Reason("villkor-kanda", "Villkoren som posten anger finns inte i registret."),
    ),
    "another's terms": (
        v.case(terms=v.terms(förbund="grannbygden")),
        Reason("villkor-kanda", "Villkoren hör till ett annat förbund än insatsen."),
    ),
    "all is secret": (
        v.case(sekretess=[{"omfattar": "allt", "grund": "OSL 26 kap. 1 §"}]),
        Reason("sekretess-allt", "Sekretess omfattar hela posten (OSL 26 kap. 1 §).", ("sekretess", 0)),
    ),
    "the name is secret": (
        v.case(sekretess=[secret("beskrivning"), secret("namn", ground="Så är det")]),
        Reason(
            "sekretess-allt",
            "Sekretess omfattar det som sidan inte kan vara utan (sekretess 2 i posten).",
            ("sekretess", 1),
        ),
    ),
    "what is not there is secret": (
        v.case(sekretess=[secret("finns.inte", ground="osl 26 KAP. 1 §")]),
        Reason(
            "sekretess-allt",
            "Sekretess anges för ett fält som inte finns. Därför döljs allt (osl 26 KAP. 1 §).",
            ("sekretess", 0),
        ),
    ),
}


@pytest.mark.parametrize(("case", "reason"), WHOLE.values(), ids=WHOLE)
def test_of_a_withheld_record(case: Case, reason: Reason) -> None:
    assert v.withheld(case).reasons == (reason,)


CONSENT = ("personer", 0, "samtycke", 0)
CLAUSE = v.terms(personuppgifter=[v.clause()])


def of_tova(consent: dict[str, Any] | None = None, *others: dict[str, Any], **changes: Any) -> Case:
    consents = [v.consent(**(consent or {}))]
    return v.case(personer=[v.person(samtycke=consents, **changes), *others])


PERSON: dict[str, tuple[Case, Reason]] = {
    "nothing opens": (
        v.case(personer=[v.person()]),
        Reason("neka", "Varken villkoren eller personens samtycke öppnar uppgiften här."),
    ),
    "a closed role": (
        of_tova(roll="undertecknare"),
        Reason("aldrig", "Uppgifter om personer i den här rollen publiceras aldrig."),
    ),
    "an identity number": (
        of_tova(namn="Tova 850101-1234"),
        Reason("aldrig", "Uppgiften ser ut som ett identitetsnummer och publiceras aldrig."),
    ),
    "an unknown role": (
        of_tova(roll="okänd"),
        Reason("kand-roll", "Rollen finns inte i ordlistan. Därför visas inget om personen."),
    ),
    "withdrawn": (
        of_tova(återkallat="2026-03-01"),
        Reason(
            "aterkallat", "Personen har tagit tillbaka sitt samtycke.", ("personer", 0, "återkallat")
        ),
    ),
    "objected elsewhere": (
        of_tova({}, v.person(namn="Gustav Ryberg", telefon=None, **{"e-post": None}),
                v.person(roll="styrgrupp", invändning="2026-03-01")),
        Reason("aterkallat", "Personen har invänt mot publicering.", ("personer", 2, "invändning")),
    ),
    "not begun": (
        of_tova({"från": "2026-07-01"}),
        Reason("i-tid", "Samtycket börjar gälla först den 1 juli 2026.", CONSENT),
    ),
    "ended": (
        of_tova({"till": "2026-01-31"}),
        Reason("i-tid", "Rätten att publicera slutade den 31 januari 2026.", CONSENT),
    ),
    "an unknown end": (
        v.case(
            period=None,
            beslut=[v.grant(avser=None)],
            personer=[v.person(samtycke=[v.consent(till="insatsens slut")])],
        ),
        Reason("i-tid", "Det går inte att veta när rätten att publicera slutar.", CONSENT),
    ),
    "secret": (
        of_tova(sekretess="OSL 21 kap. 3 a §"),
        Reason("sekretess-person", "Sekretess omfattar personen.", ("personer", 0, "sekretess")),
    ),
    "a secret field": (
        v.case(
            personer=[v.person(samtycke=[v.consent()])],
            sekretess=[secret("sökord"), secret("personer.namn", ground="OSL")],
        ),
        Reason("sekretess-person", "Sekretess omfattar uppgiften (sekretess 2 i posten).", ("sekretess", 1)),
    ),
}  # fmt: skip


@pytest.mark.parametrize(("case", "reason"), PERSON.values(), ids=PERSON)
def test_of_a_withheld_name(case: Case, reason: Reason) -> None:
    assert v.verdicts(case)["personer[0].namn"] == Verdict("personer[0].namn", public=False, reason=reason)


def test_of_a_name_that_a_consent_opens() -> None:
    """It stands beside one in another channel, and belongs to the second person of the list."""
    consents = [v.consent(kanaler=["öppna-data"]), v.consent(till="2026-12-31")]
    case = v.case(personer=[v.person(namn="Gustav Ryberg"), v.person(samtycke=consents)])
    reason = Reason("samtycke", "Personen har samtyckt.", ("personer", 1, "samtycke", 1))
    assert v.verdicts(case)["personer[1].namn"] == Verdict(
        "personer[1].namn", public=True, reason=reason, until=date(2026, 12, 31)
    )


@pytest.mark.parametrize(
    ("source", "quote"),
    [({"rubrik": "Blanketten", "citat": "Det kan ske."}, "Det kan ske."), (None, None)],
)
def test_of_a_name_that_the_terms_open(source: dict[str, str] | None, quote: str | None) -> None:
    terms = v.terms(källa=source, personuppgifter=[v.clause()])
    case = v.case(personer=[v.person()], terms=terms, channel=v.OWN_WEB)
    reason = Reason("villkor", "Villkoren Ansökan 2024 öppnar uppgiften för rollen insatsledare.")
    assert v.verdicts(case)["personer[0].namn"] == Verdict(
        "personer[0].namn", True, reason, date(2028, 6, 30), "exempelbygden-2024", quote
    )


def test_of_a_name_that_the_terms_would_open() -> None:
    case = v.case(personer=[v.person(återkallat="2026-03-01")], terms=CLAUSE, channel=v.OWN_WEB)
    text, entry = "Personen har tagit tillbaka sitt samtycke.", ("personer", 0, "återkallat")
    quote = "Publicering kan komma att ske."
    assert v.verdicts(case)["personer[0].namn"] == Verdict(
        "personer[0].namn", False, Reason("aterkallat", text, entry), None, "exempelbygden-2024", quote
    )


NOT_WITHOUT = "Uppgiften visas inte utan en annan som är dold."
APPLIED = {"sökt": "3200000", "per_år": {"2025": "1"}}
FIELD: dict[str, tuple[Case, str, Reason]] = {
    "open": (v.case(sökord=["a"]), "sökord", Reason(
        "beslut", "Insatsen är beviljad och publiceringen är begärd.")),
    "nothing is written": (v.case(period={"slut": "2027-12-31"}), "period.sista_intag", OPEN),
    "secret": (full("sökord"), "sökord", Reason(
        "sekretess-falt", "Sekretess omfattar uppgiften (sekretess 1 i posten).", ("sekretess", 0))),
    "beside a secret": (full("mål.text"), "mål.typ", Reason(
        "sekretess-falt", NOT_WITHOUT, ("sekretess", 0))),
    "the secret itself": (full("mål.text"), "mål.text", Reason(
        "sekretess-falt", "Sekretess omfattar uppgiften (sekretess 1 i posten).", ("sekretess", 0))),
    "applied for": (v.case(budget=APPLIED, beslut=[v.grant(belopp="5")]), "budget.sökt", Reason(
        "som-beslutat", "Beloppet är sökt men inte beviljat i sin helhet.")),
    "another year": (v.case(budget=APPLIED | {"per_år": {"2031": "1"}}), "budget.per_år", Reason(
        "som-beslutat", "Budgeten nämner år som styrelsen inte har beslutat om.")),
    "years of another sum": (v.case(budget=APPLIED), "budget.per_år", Reason(
        "som-beslutat", "Budgetens år går inte ihop med det beviljade beloppet.")),
    "a late intake": (v.case(period={"sista_intag": "2031-01-01"}), "period.sista_intag", Reason(
        "som-beslutat", "Sista intagsdag ligger utanför den tid som styrelsen har beslutat.")),
}  # fmt: skip


@pytest.mark.parametrize(("case", "path", "reason"), FIELD.values(), ids=FIELD)
def test_of_a_field(case: Case, path: str, reason: Reason) -> None:
    verdict = v.verdicts(case)[path]
    assert verdict == Verdict(path, public=reason == OPEN, reason=reason)
    assert verdict.until is None


BOARD_SAID = [
    v.grant(datum="2025-01-10", avser={"start": "2025", "slut": "2025"}),
    v.grant(datum="2025-02-10", utfall="återkallad", avser={"start": "2025", "slut": "2025"}),
    v.grant(datum="2025-03-10", avser={"start": "2026", "slut": "2026"}),
    v.grant(datum="2025-03-01", instans="beredningsgruppen"),
    v.grant(datum="2026-07-01"),
]
UNKNOWN = Reason("neka", "Ordet finns inte i ordlistan. Därför visas det inte.")
INTERNAL = Reason("neka", "Uppgiften är till för redaktionen och visas aldrig.")
PARTLY = Reason(
    "som-beslutat", "Styrelsen beslutar för ett kalenderår i taget. Det här gäller mer än beslutets år."
)
YEARLY = v.case(terms=v.terms(beslut_per="kalenderår"))
STRANGE: dict[str, Any] = {
    "inriktning": "förstudie",
    "målgrupper": ["okänd"],
    "metoder": ["ips", "okänd"],
    "uppföljningssystem": ["okänd"],
    "insatsägare": {"organisation": "Kommunen", "part": "okänd"},
    "samverkansparter": [{"organisation": "Kommunen", "part": "okänd"}],
}
WORDS = v.case(settings=v.settings(kinds=v.vocabulary("inriktningar", "individinriktad")), **STRANGE)
VALUE: dict[str, tuple[Case, str, Reason]] = {
    "revoked": (v.case(beslut=BOARD_SAID), "beslut[0].belopp", Reason("beslut", "Beslutet har återkallats.")),
    "no grant": (v.case(beslut=BOARD_SAID), "beslut[1].utfall", Reason(
        "beslut", "Bara beslut som beviljar insatsen visas.")),
    "a grant": (v.case(beslut=BOARD_SAID), "beslut[2].belopp", OPEN),
    "others said it": (v.case(beslut=BOARD_SAID), "beslut[3].utfall", Reason(
        "beslut", "Bara styrelsens beslut visas.")),
    "not yet": (v.case(beslut=BOARD_SAID), "beslut[4].instans", Reason(
        "beslut", "Beslutet gäller inte än det här datumet.")),
    "more than a year's amount": (YEARLY, "beslut[0].belopp", PARTLY),
    "more than a year's end": (YEARLY, "beslut[0].avser.slut", PARTLY),
    "the year's start": (YEARLY, "beslut[0].avser.start", OPEN),
    "planned": (v.case(), "period.start", Reason(
        "som-beslutat", "Sidan visar tiden som styrelsen har beslutat, inte den planerade.")),
    "for editors": (v.case(), "publicering.läge", INTERNAL),
    "for editors beside a secret": (full("beskrivning"), "publicering.läge", INTERNAL),
    "a person's consent": (full(), "personer[0].samtycke[0].källa", INTERNAL),
    "a remark beside a secret": (full("källa.dokument"), "källa.oplacerat", INTERNAL),
    "a role of nobody": (v.case(personer=[v.person()]), "personer[0].roll", Reason(
        "neka", "Rollen visas bara tillsammans med en uppgift om personen.")),
    "a kind": (WORDS, "inriktning", UNKNOWN),
    "a target group": (WORDS, "målgrupper[0]", UNKNOWN),
    "a known method": (WORDS, "metoder[0]", OPEN),
    "a method": (WORDS, "metoder[1]", UNKNOWN),
    "a system": (WORDS, "uppföljningssystem[0]", UNKNOWN),
    "an owner": (WORDS, "insatsägare.part", UNKNOWN),
    "a party": (WORDS, "samverkansparter[0].part", UNKNOWN),
    **{f"always {path}": (v.case(exempel="true"), path, OPEN)
       for path in ("id", "namn", "förbund", "villkor", "exempel", "beslut[0].utfall", "beslut[0].instans")},
}  # fmt: skip


@pytest.mark.parametrize(("case", "path", "reason"), VALUE.values(), ids=VALUE)
def test_of_a_written_value(case: Case, path: str, reason: Reason) -> None:
    verdicts = {one.verdict.path: one.verdict for one in account(case, v.outcome(case))}
    assert verdicts[path] == Verdict(path, public=reason == OPEN, reason=reason)


def test_of_the_role_of_somebody() -> None:
    """It stands as long as the datum that stands longest, and on its ground."""
    consents = [
        v.consent(gäller=["namn"], till="2026-12-31"),
        v.consent(gäller=["e-post"], till="2027-01-31"),
    ]
    case = v.case(personer=[v.person(samtycke=consents)])
    verdicts = {one.verdict.path: one.verdict for one in account(case, v.outcome(case))}
    reason = Reason("samtycke", "Personen har samtyckt.", ("personer", 0, "samtycke", 1))
    assert verdicts["personer[0].roll"] == Verdict("personer[0].roll", True, reason, date(2027, 1, 31))


def test_of_a_relation_whose_target_is_not_public() -> None:
    links = [{"typ": "förlänger", "insats": "x-1"}, {"typ": "leder till", "insats": "x-2"}]
    cases = [v.case(relationer=links), v.case(id="x-2")]
    outcome = open_doors(cases, v.rulebook())[0]
    told = {spelled(one.path): one.verdict.reason for one in account(cases[0], outcome)}
    refused = Reason("beslut", "Den andra insatsen, eller dess kopplingar, är inte offentlig här.")
    assert [told[f"relationer[{n}].{key}"] for n in range(2) for key in ("typ", "insats")] == [
        refused, refused, OPEN, OPEN,
    ]  # fmt: skip


def test_a_withheld_record_gives_its_first_reason_for_every_value() -> None:
    case = v.case(**FULL | {"publicering": {"läge": "pausad"}})
    reason = Reason("publicering", "Publiceringen är pausad.", ("publicering", "läge"))
    found = account(case, v.outcome(case))
    assert [one.verdict for one in found] == [Verdict(spelled(one.path), False, reason) for one in found]
