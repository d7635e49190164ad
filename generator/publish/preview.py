"""The preview: builds when a file changes, reloads the browser, shows errors in its place."""

from __future__ import annotations

import mimetypes
import re
import signal
import socket
import threading
from collections.abc import Callable, Iterable
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path
from wsgiref.types import StartResponse, WSGIEnvironment

from mkdocs.livereload import LiveReloadServer

from generator.pages.handbok import FOLDER as HANDBOOK
from generator.publish.build import Request, Result, build
from generator.publish.drafts import Draft
from generator.publish.form import FOLDER, form_files, form_headers
from generator.publish.handbook import handbook_files
from generator.publish.leftovers import discard_previews, previewing
from generator.publish.preparing import read_pages
from generator.publish.preview_pages import HIDE, SHOW, error_page, with_bar
from generator.publish.reading import Configuration, read_configuration
from generator.publish.resources import find_resources
from generator.words.crashes import places
from generator.words.findings import Finding, Position, has_errors

HOST = "127.0.0.1"  # a preview shows drafts: nobody else's machine may ask for it
_REFUSED = "403 Forbidden"
_ENDS = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)  # a closed window too: what was drawn is removed
_SETTLED = 1.0  # seconds until the watchers of files have begun
_OWN_NAMES = frozenset({HOST, "localhost"})  # a page elsewhere may have a name that leads here
_POLICY = re.compile(rb"<meta http-equiv=.Content-Security-Policy.[^>]*>")


_Answer = tuple[list[tuple[str, str]], bytes]
_Beside = Callable[[str, Configuration], _Answer | None]


@dataclass(frozen=True)
class Shown:
    """What the last build came to: the site that stands has the `drafts` in it when `with_drafts`.

    `asked` tells whether drafts were asked for; with `errors` the site is the one before.
    """

    drafts: tuple[Draft, ...] = ()
    with_drafts: bool = False
    asked: bool = False
    errors: tuple[Finding, ...] = ()


@dataclass(frozen=True)
class Preview:
    """What to build, where to serve it, and whom to tell of each build."""

    request: Request
    port: int
    tell: Callable[[Result], None]


