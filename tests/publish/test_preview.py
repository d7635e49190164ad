"""`insats serve`, as an editor uses it: in a process of its own, over HTTP."""

from __future__ import annotations

import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import pytest

from generator.publish.build import Request
from generator.publish.preview import Preview, PreviewServer
from generator.publish.preview_pages import HIDE, SHOW, error_page
from generator.words.channels import PORTAL
from generator.words.findings import Finding, Position
from tests.sites import DAY, VAGEN, Place, environment_of

SOON = 5.0  # seconds; two on a machine that does nothing else
PATIENCE = 30.0  # where the time is not what is tested


@dataclass
class Served:
    """A running preview and the register that it shows."""

    place: Place
    port: int
    process: subprocess.Popen[bytes]
    log: Path

    def get(self, path: str = "/", host: str | None = None) -> str:
        """A page, or the status that stands in its place."""
        asked = urllib.request.Request(f"http://127.0.0.1:{self.port}{path}")
        if host is not None:
            asked.add_header("Host", host)
        return self._answer(asked)

    def post(self, path: str) -> str:
        """What a button leads to."""
        return self._answer(urllib.request.Request(f"http://127.0.0.1:{self.port}{path}", b""))

    def _answer(self, asked: urllib.request.Request) -> str:
        try:
            with urllib.request.urlopen(asked, timeout=PATIENCE) as answer:  # noqa: S310 - loopback
                return str(answer.read().decode())
        except urllib.error.HTTPError as error:
            with error:
                return f"{error.code}"

    @property
    def said(self) -> str:
        return self.log.read_text("utf-8")


def until(true: Callable[[], bool], what: str, longest: float = PATIENCE) -> float:
    """Waits; gives the seconds it took."""
    start = time.monotonic()
    while not true():
        assert time.monotonic() - start < longest, f"{what} took more than {longest} s"
        time.sleep(0.02)
    return time.monotonic() - start


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def served(place: Place, log: Path, *arguments: str) -> Iterator[Served]:
    port = free_port()
    with log.open("wb") as output:
        process = subprocess.Popen(
            [sys.executable, "-m", "generator", "serve", "--port", str(port), "--date", DAY, *arguments],
            cwd=place.folder,
            env=environment_of(),
            stdout=subprocess.DEVNULL,
            stderr=output,
        )
        running = Served(place, port, process, log)
        try:

            def answers() -> bool:
                assert process.poll() is None, running.said
                with socket.socket() as probe:
                    return probe.connect_ex(("127.0.0.1", port)) == 0

            until(answers, "the first page")
            yield running
        finally:
            process.kill()
            process.wait()


@pytest.fixture
def preview(place: Place, tmp_path: Path) -> Iterator[Served]:
    yield from served(place, tmp_path / "log")


def test_a_change_is_shown_soon_and_an_error_in_its_place(
    preview: Served, capsys: pytest.CaptureFixture[str]
) -> None:
    address, place = f"/insatser/{VAGEN}/", preview.place
    assert "Exempelregistret" in preview.get("/")
    assert "Egen motivation." in preview.get(address)

    place.edit("Egen motivation.", "Egen vilja.")
    changed = until(lambda: "Egen vilja." in preview.get(address), "the changed text", SOON)

    place.edit("antal: 70", "antal: sjuttio")
    lines = place.record().read_text("utf-8").split("\n")
    line = next(number for number, text in enumerate(lines, 1) if "sjuttio" in text)
    where = f"content/insatser/{VAGEN}.yml:{line}:13"
    broken = until(lambda: where in preview.get(address), "the error", SOON)
    for page in (preview.get("/"), preview.get(address)):
        assert where in page
        assert "Här ska det stå ett heltal." in page
        assert "Skriv bara siffror, till exempel 70." in page
        assert "sjuttio" not in page
        assert "livereload" in page
    assert f"{where}: fel: Här ska det stå ett heltal." in preview.said
    assert "1 fel och 0 varningar" in preview.said

    place.edit("antal: sjuttio", "antal: 80")
    mended = until(lambda: "80 per år" in preview.get(address), "the mended page", SOON)
    assert "Det här behöver rättas" not in preview.get("/")
    assert "Traceback" not in preview.said
    with capsys.disabled():
        print(f"\nserve: changed {changed:.2f} s, broken {broken:.2f} s, mended {mended:.2f} s", end="")  # noqa: T201


def test_only_this_machine_is_answered_and_the_page_can_reload_itself(preview: Served) -> None:
    with socket.socket() as probe:  # all of 127.0.0.0/8 is this machine, but only one of it is bound
        assert probe.connect_ex(("127.0.0.2", preview.port)) != 0
    page = preview.get("/")
    assert "livereload" in page
    assert "Content-Security-Policy" not in page
    site = preview.place.folder / f"build/preview/portal-{preview.port}/index.html"
    assert "livereload" not in site.read_text("utf-8")
    assert "Content-Security-Policy" in site.read_text("utf-8")
    assert not (preview.place.folder / "build/site").exists()
    assert preview.get("/finns-inte/") == "404"
    assert preview.get("/../../content/insatser/exempelbygden/vagen-vidare.yml") == "404"


