"""The account: one verdict for every written value, and it tells what the public form holds."""

from datetime import date
from typing import Any

import pytest

from generator.gate.account import Accounted, account
from generator.gate.door import open_doors
from generator.gate.interface import Case
from generator.records.paths import field_of, known_paths, spelled, written
from generator.words.dates import PartialDate
from tests import private_values as v
from tests.gate.test_copying import AS_DECIDED, FULL, SETTINGS, as_shown, full

YEARLY = v.terms(beslut_per="kalenderår")


def accounted(case: Case) -> dict[str, Accounted]:
    return {spelled(one.path): one for one in account(case, v.outcome(case))}


def reason(case: Case, path: str) -> tuple[bool, str]:
    verdict = accounted(case)[path].verdict
    return verdict.public, verdict.reason.rule


@pytest.mark.parametrize("secret", [None, *sorted(known_paths())])
def test_it_tells_what_the_public_form_holds(secret: str | None) -> None:
    case = full(secret) if secret else full()
    outcome = v.outcome(case)
    public = repr(outcome.insats) if v.is_public(case) else ""  # type: ignore[union-attr]
    positive = 0
    for one in account(case, outcome):
        field = field_of(one.path)
        if field in AS_DECIDED | {"förbund", "villkor", "exempel"} or {"sekretess", "samtycke"} & {*one.path}:
            continue  # these texts stand elsewhere in the public form as well
        shown = repr(one.value) if isinstance(one.value, PartialDate) else as_shown(field, str(one.value))
        assert (shown in public) is one.verdict.public, spelled(one.path)
        positive += one.verdict.public
    assert positive > 40 or not public or secret in ("personer", "beskrivning", "personer.roll")


@pytest.mark.parametrize("case", [full(), full("namn"), v.case(beslut=[v.grant(utfall="avslag")])])
def test_every_written_value_has_one_verdict_with_a_reason(case: Case) -> None:
    found = account(case, v.outcome(case))
    assert [(one.path, one.value) for one in found] == list(written(case.record))
    assert all(one.verdict.path == spelled(one.path) for one in found)
    assert all(one.verdict.reason.rule and one.verdict.reason.text.endswith(".") for one in found)


def test_of_a_withheld_record_everything_is_withheld_for_the_first_reason() -> None:
    case = v.case(**FULL | {"publicering": {"läge": "pausad"}}, settings=SETTINGS)
    assert {one.verdict.reason.rule for one in account(case, v.outcome(case))} == {"publicering"}
    assert not any(one.verdict.public for one in account(case, v.outcome(case)))


def test_no_value_is_in_its_repr() -> None:
    assert "Kanarie" not in repr(account(full(), v.outcome(full("namn"))))


@pytest.mark.parametrize(
    ("other", "text"),
    [
        ({"instans": "beredningsgruppen", "datum": "2025-01-01"}, "Bara styrelsens beslut visas."),
        ({"datum": "2026-07-01"}, "Beslutet gäller inte än det här datumet."),
        ({"utfall": "bordlagd", "datum": "2025-01-01"}, "Bara beslut som beviljar insatsen visas."),
    ],
)
def test_each_decision_has_its_own_reason(other: dict[str, str], text: str) -> None:
    case = v.case(beslut=[v.grant(), v.grant(**other)])
    assert reason(case, "beslut[0].belopp") == (True, "beslut")
    verdict = accounted(case)["beslut[1].belopp"].verdict
    assert (verdict.public, verdict.reason.rule, verdict.reason.text) == (False, "beslut", text)


def test_a_revoked_grant() -> None:
    first = v.grant(avser={"start": "2025", "slut": "2025"})
    revoked = v.grant(utfall="återkallad", datum="2025-07-01", avser={"start": "2025", "slut": "2025"})
    later = v.grant(datum="2025-08-01", avser={"start": "2026", "slut": "2026"})
    found = accounted(v.case(beslut=[first, revoked, later]))
    assert found["beslut[0].utfall"].verdict.reason.text == "Beslutet har återkallats."
    assert [found[f"beslut[{i}].belopp"].verdict.public for i in range(3)] == [False, False, True]


