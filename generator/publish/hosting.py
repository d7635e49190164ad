"""Tells the hosts how a site is to be served: files for them in the site, files for nginx beside it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from pathlib import Path

from generator.hosting import (
    brotli_conf,
    headers_file,
    http_conf,
    plan,
    policy_of,
    redirects_file,
    refuse_unfit,
    server_conf,
    with_files,
)
from generator.publish.tree import write_tree

_HEAD = 8192  # bytes; the policy is one of the first things in a page


@dataclass(frozen=True)
class ServerFiles:
    """What nginx reads. It says nothing that `_headers` and `_redirects`, which are audited, do not say."""

    http: str
    server: str
    brotli: str


def write_host_files(site: Path, redirects: Mapping[str, str], slug: str) -> ServerFiles:
    """Writes `_headers`, and `_redirects` when pages have moved, for the site as it lies there.

    `redirects`: old → new address of a page, relative to the site. Raises HostingError, with nothing written.
    """
    paths = {path.relative_to(site).as_posix(): path for path in site.rglob("*") if path.is_file()}
    policies = {name: policy_of(_head(path)) for name, path in paths.items() if path.suffix == ".html"}
    rules = plan(paths.keys(), policies)
    moved = with_files(redirects, paths.keys())
    refuse_unfit(moved, paths.keys())
    (site / "_headers").write_text(headers_file(rules), "utf-8")
    if moved:
        (site / "_redirects").write_text(redirects_file(moved), "utf-8")
    return ServerFiles(http_conf(rules, slug), server_conf(rules, moved, slug), brotli_conf())


def _head(page: Path) -> str:
    with page.open("rb") as file:
        return file.read(_HEAD).decode(errors="replace")


def server_folder(work: Path, slug: str) -> Path:
    """Where the files for nginx lie: beside the site, for nobody may fetch them."""
    return work / "hosting" / slug / "nginx"


def write_server_files(files: ServerFiles, folder: Path) -> None:
    """`http.conf`, `server.conf` and `brotli.conf`, once the site that they describe stands."""
    write_tree({f"{name}.conf": text.encode() for name, text in asdict(files).items()}, folder)
