"""The record: DOMAIN.md's example is read whole, and every key keeps its type and precision."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml
from pydantic import ValidationError

from generator.records.ends import parse_end
from generator.records.model import Written
from generator.records.record import Record
from generator.storage.load import load_config, load_records
from generator.storage.read import read
from generator.words.dates import PartialDate
from tests.sites import CASES, ROOT

EXAMPLE = CASES / "exempelbygden"
# Not part of a clone: the domain's description, from which the example was taken.
DOMAIN = ROOT.parent / "shared" / "DOMAIN.md"


def as_text(text: str) -> dict[str, Any]:
    """YAML with every scalar as text."""
    loaded: dict[str, Any] = yaml.load(text, yaml.BaseLoader)  # noqa: S506 - text only
    return loaded


@pytest.fixture(scope="module")
def record() -> Record:
    loaded = load_records(EXAMPLE / "content")
    assert loaded.findings == ()
    return next(one.value for one in loaded.records if one.slug == "vagen-vidare")


def test_the_example_and_its_configuration_are_sound() -> None:
    loaded = load_config(EXAMPLE / "site_config")
    assert loaded.findings == ()
    assert set(loaded.terms) == {"exempelbygden-2024", "exempelbygden-2018"}
    (clause,) = loaded.terms["exempelbygden-2024"].value.personal_data
    assert clause.longest == parse_end("2 år efter budgetårets slut")
    assert (clause.roles, clause.fields, clause.channels) == (
        ["insatsledare", "kontaktperson"],
        ["namn", "e-post", "telefon"],
        ["förbundswebb"],
    )


def test_dates_keep_the_precision_they_were_written_with(record: Record) -> None:
    (decision,) = record.decisions
    assert decision.date == PartialDate(2025, 6, 12)
    assert decision.concerns is not None
    assert (decision.concerns.start, decision.concerns.end) == (PartialDate(2025, 9), PartialDate(2027, 12))
    assert record.period is not None
    assert (record.period.start, record.period.end) == (PartialDate(2025, 9), PartialDate(2027, 12, 31))
    assert record.period.last_intake == PartialDate(2027, 6)


def test_numbers_money_and_codes_have_their_types(record: Record) -> None:
    assert record.decisions[0].amount == 3200000
    assert record.budget is not None
    assert (record.budget.applied, record.budget.own_funding) == (3222836, 0)
    assert record.budget.per_year == {2025: 910730, 2026: 1799359}
    assert record.kommuner == ["2184", "0305"]
    assert record.ages is not None
    assert (record.ages.start, record.ages.end) == (19, 29)
    assert [(one.number, one.basis) for one in record.participants] == [(70, "per år")]
    assert record.example is True
    assert record.reference == "2025/17"
    assert record.decisions[0].paragraph == "§ 34"


def test_the_person_has_all_data_consent_and_withdrawal(record: Record) -> None:
    (person,) = record.persons
    assert (person.name, person.role, person.organisation, person.email, person.phone) == (
        "Tova Lindeby",
        "insatsledare",
        "Hudiksvalls kommun",
        "tova.lindeby@hudiksvall.example",
        "031-390 06 15",
    )
    assert (person.withdrawn, person.objection) == (PartialDate(2026, 3, 1), None)
    (consent,) = person.consents
    assert (consent.fields, consent.channels, consent.start, consent.end, consent.source) == (
        ["namn", "e-post"],
        ["portal"],
        PartialDate(2025, 6, 20),
        parse_end("2026-12-31"),
        "mejl 2025-06-18",
    )


def test_the_rest_of_the_example_is_read(record: Record) -> None:
    assert record.publication is not None
    assert (record.publication.state, record.publication.start) == ("publicera", PartialDate(2025, 6, 20))
    assert [(one.covers, one.ground) for one in record.secrecy] == [
        (["beskrivning.bakgrund"], "OSL 26 kap. 1 §")
    ]
    assert record.owner is not None
    assert (record.owner.organisation, record.owner.unit) == ("Hudiksvalls kommun", "Jobbcentrum")
    assert record.parties[0].role == "lokalt resursteam en gång i månaden"
    assert (record.target_groups, record.methods) == (
        ["unga-med-aktivitetsersättning"],
        ["ips", "tjänstedesign"],
    )
    assert [(goal.kind, goal.target, goal.outcome) for goal in record.goals] == [
        ("resultatmål", "90 %", "ej redovisat")
    ]
    assert record.referral is not None
    assert record.referral.contact == "jobbcentrum@kommun.example"
    assert record.documents[0].link == "https://example.org/slutrapport.pdf"
    assert [(one.kind, one.target) for one in record.relations] == [
        ("förlänger", "exempelbygden-2022-vagen-framat")
    ]
    assert record.source is not None
    assert record.source.remarks == [
        "Årsbeloppen summerar till 4 418 132 kr",  # a comma parts the items of a [list]
        "totalen anger 4 418 130 kr.",
    ]


def read_keys(value: object) -> object:
    """What of the record was set, by key, as deep as there are keys."""
    if isinstance(value, Written):
        fields = type(value).model_fields
        return {fields[name].alias: read_keys(getattr(value, name)) for name in value.model_fields_set}
    return [read_keys(item) for item in value] if isinstance(value, list) else None


def written_keys(value: object) -> object:
    if isinstance(value, dict) and "2025" not in value:
        return {key: written_keys(item) for key, item in value.items()}
    return [written_keys(item) for item in value] if isinstance(value, list) else None


def test_no_key_of_the_example_is_lost() -> None:
    path = EXAMPLE / "content/insatser/exempelbygden/vagen-vidare.yml"
    written = as_text(path.read_text("utf-8"))
    located, findings = read(path.read_bytes(), Record, path.name)
    assert located is not None
    assert findings == ()
    assert read_keys(located.value) == written_keys(written)
    assert len(written["beskrivning"]) == 10


@pytest.mark.skipif(not DOMAIN.is_file(), reason="DOMAIN.md is not beside this clone")
def test_domain_mds_own_record_is_read_and_is_our_example() -> None:
    block = DOMAIN.read_text("utf-8").split("```yaml\n")[1].split("```")[0]
    located, findings = read(block.encode(), Record, "domain.yml")
    assert findings == ()
    assert located is not None
    ours = as_text((EXAMPLE / "content/insatser/exempelbygden/vagen-vidare.yml").read_text("utf-8"))
    theirs = as_text(block)
    assert theirs.pop("beskrivning").keys() == ours.pop("beskrivning").keys()
    assert theirs == ours


def test_a_record_cannot_be_changed_and_takes_no_other_keys(record: Record) -> None:
    with pytest.raises(ValidationError):
        record.name = "Annat"  # type: ignore[misc]
    with pytest.raises(ValidationError, match="extra_forbidden"):
        Record.model_validate({**_least(), "rubrik": "x"})


def _least() -> dict[str, object]:
    return {
        "id": "a-1", "namn": "A", "förbund": "a", "villkor": "a-2024", "inriktning": "förstudie",
    }  # fmt: skip


@pytest.mark.parametrize("key", ["id", "namn", "förbund", "villkor", "inriktning"])
def test_a_record_needs_these_keys_and_no_others(key: str) -> None:
    least = _least()
    assert Record.model_validate(least).decisions == []
    del least[key]
    with pytest.raises(ValidationError, match="missing"):
        Record.model_validate(least)


def test_the_real_records_are_read() -> None:
    loaded = load_records(Path(ROOT / "content"))
    assert loaded.findings == ()
    assert {f"{one.folder}/{one.slug}" for one in loaded.records} == {
        "gavleborg/rakna-med-mig",
        "gotland/jobbvagen",
        "nnv-skane/en-vag-in",
        "uppsala/forstarkt-stod",
        "uppsala/framsteget-i-habo",
    }
    assert all(one.value.example for one in loaded.records)
