"""`insats new`: what it asks, what it refuses, and that what it writes is sound."""

from __future__ import annotations

import io
import os
import pty
import sys
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from generator.cli.main import main
from tests.cli.test_commands import Run, run
from tests.publish.test_history import commit, git
from tests.records.test_schema import as_an_editor_reads
from tests.sites import Place, digests, environment_of

__all__ = ["run"]  # the fixture

LEAST = (
    "--forbund", "exempelbygden", "--name", "Nya vägar", "--terms", "exempelbygden-2024",
    "--inriktning", "individinriktad",
)  # fmt: skip
FILE = "content/insatser/exempelbygden/nya-vagar.yml"
NAMES = ("--forbund", "--name", "--terms", "--inriktning")


@pytest.fixture(autouse=True)
def _today(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("generator.cli.commands.new.today", lambda: date(2026, 11, 23))


def written(place: Place, file: str = FILE) -> dict[str, object]:
    found: dict[str, object] = as_an_editor_reads((place.folder / file).read_text("utf-8"))
    return found


def test_the_least_makes_a_paused_record_that_is_sound(place: Place, run: Run) -> None:
    code, out, err = run("new", *LEAST)
    assert (code, err) == (0, "")
    assert out.startswith(f"Skrev {FILE}. Insatsen är pausad och syns inte än.\n")
    assert written(place) == {
        "id": "exempelbygden-2026-nya-vagar", "namn": "Nya vägar", "förbund": "exempelbygden",
        "villkor": "exempelbygden-2024", "inriktning": "individinriktad", "publicering": {"läge": "pausad"},
    }  # fmt: skip
    assert run("check") == (0, "", "0 fel och 0 varningar.\n")
    assert run("explain", "exempelbygden/nya-vagar")[0] == 0


def test_its_first_line_leads_to_the_schema_which_is_written_when_it_is_missing(
    place: Place,
    run: Run,
) -> None:
    out = run("new", *LEAST)[1]
    assert "Skrev också hjälp till redigeraren i mappen schema." in out
    first = (place.folder / FILE).read_text("utf-8").split("\n")[0]
    assert first == "# yaml-language-server: $schema=../../../schema/insats.json"
    schema = (place.folder / FILE).parent / first.partition("$schema=")[2]
    assert schema.read_text("utf-8") == run("schema")[1]
    assert "Skrev också" not in run("new", *LEAST, "--slug", "en-till")[1]


def test_every_option_is_written(place: Place, run: Run) -> None:
    more = ("--slug", "nya", "--start", "2027", "--slut", "2028-05", "--kommun", "Håbo", "--kommun", "2184",
            "--malgrupp", "unga-vuxna", "--malgrupp", "LÅNGTIDSSJUKSKRIVNA")  # fmt: skip
    assert run("new", *LEAST, *more)[0] == 0
    found = written(place, "content/insatser/exempelbygden/nya.yml")
    assert found["id"] == "exempelbygden-2027-nya"
    assert found["period"] == {"start": 2027, "slut": "2028-05"}
    assert found["kommuner"] == ["0305", "2184"]
    assert found["målgrupper"] == ["unga-vuxna", "långtidssjukskrivna"]
    assert run("check")[0] == 0


def test_without_a_terminal_it_says_what_is_missing_and_never_asks(
    place: Place,
    run: Run,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("builtins.input", lambda _: pytest.fail("it asked"))
    before = digests(place.folder)
    code, out, err = run("new")
    assert (code, out) == (2, "")
    assert "Det saknas något: --forbund, --name, --terms och --inriktning." in err
    for option in NAMES:
        at = LEAST.index(option)
        code, out, err = run("new", *LEAST[:at], *LEAST[at + 2 :])
        assert (code, out) == (2, "")
        assert f"Det saknas något: {option}." in err
    assert digests(place.folder) == before


@pytest.mark.parametrize(
    ("option", "value", "said"),
    [
        ("--forbund", "exempelbyggden", "--forbund: Förbundet finns inte. Menade du exempelbygden?"),
        ("--forbund", "xyzzy", "--forbund: Förbundet finns inte. Det som finns: exempelbygden."),
        ("--terms", "exempelbygden-2025", "--terms: Villkoren finns inte. Menade du exempelbygden-2024?"),
        ("--inriktning", "individinriktat", "Menade du individinriktad?"),
        ("--name", " ", "--name: Här ska det stå något."),
        ("--slug", "Nya vägar", "--slug: Namnet går inte att använda i en adress."),
        ("--slug", "index", "--slug: Namnet går inte att använda i en adress."),
        ("--start", "2027-02-30", "--start: Det här är inget datum."),
        ("--kommun", "Håboo", "--kommun: Kommunen finns inte. Menade du Håbo?"),
        ("--kommun", "305", "--kommun: Kommunen finns inte."),
        ("--malgrupp", "unga-vuxn", "--malgrupp: Målgruppen finns inte i ordlistan. Menade du unga-vuxna?"),
    ],
)
def test_what_does_not_exist_is_told_with_what_does(
    place: Place,
    run: Run,
    option: str,
    value: str,
    said: str,
) -> None:
    before = digests(place.folder)
    code, out, err = run("new", *LEAST, option, value)
    assert (code, out) == (2, "")
    assert said in err
    assert "Inget är skrivet." in err
    assert digests(place.folder) == before


def test_everything_that_is_wrong_is_told_at_once(run: Run) -> None:
    err = run("new", "--forbund", "annat", "--inriktning", "annan", "--start", "2027", "--slut", "2026")[2]
    assert [part for part in ("--forbund:", "--inriktning:", "--slut: Slutet ligger före starten.",
                              "saknas något: --name och --terms.") if part not in err] == []  # fmt: skip


def test_another_forbunds_terms_are_refused(place: Place, run: Run) -> None:
    other = place.config / "forbund/annat.yml"
    other.write_text("id: annat\nnamn: Ett annat förbund\n", "utf-8")
    assert "Förbundet har inga villkor." in run("new", *LEAST, "--forbund", "annat")[2]
    (place.config / "villkor/annat-1.yml").write_text(
        "id: annat-1\nförbund: annat\nnamn: Ett\nbeslut_per: insats\n", "utf-8"
    )
    err = run("new", *LEAST, "--terms", "annat-1")[2]
    assert (
        "Villkoren hör till ett annat förbund. Det som finns: exempelbygden-2018, exempelbygden-2024." in err
    )


def test_a_file_that_is_there_is_never_written_over(place: Place, run: Run) -> None:
    before = digests(place.folder)
    code, _, err = run("new", *LEAST, "--slug", "vagen-vidare")
    assert code == 2
    assert "content/insatser/exempelbygden/vagen-vidare.yml finns redan och är inte ändrad." in err
    (place.folder / FILE).symlink_to("ingenting.yml")
    assert run("new", *LEAST)[0] == 2
    (place.folder / FILE).unlink()
    assert digests(place.folder) == before


def test_an_address_that_leads_to_another_insats_is_taken(place: Place, run: Run) -> None:
    place.edit("exempel: true", "exempel: true\ntidigare_adresser: [exempelbygden/nya-vagar]")
    code, _, err = run("new", *LEAST)
    assert code == 2
    assert "Den adressen leder till insatsen i content/insatser/exempelbygden/vagen-vidare.yml." in err


def test_an_id_is_nobody_elses_today_or_before(place: Place, run: Run) -> None:
    git(place.folder, "init", "--quiet")
    assert run("new", *LEAST)[0] == 0
    commit(place, "2026-03-02T12:00:00Z")
    (place.folder / FILE).rename(place.content / "insatser/exempelbygden/annan.yml")
    assert run("new", *LEAST)[0] == 0
    assert written(place)["id"] == "exempelbygden-2026-nya-vagar-2"
    commit(place, "2026-03-03T12:00:00Z")
    (place.folder / FILE).unlink()
    (place.content / "insatser/exempelbygden/annan.yml").unlink()
    assert run("new", *LEAST)[0] == 0
    assert written(place)["id"] == "exempelbygden-2026-nya-vagar-3", "git remembers the first two"


def test_a_name_that_makes_no_address_needs_a_slug(run: Run) -> None:
    assert "Skriv en med --slug." in run("new", *LEAST, "--name", "!?")[2]
    assert run("new", *LEAST, "--name", "!?", "--slug", "fragan")[0] == 0


def test_a_long_name_is_cut_so_that_the_id_is_one(place: Place, run: Run) -> None:
    assert run("new", *LEAST, "--name", "mycket " * 40)[0] == 0
    assert run("check")[0] == 0
    (path,) = (place.content / "insatser/exempelbygden").glob("mycket*.yml")
    assert run("new", *LEAST, "--name", "mycket " * 40, "--slug", f"{path.stem[:90]}x")[0] == 0
    assert run("check")[0] == 0


def test_a_name_that_no_record_may_have_writes_nothing(place: Place, run: Run) -> None:
    code, _, err = run("new", *LEAST, "--name", "Nya\u202evägar")
    assert code == 2
    assert "osynliga styrtecken" in err
    assert not (place.folder / FILE).exists()


def test_settings_with_errors_make_no_record(place: Place, run: Run) -> None:
    (place.config / "begrepp/roller.yml").unlink()
    code, out, err = run("new", *LEAST)
    assert (code, out) == (1, "")
    assert "site_config/begrepp/roller.yml:1:1: fel" in err


Talk = Callable[..., tuple[int, str]]


@pytest.fixture
def talk(place: Place, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Talk:
    """`insats new` at a terminal where these lines are typed → exit code, all that was shown."""
    monkeypatch.chdir(place.folder)
    monkeypatch.setattr("generator.cli.commands.new.can_ask", lambda: True)

    def _talk(typed: str, *arguments: str) -> tuple[int, str]:
        monkeypatch.setattr(sys, "stdin", io.StringIO(typed))
        code = int(main(("new", *arguments)))
        output = capsys.readouterr()
        return code, output.out + output.err

    return _talk


def test_at_a_terminal_it_asks_shows_the_words_and_asks_again(place: Place, talk: Talk) -> None:
    code, shown = talk("1\nNya vägar\n2\nförstudi\nförstudie\n\n2027-01\n\n0305, hudiksvall\n1,3\n")
    assert code == 0
    assert "1  exempelbygden  Samordningsförbundet Exempelbygden" in shown
    assert "2  exempelbygden-2024  " in shown
    assert "Inriktningen finns inte. Menade du förstudie?" in shown
    assert "(Enter: nya-vagar) >" in shown
    assert "2  0305  Håbo" in shown
    assert "3  unga-vuxna                     Unga vuxna" in shown
    assert written(place) == {
        "id": "exempelbygden-2027-nya-vagar", "namn": "Nya vägar", "förbund": "exempelbygden",
        "villkor": "exempelbygden-2024", "inriktning": "förstudie", "publicering": {"läge": "pausad"},
        "period": {"start": "2027-01"}, "kommuner": ["0305", "2184"],
        "målgrupper": ["unga-med-aktivitetsersättning", "unga-vuxna"],
    }  # fmt: skip


def test_at_a_terminal_only_what_is_missing_is_asked(place: Place, talk: Talk) -> None:
    code, shown = talk("\n\n\n\n\n", *LEAST[:6], "--inriktning", "förstudie")
    assert (code, "?" in shown) == (0, False), "all that is needed was given"
    (place.folder / FILE).unlink()
    code, shown = talk("förstudie\n\n\n\n\n\n", *LEAST[:6])
    assert code == 0
    assert "Vilket samordningsförbund?" not in shown
    assert shown.count("?\n") + shown.count("2025-09-01)\n") == 6


def test_a_question_that_must_be_answered_is_asked_until_it_is(place: Place, talk: Talk) -> None:
    code, shown = talk("\n\n\nNya vägar\n1\n1\n\n\n\n\n\n")
    assert code == 0, shown
    assert shown.count("Här ska det stå något.") == 2
    assert (place.folder / FILE).is_file()


def test_an_end_of_the_input_writes_nothing(place: Place, talk: Talk) -> None:
    before = digests(place.folder)
    code, shown = talk("1\nNya vägar\n")
    assert code == 2
    assert shown.endswith("Avbrutet. Inget är skrivet.\n")
    assert digests(place.folder) == before


def test_a_true_terminal_is_asked(place: Place) -> None:
    pid, terminal = pty.fork()
    if pid == 0:
        os.chdir(place.folder)
        command = [sys.executable, "-m", "generator", "new"]
        os.execve(command[0], command, environment_of())  # noqa: S606 - no shell is wanted
    os.write(terminal, "1\nNya vägar\n2\n1\n\n\n\n\n\n".encode())
    shown = b""
    while True:
        try:
            shown += os.read(terminal, 4096)
        except OSError:  # the other end is closed
            break
    os.close(terminal)
    assert os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1]) == 0, shown.decode()
    assert "Vilket samordningsförbund?" in shown.decode()
    assert Path(place.folder, FILE).is_file()
