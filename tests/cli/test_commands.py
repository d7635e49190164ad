"""The verbs in this process: exit codes, output, options."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import date
from pathlib import Path

import jsonschema
import pytest

from generator import __version__
from generator.cli import options
from generator.cli.main import main
from tests.publish.test_history import commit, git
from tests.sites import VAGEN, Place, digests

KEYS = {"fil", "rad", "kolumn", "grad", "regel", "fel", "råd", "läs_mer"}
Run = Callable[..., tuple[int, str, str]]


@pytest.fixture
def run(place: Place, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Run:
    """Runs the command line in the register's folder → (exit code, stdout, stderr)."""
    monkeypatch.chdir(place.folder)

    def _run(*arguments: str) -> tuple[int, str, str]:
        try:
            code = int(main(arguments))
        except SystemExit as end:
            code = end.code if isinstance(end.code, int) else -1
        output = capsys.readouterr()
        return code, output.out, output.err

    return _run


def unindented(text: str) -> list[str]:
    """The lines without what explains them: the line of the file, and where to read more."""
    return [line for line in text.splitlines() if not line.startswith(" ")]


def test_build_makes_the_site_where_it_says(place: Place, run: Run) -> None:
    code, out, err = run("build", "--date", "2026-11-23")
    assert (code, out, err) == (0, "2 insatser per 23 november 2026 i build/site/portal\n", "")
    assert (place.folder / f"build/site/portal/insatser/{VAGEN}/index.html").is_file()


def test_build_takes_every_option(place: Place, run: Run, tmp_path: Path) -> None:
    place.content.rename(tmp_path / "poster")
    place.config.rename(tmp_path / "val")
    code, out, _ = run(
        "build", "--content", str(tmp_path / "poster"), "--config", str(tmp_path / "val"),
        "--channel", "forbundswebb:exempelbygden", "--date", "2022-05-01", "--out", str(tmp_path / "ut"),
    )  # fmt: skip
    assert (code, out) == (0, f"1 insats per 1 maj 2022 i {tmp_path / 'ut'}\n")
    assert (tmp_path / "ut/insatser/exempelbygden/vagen-framat/index.html").is_file()
    assert not (tmp_path / "ut/insatser/exempelbygden/vagen-vidare").exists()
    assert (place.folder / "build/pages/forbundswebb-exempelbygden/index.md").is_file()


