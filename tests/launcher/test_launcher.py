"""The launcher, with a false python3 and a false uv on a PATH that holds nothing else. No network."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
import time
from dataclasses import dataclass, field
from importlib.util import find_spec
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
#: All that the launcher may count on beside sh: GNU coreutils, findutils and util-linux, essential in Debian.
TOOLS = (
    "sh",
    "cat",
    "cut",
    "dirname",
    "find",
    "flock",
    "mkdir",
    "mv",
    "readlink",
    "rm",
    "sha256sum",
    "sleep",
)

# What python3, .venv/bin/python and pip do, as far as the launcher can see.
FALSE_PYTHON = """#!/bin/sh
here=$(dirname -- "$0")
case "$*" in
*sys.version_info*) cat "{version}" ;;
*"import ensurepip"*) [ ! -e "{state}/no-ensurepip" ] ;;
"-m venv "*)
    echo "venv" >>"{state}/log"
    mkdir -p "$3/bin"
    cat "$0" >"$3/bin/python"
    cat "$0" >"$3/bin/pip"
    {chmod} +x "$3/bin/python" "$3/bin/pip" ;;
"-m pip install "*)
    for last; do :; done
    echo "pip ${{last##*/}}" >>"{state}/log"
    echo "$*" >"{state}/pip-arguments"
    [ ! -e "{state}/slow" ] || sleep 1
    [ ! -e "{state}/fail" ] || exit 9
    printf '#!/bin/sh\\necho "tool $PWD $*"\\n' >"$here/ruff"
    {chmod} +x "$here/ruff" ;;
*)
    [ ! -e /dev/fd/9 ] || echo "still holds the lock"
    echo "PYTHONPATH=$PYTHONPATH"
    echo "cwd=$PWD"
    for word; do echo "[$word]"; done
    [ ! -e "{state}/exit" ] || exit "$(cat "{state}/exit")" ;;
esac
"""
FALSE_UV = """#!/bin/sh
for last; do :; done
case "$1 $2" in
"venv --quiet") echo "uv venv" >>"{state}/log"
    mkdir -p "$last/bin"
    cat "{bin}/python3" >"$last/bin/python"
    {chmod} +x "$last/bin/python" ;;
"pip install") echo "uv ${{last##*/}}" >>"{state}/log"
    echo "$*" >"{state}/pip-arguments" ;;
