"""Publishing: what is put out is what was checked and built, and never older than what stands there."""

from __future__ import annotations

import gzip

import pytest

from tests.sites import mentions, readable
from tests.workflows.running import FOLDER, GITLAB, Forge, Runner, read, steps, tool, version

GITHUB = FOLDER / "github/publicera.yml"
FORGEJO = FOLDER / "forgejo/publicera.yml"
BUILT = "build/site/portal"


@pytest.fixture(scope="module")
def runner(editors: Forge) -> Runner:
    return editors.runner("publicera", "origin/main")


@pytest.fixture(scope="module")
def outputs(runner: Runner) -> dict[str, str]:
    return runner.job(GITHUB, "bygg")


def values(outputs: dict[str, str], **other: str) -> dict[str, str]:
    named = {"version": outputs["vilken.version"], "dag": outputs["vilken.dag"], **other}
    return {f"needs.bygg.outputs.{name}": value for name, value in named.items()}


def test_github_checks_builds_audits_and_uploads_the_portal(runner: Runner, outputs: dict[str, str]) -> None:
    ours = [step["run"] for step in steps(GITHUB, "bygg") if step.get("run", "").startswith("./insats")]
    assert [command.split()[1] for command in ours] == ["check", "build", "audit"]
    assert ours[2].split()[2] == BUILT
    (uploaded,) = (step for step in steps(GITHUB, "bygg") if "pages-artifact" in step.get("uses", ""))
    assert uploaded["with"]["path"] == BUILT
    assert outputs["vilken.version"] == version(runner.folder)
    texts = readable(runner.folder / BUILT)
    assert mentions(texts, "Egen vilja.")
    assert not mentions(texts, "hemlighamnen")


def test_the_newest_state_is_put_out_and_an_older_one_is_not(runner: Runner, outputs: dict[str, str]) -> None:
    put_out = next(step for step in steps(GITHUB, "publicera") if "deploy-pages" in step.get("uses", ""))
    assert put_out["if"] == "steps.nyast.outputs.ja == 'true'"
    assert runner.job(GITHUB, "publicera", values(outputs)) == {"nyast.ja": "true"}
    assert runner.job(GITHUB, "publicera", values(outputs, version="0" * 40)) == {}
    assert runner.job(GITHUB, "publicera", values(outputs, dag="2026-01-01")) == {}


@pytest.mark.usefixtures("outputs")
def test_forgejo_puts_out_what_it_built(runner: Runner) -> None:
    apt = tool(runner, "apt-get", "")
    seen = runner.home / "key"
    rsync = tool(
        runner, "rsync", f"stat -c %a ~/.ssh/insats > {seen}; cat ~/.ssh/insats ~/.ssh/insats_vard >> {seen}"
    )
    given = {
        "secrets.WEBB_NYCKEL": "en nyckel",
        "vars.WEBB_VARD": "webb.example ssh-ed25519 AAAA",
        "vars.WEBB_MAL": "insats@webb.example:/srv/insats/portal/",
    }
    runner.job(FORGEJO, "publicera", given)
    ours = [step["run"] for step in steps(FORGEJO, "publicera") if step.get("run", "").startswith("./insats")]
    assert runner.done == {*ours, "./insats check --format github"}, "but for the format the same as GitHub's"
    assert {"rsync", "openssh-client", "python3-venv"} <= set(apt.read_text().splitlines())
    *_, shell, source, target = rsync.read_text().splitlines()
    assert (source, target) == (f"{BUILT}/", given["vars.WEBB_MAL"])
    assert "-o StrictHostKeyChecking=yes" in shell
    assert seen.read_text() == "600\nen nyckel\nwebb.example ssh-ed25519 AAAA\n"
    assert not (runner.home / ".ssh/insats").exists(), "the key does not stay"
    secret = [step for step in steps(FORGEJO, "publicera") if "secrets." in str(step)]
    assert secret == [steps(FORGEJO, "publicera")[-2]], "nothing of ours runs where the key is, or after it"


def test_forgejo_s_key_goes_also_when_putting_out_fails(editors: Forge) -> None:
    runner = editors.runner("publicera-fel", "origin/main")
    tool(runner, "apt-get", "")
    tool(runner, "rsync", "exit 23")
    runner.done |= {step["run"] for step in steps(FORGEJO, "publicera")[:-2] if "run" in step}
    given = {"secrets.WEBB_NYCKEL": "k", "vars.WEBB_VARD": "v", "vars.WEBB_MAL": "m"}
    with pytest.raises(AssertionError):
        runner.job(FORGEJO, "publicera", given)
    assert not (runner.home / ".ssh/insats").exists()


def test_gitlab_builds_the_newest_state_whatever_started_it(editors: Forge) -> None:
    """Somebody runs an old job again: it has the old version, and puts out what main is now."""
    runner = editors.runner("pages", "origin/main~1")
    old = version(runner.folder)
    done = runner.gitlab("pages", CI_DEFAULT_BRANCH="main")
    assert done.returncode == 0, done.stderr
    assert version(runner.folder) != old
    (public,) = (runner.folder / path for path in read(GITLAB)["pages"]["artifacts"]["paths"])
    page = public / "insatser/exempelbygden/vagen-vidare/index.html"
    assert "Egen vilja." in page.read_text("utf-8")
    assert gzip.decompress(page.with_name("index.html.gz").read_bytes()) == page.read_bytes()
    assert not mentions(readable(public), "hemlighamnen")
    commands = [line.split()[1] for line in read(GITLAB)["pages"]["script"] if line.startswith("./insats")]
    assert commands == ["check", "build", "audit"]
    assert not list(public.rglob("*.png.gz"))


def test_nothing_is_put_out_when_the_records_are_wrong(editors: Forge) -> None:
    runner = editors.runner("publicera-med-fel", "origin/fel")
    with pytest.raises(AssertionError, match=r"::error file=\S*vagen-vidare\.yml,line=8,"):
        runner.job(GITHUB, "bygg")
    assert not (runner.folder / "build/site").exists()
    done = runner.gitlab("pages", CI_DEFAULT_BRANCH="fel")
    assert done.returncode == 1
    assert not (runner.folder / "public").exists()
