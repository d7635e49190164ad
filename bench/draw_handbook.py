"""Takes the handbook's pictures anew: `python -m bench.draw_handbook`, into docs/handbok/bilder/.

Each is what an editor sees on the way that the page describes, in the preview of a copy of `content/`. Run by
hand when the preview, the form or the pages look different; needs Debian's Chromium and the development
tools.
"""

from __future__ import annotations

import base64
import shutil
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import markdown  # type: ignore[import-untyped]  # it ships no types
from playwright.sync_api import Page, expect, sync_playwright

from tests.browser.conftest import FLAGS
from tests.browser.editor import CHOSEN, Editor
from tests.publish.test_comparing import git
from tests.publish.test_preview import free_port
from tests.sites import environment_of

ROOT = Path(__file__).resolve().parents[1]
OUT = ROOT / "docs/handbok/bilder"
DAY = "2026-11-23"
HABO, NEW, GONE = "uppsala/framsteget-i-habo", "uppsala/forstarkt-stod", "gavleborg/rakna-med-mig"
LITTLE = "uppsala/vagen-vidare"
LEAST = """id: uppsala-2026-vagen-vidare
namn: Vägen vidare
förbund: uppsala
villkor: uppsala-2024
inriktning: förstudie
personer:
  - {namn: Disa Norrby, roll: kontaktperson}
"""
WIDTH, HEIGHT = 1040, 700
PERSON = """  - namn: Disa Norrby
    roll: kontaktperson
    organisation: Älvkarleby kommun
    e-post: disa.norrby@alvkarleby.example
    samtycke:
      - {gäller: [namn, e-post], kanaler: [portal], från: 2026-11-01, källa: mejl 2026-10-30}
      - {gäller: [organisation], kanaler: [portal], från: 2026-12-15, källa: mejl 2026-10-30}
"""
COMMENT = """<!doctype html><html lang="sv"><meta charset="utf-8"><style>
body {{ margin: 0; padding: 24px; width: 940px; font: 15px/1.5 system-ui, sans-serif; color: #1f2328 }}
table {{ border-collapse: collapse }} td, th {{ border: 1px solid #d1d9e0; padding: 6px 12px }}
th {{ text-align: left }}
code {{ background: #eff1f3; border-radius: 5px; padding: 2px 5px }}
</style><body>{body}</body></html>"""


class Folder:
    """An editor's copy of the register, and the changes that the pictures are of."""

    def __init__(self, place: Path) -> None:
        self.place = place
        for name in ("content", "site_config"):
            shutil.copytree(ROOT / name, place / name)
        git(place, "init", "-q", "-b", "main")
        git(place, "add", ".")
        git(place, "commit", "-q", "-m", "Registret")

    def text(self, record: str) -> str:
        """A record."""
        return (self.place / f"content/insatser/{record}.yml").read_text("utf-8")

    def change(self, record: str, *changes: tuple[str, str]) -> None:
        """Writes each first text as the second; fails when one does not stand there."""
        text = self.text(record)
        for old, new in changes:
            if old not in text:
                raise SystemExit(f"{record} has changed: no {old!r}")
            text = text.replace(old, new, 1)
        (self.place / f"content/insatser/{record}.yml").write_text(text, "utf-8")

    def insats(self, *arguments: str) -> str:
        """What a command says."""
        command = [sys.executable, "-m", "generator", *arguments]
        done = subprocess.run(
            command, cwd=self.place, env=environment_of(), capture_output=True, text=True, check=False
        )
        return done.stdout

    @contextmanager
    def previewed(self) -> Iterator[str]:
        """The preview's address, without a slash."""
        port = free_port()
        command = [sys.executable, "-m", "generator", "serve", "--port", str(port), "--date", DAY]
        process = subprocess.Popen(command, cwd=self.place, env=environment_of(), stderr=subprocess.DEVNULL)
        try:
            while not answers(port):
                time.sleep(0.1)
            yield f"http://127.0.0.1:{port}"
        finally:
            process.kill()
            process.wait()


def answers(port: int) -> bool:
    """Whether somebody listens there."""
    with socket.socket() as probe:
        return probe.connect_ex(("127.0.0.1", port)) == 0


def draft_of(folder: Folder, record: str) -> None:
    """The record as an import leaves it: nothing decided, and paused."""
    text = folder.text(record)
    decided = text[text.index("beslut:\n") : text.index("period:")]
    folder.change(record, (decided, "publicering: {läge: pausad}\n"), ("exempel: true\n", ""))


