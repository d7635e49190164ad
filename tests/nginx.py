"""A real nginx on loopback that serves a site as docs/vardskap/nginx.md says."""

from __future__ import annotations

import os
import re
import shutil
import socket
import subprocess
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from http.client import HTTPConnection
from pathlib import Path
from typing import NoReturn
from urllib.parse import urlsplit

import pytest

from tests.sites import ROOT

RECIPE = ROOT / "docs" / "vardskap" / "nginx.md"
_WAIT = 20.0  # seconds
_MODULE = "ngx_http_brotli_filter_module.so"
_AROUND = """\
{modules}
daemon off;
pid {folder}/nginx.pid;
worker_processes 1;
{user}
events {{ worker_connections 128; }}
http {{
    access_log off;
    error_log {folder}/error.log;
    client_body_temp_path {folder}/body;
    proxy_temp_path {folder}/proxy;
    fastcgi_temp_path {folder}/fastcgi;
    uwsgi_temp_path {folder}/uwsgi;
    scgi_temp_path {folder}/scgi;
{recipe}
}}
"""


def program() -> str:
    """Debian's nginx. Without it: skipped, but never under CI."""
    # Where Debian puts it is on the path of root alone.
    path = shutil.which("nginx", path=f"{os.environ.get('PATH', '')}:/usr/sbin:/usr/local/sbin")
    if path is None:
        _missing("nginx saknas (sudo apt install nginx-light)")
    return path


def brotli_module() -> Path:
    """The module where this nginx looks for such. Without it: skipped, but never under CI."""
    told = subprocess.run([program(), "-V"], capture_output=True, text=True, check=True).stderr
    folder = re.search(r"--modules-path=(\S+)", told)
    path = Path(folder[1] if folder else "/usr/lib/nginx/modules") / _MODULE
    if not path.is_file():
        _missing("nginx saknar Brotli (sudo apt install libnginx-mod-http-brotli-filter)")
    return path


def _missing(reason: str) -> NoReturn:
    if os.environ.get("CI") == "true":
        pytest.fail(reason)
    pytest.skip(reason)


def recipe(site: Path, conf: Path, port: int, *, brotli: bool = False) -> str:
    """The example of the document, word for word but for the folders, the port and the name."""
    document = RECIPE.read_text("utf-8")
    texts: list[str] = re.findall(r"^ *```nginx\n(.*?)^ *```", document, re.DOTALL | re.MULTILINE)
    (text,) = texts
    if brotli:
        (line,) = re.findall(r"^ *include \S+/brotli\.conf;$", document, re.MULTILINE)
        text, lines = re.subn(r"^( *include \S+/server\.conf;)$", rf"\1\n{line}", text, flags=re.MULTILINE)
        assert lines == 1
    for old, new in (
        ("/etc/nginx/insats/portal", str(conf)),
        ("/srv/insats/portal", str(site)),
        ("listen 80;", f"listen 127.0.0.1:{port};"),
        ("listen [::]:80;", ""),
    ):
        assert old in text, old
        text = text.replace(old, new)
    return text


@contextmanager
def serving(site: Path, conf: Path, folder: Path, *, brotli: bool = False) -> Iterator[str]:
    """The site's address, with / last. `conf` is the build's folder for nginx; `folder` is made."""
    command = program()
    modules = f"load_module {brotli_module()};" if brotli else ""
    folder.mkdir(parents=True)
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
    # As root the workers would be somebody who may not read the tests' folders.
    user = "user root root;" if os.geteuid() == 0 else ""
    around = recipe(site, conf, port, brotli=brotli)
    text = _AROUND.format(folder=folder, user=user, modules=modules, recipe=around)
    (folder / "nginx.conf").write_text(text, "utf-8")
    log = folder / "start.log"
    arguments = [
        command,
        "-p",
        str(folder),
        "-c",
        str(folder / "nginx.conf"),
        "-e",
        str(folder / "error.log"),
    ]
    with log.open("wb") as said:
        process = subprocess.Popen(arguments, stdout=said, stderr=said)
    try:
        _wait(process, port, log)
        yield f"http://127.0.0.1:{port}/"
    finally:
        process.terminate()
        process.wait(_WAIT)
    complaints = (folder / "error.log").read_text("utf-8")
    assert not re.search(r"\[(?:emerg|alert|crit)\]", complaints), complaints


def _wait(process: subprocess.Popen[bytes], port: int, log: Path) -> None:
    end = time.monotonic() + _WAIT
    while time.monotonic() < end:
        assert process.poll() is None, log.read_text("utf-8")
        connection = HTTPConnection("127.0.0.1", port, timeout=1)
        try:
            connection.request("HEAD", "/")
            connection.getresponse()
        except OSError:
            time.sleep(0.05)
        else:
            return
        finally:
            connection.close()
    pytest.fail(f"nginx does not answer: {log.read_text('utf-8')}")


@dataclass(frozen=True)
class Answer:
    """Names of headers are in small letters."""

    status: int
    headers: Mapping[str, str]
    body: bytes


def ask(url: str, path: str, **headers: str) -> Answer:
    """One GET of the path as it stands: nothing is made plain on the way. Fails when a header comes twice."""
    connection = HTTPConnection(urlsplit(url).netloc, timeout=20)
    try:
        connection.putrequest("GET", path, skip_accept_encoding=True)
        for name, value in headers.items():
            connection.putheader(name.replace("_", "-"), value)
        connection.endheaders()
        response = connection.getresponse()
        pairs = [(name.lower(), value) for name, value in response.getheaders()]
        assert len(dict(pairs)) == len(pairs), pairs
        return Answer(response.status, dict(pairs), response.read())
    finally:
        connection.close()
