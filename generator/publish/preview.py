"""The preview: builds when a file changes, reloads the browser, shows errors in its place."""

from __future__ import annotations

import html
import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from wsgiref.types import StartResponse, WSGIEnvironment

from mkdocs.livereload import LiveReloadServer

from generator.publish.build import Request, Result, build
from generator.publish.form import FOLDER, form_files, form_headers
from generator.publish.leftovers import discard_previews, previewing
from generator.publish.reading import read_configuration
from generator.publish.resources import find_resources
from generator.words.crashes import places
from generator.words.findings import Finding, Position, has_errors

HOST = "127.0.0.1"  # a preview shows drafts: nobody else's machine may ask for it
_POLICY = re.compile(rb"<meta http-equiv=.Content-Security-Policy.[^>]*>")
_PAGE = """<!doctype html>
<html lang="sv"><head><meta charset="utf-8"><title>Förhandsvisningen väntar</title>
<meta name="viewport" content="width=device-width, initial-scale=1"><style>
:root {{ color-scheme: light dark; font: 1.05rem/1.6 system-ui, sans-serif }}
body {{ max-width: 46rem; margin: 2rem auto; padding: 0 1rem }}
li {{ margin: 0 0 1rem; padding: .6rem 1rem; border-left: .3rem solid #b3261e }}
code {{ font-size: .95em }}
</style></head><body><main><h1>Det här behöver rättas först</h1>
<p>Webbplatsen byggs om så fort du har sparat. Sidan laddas då om av sig själv.</p>
<ul>{items}</ul></main></body></html>"""


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
        self._errors: tuple[Finding, ...] = ()
        super().__init__(self._rebuild_again, HOST, preview.port, str(preview.request.out.absolute()))
        for folder in (preview.request.content, preview.request.config, find_resources().theme):
            if folder.is_dir():
                self.watch(str(folder))

    def rebuild(self) -> None:
        """One build. An error leaves the site that stands, and is shown in front of it."""
        result = build(replace(self._preview.request, preview=True))
        self._errors = result.findings if has_errors(result.findings) else ()
        self._preview.tell(result)

    def _rebuild_again(self) -> None:
        """A build that nobody waits for: what it raises is shown, or every page would wait for it."""
        try:
            self.rebuild()
        except Exception as error:
            message = f"Bygget avbröts ({' i '.join(reversed(places(error)[-2:]))})."
            advice = "Rätta det du ändrade sist, eller starta om förhandsvisningen."
            place = str(self._preview.request.content)
            self._errors = (Finding(place, Position(1, 1), "avbrott", message, advice),)
            self._preview.tell(Result(self._errors, None))

    def _inject_js_into_html(self, content: bytes, epoch: int) -> bytes:
        """The script that reloads the page stands in it, which the site's own policy forbids."""
        injected: bytes = super()._inject_js_into_html(_POLICY.sub(b"", content), epoch)  # type: ignore[no-untyped-call]
        return injected

    def serve_request(self, environ: WSGIEnvironment, start_response: StartResponse) -> Iterable[bytes]:
        """A page of the site, or the errors in its place."""
        path = str(environ.get("PATH_INFO", "/"))
        if path == f"/{FOLDER}" or path.startswith(f"/{FOLDER}/"):
            return self._form(path.removeprefix(f"/{FOLDER}"), start_response)
        if self._errors and path.endswith(("/", ".html")):
            start_response("200 OK", [("Content-Type", "text/html; charset=utf-8")])
            page = error_page(self._errors).encode()
            return [self._inject_js_into_html(page, self._visible_epoch)]
        return super().serve_request(environ, start_response)

    def _form(self, path: str, start_response: StartResponse) -> Iterable[bytes]:
        """The form, also while there are errors, and never reloaded: what is half written would be lost."""
        if not path:
            start_response("302 Found", [("Location", f"/{FOLDER}/")])
            return []
        configuration, findings = read_configuration(self._preview.request.config)
        if configuration is None:
            start_response("503 Service Unavailable", [("Content-Type", "text/html; charset=utf-8")])
            return [error_page(findings).encode()]
        name = path.removeprefix("/") or "index.html"
        content = form_files(configuration, None).get(name)
        if content is None:
            start_response("404 Not Found", [("Content-Type", "text/plain; charset=utf-8")])
            return [b"Filen finns inte."]
        start_response("200 OK", form_headers(name))
        return [content]


def error_page(findings: Sequence[Finding]) -> str:
    """The findings as a page in Swedish."""
    items = (
        f"<li><code>{html.escape(f.file)}:{f.position.line}:{f.position.column}</code><br>"
        f"<strong>{html.escape(f.message)}</strong> {html.escape(f.advice)}</li>"
        for f in findings
    )
    return _PAGE.format(items="".join(items))


def serve(preview: Preview) -> None:
    """Builds and serves until interrupted. Raises OSError when the port is taken."""
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