def test_the_form_is_there_also_while_there_are_errors_and_is_never_reloaded(preview: Served) -> None:
    form = f"http://127.0.0.1:{preview.port}/admin"
    with urllib.request.urlopen(form, timeout=PATIENCE) as answer:
        assert answer.url == f"{form}/"
        assert answer.headers["X-Robots-Tag"] == "noindex"
        assert "default-src 'none'; script-src 'self'" in answer.headers["Content-Security-Policy"]
        assert answer.headers["Content-Security-Policy"].endswith("frame-ancestors 'none'")
        assert answer.headers["Content-Type"] == "text/html; charset=utf-8"
    preview.place.edit("antal: 70", "antal: sjuttio")
    until(lambda: "Här ska det stå ett heltal." in preview.get("/"), "the error")
    page = preview.get("/admin/")
    assert "livereload" not in page
    assert 'src="sveltia-cms.js"' in page
    assert "Samordningsförbundet Exempelbygden" in preview.get("/admin/config.json")
    assert preview.get("/admin/../content/insatser/exempelbygden/vagen-vidare.yml") == "404"
    assert preview.get("/admin/finns-inte.js") == "404"
    assert not (preview.place.folder / f"build/preview/portal-{preview.port}/admin").exists()
    site = preview.place.config / "site.yml"
    site.write_text(site.read_text("utf-8").replace("namn:", "nam:", 1), "utf-8")
    assert preview.get("/admin/") == "503"
    assert "Traceback" not in preview.said


def test_drafts_are_shown_when_asked_for_and_leave_nothing(preview: Served) -> None:
    place, address = preview.place, f"/insatser/{VAGEN}/"
    assert 'class="forhand"' in preview.get("/")
    assert f'href="/admin/#/collections/insatser/entries/{VAGEN}"' in preview.get(address)
    assert "utkast" not in preview.get("/")

    place.edit("läge: publicera, från: 2025-06-20", "läge: pausad")
    until(lambda: "Visa utkast (1)" in preview.get("/"), "the button")
    assert preview.get(address) == "404"
    assert "1 utkast" in preview.said or "Ett utkast" in preview.said
    assert preview.get(SHOW) == "405"

    start = preview.post(SHOW)
    assert f'<a href="{address}">Vägen vidare</a>' in start
    assert "Dölj utkasten" in start
    draft = preview.get(address)
    assert "Det här är ett utkast." in draft
    assert "Styrelsen har beslutat, men" in draft
    assert "Egen motivation." in draft
    other = preview.get("/insatser/exempelbygden/vagen-framat/")
    assert "Det här är ett utkast." not in other
    assert not list(place.folder.glob("build/pages/**/*.md")), "an engine could draw them for the public"

    place.edit("antal: 70", "antal: sjuttio")
    until(lambda: "Här ska det stå ett heltal." in preview.get(address), "the error")
    assert "Dölj utkasten" in preview.get(address)
    place.edit("antal: sjuttio", "antal: 70")
    until(lambda: "Det här är ett utkast." in preview.get(address), "the draft")
    assert "Det här är ett utkast." not in preview.post(HIDE)
    assert preview.get(address) == "404"

    preview.process.send_signal(signal.SIGINT)
    assert preview.process.wait(timeout=10) == 0
    assert [path for path in place.folder.glob("build/preview/**/*") if path.is_file()] == []
    assert "Traceback" not in preview.said


def test_the_handbook_is_there_also_while_there_are_errors(preview: Served) -> None:
    preview.place.edit("antal: 70", "antal: sjuttio")
    until(lambda: "Här ska det stå ett heltal." in preview.get("/"), "the error")
    page = preview.get("/handbok/lasa-fel/")
    assert "<h1>Läsa ett fel</h1>" in page
    assert 'src="../bilder/fel.webp"' in page
    assert 'class="forhand"' not in page
    assert "livereload" not in page
    assert preview.get("/handbok") == preview.get("/handbok/")
    assert preview.get("/handbok/finns-inte/") == "404"
    assert preview.get("/handbok/../../content/insatser/exempelbygden/vagen-vidare.yml") == "404"
    site = preview.place.config / "site.yml"
    site.write_text(site.read_text("utf-8").replace("namn:", "nam:", 1), "utf-8")
    assert preview.get("/handbok/") == "503"
    assert "Traceback" not in preview.said


def test_a_warning_is_nothing_that_has_to_be_mended_first(preview: Served) -> None:
    preview.place.edit("antal: 70", "antal: sjuttio")
    preview.place.edit("sammanfattning: En kort text på klarspråk.", "sammanfattning: Vägen vidare")
    until(lambda: "Här ska det stå ett heltal." in preview.get("/"), "the error")
    assert preview.get("/").count("<li>") == 1


