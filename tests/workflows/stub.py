"""The API of a forge on loopback: one change, and its comments in pages of two."""

from __future__ import annotations

import json
import re
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

TOKEN = "nyckel-som-inte-far-synas"  # noqa: S105 - of a forge that is not there


@dataclass
class Change:
    """One proposed change as GitHub and Forgejo keep it (`gitlab`: as GitLab does)."""

    version: str
    account: str = "github-actions[bot]"
    gitlab: bool = False
    comments: list[dict[str, Any]] = field(default_factory=list)
    asked: list[str] = field(default_factory=list)
    moved_to: str | None = None
    url: str = ""

    @property
    def bodies(self) -> list[str]:
        return [comment["body"] for comment in self.comments]

    def say(self, body: str, account: str) -> dict[str, Any]:
        who = {"author": {"username": account}} if self.gitlab else {"user": {"login": account}}
        comment = {"id": 100 + len(self.comments), "body": body, **who}
        self.comments.append(comment)
        return comment

    def answer(self, method: str, path: str, page: int, body: str | None) -> tuple[int, object, int | None]:
        """Status, answer, and the number of the next page."""
        change = "/projects/9/merge_requests/12" if self.gitlab else "/repos/e/register/pulls/12"
        comments = f"{change}/notes" if self.gitlab else "/repos/e/register/issues/12/comments"
        one = f"{comments}/" if self.gitlab else "/repos/e/register/issues/comments/"
        if (method, path) == ("GET", "/user"):
            return 200, {"username": self.account}, None
        if (method, path) == ("GET", change):
            head = {"sha": self.version} if self.gitlab else {"head": {"sha": self.version}}
            return 200, head, None
        if (method, path) == ("GET", comments):
            more = page + 1 if len(self.comments) > 2 * page else None
            return 200, self.comments[2 * page - 2 : 2 * page], more
        if (method, path) == ("POST", comments) and body is not None:
            return 201, self.say(body, self.account), None
        if method == ("PUT" if self.gitlab else "PATCH") and path.startswith(one) and body is not None:
            (found,) = (comment for comment in self.comments if path == f"{one}{comment['id']}")
            found["body"] = body
            return 200, found, None
        return 404, {"message": "finns inte"}, None


@contextmanager
def forge(change: Change) -> Iterator[Change]:
    """Serves the change; `change.url` is the API's address."""

    class Handler(BaseHTTPRequestHandler):
        def log_message(self, *_: object) -> None:
            pass

        def handle_one(self) -> None:
            path, _, query = self.path.partition("?")
            page = re.search(r"\bpage=(\d+)", re.sub("per_page=", "", query))
            size = int(self.headers.get("Content-Length") or 0)
            body = json.loads(self.rfile.read(size))["body"] if size else None
            change.asked.append(f"{self.command} {path}")
            token = self.headers.get("PRIVATE-TOKEN") or self.headers.get("Authorization")
            status, said, more = change.answer(self.command, path, int(page[1]) if page else 1, body)
            if token not in (TOKEN, f"Bearer {TOKEN}"):
                status, said, more = 401, {"message": TOKEN}, None
            if change.moved_to:
                status = 302
            data = json.dumps(said).encode()
            self.send_response(status)
            if change.moved_to:
                self.send_header("Location", f"{change.moved_to}{self.path}")
            if more:
                self.send_header("Link", f'<{change.url}{path}?per_page=100&page={more}>; rel="next"')
            self.send_header("Content-Length", str(len(data)))
            self.end_headers()
            self.wfile.write(data)

        do_GET = do_POST = do_PUT = do_PATCH = handle_one  # noqa: N815 - the server's names

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    change.url = f"http://127.0.0.1:{server.server_port}"
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02})
    thread.start()
    try:
        yield change
    finally:
        server.shutdown()
        thread.join()
        server.server_close()