def test_without_a_date_it_is_today_in_sweden(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("generator.cli.commands.build.today", lambda: date(2022, 5, 1))
    assert "per 1 maj 2022" in run("build")[1]
    assert isinstance(options.today(), date)


def test_build_with_errors_publishes_nothing(place: Place, run: Run) -> None:
    run("build", "--date", "2026-11-23")
    before = digests(place.folder / "build/site/portal")
    place.edit("antal: 70", "antal: sjuttio")
    place.edit('kommuner: ["2184", "0305"]', 'kommuner: ["305", "2184"]')
    code, out, err = run("build", "--date", "2026-11-23")
    assert (code, out) == (1, "")
    lines = unindented(err)
    assert len(lines) == 3
    assert lines[0].startswith(f"content/insatser/{VAGEN}.yml:16:")
    assert '"0305" (Håbo)' in lines[0]
    assert lines[1].startswith(f"content/insatser/{VAGEN}.yml:20:13: fel: Här ska det stå ett heltal.")
    assert lines[2] == "2 fel och 0 varningar. Inget har publicerats."
    assert digests(place.folder / "build/site/portal") == before


def test_check_says_what_build_would_and_writes_nothing(place: Place, run: Run) -> None:
    code, out, err = run("check")
    assert (code, out, err) == (0, "", "0 fel och 0 varningar.\n")
    place.edit("antal: 70", "antal: sjuttio")
    code, _, err = run("check")
    assert code == 1
    assert err.splitlines()[-1] == "1 fel och 0 varningar."
    place.edit("antal: sjuttio", "antal: 70")
    place.edit("[ips, tjänstedesign]", "[ips, okänd-metod]")
    code, _, err = run("check")
    assert code == 0
    assert err.splitlines()[-1] == "0 fel och 1 varning."
    assert not (place.folder / "build").exists()


def test_check_judges_for_the_channel_and_the_day(place: Place, run: Run) -> None:
    place.edit("Egen motivation.", "Ring Tova Lindeby.")
    own = ("check", "--channel", "forbundswebb:exempelbygden")
    assert run("check", "--date", "2026-02-28")[0] == 0
    assert run("check", "--date", "2026-03-01")[0] == 1
    assert run(*own, "--date", "2026-02-28")[0] == 0
    assert run(*own, "--date", "2026-03-01")[0] == 1


@pytest.mark.parametrize("verb", ["check", "build"])
def test_findings_as_json_hold_all_that_the_text_says(place: Place, run: Run, verb: str) -> None:
    place.edit("antal: 70", "antal: sjuttio")
    place.edit("inriktning: individinriktad ", "inriktning: individinriktat ")
    (place.content / "sidor/x.html").write_text("x")
    code, out, err = run(verb, "--format", "json")
    assert code == 1
    (key,) = json.loads(out)
    findings = json.loads(out)[key]
    assert key == "anmärkningar"
    assert [set(one) for one in findings] == [KEYS] * 3
    assert [(one["fil"], one["rad"], one["grad"]) for one in findings] == [
        (f"content/insatser/{VAGEN}.yml", 5, "fel"),
        (f"content/insatser/{VAGEN}.yml", 20, "fel"),
        ("content/sidor/x.html", 1, "fel"),
    ]
    _, text_out, text_err = run(verb)
    lines = [*unindented(text_out), ""] if verb == "check" else unindented(text_err)
    line = "{fil}:{rad}:{kolumn}: {grad}: {fel} {råd} [{regel}]"
    assert [line.format(**one) for one in findings] == lines[:-1]
    assert "anmärkningar" not in err


def test_json_without_findings_is_json_too(run: Run) -> None:
    for verb in ("check", "build"):
        code, out, _ = run(verb, "--format", "json", "--date", "2026-11-23")
        assert (code, json.loads(out)) == (0, {"anmärkningar": []})


def test_schema_prints_the_schema_with_the_words_of_the_settings(run: Run) -> None:
    code, out, err = run("schema")
    assert (code, err) == (0, "")
    jsonschema.Draft202012Validator.check_schema(json.loads(out))
    assert '"tjänstedesign"' in out
    assert run("schema", "insats") == (0, out, "")
    assert json.loads(run("schema", "villkor")[1])["title"] == "Villkor"
    code, _, err = run("schema", "vilkor")
    assert (code, err) == (2, "Värdet för SLAG finns inte. Menade du villkor? Se insats schema --help.\n")
    assert run("schema", "--config", "borta")[0] == 2


def test_schemas_are_written_and_checked(place: Place, run: Run) -> None:
    assert run("check") == (0, "", "0 fel och 0 varningar.\n")
    code, out, err = run("schema", "--write")
    assert (code, err) == (0, "")
    assert out.splitlines()[0] == "Skrev schema/insats.json."
    assert run("schema", "--write") == (0, "Allt var redan aktuellt.\n", "")
    written = place.folder / "schema/insats.json"
    assert written.read_text("utf-8") == run("schema")[1]
    assert run("check") == (0, "", "0 fel och 0 varningar.\n")
    written.write_text("{}")
    code, out, err = run("check")
    assert (code, err) == (0, "0 fel och 1 varning.\n")
    assert out.startswith("schema/insats.json:1:1: varning: Hjälpen till redigeraren är gammal")


def test_settings_with_errors_make_no_schema(place: Place, run: Run) -> None:
    (place.config / "begrepp/roller.yml").unlink()
    code, out, err = run("schema", "--write")
    assert (code, out) == (1, "")
    assert "site_config/begrepp/roller.yml:1:1: fel" in err
    assert not (place.folder / "schema").exists()


def test_version_is_the_packages(run: Run) -> None:
    assert run("--version") == (0, f"insats {__version__}\n", "")


@pytest.mark.parametrize("verb", ["", "build", "check", "serve", "schema", "explain", "new", "fix"])
def test_help_is_swedish(run: Run, verb: str) -> None:
    code, out, _ = run(*([verb] if verb else []), "--help")
    assert code == 0
    assert out.startswith(f"Så här: insats {verb}".rstrip())
    assert "visa den här hjälpen" in out
    assert not [word for word in ("usage", "options", "show", "positional", "exit", "default") if word in out]


@pytest.mark.parametrize("verb", ["build", "check", "serve", "explain", "diff", "consents", "audit"])
def test_help_tells_the_channels_swedish_name(run: Run, verb: str) -> None:
    assert "(förbundswebb:<id> går lika bra)" in " ".join(run(verb, "--help")[1].split())


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        ((), "Det saknas något: KOMMANDO."),
        (("buidl",), "Kommandot finns inte. Menade du build?"),
        (
            ("xyzzy",),
            "Välj audit, build, check, consents, diff, explain, fix, import, new, schema eller serve.",
        ),
        (("build", "--chanel", "portal"), "--chanel hör inte hit. Menade du --channel?"),
        (("build", "portal"), "Det står ett ord för mycket."),
        (("build", "--date"), "Efter --date ska det stå ett värde."),
        (("build", "--date", "23 november"), "skriv datumet som 2026-11-23."),
        (("build", "--date", "2026-02-30"), "skriv datumet som 2026-11-23."),
        (("build", "--date", "2026-11"), "skriv datumet som 2026-11-23."),
        (("build", "--date", "2026-W48-1"), "skriv datumet som 2026-11-23."),
        (("build", "--date", "20261123"), "skriv datumet som 2026-11-23."),
        (("build", "--channel", "portalen"), "skriv portal eller forbundswebb:<id>."),
        (("build", "--channel", "öppna-data"), "skriv portal eller forbundswebb:<id>."),
        (("check", "--channel", "forbundswebb"), "forbundswebb:<id>, sociala-medier eller öppna-data."),
        (("check", "--format", "xml"), "Värdet för --format finns inte."),
        (("serve", "--port", "http"), "skriv ett tal från 1 till 65535."),
        (("serve", "--port", "0"), "skriv ett tal från 1 till 65535."),
        (("serve", "--port", "99999"), "skriv ett tal från 1 till 65535."),
        (("build", "--channel", "forbundswebb:annat"), "Förbundet annat finns inte i site_config/forbund/."),
        (("check", "--channel", "forbundswebb:annat"), "Förbundet annat finns inte i site_config/forbund/."),
        (("serve", "--channel", "forbundswebb:annat"), "Förbundet annat finns inte i site_config/forbund/."),
    ],
)
def test_wrong_use_is_said_in_swedish(place: Place, run: Run, arguments: tuple[str, ...], said: str) -> None:
    code, out, err = run(*arguments)
    assert (code, out) == (2, "")
    assert said in err
    assert len(err.splitlines()) == 1
    assert not [word for word in ("error", "invalid", "argument ", "usage") if word in err]
    assert not (place.folder / "build").exists()


