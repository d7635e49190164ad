"""Every withheld value that can be told from ordinary words is sought, and what is not is counted."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

import pytest
import yaml

from generator.audit.interface import Kind
from generator.checks.interface import Subject
from generator.publish.withheld import SearchList, search_list
from generator.records.paths import known_paths
from tests.private_values import OWN_WEB, clause, consent, grant, person, record_values, subject, terms

PAUSED = {"läge": "pausad"}


def _canaries() -> dict[str, Any]:
    """A record with a token of its own in every field that takes text, and in amounts."""
    number = iter(range(1000, 10_000))

    def line() -> str:
        return f"KanarieQ{next(number)}x"

    def text() -> str:
        return f"{line()} och {line()} är två.\n\n- {line()}\n- En sak till som heter {line()}"

    def kr() -> str:
        return str(1_234_500 + next(number))

    description = [path.partition(".")[2] for path in known_paths() if path.startswith("beskrivning.")]
    return record_values(
        namn=line(), andra_namn=[line(), line()], tidigare_adresser=["forr/kanarietidigare"],
        diarienummer=line(), publicering=PAUSED,
        beslut=[grant(paragraf=line(), belopp=kr())],
        sekretess=[{"omfattar": ["beskrivning.bakgrund"], "grund": line()}],
        insatsägare={"organisation": line(), "part": line(), "enhet": line()},
        samverkansparter=[{"organisation": line(), "part": line(), "enhet": line(), "roll": text()}],
        deltagare=[{"antal": "40", "avser": "per år", "kommentar": line()}],
        målgrupper=[line()], metoder=[line()], uppföljningssystem=[line()], sökord=[line()],
        sammanfattning=text(), beskrivning={key: text() for key in sorted(description)},
        mål=[{"typ": "resultatmål", "text": text(), "måltal": line(), "utfall": text()}],
        hänvisning={"vem": text(), "krav": text(), "hur": text(), "kontakt": f"{line()}@kommun.example"},
        budget={
            "sökt": kr(), "egenfinansiering": kr(), "per_år": {"2025": kr()}, "kommentar": text(),
            "kostnader": [{"post": line(), "belopp": kr(), "år": "2025"}],
        },
        personer=[
            person(
                namn=f"{line()} {line()}", roll=line(), titel=line(), organisation=line(),
                samtycke=[consent(källa=line())], **{"e-post": f"{line()}@kommun.example"},
            )
        ],
        handlingar=[{"titel": line(), "typ": line(), "länk": f"https://example.org/{line()}"}],
        relationer=[{"typ": "förlänger", "insats": "exempelbygden-2020-kanarie"}],
        granskade_rader=[{"fält": "beskrivning.metod", "börjar": line(), "skäl": line()}],
        källa={
            "dokument": line(), "anmärkningar": [text()], "tveksamt": [text()], "bilagor": [line()],
            "oplacerat": text(),
        },
    )  # fmt: skip


def _is_amount(word: str) -> bool:
    return len(word) == 7 and word.isdigit()


def _tokens(value: object) -> Iterator[str]:
    if isinstance(value, Mapping):
        for inner in value.values():
            yield from _tokens(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from _tokens(inner)
    else:
        words = str(value).replace("@", " ").replace("/", " ").replace(".", " ").split()
        yield from (word for word in words if word.startswith("Kanarie") or _is_amount(word))


def made(values: Mapping[str, Any], **options: Any) -> Subject:
    return subject(yaml.safe_dump(dict(values), allow_unicode=True), **options)


def sought(*subjects: Subject, public: str = "") -> SearchList:
    return search_list(subjects, [public])


def values(found: SearchList) -> str:
    return "\n".join(needle.value for needle in found.needles)


def test_every_canary_is_sought() -> None:
    record = _canaries()
    found = sought(made(record))
    tokens = list(_tokens(record))
    assert len(tokens) > 130
    assert [token for token in tokens if token not in values(found)] == []
    assert {"exempelbygden-2020-kanarie", "031-390 06 15"} <= set(values(found).split("\n"))


def test_the_canaries_stand_in_every_field_that_takes_text() -> None:
    record = made(_canaries()).case.record
    choices = {"inriktning", "exempel", "id", "förbund", "villkor", "kommuner"}
    assert {info.alias for name, info in type(record).model_fields.items() if getattr(record, name)} >= (
        {info.alias for info in type(record).model_fields.values()} - choices - {"ålder", "period"}
    )


def test_labels_name_file_and_role_and_no_value() -> None:
    found = sought(made(record_values(personer=[person()])))
    labels = [needle.label for needle in found.needles if needle.kind is Kind.NAME]
    (label,) = labels
    assert label == "content/insatser/exempelbygden/vagen-vidare.yml, personer[0].namn (insatsledare)"
    assert "Tova" not in repr(found.needles)


@pytest.mark.parametrize("public", ["Tova Lindeby", "tova.lindeby@hudiksvall.example 031-390 06 15"])
def test_of_persons_nothing_is_too_common(public: str) -> None:
    found = sought(made(record_values(personer=[person()])), public=public)
    kinds = [needle.kind for needle in found.needles]
    assert {Kind.NAME, Kind.EMAIL, Kind.PHONE} <= set(kinds)


def test_a_datum_that_the_gate_opens_elsewhere_is_not_sought() -> None:
    opens = terms(personuppgifter=[clause()])
    one = made(record_values(personer=[person()]), channel=OWN_WEB, terms=opens)
    other = made(
        record_values(
            id="exempelbygden-2025-annan", personer=[person(roll="arbetsgrupp", telefon="+46313900615")]
        ),
        file="content/insatser/exempelbygden/annan.yml", channel=OWN_WEB, terms=opens,
    )  # fmt: skip
    assert not {needle.kind for needle in sought(one, other).needles} & {Kind.NAME, Kind.EMAIL, Kind.PHONE}
    assert sought(one).opened == {"tova.lindeby@hudiksvall.example"}
    assert {n.kind for n in sought(other).needles} >= {Kind.NAME, Kind.EMAIL, Kind.PHONE}


@pytest.mark.parametrize(
    ("value", "is_sought"),
    [
        ("Ett ord", False), ("Jobbvägen", False), ("Vägen vidare", True), ("Samverkansplan", True),
        ("2025-06-12", False), ("12345 67890 123", False), ("", False),
    ],
)  # fmt: skip
def test_what_is_distinct(value: str, *, is_sought: bool) -> None:
    found = sought(made(record_values(källa={"bilagor": [value or "x"]})))
    assert ((value or "x") in values(found).split("\n")) is is_sought


@pytest.mark.parametrize(("amount", "is_sought"), [("3222836", True), ("150000", False), ("99999", False)])
def test_which_amounts_are_sought(amount: str, *, is_sought: bool) -> None:
    found = sought(made(record_values(budget={"sökt": amount})))
    assert (Kind.AMOUNT in {needle.kind for needle in found.needles}) is is_sought


def test_what_is_public_anyway_is_not_sought() -> None:
    record = record_values(budget={"sökt": "3222836"}, källa={"bilagor": ["Hudiksvalls kommun, Jobbcentrum"]})
    public = "Hudiksvalls kommun | Jobbcentrum\n3 222 836 kr"
    assert {needle.kind for needle in sought(made(record)).needles} == {Kind.AMOUNT, Kind.TEXT}
    assert sought(made(record), public=public).needles == ()
    before, after = sought(made(record)), sought(made(record), public=public)
    assert before.sought + before.not_sought == after.sought + after.not_sought


def test_a_withdrawn_record_keeps_its_address_and_no_more() -> None:
    paused = sought(made(record_values(publicering=PAUSED)))
    grave = sought(made(record_values(publicering={"läge": "återkallad", "från": "2025-06-20"})))
    address = "insatser/exempelbygden/vagen-vidare"
    assert (address in values(paused), address in values(grave)) == (True, False)
    assert not paused.opened
    assert grave.opened == {f"{address}/"}
    assert "exempelbygden-2025-vagen-vidare" in values(grave)


def test_a_large_register_is_still_affordable() -> None:
    """Of many long texts each is sought by some of its sentences."""
    text = "\n".join(f"Mening nummer {n} handlar om något som ingen annan skriver här." for n in range(600))
    found = sought(made(record_values(publicering=PAUSED, sammanfattning=text)))
    assert 20 <= sum(needle.kind is Kind.TEXT for needle in found.needles) <= 70
