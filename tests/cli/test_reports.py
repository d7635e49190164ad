"""Findings as other programs read them: GitHub's annotations, GitLab's report, SARIF."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import jsonschema
import pytest

from generator.cli.reporting import all_reports, fingerprints
from generator.publish.build import build
from generator.publish.preview import Preview
from generator.words.findings import Finding, Position, Severity
from generator.words.handbook import Handbook
from tests.cli.test_commands import Run, run
from tests.sites import VAGEN, Place

__all__ = ["run"]  # the fixture

FILE = "content/insatser/förbund/a, b.yml"
WARNING = Finding(FILE, Position(3, 5), "lasbarhet", "Över 50 % är svårt.", "Korta.", Severity.WARNING)
ERROR = Finding(FILE, Position(9, 1), "nyckel-okand", "Nyckeln: finns inte.", "Ta bort den.")
HANDBOOK = Handbook("https://exempel.example/handbok")

# What the schema of SARIF 2.1.0 (OASIS, errata 01) says of the parts that we use; it allows no other keys.
TEXT: dict[str, Any] = {
    "type": "object",
    "properties": {"text": {"type": "string"}},
    "required": ["text"],
    "additionalProperties": False,
}
URI = {"type": "string", "format": "uri-reference"}
PLACE = {"type": "integer", "minimum": 1}
LANGUAGE = {"type": "string", "pattern": "^[a-zA-Z]{2}(-[a-zA-Z]{2})?$"}


def an_object(required: list[str], /, **properties: object) -> dict[str, Any]:
    return {"type": "object", "properties": properties, "required": required, "additionalProperties": False}


RULE = an_object(
    ["id"],
    id={"type": "string"},
    shortDescription=TEXT,
    help=TEXT,
    helpUri={"type": "string", "format": "uri"},
)
DRIVER = an_object(
    ["name"],
    name={"type": "string"},
    version={"type": "string"},
    language=LANGUAGE,
    rules={"type": "array", "uniqueItems": True, "items": RULE},
)
PHYSICAL = an_object(
    ["artifactLocation"],
    artifactLocation=an_object([], uri=URI),
    region=an_object(["startLine"], startLine=PLACE, startColumn=PLACE),
)
RESULT = an_object(
    ["message"],
    ruleId={"type": "string"},
    ruleIndex={"type": "integer", "minimum": -1},
    level={"enum": ["none", "note", "warning", "error"]},
    message=TEXT,
    locations={"type": "array", "items": an_object([], physicalLocation=PHYSICAL)},
    partialFingerprints={"type": "object", "additionalProperties": {"type": "string"}},
)
SARIF_RUN = an_object(
    ["tool"],
    tool=an_object(["driver"], driver=DRIVER),
    language=LANGUAGE,
    columnKind={"enum": ["utf16CodeUnits", "unicodeCodePoints"]},
    results={"type": "array", "items": RESULT},
)
SARIF = an_object(
    ["version", "runs"],
    **{"$schema": {"type": "string", "format": "uri"}},
    version={"enum": ["2.1.0"]},
    runs={"type": "array", "items": SARIF_RUN},
)


def written(name: str, *findings: Finding, handbook: Handbook = HANDBOOK) -> str:
    return all_reports()[name].write(findings, handbook)


def test_github_has_a_command_a_line_errors_first_and_escaped() -> None:
    assert written("github", WARNING, ERROR).splitlines() == [
        (
            "::error file=content/insatser/förbund/a%2C b.yml,line=9,col=1,title=nyckel-okand::"
            "Nyckeln: finns inte. Ta bort den."
            "%0Ahttps://exempel.example/handbok/kontroller.md#nycklar-och-varden"
        ),
        (
            "::warning file=content/insatser/förbund/a%2C b.yml,line=3,col=5,title=lasbarhet::"
            "Över 50 %25 är svårt. Korta.%0Ahttps://exempel.example/handbok/kontroller.md#lasbarhet"
        ),
    ]


@pytest.mark.parametrize(
    "hostile", ["a\n::error::b", "a\r\n::stop-commands::x", "a%0A::error::b", "a::b,c=d"]
)
def test_github_takes_nothing_in_a_finding_for_a_command(hostile: str) -> None:
    one = replace(ERROR, file=hostile, message=hostile)
    (line,) = written("github", one).splitlines()
    properties, _, _ = line.removeprefix("::error ").partition("::")
    assert [part.partition("=")[0] for part in properties.split(",")] == ["file", "line", "col", "title"]


def test_gitlab_has_what_a_code_quality_report_has() -> None:
    first, second = json.loads(written("gitlab", WARNING, ERROR))
    assert first == {
        "description": "Över 50 % är svårt. Korta. https://exempel.example/handbok/kontroller.md#lasbarhet",
        "check_name": "lasbarhet",
        "fingerprint": fingerprints([WARNING])[0],
        "severity": "minor",
        "location": {"path": FILE, "lines": {"begin": 3}},
    }
    assert second["severity"] == "major"
    assert json.loads(written("gitlab")) == []


@pytest.mark.parametrize("handbook", [HANDBOOK, Handbook()])
@pytest.mark.parametrize("findings", [(), (WARNING,), (WARNING, ERROR, ERROR)])
def test_sarif_is_valid(findings: tuple[Finding, ...], handbook: Handbook) -> None:
    data = json.loads(written("sarif", *findings, handbook=handbook))
    jsonschema.Draft202012Validator(SARIF, format_checker=jsonschema.FormatChecker()).validate(data)
    (one_run,) = data["runs"]
    assert [result["level"] for result in one_run["results"]] == [
        {"fel": "error", "varning": "warning"}[finding.severity] for finding in findings
    ]
    rules = one_run["tool"]["driver"]["rules"]
    assert all(rules[result["ruleIndex"]]["id"] == result["ruleId"] for result in one_run["results"])
    assert all(("helpUri" in rule) == (handbook is HANDBOOK) for rule in rules)


def test_sarif_says_where_and_what_the_rule_is() -> None:
    (one_run,) = json.loads(written("sarif", WARNING, replace(ERROR, file="/srv/a.yml")))["runs"]
    places = [result["locations"][0]["physicalLocation"] for result in one_run["results"]]
    assert places[0] == {
        "artifactLocation": {"uri": "content/insatser/f%C3%B6rbund/a%2C%20b.yml"},
        "region": {"startLine": 3, "startColumn": 5},
    }
    assert places[1]["artifactLocation"]["uri"] == "file:///srv/a.yml"
    assert one_run["tool"]["driver"]["rules"][0]["shortDescription"]["text"].startswith(
        "Sammanfattningen och"
    )


def test_fingerprints_stay_when_the_line_moves_and_are_one_each() -> None:
    moved = replace(WARNING, position=Position(30, 5))
    assert fingerprints([WARNING]) == fingerprints([moved])
    others = [
        WARNING,
        moved,
        replace(WARNING, rule="x"),
        replace(WARNING, file="x"),
        replace(WARNING, message="x"),
    ]
    assert len(set(fingerprints(others))) == len(others)


@pytest.mark.parametrize("verb", ["check", "build"])
@pytest.mark.parametrize("kind", sorted(all_reports()))
def test_the_verbs_print_them(place: Place, run: Run, verb: str, kind: str) -> None:
    place.edit("antal: 70", "antal: sjuttio")
    code, out, err = run(verb, "--format", kind)
    assert code == 1
    assert f"content/insatser/{VAGEN}.yml" in out
    assert "varde-fel-form" in out or "heltal" in out
    assert err.startswith("1 fel och 0 varningar.")
    if kind != "github":
        json.loads(out)


def test_every_site_prints_them_too(place: Place, run: Run) -> None:
    place.edit("antal: 70", "antal: sjuttio")
    code, out, _ = run("build", "--all", "--format", "gitlab")
    assert code == 1
    assert [one["location"]["lines"]["begin"] for one in json.loads(out)] == [20]


def test_a_report_is_kept_in_a_file_while_people_read_the_text(place: Place, run: Run) -> None:
    place.edit("antal: 70", "antal: sjuttio")
    for verb in (("check",), ("build",), ("build", "--all")):
        code, out, err = run(*verb, "--report", "gitlab=kvalitet.json")
        assert code == 1
        assert ":20:13: fel: Här ska det stå ett heltal." in out + err
        kept = (place.folder / "kvalitet.json").read_text("utf-8")
        assert [one["location"]["lines"]["begin"] for one in json.loads(kept)] == [20]
        assert kept == run(*verb, "--format", "gitlab")[1]
    code, out, _ = run("check", "--format", "github", "--report", "sarif=fel.sarif")
    assert (code, out[:8]) == (1, "::error ")
    assert json.loads((place.folder / "fel.sarif").read_text("utf-8"))["version"] == "2.1.0"


def test_a_report_of_nothing_is_a_report_and_replaces_the_last_one(place: Place, run: Run) -> None:
    file = place.folder / "kvalitet.json"
    file.write_text("[förra gången]")
    assert run("check", "--report", f"gitlab={file}") == (0, "", "0 fel och 0 varningar.\n")
    assert json.loads(file.read_text("utf-8")) == []
    file.write_text("[förra gången]")
    assert run("check", "--channel", "forbundswebb:finns-inte", "--report", f"gitlab={file}")[0] == 2
    assert json.loads(file.read_text("utf-8")) == []


def test_a_file_whose_name_is_no_unicode_has_a_report_too(place: Place, run: Run) -> None:
    (place.content / "sidor/\udcff.html").write_text("x")
    assert run("check", "--report", "gitlab=kvalitet.json")[0] == 1
    (finding,) = json.loads((place.folder / "kvalitet.json").read_text("utf-8"))
    assert finding["location"]["path"].endswith(".html")


@pytest.mark.parametrize(
    ("report", "said"),
    [
        ("gitlab=content/kvalitet.json", "bland posterna"),
        ("gitlab=site_config/kvalitet.json", "bland posterna"),
        ("gitlab=build/site/portal/kvalitet.json", "det som publiceras"),
        ("gitlab=finns-inte/kvalitet.json", "Inget har publicerats."),
        ("gitlab=", "skriv github=FIL, gitlab=FIL eller sarif=FIL"),
        ("junit=kvalitet.json", "skriv github=FIL, gitlab=FIL eller sarif=FIL"),
    ],
)
def test_a_report_that_cannot_be_kept_stops_the_build(place: Place, run: Run, report: str, said: str) -> None:
    (place.folder / "build/site/portal").mkdir(parents=True)
    for more in ((), ("--all",)):
        code, _, err = run("build", *more, "--report", report)
        assert code == 2
        assert said in err
    assert list(place.folder.rglob("kvalitet.json")) == []
    assert list((place.folder / "build/site/portal").iterdir()) == []


ELSEWHERE = "https://exempel.example/h/"
SECTION = "kontroller.md#nycklar-och-varden"


@pytest.fixture
def serve(run: Run, monkeypatch: pytest.MonkeyPatch) -> Callable[[], str]:
    """What `serve` says of its first build."""

    def once(preview: Preview) -> None:
        preview.tell(build(replace(preview.request, preview=True)))

    monkeypatch.setattr("generator.cli.commands.serve.serve", once)
    return lambda: run("serve")[2]


def test_findings_link_to_the_handbook_that_the_site_names(
    place: Place, run: Run, serve: Callable[[], str]
) -> None:
    place.edit("antal: 70", "antal: sjuttio")
    site = place.config / "site.yml"
    sound = site.read_text("utf-8")
    for settings, link in (
        (sound, f"docs/handbok/{SECTION}"),
        (f"{sound}handbok: {ELSEWHERE}\n", f"{ELSEWHERE}{SECTION}"),
        (f"{sound}handbok: {ELSEWHERE}\nokänd: nyckel\n", f"docs/handbok/{SECTION}"),
    ):
        site.write_text(settings, "utf-8")
        for verb in (("check",), ("build",), ("build", "--all")):
            _, out, err = run(*verb)
            assert f"\n  Läs mer: {link}\n" in out + err, verb
            told = json.loads(run(*verb, "--format", "json")[1])["anmärkningar"]
            assert {finding["läs_mer"] for finding in told} == {link}, verb
        assert f"\n  Läs mer: {link}\n" in serve()


def test_a_text_ends_with_the_errors(place: Place, run: Run) -> None:
    place.edit("inriktning: förstudie", "inriktning: okänd", "exempelbygden/vagen-framat")
    place.edit("sammanfattning: En kort text på klarspråk.", "sammanfattning: Vägen vidare")
    _, text, _ = run("check")
    grades = [line.split(": ")[1] for line in text.splitlines() if line.startswith("content/")]
    assert "varning" in grades
    assert grades == sorted(grades, reverse=True)