VERBS = (
    ("build",),
    ("check",),
    ("serve",),
    ("explain", VAGEN),
    ("diff", "HEAD"),
    ("consents",),
    ("consents", "--person", "Tova Lindeby"),
    ("consents", "--forget", "Tova Lindeby"),
    ("audit", "content"),
    ("new",),
    ("fix",),
)


@pytest.mark.parametrize("arguments", VERBS)
def test_a_folder_that_is_missing_is_wrong_use_of_every_verb(
    place: Place, run: Run, arguments: tuple[str, ...]
) -> None:
    (place.folder / "fil").write_text("x")
    said = []
    for given in (("--content", "borta"), ("--config", "borta"), ("--content", "fil")):
        code, out, err = run(*arguments, *given)
        assert (code, out) == (2, "")
        said.append(err.partition("inte.")[0])
    place.content.rename(place.folder / "poster")
    assert run(*arguments)[2].startswith("Mappen content finns inte. Kör kommandot från projektets mapp")
    assert said == ["Mappen borta finns ", "Mappen borta finns ", "Mappen fil finns "]


@pytest.mark.parametrize(
    "arguments", [verb for verb in VERBS if not {"serve", "--person", "new", "fix"} & {*verb}]
)
def test_records_that_are_missing_in_their_folder_are_a_finding(
    place: Place, run: Run, arguments: tuple[str, ...]
) -> None:
    git(place.folder, "init", "--quiet")
    commit(place, "2026-03-02T12:00:00Z")
    (place.content / "insatser").rename(place.folder / "poster")
    code, out, err = run(*arguments)
    assert code == 1
    assert "content/insatser:1:1: fel: Mappen saknas" in out + err


@pytest.mark.parametrize(
    "arguments",
    [
        ("check", "--date", "i dag"),
        ("check", "--content", "finns-inte"),
        ("build", "--chanel", "portal"),
        ("build", "--channel", "forbundswebb:annat"),
        ("build", "--out", "content"),
        ("consents", "--channel", "instagram"),
        ("consents", "--person", "Tova Lindeby", "--expiring", "90d"),
        ("explain", "exempelbygden/finns-inte"),
        ("explain",),
        ("diff", "finns-inte"),
        ("audit", "finns-inte"),
    ],
)
@pytest.mark.parametrize("asked", [("--format", "json"), ("--format=json",), ("--form", "json")])
def test_wrong_use_is_json_too_where_json_is_asked_for(
    run: Run, arguments: tuple[str, ...], asked: tuple[str, ...]
) -> None:
    code, out, err = run(*arguments, *asked)
    assert code == 2
    assert json.loads(out) == {"fel": err.removesuffix("\n")}


