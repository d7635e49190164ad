"""The site as Debian's nginx serves it with what the build wrote, and with the document's example."""

from __future__ import annotations

import gzip
import re
import shutil
from collections.abc import Iterator

import pytest

from generator.exports.addresses import is_data
from generator.publish.hosting import server_folder, write_host_files, write_server_files
from tests.nginx import ask, serving
from tests.sites import Built, Place, files

pytestmark = pytest.mark.nginx

REVALIDATE = "public, max-age=0, must-revalidate"
SECURITY = {
    "x-content-type-options": "nosniff",
    "referrer-policy": "strict-origin-when-cross-origin",
    "permissions-policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
    "cross-origin-opener-policy": "same-origin",
}
# What other parts of the site are to hold: data, its catalogue, twins of pages, and pages for frames.
MORE = {
    "data/insatser.csv": "id;namn\n1;Vägen vidare\n" * 50,
    "data/insatser.json": "[]",
    "data/insatser.jsonl": "{}\n",
    "data/insatser.rdf": "<rdf/>",
    "data/insatser.ttl": "# å",
    "data/insatser.jsonld": "{}",
    "data/nytt.atom": "<feed/>",
    "data/intag.ics": "BEGIN:VCALENDAR",
    "datasets/dcat": "<rdf/>",
    "insatser/uppsala/forstarkt-stod.json": "{}",
    "insatser/uppsala/forstarkt-stod.md": "# Förstärkt stöd",
}
REDIRECTS = {
    "insatser/uppsala/gammal/": "insatser/uppsala/forstarkt-stod/",
    f"insatser/uppsala/{'mycket-' * 20}lang/": "insatser/uppsala/framsteget-i-habo/",
}