"pip compile") echo "uv compile $*" >>"{state}/log" ;;
esac
"""


def _executable(path: Path, text: str) -> None:
    path.write_text(text, "utf-8")
    path.chmod(0o755)


@dataclass
class Machine:
    """A repository with a launcher, and a PATH of our own."""

    tmp: Path
    repo: Path = field(init=False)
    bin: Path = field(init=False)
    state: Path = field(init=False)
    path: str = field(init=False)

    def __post_init__(self) -> None:
        # A space and a letter outside ASCII: people keep repositories in such folders.
        self.repo, self.bin, self.state = self.tmp / "mitt förråd", self.tmp / "bin", self.tmp / "state"
        for folder in (self.repo / "requirements", self.repo / "content", self.bin, self.state):
            folder.mkdir(parents=True)
        shutil.copy(ROOT / "insats", self.repo / "insats")
        for lock in ("runtime.txt", "dev.txt"):
            (self.repo / "requirements" / lock).write_text(f"# {lock}\n", "utf-8")
        self.path = str(self.bin)
        for tool in TOOLS:
            (self.bin / tool).symlink_to(shutil.which(tool) or f"missing-{tool}")
        self.set_version("3.11.2")

    def set_version(self, version: str) -> None:
        (self.state / "version").write_text(version + "\n", "utf-8")
        _executable(
            self.bin / "python3",
            FALSE_PYTHON.format(
                version=self.state / "version", state=self.state, chmod=shutil.which("chmod")
            ),
        )

    def add_uv(self) -> None:
        _executable(
            self.bin / "uv",
            FALSE_UV.format(state=self.state, bin=self.bin, chmod=shutil.which("chmod")),
        )

    def start(self, *arguments: str, cwd: Path | None = None) -> subprocess.Popen[str]:
        return subprocess.Popen(
            [self.repo / "insats", *arguments],
            cwd=cwd or self.repo,
            env={"PATH": self.path},
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            encoding="utf-8",
            start_new_session=True,
        )

    def run(self, *arguments: str, cwd: Path | None = None) -> subprocess.CompletedProcess[str]:
        process = self.start(*arguments, cwd=cwd)
        out, err = process.communicate(timeout=60)
        return subprocess.CompletedProcess(arguments, process.returncode, out, err)

    def log(self) -> list[str]:
        """What was created and installed since the last call."""
        path = self.state / "log"
        lines = path.read_text("utf-8").splitlines() if path.exists() else []
        path.unlink(missing_ok=True)
        return lines

    def flag(self, name: str, text: str = "") -> Path:
        path = self.state / name
        path.write_text(text, "utf-8")
        return path


@pytest.fixture
def machine(tmp_path: Path) -> Machine:
    return Machine(tmp_path)


def test_the_first_run_installs_the_runtime_lock_and_the_second_does_nothing(machine: Machine) -> None:
    first = machine.run("build")
    assert (first.returncode, machine.log()) == (0, ["venv", "pip runtime.txt"])
    assert "Ställer i ordning" in first.stderr
    second = machine.run("build")
    assert (second.returncode, machine.log(), second.stderr) == (0, [], "")


def test_every_installation_asks_for_hashes_and_wheels(machine: Machine) -> None:
    machine.run("build")
    assert "--only-binary :all: --require-hashes -r" in (machine.state / "pip-arguments").read_text("utf-8")
    machine.add_uv()
    machine.run("test")
    assert "--only-binary :all: --require-hashes -r" in (machine.state / "pip-arguments").read_text("utf-8")


def test_arguments_path_and_exit_code_pass_through(machine: Machine) -> None:
    machine.flag("exit", "7")
    result = machine.run("build", "--out", "två ord", "*", "")
    assert result.returncode == 7
    assert result.stdout.splitlines() == [
        f"PYTHONPATH={machine.repo}",
        f"cwd={machine.repo}",
        *("[-P]", "[-m]", "[generator]", "[build]", "[--out]", "[två ord]", "[*]", "[]"),
    ]


def test_without_arguments_the_tool_itself_answers(machine: Machine) -> None:
    assert machine.run().stdout.splitlines()[2:] == ["[-P]", "[-m]", "[generator]"]


def test_test_adds_the_development_lock_and_runs_in_the_root(machine: Machine, tmp_path: Path) -> None:
    machine.run("build")
    machine.log()
    result = machine.run("test", "-k", "a or b", cwd=tmp_path)
    assert machine.log() == ["pip dev.txt"], "an addition, no new environment"
    assert result.stdout.splitlines()[1:] == [
        f"cwd={machine.repo}",
        *("[-P]", "[-m]", "[pytest]", "[-k]", "[a or b]"),
    ]
    assert machine.run("build").stderr == ""
    assert machine.log() == [], "the development environment serves the other verbs too"


def test_dev_runs_a_tool_of_the_environment_in_the_root(machine: Machine, tmp_path: Path) -> None:
    result = machine.run("dev", "ruff", "check", "a b", cwd=tmp_path)
    assert result.stdout == f"tool {machine.repo} check a b\n"
    for wrong in (("dev",), ("dev", "raff")):
        result = machine.run(*wrong)
        assert result.returncode == 1
        assert "./insats dev ruff check" in result.stderr


def test_it_stays_in_a_folder_with_content_and_otherwise_goes_to_the_root(
    machine: Machine, tmp_path: Path
) -> None:
    machine.run("build")
    own = tmp_path / "eget"
    (own / "content").mkdir(parents=True)
    there = machine.run("build", cwd=own)
    assert (there.stdout.splitlines()[1], there.stderr) == (f"cwd={own}", "")
    elsewhere = machine.run("build", cwd=tmp_path)
    assert elsewhere.stdout.splitlines()[1] == f"cwd={machine.repo}"
    assert str(machine.repo) in elsewhere.stderr


def test_it_can_be_called_through_a_link(machine: Machine, tmp_path: Path) -> None:
    link = tmp_path / "insats"
    link.symlink_to(machine.repo / "insats")
    result = subprocess.run(
        [link, "build"],
        cwd=tmp_path,
        env={"PATH": machine.path},
        capture_output=True,
        encoding="utf-8",
        check=True,
    )
    assert result.stdout.splitlines()[:2] == [f"PYTHONPATH={machine.repo}", f"cwd={machine.repo}"]


def test_uv_is_used_when_it_is_there(machine: Machine) -> None:
    machine.add_uv()
    machine.flag("no-ensurepip")
    machine.run("build")
    assert machine.log() == ["uv venv", "uv runtime.txt"]
    machine.run("test")
    assert machine.log() == ["uv dev.txt"]


def test_what_uv_began_is_made_anew_without_uv_since_it_has_no_pip(machine: Machine) -> None:
    machine.add_uv()
    machine.run("build")
    machine.log()
    (machine.bin / "uv").unlink()
    assert machine.run("build").returncode == 0
    assert machine.log() == []
    machine.run("test")
    assert machine.log() == ["venv", "pip dev.txt"]


def test_a_missing_venv_module_is_named_with_its_apt_line(machine: Machine) -> None:
    machine.flag("no-ensurepip")
    result = machine.run("build")
    assert result.returncode == 1
    assert "sudo apt install python3-venv" in result.stderr
    assert machine.log() == []


@pytest.mark.parametrize("version", ["3.10.14", "2.7.18"])
def test_a_python_that_is_too_old_is_named(machine: Machine, version: str) -> None:
    machine.set_version(version)
    result = machine.run("build")
    assert result.returncode == 1
    assert f"Python {version} är för gammal" in result.stderr
    assert "3.11" in result.stderr


def test_a_newer_python_beside_an_old_one_is_found(machine: Machine) -> None:
    (machine.bin / "python3").rename(machine.bin / "python3.12")
    _executable(machine.bin / "python3", "#!/bin/sh\necho 3.9.2\n")
    machine.flag("no-ensurepip")
    assert "sudo apt install python3.12-venv" in machine.run("build").stderr
    (machine.state / "no-ensurepip").unlink()
    assert machine.run("build").returncode == 0


def test_no_python_at_all_is_said_with_the_apt_line(machine: Machine) -> None:
    (machine.bin / "python3").unlink()
    result = machine.run("build")
    assert result.returncode == 1
    assert "sudo apt install python3 python3-venv" in result.stderr


@pytest.mark.parametrize("lock", ["runtime.txt", "dev.txt"])
def test_a_changed_lock_makes_a_new_environment(machine: Machine, lock: str) -> None:
    machine.run("build")
    machine.log()
    stray = machine.repo / ".venv" / "stray"
    stray.touch()
    (machine.repo / "requirements" / lock).write_text("# changed\n", "utf-8")
    machine.run("build")
    assert machine.log() == ["venv", "pip runtime.txt"]
    assert not stray.exists()


def test_another_python_a_lost_python_and_a_moved_repository_make_a_new_environment(
    machine: Machine,
) -> None:
    machine.run("build")
    machine.log()
    machine.set_version("3.13.1")
    machine.run("build")
    assert machine.log() == ["venv", "pip runtime.txt"]

    (machine.repo / ".venv/bin/python").unlink()
    (machine.repo / ".venv/bin/python").symlink_to("gone")
    machine.run("build")
    assert machine.log() == ["venv", "pip runtime.txt"]

    machine.repo = machine.repo.rename(machine.tmp / "flyttat")
    machine.run("build")
    assert machine.log() == ["venv", "pip runtime.txt"]
    assert machine.run("build").stderr == ""


def test_an_activated_environment_is_not_taken_for_the_system_s_python(machine: Machine) -> None:
    machine.run("build")
    venv = machine.repo / ".venv"
    _executable(venv / "bin/python3", "#!/bin/sh\necho 3.12.1\n")
    (machine.bin / "python3").write_text("#!/bin/sh\necho 3.9.2\n", "utf-8")
    (machine.repo / "requirements/runtime.txt").write_text("# changed\n", "utf-8")
    machine.path = f"{venv}/bin:{machine.bin}"
    assert "Python 3.9.2 är för gammal" in machine.run("build").stderr
    assert (venv / "bin/python3").exists(), "nothing is thrown away before it can be replaced"


def test_a_failed_installation_says_so_and_is_begun_again(machine: Machine) -> None:
    fail = machine.flag("fail")
    failed = machine.run("build")
    assert failed.returncode == 1
    assert "Installationen blev inte klar" in failed.stderr
    assert failed.stdout == ""
    fail.unlink()
    machine.log()
    assert machine.run("build").returncode == 0
    assert machine.log() == ["venv", "pip runtime.txt"]


def test_a_failed_addition_of_the_tools_is_begun_again_from_scratch(machine: Machine) -> None:
    machine.run("build")
    fail = machine.flag("fail")
    assert machine.run("test").returncode == 1
    fail.unlink()
    machine.log()
    machine.run("build")
    assert machine.log() == ["venv", "pip runtime.txt"]


def test_a_place_that_cannot_be_written_is_said(machine: Machine) -> None:
    (machine.repo / ".venv").write_text("not a folder", "utf-8")
    result = machine.run("build")
    assert result.returncode == 1
    assert "inte rätt att skriva" in result.stderr


def test_an_interrupted_installation_leaves_no_stamp(machine: Machine) -> None:
    slow = machine.flag("slow")
    process = machine.start("build")
    _wait_for(machine.state / "pip-arguments")
    os.killpg(process.pid, signal.SIGINT)
    process.communicate(timeout=60)
    assert process.returncode != 0
    assert not (machine.repo / ".venv/.insats").exists()
    slow.unlink()
    machine.log()
    assert machine.run("build").returncode == 0
    assert machine.log() == ["venv", "pip runtime.txt"]


def test_runs_at_the_same_time_install_once_and_all_succeed(machine: Machine) -> None:
    machine.flag("slow")
    first = machine.start("build", "1")
    _wait_for(machine.state / "pip-arguments")
    others = [machine.start("build", str(number)) for number in (2, 3)]
    results = [(process, *process.communicate(timeout=60)) for process in (first, *others)]
    assert [process.returncode for process, _, _ in results] == [0, 0, 0]
    assert machine.log() == ["venv", "pip runtime.txt"]
    assert all("Väntar på" in err for _, _, err in results[1:])


def test_the_process_becomes_the_tool_so_that_signals_reach_it(machine: Machine) -> None:
    machine.run("build")
    _executable(
        machine.repo / ".venv/bin/python",
        (machine.repo / ".venv/bin/python")
        .read_text("utf-8")
        .replace('echo "PYTHONPATH', 'echo $$; echo "PYTHONPATH'),
    )
    process = machine.start("serve")
    out, _ = process.communicate(timeout=60)
    assert out.splitlines()[0] == str(process.pid)


def test_the_locks_are_renewed_with_uv_only(machine: Machine) -> None:
    without = machine.run("dev", "lock")
    assert (without.returncode, machine.log()) == (1, [])
    assert "uv" in without.stderr
    machine.add_uv()
    assert machine.run("dev", "lock", "--upgrade").returncode == 0
    runtime, dev = machine.log()
    assert "--generate-hashes" in runtime
    assert "-o requirements/runtime.txt --upgrade" in runtime
    assert "-o requirements/dev.txt --group dev -c requirements/runtime.txt --upgrade" in dev


@pytest.mark.skipif(find_spec("ensurepip") is None, reason="this Python has no ensurepip (python3-venv)")
def test_a_real_interpreter_and_a_real_pip_with_empty_locks(machine: Machine, tmp_path: Path) -> None:
    (machine.bin / "python3").unlink()
    real = Path(sys.executable).resolve()
    _executable(machine.bin / "python3", f'#!/bin/sh\nexec "{real}" "$@"\n')
    package = machine.repo / "generator"
    package.mkdir()
    (package / "__main__.py").write_text(
        "import sys\nprint(sys.argv[1:], sys.prefix)\nsys.exit(3)\n", "utf-8"
    )
    own = tmp_path / "eget"
    (own / "content").mkdir(parents=True)
    (own / "generator.py").write_text("raise SystemExit('a file of the caller was run')\n", "utf-8")
    first = machine.run("check", "å", cwd=own)
    assert first.returncode == 3, first.stderr
    assert first.stdout == f"['check', 'å'] {machine.repo}/.venv\n"
    begun = time.monotonic()
    second = machine.run("check", "å", cwd=own)
    assert (second.returncode, second.stderr) == (3, "")
    assert time.monotonic() - begun < 1


def _wait_for(path: Path) -> None:
    deadline = time.monotonic() + 30
    while not path.exists():
        assert time.monotonic() < deadline, f"{path.name} never came"
        time.sleep(0.02)