@pytest.mark.parametrize(
    "arguments",
    [
        ("explain", VAGEN),
        ("consents",),
        ("consents", "--person", "Tova Lindeby"),
        ("diff", "HEAD"),
        ("audit", "content"),
        ("check",),
        ("build",),
    ],
)
def test_errors_that_leave_no_answer_are_json_too(run: Run, place: Place, arguments: tuple[str, ...]) -> None:
    git(place.folder, "init", "--quiet")
    commit(place, "2026-03-02T12:00:00Z")
    (place.config / "begrepp/roller.yml").unlink()
    code, out, _ = run(*arguments, "--format", "json")
    assert code == 1
    assert {one["fil"] for one in json.loads(out)["anmärkningar"]} == {"site_config/begrepp/roller.yml"}


def test_a_crash_is_json_too(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object) -> None:
        raise ValueError("Tova Lindeby")

    monkeypatch.setattr("generator.cli.commands.check.check_all", fail)
    code, out, err = run("check", "--format", "json")
    assert code == 1
    assert json.loads(out) == {"fel": err.removesuffix("\n")}
    assert "Tova" not in out


def test_a_folder_that_is_not_ours_is_not_written_over(place: Place, run: Run) -> None:
    for out in ("content", "build", "."):
        code, _, err = run("build", "--out", out)
        assert code == 2
        assert f"kan inte skrivas i {out}: där finns annat" in err
        assert not (place.folder / "build").exists()
    assert (place.content / "insatser").is_dir()


def test_a_crash_tells_where_and_never_what(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object) -> None:
        raise ValueError("Tova Lindeby")

    monkeypatch.setattr("generator.cli.commands.check.check_all", fail)
    code, out, err = run("check")
    assert (code, out) == (1, "")
    assert "Tova" not in err
    assert "check.py:" in err
    assert "ValueError" in err
    assert "Traceback" not in err


def test_build_all_makes_every_site(place: Place, run: Run) -> None:
    code, out, err = run("build", "--all", "--date", "2026-11-23")
    assert (code, err) == (0, "")
    assert out.splitlines() == [
        "2 insatser per 23 november 2026 i build/site/portal",
        "2 insatser per 23 november 2026 i build/site/forbundswebb-exempelbygden",
    ]
    code, out, _ = run("build", "--all", "--date", "2026-11-23", "--out", "ut", "--format", "json")
    assert code == 0
    assert json.loads(out) == {
        "anmärkningar": [],
        "webbplatser": [
            {"kanal": "portal", "mapp": "ut/portal", "publicerad": True, "insatser": 2, "fel": 0},
            {
                "kanal": "forbundswebb:exempelbygden", "mapp": "ut/forbundswebb-exempelbygden",
                "publicerad": True, "insatser": 2, "fel": 0,
            },
        ],
    }  # fmt: skip
    assert (place.folder / "ut/portal/index.html").is_file()


def test_build_all_with_errors(place: Place, run: Run) -> None:
    place.edit("antal: 70", "antal: sjuttio")
    code, out, err = run("build", "--all", "--date", "2026-11-23")
    assert (code, out) == (1, "")
    told = unindented(err)
    assert told[0].startswith(f"content/insatser/{VAGEN}.yml:20:13: fel:")
    assert told[1:] == [
        "portal: 1 fel och 0 varningar. Inget har publicerats.",
        "forbundswebb:exempelbygden: 1 fel och 0 varningar. Inget har publicerats.",
    ]
    (place.config / "site.yml").unlink()
    code, _, err = run("build", "--all")
    assert code == 1
    assert err.splitlines()[-1] == "2 fel och 0 varningar. Inget har publicerats."


@pytest.mark.parametrize("channel", ["portal", "forbundswebb:exempelbygden"])
def test_build_all_of_one_channel_is_wrong_use(run: Run, channel: str) -> None:
    code, out, err = run("build", "--all", "--channel", channel)
    assert (code, out) == (2, "")
    assert "--all" in err


def test_build_all_where_something_else_stands_is_wrong_use(place: Place, run: Run) -> None:
    (place.folder / "ut/portal").mkdir(parents=True)
    (place.folder / "ut/portal/brev.txt").write_text("x")
    code, _, err = run("build", "--all", "--out", "ut")
    assert code == 2
    assert "ut/portal" in err
    assert run("build", "--all", "--out", "content")[0] == 2