@pytest.fixture(scope="module")
def url(portal: Built, register: Place, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The portal as it was built."""
    conf = server_folder(register.folder / "build-portal", "portal")
    with serving(portal.out, conf, tmp_path_factory.mktemp("nginx") / "run") as address:
        yield address


@pytest.fixture(scope="module")
def more_url(portal: Built, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The portal with data, a page for frames, and pages that have moved."""
    folder = tmp_path_factory.mktemp("more")
    site = folder / "site"
    shutil.copytree(portal.out, site)
    for name, text in MORE.items():
        (site / name).parent.mkdir(parents=True, exist_ok=True)
        (site / name).write_text(text, "utf-8")
    shutil.copytree(site / "om", site / "badda-in" / "kort")
    write_server_files(write_host_files(site, REDIRECTS, "portal"), folder / "conf")
    with serving(site, folder / "conf", folder / "run") as address:
        yield address


def test_every_file_of_the_site_is_served(url: str, portal: Built) -> None:
    for name, content in files(portal.out).items():
        if name in ("_headers", "404.html"):
            continue
        path = f"/{name}"
        if name.endswith("index.html"):
            moved = ask(url, path)
            path = path.removesuffix("index.html")
            assert (moved.status, moved.headers["location"]) == (301, path)
        answer = ask(url, path)
        assert (answer.status, answer.body) == (200, content), path
        assert answer.headers["content-type"] != "text/plain", path


def test_an_address_without_its_slash_leads_to_the_one_with_it(url: str) -> None:
    assert ask(url, "/insatser/").status == 200
    answer = ask(url, "/insatser?x=1")
    assert answer.status == 301
    # Relative: the same host and port, whatever the server thinks that it is called.
    assert answer.headers["location"] == "/insatser/?x=1"
    assert ask(url, "/sok/index.html?q=arbete").headers["location"] == "/sok/?q=arbete"


@pytest.mark.parametrize(
    "path",
    ["/finns-inte", "/finns-inte/", "/insatser/finns-inte/", "/assets/", "/pagefind/", "/_headers",
     "/404.html", "/assets/fonts/finns-inte.woff2"],
)  # fmt: skip
def test_an_address_without_a_page_gets_ours(url: str, path: str) -> None:
    answer = ask(url, path)
    assert answer.status == 404
    assert "Sidan finns inte" in answer.body.decode()
    assert answer.headers["content-type"] == "text/html; charset=utf-8"
    assert answer.headers["cache-control"] == REVALIDATE
    assert SECURITY.items() <= answer.headers.items()
    assert "frame-ancestors 'none'" in answer.headers["content-security-policy"]


@pytest.mark.parametrize(
    "path",
    ["//annan.example/index.html", "/\\annan.example/index.html", "//annan.example/..",
     "/%5Cannan.example/index.html", "/%2F%2Fannan.example/index.html", "///annan.example/index.html",
     "//annan.example/%2e%2e"],
)  # fmt: skip
def test_no_address_leads_to_another_site(url: str, path: str) -> None:
    answer = ask(url, path)
    location = answer.headers.get("location", "/")
    assert re.match(r"/(?![/\\])", location), location


def test_no_file_above_the_site_is_served(url: str) -> None:
    for path in ("/../conf/http.conf", "/%2e%2e/%2e%2e/etc/passwd", "/assets/../../site/work"):
        assert ask(url, path).status in (400, 404)


def test_each_page_has_its_own_policy_and_all_security_headers(url: str, portal: Built) -> None:
    pages = [name for name in files(portal.out) if name.endswith("index.html")]
    assert len(pages) > 20
    for name in pages:
        answer = ask(url, f"/{name.removesuffix('index.html')}")
        (own,) = re.findall(rb'http-equiv="Content-Security-Policy" content="([^"]*)"', answer.body)
        frames = "*" if name.startswith("badda-in/") else "'none'"
        assert answer.headers["content-security-policy"] == f"{own.decode()}; frame-ancestors {frames}", name
        assert SECURITY.items() <= answer.headers.items(), name
        assert answer.headers["cache-control"] == REVALIDATE
        assert answer.headers["content-type"] == "text/html; charset=utf-8"
        assert ("wasm-unsafe-eval" in answer.headers["content-security-policy"]) == (name == "sok/index.html")


def test_a_worker_may_do_what_its_page_may(url: str) -> None:
    worker = ask(url, "/pagefind/pagefind-worker.js").headers["content-security-policy"]
    assert worker == ask(url, "/sok/").headers["content-security-policy"]


def test_the_server_does_not_tell_its_version(url: str) -> None:
    for path in ("/", "/finns-inte", "/insatser"):
        answer = ask(url, path)
        assert answer.headers["server"] == "nginx"
        assert b"nginx/" not in answer.body


def test_text_is_packed_for_whoever_asks(url: str, portal: Built) -> None:
    for path in ("/", "/assets/grund.css", "/assets/sok.js", "/sitemap.xml", "/assets/ikon.svg"):
        plain, packed = ask(url, path), ask(url, path, Accept_Encoding="br, gzip")
        assert "content-encoding" not in plain.headers
        if len(plain.body) >= 512:
            assert packed.headers["content-encoding"] == "gzip", path
            assert packed.headers["vary"] == plain.headers["vary"] == "Accept-Encoding"
            assert gzip.decompress(packed.body) == plain.body
            assert len(packed.body) < len(plain.body)
    fonts = [name for name in files(portal.out) if name.endswith(".woff2")]
    assert "content-encoding" not in ask(url, f"/{fonts[0]}", Accept_Encoding="gzip").headers


def test_what_holds_a_record_is_asked_for_again_and_fonts_are_kept(url: str, portal: Built) -> None:
    for name in files(portal.out):
        if name not in ("_headers", "404.html"):
            kept = ask(url, f"/{name.removesuffix('index.html')}").headers["cache-control"]
            wanted = "public, max-age=2592000" if name.startswith("assets/fonts/") else REVALIDATE
            assert kept == wanted, name


def test_what_has_not_changed_is_not_sent_again(url: str) -> None:
    tag = ask(url, "/insatser/").headers["etag"]
    answer = ask(url, "/insatser/", If_None_Match=tag)
    assert (answer.status, answer.body) == (304, b"")


@pytest.mark.parametrize(
    ("path", "kind"),
    [
        ("/data/insatser.csv", "text/csv; charset=utf-8"),
        ("/data/insatser.json", "application/json"),
        ("/data/insatser.jsonl", "application/jsonl"),
        ("/data/insatser.rdf", "application/rdf+xml"),
        ("/data/insatser.ttl", "text/turtle; charset=utf-8"),
        ("/data/insatser.jsonld", "application/ld+json"),
        ("/data/nytt.atom", "application/atom+xml"),
        ("/data/intag.ics", "text/calendar; charset=utf-8"),
        ("/datasets/dcat", "application/rdf+xml"),
        ("/insatser/uppsala/forstarkt-stod.json", "application/json"),
        ("/insatser/uppsala/forstarkt-stod.md", "text/markdown; charset=utf-8"),
        ("/assets/grund.css", "text/css; charset=utf-8"),
        ("/assets/sok.js", "text/javascript; charset=utf-8"),
        ("/assets/ikon.svg", "image/svg+xml"),
        ("/assets/fonts/source-sans-3-latin-wght-normal.woff2", "font/woff2"),
        ("/pagefind/wasm.sv.pagefind", "application/octet-stream"),
        ("/sitemap.xml", "application/xml"),
        ("/sitemap.xml.gz", "application/gzip"),
    ],
)
def test_each_file_says_what_it_is(more_url: str, path: str, kind: str) -> None:
    answer = ask(more_url, path)
    assert (answer.status, answer.headers["content-type"]) == (200, kind)
    assert SECURITY.items() <= answer.headers.items()


def test_other_sites_may_read_the_open_data_and_no_page(url: str, portal: Built) -> None:
    shared = {"assets/badda-in.js", "assets/insats-lista.js"}
    names = {name for name in files(portal.out) if name not in ("_headers", "404.html")}
    shared |= {name for name in names if is_data(name)}
    assert len(shared) > 100
    for name in names:
        answer = ask(url, f"/{name.removesuffix('index.html')}", Origin="https://annan.example")
        assert answer.headers.get("access-control-allow-origin") == ("*" if name in shared else None), name
    answer = ask(url, "/data/v1/finns-inte.csv", Origin="https://annan.example")
    assert "access-control-allow-origin" not in answer.headers


def test_only_pages_for_frames_may_be_framed(more_url: str) -> None:
    assert "frame-ancestors *" in ask(more_url, "/badda-in/kort/").headers["content-security-policy"]
    assert "frame-ancestors 'none'" in ask(more_url, "/om/").headers["content-security-policy"]


def test_a_page_that_has_moved_leads_on(more_url: str) -> None:
    for old, new in REDIRECTS.items():
        for path in (f"/{old}", f"/{old.rstrip('/')}"):
            answer = ask(more_url, f"{path}?x=1")
            assert (answer.status, answer.headers["location"]) == (301, f"/{new}?x=1")
        assert ask(more_url, f"/{new}").status == 200


def test_what_lies_beside_a_page_has_moved_with_it(more_url: str) -> None:
    old, new = "uppsala/gammal", "uppsala/forstarkt-stod"
    for place in ("insatser/{}.json", "insatser/{}.md", "badda-in/insatser/{}/", "data/oembed/{}.json",
                  "badda-in/insatser/{}/fragment.html"):  # fmt: skip
        answer = ask(more_url, f"/{place.format(old)}", Origin="https://annan.example")
        assert (answer.status, answer.headers["location"]) == (301, f"/{place.format(new)}"), place
        # Or no script of another site could follow.
        shared = place.endswith((".json", ".md"))
        assert answer.headers.get("access-control-allow-origin") == ("*" if shared else None), place
        assert ask(more_url, answer.headers["location"]).status == 200
