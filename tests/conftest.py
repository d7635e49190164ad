"""Options and fixtures of all tests, and the one rule about tests that are skipped."""

from __future__ import annotations

import os
from collections.abc import Generator
from pathlib import Path

import pytest
from hypothesis import settings

from tests.sites import DAY, GAVLEBORG, Built, Place, exempelbygden, real

# A busy machine is no fault of an example.
settings.register_profile("no-deadline", deadline=None)
settings.load_profile("no-deadline")


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--bless", action="store_true", help="write what is built now as the golden files of tests/golden"
    )


def pytest_make_parametrize_id(val: object, argname: str) -> str | None:
    """Bytes are not part of a test's name: gzip's hold the time, and two workers must name the same tests."""
    return argname if isinstance(val, bytes) else None


@pytest.fixture
def bless(request: pytest.FixtureRequest) -> bool:
    """Whether golden files are to be written instead of compared."""
    return bool(request.config.getoption("--bless"))


def may_skip(marks: set[str], reason: str) -> bool:
    """Whether a test may be skipped under CI.

    The corpora lie beside the project and may be absent anywhere. Chromium and nginx may not be absent in CI.
    """
    lowered = reason.casefold()
    if "nginx" in marks:
        return False
    if "chromium" in lowered:
        return not marks & {"browser", "corpus"}
    return "browser" not in marks or ("corpus" in marks and "corpora" in lowered)


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(
    item: pytest.Item,
) -> Generator[None, pytest.TestReport, pytest.TestReport]:
    report = yield
    if report.skipped and os.environ.get("CI") == "true" and not hasattr(report, "wasxfail"):
        reason = report.longrepr[2] if isinstance(report.longrepr, tuple) else str(report.longrepr)
        if not may_skip({mark.name for mark in item.iter_markers()}, reason):
            report.outcome = "failed"
            report.longrepr = f"not to be skipped under CI: {reason}"
    return report


@pytest.fixture(scope="session")
def register(tmp_path_factory: pytest.TempPathFactory) -> Place:
    """The real content and configuration, not to be changed."""
    return real(tmp_path_factory.mktemp("register"))


@pytest.fixture(scope="session")
def portal(register: Place) -> Built:
    """The portal's site on the day of the golden files."""
    return register.build("portal", DAY, "portal")


@pytest.fixture(scope="session")
def gavleborg(register: Place) -> Built:
    """Gävleborg's own site on the day of the golden files."""
    return register.build(GAVLEBORG, DAY, "gavleborg")


@pytest.fixture
def place(tmp_path: Path) -> Place:
    """The invented register of tests/cases/exempelbygden, to be changed at will."""
    return exempelbygden(tmp_path / "register")