class PreviewServer(LiveReloadServer):
    """MkDocs' live server; while there are errors every page says what to mend."""

    def __init__(self, preview: Preview) -> None:
        self._preview = preview
        self._with_drafts = False  # what the button asked for last
        self._built = Shown()
        self._building = False
        self._first = self._stamps()
        self._asked = threading.local()
        self._handbook_of: tuple[object, dict[str, bytes]] | None = None
        super().__init__(self._rebuild_again, HOST, preview.port, str(preview.request.out.absolute()))
        for folder in (preview.request.content, preview.request.config, find_resources().theme):
            if folder.is_dir():
                self.watch(str(folder))

    def _build_loop(self) -> None:
        """Until it is told to end. What is saved during the first build has no watcher: it is looked for."""
        for ended in _ENDS:
            signal.signal(ended, self._end)
        timer = threading.Timer(_SETTLED, self._catch_up)
        timer.daemon = True
        timer.start()
        super()._build_loop()  # type: ignore[no-untyped-call]  # likewise

    def _end(self, *_about: object) -> None:
        """Breaks off a build. An exception while the loop waits could break the lock that it waits with."""
        self._shutdown = True
        if self._building:
            raise KeyboardInterrupt

    def _catch_up(self) -> None:
        if self._stamps() != self._first:
            self._build_soon()

    def _stamps(self) -> dict[Path, tuple[int, int]]:
        """Every file of the editors' → its time and size."""
        found: dict[Path, tuple[int, int]] = {}
        for folder in (self._preview.request.content, self._preview.request.config):
            for path in folder.rglob("*"):
                with suppress(OSError):
                    found[path] = (path.lstat().st_mtime_ns, path.lstat().st_size)
        return found

    def _build_soon(self) -> None:
        """The pages wait for it."""
        with self._epoch_cond:
            self._wanted_epoch += 1
        with self._rebuild_cond:
            self._want_rebuild = True
            self._rebuild_cond.notify_all()

    def rebuild(self) -> None:
        """One build. An error leaves the site that stands, and is shown in front of it."""
        asked = self._with_drafts
        result = build(replace(self._preview.request, preview=True, drafts=asked))
        self._preview.tell(result)
        errors = tuple(found for found in result.findings if has_errors([found]))
        if result.published is None:  # the site that stands is the one before
            self._built = replace(self._built, errors=errors, asked=asked)
            return
        addresses = {one.address for one in result.published.insatser}
        drafts = tuple(one for one in result.drafts if not asked or one.address in addresses)
        self._built = Shown(drafts, asked, asked, errors)

    def _rebuild_again(self) -> None:
        """A build that nobody waits for: what it raises is shown, or every page would wait for it."""
        self._building = True
        try:
            self.rebuild()
        except Exception as error:
            message = f"Bygget avbröts ({' i '.join(reversed(places(error)[-2:]))})."
            advice = "Rätta det du ändrade sist, eller starta om förhandsvisningen."
            place = str(self._preview.request.content)
            errors = (Finding(place, Position(1, 1), "avbrott", message, advice),)
            self._preview.tell(Result(errors, None))
            self._built = replace(self._built, errors=errors, asked=self._with_drafts)
        finally:
            self._building = False

    def _inject_js_into_html(self, content: bytes, epoch: int) -> bytes:
        """The script that reloads the page stands in it, which the site's own policy forbids."""
        page = with_bar(content, self._asked.path, self._built.drafts, shown=self._built.with_drafts)
        injected: bytes = super()._inject_js_into_html(_POLICY.sub(b"", page), epoch)  # type: ignore[no-untyped-call]
        return injected

    def serve_request(self, environ: WSGIEnvironment, start_response: StartResponse) -> Iterable[bytes]:
        """A page of the site, or the errors in its place."""
        path = str(environ.get("PATH_INFO", "/"))
        self._asked.path = path
        if not _is_own(str(environ.get("HTTP_HOST", HOST))):
            return _plain(start_response, _REFUSED, f"Öppna http://{HOST}:{self._preview.port}/ i stället.")
        if path in (SHOW, HIDE):
            return self._choose_drafts(path, environ, start_response)
        for folder, answer in ((FOLDER, self._form), (HANDBOOK, self._handbook)):
            if path == f"/{folder}":
                start_response("302 Found", [("Location", f"/{folder}/")])
                return []
            if path.startswith(f"/{folder}/"):
                return self._beside(path.removeprefix(f"/{folder}/"), answer, start_response)
        with self._epoch_cond:  # a build that is under way may fail
            self._epoch_cond.wait_for(lambda: self._visible_epoch == self._wanted_epoch)
        built = self._built
        if built.errors and path.endswith(("/", ".html")):
            start_response("200 OK", [("Content-Type", "text/html; charset=utf-8")])
            page = error_page(built.errors, drafts=built.asked).encode()
            return [self._inject_js_into_html(page, self._visible_epoch)]
        return super().serve_request(environ, start_response)

    def _choose_drafts(
        self, path: str, environ: WSGIEnvironment, start_response: StartResponse
    ) -> Iterable[bytes]:
        """Builds again, with the drafts or without; the page waits for it."""
        if not _is_own(str(environ.get("HTTP_ORIGIN", f"http://{HOST}")).partition("//")[2]):
            return _plain(start_response, _REFUSED, "Tryck på knappen överst i förhandsvisningen.")
        if environ.get("REQUEST_METHOD") != "POST":
            return _plain(start_response, "405 Method Not Allowed", "Använd knappen överst på sidan.")
        self._with_drafts = path == SHOW
        self._build_soon()
        start_response("303 See Other", [("Location", "/")])
        return []

    def _beside(self, name: str, answer: _Beside, start_response: StartResponse) -> Iterable[bytes]:
        """What lies beside the site: there also while records have errors, and never reloaded."""
        configuration, findings = read_configuration(self._preview.request.config)
        if configuration is None:
            start_response("503 Service Unavailable", [("Content-Type", "text/html; charset=utf-8")])
            return [error_page(findings).encode()]
        found = answer(f"{name}index.html" if not name or name.endswith("/") else name, configuration)
        if found is None:
            return _plain(start_response, "404 Not Found", "Filen finns inte.")
        headers, content = found
        start_response("200 OK", headers)
        return [content]

    def _form(self, name: str, configuration: Configuration) -> _Answer | None:
        """A file of the form; what is half written in it would be lost in a reload."""
        content = form_files(configuration, None).get(name)
        return (form_headers(name), content) if content is not None else None

    def _handbook(self, name: str, configuration: Configuration) -> _Answer | None:
        """A file of the handbook, drawn when it is first asked for after a change."""
        request = self._preview.request
        own = read_pages(request.content).on(request.channel.forbund)
        key = (configuration, own)
        if self._handbook_of is None or self._handbook_of[0] != key:
            self._handbook_of = (key, handbook_files(configuration, own, request.channel))
        content = self._handbook_of[1].get(name)
        kind = mimetypes.guess_type(name)[0] or "application/octet-stream"
        return ([("Content-Type", kind)], content) if content is not None else None


def _is_own(host: str) -> bool:
    return host.partition(":")[0] in _OWN_NAMES


def _plain(start_response: StartResponse, status: str, text: str) -> Iterable[bytes]:
    start_response(status, [("Content-Type", "text/plain; charset=utf-8")])
    return [text.encode()]


def _interrupted(*_about: object) -> None:
    raise KeyboardInterrupt


def serve(preview: Preview) -> None:
    """Builds and serves until interrupted. Raises OSError when the port is taken, before anything is done."""
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        probe.bind((HOST, preview.port))
    for ended in _ENDS:
        signal.signal(ended, _interrupted)
    with previewing(preview.request.out):
        server = PreviewServer(preview)
        try:
            server.rebuild()
            server.serve()  # type: ignore[no-untyped-call]  # mkdocs leaves it without types
        except KeyboardInterrupt:
            pass
        finally:
            server.shutdown()
    discard_previews(preview.request.work)
