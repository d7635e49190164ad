"""The recipes for hosts: well formed, and what they call and upload is what there is."""

from __future__ import annotations

import re
import shlex
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest

from generator.cli import commands
from generator.cli.interface import Command
from generator.hosting.places import PLACES
from generator.words.discovery import discover
from tests.sites import ROOT, insats

FOLDER = ROOT / "docs" / "vardskap"
OUT = "build/site/portal"  # where a build writes when nothing else is said
RECIPES = ("nginx.md", "netlify.md")


def blocks(name: str, language: str) -> list[str]:
    text = (FOLDER / name).read_text("utf-8")
    return re.findall(rf"^ *```{language}\n(.*?)^ *```", text, re.DOTALL | re.MULTILINE)


def calls(name: str) -> Iterator[list[str]]:
    """The words of every call of our own program."""
    for line in (FOLDER / name).read_text("utf-8").splitlines():
        found = re.search(r"\./insats [^\"`|&]*", line)
        if found:
            yield shlex.split(found[0])


def test_the_folder_holds_the_recipes_and_their_table() -> None:
    assert {path.name for path in FOLDER.iterdir()} == {*RECIPES, "README.md"}
    table = (FOLDER / "README.md").read_text("utf-8")
    assert all(f"]({name})" in table for name in RECIPES)


@pytest.mark.parametrize("name", RECIPES)
def test_what_they_call_is_there_and_is_built_where_they_look(name: str) -> None:
    found = list(calls(name))
    assert found
    for program, verb, *options in found:
        assert (ROOT / program).is_file()
        assert verb in {command.name for command in discover(commands, Command)}
        assert options == ["--channel", "portal"]


def test_the_build_as_the_recipes_call_it(tmp_path: Path) -> None:
    for name in ("content", "site_config"):
        (tmp_path / name).symlink_to(ROOT / name)
    (options,) = {tuple(call[2:]) for name in RECIPES for call in calls(name)}
    done = insats("build", *options, cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    assert (tmp_path / OUT / "_headers").is_file()
    assert (tmp_path / "build/hosting/portal/nginx/server.conf").is_file()


def test_netlify_publishes_what_it_built() -> None:
    (text,) = blocks("netlify.md", "toml")
    build = tomllib.loads(text)["build"]
    assert (build["command"], build["publish"]) == ("./insats build --channel portal", OUT)
    for script in blocks("netlify.md", "sh"):
        lines = [shlex.split(line) for line in script.splitlines()]
        assert lines[0] == ["set", "-e"]
        assert lines[1] == ["./insats", "build", "--channel", "portal"]
        assert lines[2][-1] == OUT


def test_the_table_of_exceptions_is_the_programs() -> None:
    table = (FOLDER / "README.md").read_text("utf-8").partition("| undantag |")[2]
    assert {place.at for place in PLACES} | {"sok/"} == set(re.findall(r"`/([^`]+)`", table))