def test_a_build_that_fails_is_shown_by_the_very_next_page(preview: Served) -> None:
    place, address = preview.place, f"/insatser/{VAGEN}/"
    place.edit("läge: publicera, från: 2025-06-20", "läge: pausad")
    place.edit("Egen motivation.", "Fråga Tova Lindeby.")
    until(lambda: "Visa utkast (1)" in preview.get("/"), "the button")
    shown = preview.post(SHOW)
    assert "Det här behöver rättas först" in shown
    assert "Dölj utkasten" in shown
    hidden = preview.post(HIDE)
    assert "Det här behöver rättas" not in hidden
    assert preview.get(address) == "404"


@pytest.mark.parametrize("wait", [0.0, 0.4])
def test_what_was_drawn_goes_when_the_window_is_closed(preview: Served, wait: float) -> None:
    """While it waits for a change, and in the midst of a build."""
    preview.get("/")
    if wait:
        preview.place.edit("Egen motivation.", "Egen vilja.")
        time.sleep(wait + 0.5)
    assert list(preview.place.folder.glob("build/preview/*/index.html"))
    preview.process.send_signal(signal.SIGHUP)
    assert preview.process.wait(timeout=10) == 0
    assert [path for path in preview.place.folder.glob("build/preview/**/*") if path.is_file()] == []


def test_what_is_saved_while_the_first_site_is_built_is_built_too(place: Place) -> None:
    out = place.folder / "build/preview/portal-0"
    day = date.fromisoformat(DAY)
    request = Request(place.content, place.config, PORTAL, day, out, place.folder / "build")
    server = PreviewServer(Preview(request, 0, lambda _: None))
    try:
        server._catch_up()
        assert not server._want_rebuild
        place.edit("Egen motivation.", "Egen vilja.")
        server._catch_up()
        assert server._want_rebuild
    finally:
        server.server_close()


def test_another_site_cannot_press_the_button(preview: Served) -> None:
    asked = urllib.request.Request(f"http://127.0.0.1:{preview.port}{SHOW}", b"")
    asked.add_header("Origin", "http://annan.example")
    assert preview._answer(asked) == "403"


def test_another_name_that_leads_here_is_not_answered(preview: Served) -> None:
    assert preview.get("/", host="annan.example") == "403"
    assert "Exempelregistret" in preview.get("/", host=f"localhost:{preview.port}")


def test_ctrl_c_ends_it_quietly(preview: Served) -> None:
    preview.get("/")
    preview.process.send_signal(signal.SIGINT)
    assert preview.process.wait(timeout=10) == 0
    assert "Traceback" not in preview.said
    assert f"http://127.0.0.1:{preview.port}/" in preview.said


def test_it_starts_with_errors_and_goes_on_when_they_are_mended(place: Place, tmp_path: Path) -> None:
    place.edit("antal: 70", "antal: sjuttio")
    for running in served(place, tmp_path / "log"):
        assert "Här ska det stå ett heltal." in running.get("/")
        place.edit("antal: sjuttio", "antal: 70")
        until(lambda: "Exempelregistret" in running.get("/"), "the site")  # noqa: B023


def test_what_stops_the_build_itself_is_shown_and_passes(place: Place, tmp_path: Path) -> None:
    forbund = place.config / "forbund/exempelbygden.yml"
    text = forbund.read_text("utf-8")
    for running in served(place, tmp_path / "log", "--channel", "forbundswebb:exempelbygden"):
        assert "Exempelbygden" in running.get("/")
        forbund.unlink()
        for terms in (place.config / "villkor").iterdir():
            terms.rename(tmp_path / terms.name)
        until(lambda: "Bygget avbröts" in running.get("/"), "the error")  # noqa: B023
        forbund.write_text(text, "utf-8")
        for terms in tmp_path.glob("*.yml"):
            terms.rename(place.config / "villkor" / terms.name)
        until(lambda: "Vägen vidare" in running.get("/"), "the site")  # noqa: B023
        own = place.content / "sidor/exempelbygden"
        own.mkdir()
        (own / "kontakt.md").write_text("---\ntitle: Kontakt\n---\n\nKom förbi.\n", "utf-8")
        until(lambda: "Kom förbi." in running.get("/kontakt/"), "the new page")  # noqa: B023


def test_the_error_page_writes_what_it_is_given_as_text() -> None:
    page = error_page([Finding("<b>.yml", Position(3, 7), "fil-r", "Fel & <i>.", 'Gör "så".')])
    assert "<code>&lt;b&gt;.yml:3:7</code>" in page
    assert "Fel &amp; &lt;i&gt;." in page
    assert "Ändra i formuläret" not in page
    broken = error_page([Finding("content/insatser/uppsala/ett.yml", Position(3, 7), "r", "Fel.", "Rätta.")])
    assert 'href="/admin/#/collections/insatser/entries/uppsala/ett"' in broken
    assert '<a href="/handbok/kontroller/#filen">Läs mer i handboken</a>' in page
    assert "<i>" not in page