def taken(page: Page, name: str, height: int = HEIGHT, top: float = 0) -> None:
    """A part of the page as a picture, from `top` down."""
    clip = {"x": 0, "y": top, "width": WIDTH, "height": height, "scale": 1}
    session = page.context.new_cdp_session(page)
    shot = session.send(
        "Page.captureScreenshot",
        {"format": "webp", "quality": 82, "clip": clip, "captureBeyondViewport": height > HEIGHT},
    )
    (OUT / f"{name}.webp").write_bytes(base64.b64decode(shot["data"]))


def of_the_preview(folder: Folder, page: Page) -> None:
    """The start page, a draft, an insats that was taken away, and errors."""
    draft_of(folder, NEW)
    folder.change(GONE, ("läge: publicera", "läge: återkallad"))
    with folder.previewed() as address:
        page.goto(f"{address}/")
        taken(page, "start")
        page.get_by_role("button", name="Visa utkast").click()
        expect(page.locator(".forhand details a")).to_have_count(1)
        taken(page, "visa-utkast", 320)
        page.locator(".forhand details a").click()
        expect(page.locator(".forhand")).to_contain_text("Det här är ett utkast")
        taken(page, "utkast")
        page.goto(f"{address}/insatser/{GONE}/")
        taken(page, "borttagen", 460)
        folder.change(HABO, ("- antal: 70", "- antal: sjuttio"))
        page.goto(f"{address}/")
        expect(page.get_by_role("heading", name="Det här behöver rättas först")).to_be_visible(timeout=20_000)
        taken(page, "fel", 420)


def of_the_form(folder: Folder, page: Page) -> None:
    """The list, a record, and half a consent that cannot be saved."""
    page.add_init_script(f"({CHOSEN})()")
    with folder.previewed() as address:
        editor = Editor(page, f"{address}/")
        records = {one: folder.text(one) for one in (HABO, NEW, GONE)}
        editor.begin(records | {LITTLE: LEAST})
        expect(page.get_by_text("Framsteget i Håbo")).to_be_visible()
        page.wait_for_timeout(1500)  # it fades in
        taken(page, "formular-lista")
        editor.open(HABO)
        page.wait_for_timeout(500)
        taken(page, "formular-insats")
        page.set_viewport_size({"width": WIDTH, "height": 9000})  # the form draws what is in the window
        editor.open(LITTLE)
        taken(page, "formular-samtycke", top=half_a_consent(editor) - 420)


def half_a_consent(editor: Editor) -> float:
    """Writes what a consent concerns, not where, and asks to save; where on the page it then says so."""
    page, person = editor.page, editor.field("personer")
    person.get_by_role("button", name="Expandera").last.click()
    person.get_by_role("button", name="Lägg till ⁨Samtycke⁩").click()
    person.get_by_role("checkbox", name="telefon").check()
    page.get_by_role("button", name="Spara", exact=True).click()
    message = page.get_by_text("obligatoriskt").first
    expect(message).to_be_visible()
    page.wait_for_timeout(500)
    box = message.bounding_box()
    return box["y"] if box is not None else 0


def of_the_comment(folder: Folder, page: Page) -> None:
    """The comment that a change gets, drawn much as a Git server does."""
    folder.change(
        NEW,
        ("\nbeskrivning:\n", f"\npersoner:\n{PERSON}beskrivning:\n"),
        ("sista_intag: 2027-09-30", "sista_intag: 2027-06"),
    )
    folder.change(GONE, ("läge: publicera", "läge: återkallad"))
    said = folder.insats("diff", "main", "--date", DAY, "--channel", "portal", "--format", "markdown")
    page.set_content(COMMENT.format(body=markdown.markdown(said, extensions=["tables"])))
    taken(page, "kommentar", page.evaluate("document.body.offsetHeight"))


def main() -> None:
    """Eight pictures."""
    OUT.mkdir(exist_ok=True)
    chromium = shutil.which("chromium-headless-shell") or shutil.which("chromium")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=FLAGS)
        for draw in (of_the_preview, of_the_form, of_the_comment):
            with tempfile.TemporaryDirectory() as place:
                context = browser.new_context(
                    viewport={"width": WIDTH, "height": HEIGHT}, color_scheme="light", locale="sv-SE"
                )
                draw(Folder(Path(place)), context.new_page())
                context.close()
        browser.close()


if __name__ == "__main__":
    main()
