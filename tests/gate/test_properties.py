"""What holds for every record that validates, however odd: total, order-free, monotone.

Each property counts its positives: a property over records that are all withheld would prove nothing.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from copy import deepcopy
from dataclasses import asdict
from datetime import date
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from generator.gate.outcome import Opened, Outcome, Withheld
from generator.records.paths import known_paths
from generator.records.record import Record
from generator.words.channels import PORTAL
from tests import private_values as v

Values = dict[str, Any]

TERMS = (
    v.terms(),
    v.terms(personuppgifter=[v.clause()]),
    v.terms(
        personuppgifter=[v.clause(roller=["styrgrupp"], kanaler=["portal"], längst="1 år efter beslutet")]
    ),
    v.terms(
        beslut_per="kalenderår",
        erkännande="Med stöd av förbundet.",
        personuppgifter=[v.clause(kanaler=["portal"])],
    ),
    None,
)
# Days around the build's, with every precision; far years would only give withheld records.
PAST = ("2024", "2025-01", "2025-06-12", "2025-06-20", "2025-12", "2026-02-28", "2026-06-14", "2026-06-15")
FUTURE = ("2026-06-16", "2026-06", "2026-07-01", "2026-12", "2027", "2027-12-31", "2028-02-29")
past, any_day = st.sampled_from(PAST), st.sampled_from(PAST + FUTURE)
ends = st.sampled_from(
    (*FUTURE, "2026-06-14", "insatsens slut", "30 dagar efter beslutet", "2 år efter budgetårets slut")
)


def mostly(usual: Any, other: st.SearchStrategy[Any], share: int = 8) -> st.SearchStrategy[Any]:
    """`usual` in about `share` cases of ten."""
    usually = st.sampled_from([True] * share + [False] * (10 - share))
    return usually.flatmap(lambda as_usual: st.just(usual) if as_usual else other)


def without_none(values: Values) -> Values:
    return {key: value for key, value in values.items() if value is not None}


def mapping(**keys: st.SearchStrategy[Any]) -> st.SearchStrategy[Values]:
    return st.fixed_dictionaries(keys).map(without_none)


maybe_day = st.none() | any_day
spans = mapping(start=st.none() | past, slut=maybe_day)
decisions = mapping(
    utfall=mostly("beviljad", st.sampled_from(["delvis beviljad", "avslag", "bordlagd", "återkallad"])),
    datum=mostly("2025-06-12", any_day, 7),
    instans=mostly("styrelsen", st.sampled_from(["beredningsgruppen", "förbundschefen"])),
    paragraf=st.sampled_from([None, "§ 1", "§ 2"]),
    belopp=st.sampled_from([None, "0", "1000", "3200000"]),
    avser=mostly({"start": "2025-09", "slut": "2027-12"}, st.none() | spans, 4),
)
consents = mapping(
    gäller=mostly([*v.FIELDS], st.lists(st.sampled_from(v.FIELDS), min_size=1, unique=True), 5),
    kanaler=mostly(
        [*v.CHANNEL_NAMES], st.lists(st.sampled_from(v.CHANNEL_NAMES), min_size=1, unique=True), 6
    ),
    från=mostly("2025-06-20", st.none() | any_day, 6),
    till=mostly(None, ends, 5),
    källa=st.sampled_from([None, "mejl", "brev"]),
)
persons = mapping(
    namn=st.sampled_from([None, "Tova Lindeby", "tova  lindeby", "Gustav Ryberg", "Elsa Falk", ""]),
    roll=mostly("insatsledare", st.sampled_from(["styrgrupp", "undertecknare", "okänd"]), 7),
    titel=st.sampled_from([None, "coach"]),
    organisation=st.sampled_from([None, "Kommunen"]),
    samtycke=st.lists(consents, min_size=1, max_size=2),
    återkallat=mostly(None, any_day, 9),
    invändning=mostly(None, any_day, 9),
    **{
        "e-post": st.sampled_from([None, "tova@x.example", "TOVA@x.example", "elsa@x.example"]),
        "telefon": st.sampled_from([None, "031-390 06 15", "+46 31 390 06 15", "850101-1234", "-----"]),
    },
)
paths = st.sampled_from(sorted(known_paths()))
secrecy = mapping(
    omfattar=mostly(None, st.just("allt") | st.just(["okänd.väg"]), 9).flatmap(
        lambda whole: st.just(whole) if whole else st.lists(paths, min_size=1, max_size=2)
    ),
    grund=st.just("OSL"),
)


@st.composite
def values(draw: st.DrawFn) -> Values:
    """A record that validates, as YAML gives it."""
    part = mapping(
        beslut=mostly([v.grant()], st.lists(decisions, min_size=1, max_size=3), 5),
        publicering=mostly({"läge": "publicera"}, st.none() | publications),
        sekretess=mostly([], st.lists(secrecy, max_size=3), 7),
        period=st.none() | mapping(start=maybe_day, slut=maybe_day, sista_intag=maybe_day),
        personer=st.lists(persons, min_size=1, max_size=3),
        budget=st.none() | budgets,
        beskrivning=st.none() | mapping(bakgrund=st.just("Bakgrunden."), syfte=st.just("Syftet.")),
        ålder=st.none() | st.just({"från": "19", "till": "29"}),
        målgrupper=st.lists(st.sampled_from(["unga-vuxna", "långtidssjukskrivna", "okänd"]), max_size=3),
        inriktning=st.sampled_from(["individinriktad", "förstudie"]),
    )
    return deepcopy(v.record_values(period=None, beslut=None, publicering=None) | draw(part))


publications = mapping(
    läge=st.sampled_from(["publicera", "pausad", "återkallad"]), från=maybe_day, till=maybe_day
)
budgets = mapping(
    sökt=mostly("3200000", st.sampled_from([None, "1000"]), 7),
    per_år=st.just({"2025": "500", "2026": "500"}),
    kostnader=st.lists(st.just({"post": "Lön", "belopp": "1000"}), max_size=1),
    kommentar=st.sampled_from([None, "En kommentar."]),
)
circumstances = st.tuples(
    mostly(TERMS[1], st.sampled_from(TERMS), 3),
    mostly(PORTAL, st.sampled_from((*v.CHANNELS, v.OTHER_WEB)), 5),
    mostly(v.DAY, st.sampled_from([date(2024, 1, 1), date(2025, 6, 30), date(2027, 6, 1), date(2031, 1, 1)])),
)


def judged(record: Values, around: tuple[Any, Any, date]) -> Outcome:
    terms, channel, day = around
    return v.outcome(v.case(record=Record.model_validate(record), terms=terms, channel=channel, day=day))


def told(value: object, path: str = "") -> Iterator[tuple[str, str]]:
    """Each thing that a public value tells, and where; lists without their indexes."""
    if isinstance(value, dict):
        for key, item in value.items():
            yield from told(item, f"{path}.{key}")
    elif isinstance(value, list | tuple):
        for item in value:
            yield from told(item, path)
    elif value is not None:
        yield path, repr(value)


def everything_told(outcome: Outcome) -> set[tuple[str, str]]:
    return set(told(asdict(outcome.insats))) if isinstance(outcome, Opened) else set()


def hold(check: Callable[[Counter[str]], Callable[[], None]], least: dict[str, float]) -> None:
    """Runs the property and looks that its examples were no empty ones."""
    seen: Counter[str] = Counter()
    check(seen)()
    for what, share in least.items():
        assert seen[what] >= share * seen["all"], seen


def count(seen: Counter[str], outcome: Outcome) -> None:
    seen["all"] += 1
    if isinstance(outcome, Opened):
        seen["public"] += 1
        seen["persons"] += bool(outcome.insats.persons)
        seen["budget"] += outcome.insats.budget is not None


def test_total() -> None:
    """Every record that validates has an outcome, with a reason for all that is withheld."""

    def check(seen: Counter[str]) -> Callable[[], None]:
        @settings(max_examples=300, deadline=None, derandomize=True)
        @given(values(), circumstances)
        def holds(record: Values, around: tuple[Any, Any, date]) -> None:
            outcome = judged(record, around)
            count(seen, outcome)
            if isinstance(outcome, Withheld):
                assert outcome.reasons
                assert not any(verdict.public for verdict in outcome.verdicts)
            else:
                public = [d for d in outcome.insats.persons for f in v.FIELDS if v.datum_of(d, f) is not None]
                verdicts = [d for d in outcome.verdicts if d.path.startswith("personer[") and d.public]
                assert len(public) <= len(verdicts)
            assert all(verdict.reason.text for verdict in outcome.verdicts)

        return holds

    hold(check, {"public": 0.3, "persons": 0.12, "budget": 0.01})


def test_order_free() -> None:
    """Shuffling decisions, consents, persons and secrecy gives an equal public result."""

    def check(seen: Counter[str]) -> Callable[[], None]:
        @settings(max_examples=250, deadline=None, derandomize=True)
        @given(values(), circumstances, st.randoms(use_true_random=False))
        def holds(record: Values, around: tuple[Any, Any, date], random: Any) -> None:
            shuffled = deepcopy(record)
            for key in ("beslut", "personer", "sekretess"):
                random.shuffle(shuffled[key])
            for person in shuffled["personer"]:
                for inner in [person["samtycke"], *(c[k] for c in person["samtycke"] for k in ("gäller",))]:
                    random.shuffle(inner)
            for entry in shuffled["sekretess"]:
                if isinstance(entry["omfattar"], list):
                    random.shuffle(entry["omfattar"])
            one, other = judged(record, around), judged(shuffled, around)
            count(seen, one)
            if isinstance(one, Withheld) or isinstance(other, Withheld):
                assert isinstance(one, Withheld)
                assert isinstance(other, Withheld)
                assert {r.rule for r in one.reasons} == {r.rule for r in other.reasons}
                assert one.tombstones == other.tombstones
                return
            first, second = asdict(one.insats), asdict(other.insats)
            for public in (first, second):
                public["persons"] = sorted(map(repr, public["persons"]))
            assert first == second

        return holds

    hold(check, {"public": 0.3, "persons": 0.12})


def _withdraw(record: Values, draw: Callable[[st.SearchStrategy[Any]], Any]) -> None:
    for person in record["personer"]:
        for key in ("återkallat", "invändning"):
            if key not in person and draw(st.booleans()):
                person[key] = draw(any_day)


def _add_secrecy(record: Values, draw: Callable[[st.SearchStrategy[Any]], Any]) -> None:
    record["sekretess"].append(draw(secrecy))


def _narrow_consents(record: Values, draw: Callable[[st.SearchStrategy[Any]], Any]) -> None:
    for person in record["personer"]:
        for consent in list(person["samtycke"]):
            what = draw(st.sampled_from(["gäller", "kanaler", "till", "allt", "inget"]))
            if what == "allt":
                person["samtycke"].remove(consent)
            elif what in ("gäller", "kanaler") and len(consent[what]) > 1:
                consent[what] = consent[what][1:]
            elif what == "till" and "till" not in consent:
                consent["till"] = draw(any_day)
            elif what == "till" and consent["till"] in FUTURE:
                consent["till"] = draw(past)


def _narrow_publication(record: Values, draw: Callable[[st.SearchStrategy[Any]], Any]) -> None:
    if "publicering" in record:
        record["publicering"] |= (
            {"läge": draw(st.sampled_from(["pausad", "publicera", "återkallad"]))}
            if (record["publicering"]["läge"] == "publicera")
            else {}
        )


def test_monotone() -> None:
    """Withdrawing, narrowing, and adding secrecy never tell a thing that was not told before."""

    def check(seen: Counter[str]) -> Callable[[], None]:
        @settings(max_examples=400, deadline=None, derandomize=True)
        @given(values(), circumstances, st.data())
        def holds(record: Values, around: tuple[Any, Any, date], data: st.DataObject) -> None:
            before = judged(record, around)
            count(seen, before)
            narrower = deepcopy(record)
            steps = [_withdraw, _add_secrecy, _narrow_consents, _narrow_publication]
            for step in data.draw(st.lists(st.sampled_from(steps), min_size=1, max_size=2, unique=True)):
                step(narrower, data.draw)
            after = judged(narrower, around)
            told_before, told_after = everything_told(before), everything_told(after)
            assert told_after <= told_before
            seen["narrowed"] += told_after < told_before
            seen["narrowed in part"] += bool(told_after) and told_after < told_before

        return holds

    hold(check, {"public": 0.3, "persons": 0.12, "narrowed": 0.08, "narrowed in part": 0.04})


def test_a_withheld_person_is_nowhere() -> None:
    """A datum without a public verdict is in no part of what is public."""

    def check(seen: Counter[str]) -> Callable[[], None]:
        @settings(max_examples=200, deadline=None, derandomize=True)
        @given(values(), circumstances)
        def holds(record: Values, around: tuple[Any, Any, date]) -> None:
            outcome = judged(record, around)
            count(seen, outcome)
            if isinstance(outcome, Withheld):
                return
            verdicts = {verdict.path: verdict.public for verdict in outcome.verdicts}
            data = [
                (person[field], verdicts[f"personer[{index}].{field}"])
                for index, person in enumerate(record["personer"])
                for field in v.FIELDS
                if person.get(field)
            ]
            shown = {value for value, public in data if public}
            found = repr(outcome.insats)
            assert not any(value in found for value, public in data if not public and value not in shown)
            assert all(value in found for value in shown)

        return holds

    hold(check, {"public": 0.3, "persons": 0.12})
