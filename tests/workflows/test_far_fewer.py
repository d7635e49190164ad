"""Far fewer insatser than the run before stop the publishing run, on a fresh machine each time."""

from __future__ import annotations

import json
import shutil
from collections.abc import Mapping
from pathlib import Path

import pytest

from tests.workflows.running import FOLDER, GITLAB, Cache, Forge, Runner, read, steps, tool

GITHUB = FOLDER / "github/publicera.yml"
FORGEJO = FOLDER / "forgejo/publicera.yml"
JOBS = {GITHUB: "bygg", FORGEJO: "publicera"}
STOPPED = r"skulle få 3 insatser\. Förra gången, .*, hade den 12\..*\[farre-insatser\]"
SERVER = {"secrets.WEBB_NYCKEL": "k", "vars.WEBB_VARD": "v", "vars.WEBB_MAL": "m"}


def values(run: int, **inputs: str) -> Mapping[str, str]:
    numbers = {"github.run_id": str(run), "github.run_attempt": "1"}
    return {**SERVER, **numbers, **{f"inputs.{name}": value for name, value in inputs.items()}}


@pytest.fixture(scope="module")
def register(tmp_path_factory: pytest.TempPathFactory) -> Forge:
    """Twelve insatser in `main`."""
    forge = Forge(tmp_path_factory.mktemp("many"))
    text = forge.place.record().read_text("utf-8").partition("personer:")[0]
    for number in range(10):
        copy = text.replace("2025-vagen-vidare", f"2025-nummer-{number}")
        forge.place.record(f"exempelbygden/nummer-{number}").write_text(copy, "utf-8")
    forge.push("main")
    return forge


@pytest.fixture(scope="module")
def first(register: Forge) -> Cache:
    """What the first run has kept, of `main` as it was before nine were lost."""
    runner = register.runner("forsta", "origin/main")
    cache = runner.cache = Cache(runner.home / "kept")
    runner.job(GITHUB, "bygg", values(1))
    assert cache.keys == ["bevis-1-1"]
    for number in range(9):
        register.place.record(f"exempelbygden/nummer-{number}").unlink()
    register.push("main")
    return cache


@pytest.fixture
def cache(first: Cache, tmp_path: Path) -> Cache:
    return Cache(shutil.copytree(first.folder, tmp_path / "kept"), list(first.keys))


def fresh(register: Forge, cache: Cache, name: str) -> Runner:
    """A machine that has built nothing. Checking and auditing are tested elsewhere."""
    runner = register.runner(name, "origin/main")
    runner.cache = cache
    tool(runner, "apt-get", "")
    tool(runner, "rsync", "")
    runner.done |= {
        step["run"]
        for path, job in JOBS.items()
        for step in steps(path, job)
        if step.get("run", "").startswith(("./insats check", "./insats audit"))
    }
    return runner


def counted(folder: Path) -> int:
    insatser = json.loads((folder / "portal.json").read_text("utf-8"))["insatser"]
    assert isinstance(insatser, int)
    return insatser


@pytest.mark.parametrize("path", JOBS, ids=["github", "forgejo"])
def test_a_run_with_far_fewer_stops_until_somebody_says_that_it_is_meant(
    register: Forge, cache: Cache, path: Path
) -> None:
    forge = path.parent.name
    for run in (2, 3):
        runner = fresh(register, cache, f"{forge}-{run}")
        with pytest.raises(AssertionError, match=STOPPED):
            runner.job(path, JOBS[path], values(run, farre="false"))
        assert not (runner.folder / "build/site").exists()
    assert cache.keys == ["bevis-1-1"], "a run that fails leaves what the last one kept"

    runner = fresh(register, cache, f"{forge}-meant")
    runner.job(path, JOBS[path], values(4, farre="true"))
    assert (runner.folder / "build/site/portal/index.html").is_file()
    assert cache.keys == ["bevis-1-1", "bevis-4-1"]
    assert counted(cache.folder / "bevis-4-1") == 3
    cache.restore(runner.home, "later", "bevis-5-1", "bevis-")
    assert counted(runner.home / "later") == 3, "the newest"


def test_gitlab_stops_too_until_somebody_says_that_it_is_meant(register: Forge, cache: Cache) -> None:
    cache.save(cache.folder, "bevis-1-1", "bevis")
    runner = fresh(register, cache, "gitlab-2")
    done = runner.gitlab("pages", CI_DEFAULT_BRANCH="main", FARRE="nej")
    assert done.returncode == 1
    assert "farre-insatser" in done.stderr
    found = json.loads((runner.folder / "kvalitet.json").read_text("utf-8"))
    assert [one["check_name"] for one in found if one["severity"] == "major"] == ["farre-insatser"]
    assert not (runner.folder / "public").exists()
    assert counted(cache.folder / "bevis") == 12, "a run that fails leaves what the last one kept"

    meant = fresh(register, cache, "gitlab-meant")
    done = meant.gitlab("pages", CI_DEFAULT_BRANCH="main", FARRE="ja")
    assert done.returncode == 0, done.stderr
    assert counted(cache.folder / "bevis") == 3


@pytest.mark.parametrize("path", [*JOBS, GITLAB], ids=["github", "forgejo", "gitlab"])
def test_only_a_yes_lets_fewer_through_and_nothing_else_is_run(register: Forge, path: Path) -> None:
    runner = register.runner(f"svar-{path.parent.name}", "origin/main")
    noted = tool(runner, "insats", "")
    (runner.tools / "insats").replace(runner.folder / "insats")
    if path == GITLAB:
        yes, lines = "ja", read(path)["pages"]["script"]
        command = "\n".join(line for line in lines if "farre" in line)
    else:
        yes, lines = "true", [step.get("run", "") for step in steps(path, JOBS[path])]
        (command,) = (line for line in lines if line.startswith("./insats build"))
    shell = ("sh", "-e", "-c") if path == FORGEJO else ("bash", "-eo", "pipefail", "-c")
    for said in (
        yes,
        "",
        "false",
        "nej",
        f"{yes} ",
        "--allow-fewer",
        "x; touch a",
        "$(touch a)",
        "`touch a`",
        "*",
    ):
        done = runner.run(command, shell, FARRE=said)
        assert done.returncode == 0, done.stderr
        given = noted.read_text("utf-8").splitlines()
        assert given[:3] == ["build", "--channel", "portal"]
        assert ("--allow-fewer" in given) is (said == yes), said
    assert not (runner.folder / "a").exists()