@pytest.mark.parametrize(
    ("span", "shown"),
    [
        ({"start": "2025-09", "slut": "2027-12"}, [False, True, False]),
        ({"start": "2025-09", "slut": "2025-12"}, [True, True, True]),
        ({"slut": "2025-12"}, [False, False]),
    ],
)
def test_under_yearly_terms_what_goes_beyond_the_year(span: dict[str, str], shown: list[bool]) -> None:
    found = accounted(v.case(beslut=[v.grant(avser=span)], terms=YEARLY))
    paths = ["beslut[0].belopp", *(f"beslut[0].avser.{key}" for key in span)]
    assert [found[path].verdict.public for path in paths] == shown
    assert {found[path].verdict.reason.rule for path in paths} <= {"beslut", "som-beslutat"}


def test_planned_time_words_that_nobody_knows_and_what_is_for_editors() -> None:
    words: dict[str, Any] = {
        "metoder": ["ips", "okänd"],
        "målgrupper": ["unga-vuxna"],
        "insatsägare": {"organisation": "Kommunen", "part": "okänd"},
        "källa": {"dokument": "Ansökan", "anmärkningar": ["Se över."]},
    }
    case = v.case(**words)
    assert reason(case, "period.slut") == (False, "som-beslutat")
    assert reason(case, "metoder[0]") == (True, "beslut")
    assert reason(case, "metoder[1]") == reason(case, "insatsägare.part") == (False, "neka")
    assert reason(case, "källa.dokument") == (True, "beslut")
    assert reason(case, "källa.anmärkningar[0]") == reason(case, "publicering.läge") == (False, "neka")


def test_what_stands_beside_a_secret_is_withheld_with_it() -> None:
    case = full("deltagare.antal")
    assert reason(case, "deltagare[0].antal") == (False, "sekretess-falt")
    assert reason(case, "deltagare[0].avser") == reason(case, "deltagare[0].kommentar")
    assert accounted(case)["deltagare[0].avser"].verdict.reason.entry == ("sekretess", 0)
    owner = full("insatsägare.organisation")
    assert reason(owner, "insatsägare.enhet") == (False, "sekretess-falt")
    remarks = full("källa.dokument")
    assert reason(remarks, "källa.oplacerat") == (False, "neka")


def test_the_role_goes_with_the_person() -> None:
    shown = v.person(samtycke=[v.consent(till="2026-12-31")])
    case = v.case(personer=[shown, v.person(namn="Gustav Ryberg", **{"e-post": None, "telefon": None})])
    assert reason(case, "personer[0].roll") == (True, "samtycke")
    assert reason(case, "personer[1].roll") == (False, "neka")
    assert reason(case, "personer[0].samtycke[0].källa") == (False, "neka")
    assert accounted(case)["personer[0].namn"].verdict.until == date(2026, 12, 31)


def test_a_relation_to_what_is_not_public() -> None:
    links = [{"typ": "förlänger", "insats": "x-1"}, {"typ": "leder till", "insats": "x-2"}]
    one, public = v.case(relationer=links), v.case(id="x-1")
    withheld = v.case(id="x-2", publicering=None)
    outcome = open_doors((one, public, withheld), v.rulebook())[0]
    verdicts = {a.verdict.path: a.verdict for a in account(one, outcome)}
    assert [verdicts[f"relationer[{i}].insats"].public for i in range(2)] == [True, False]
    assert verdicts["relationer[1].typ"].reason.rule == "beslut"
    assert reason(full("relationer"), "relationer[0].insats") == (False, "sekretess-falt")


def test_a_role_stands_on_what_lasts_longest_of_its_person() -> None:
    short = v.consent(gäller=["namn"], till="2026-12-31")
    long = v.consent(gäller=["e-post"], till="2027-12-31")
    found = accounted(v.case(personer=[v.person(samtycke=[short, long])]))
    role, email = (found[f"personer[0].{key}"].verdict for key in ("roll", "e-post"))
    assert (role.public, role.until) == (True, date(2027, 12, 31))
    assert role.reason == email.reason
