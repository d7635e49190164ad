"""The rules for hosts: no file has the same header from two of them, and each page has its own policy."""

from __future__ import annotations

import re

import pytest

from generator.hosting import HostingError, headers_file, http_conf, plan, policy_of, server_conf
from generator.hosting.interface import CSP
from generator.hosting.places import PLACES, Place
from tests.host_files import READINGS, rules_of, sent

STRICT = "default-src 'none'; script-src 'self'"
WASM = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'"
PAGES = {
    "index.html": STRICT,
    "404.html": STRICT,
    "sok/index.html": WASM,
    "insatser/index.html": STRICT,
    "insatser/a/b/index.html": STRICT,
    "insatser/a/flyttad/index.html": "",
    "badda-in/kort/index.html": STRICT,
    "enkel/index.html": "",
}
FILES = {
    *PAGES,
    "assets/grund.css",
    "assets/badda-in.js",
    "assets/insats-lista.js",
    "assets/fonts/a.woff2",
    "data.md",
    "data/index.html",
    "data/dcat.rdf",
    "data/flode/alla.atom",
    "data/oembed/a/b.json",
    "data/v1/insatser.csv",
    "datasets/dcat",
    "datasets/dcat.ttl",
    "insatser/a/b.json",
    "insatser/a/b.md",
    "insatser/a/b/index.html",
    "llms.txt",
    "pagefind/pagefind-worker.js",
    "medier/a.pdf",
}


@pytest.fixture
def text() -> str:
    return headers_file(plan(FILES, PAGES))


def address(file: str) -> str:
    return f"/{file.removesuffix('index.html')}"


@pytest.mark.parametrize("host", READINGS)
def test_no_address_has_a_header_twice(text: str, host: str) -> None:
    for path in {*map(address, FILES), *(f"/{file}" for file in FILES), "/finns-inte", "/sok", "/data/"}:
        names = [name for name, _ in sent(text, path, host)]
        assert len(names) == len(set(names)), path


def test_each_page_has_its_own_policy(text: str) -> None:
    for page, own in PAGES.items():
        policy = dict(sent(text, address(page)))[CSP]
        assert policy.startswith(own or "default-src 'none'"), page
        assert policy.endswith(
            "frame-ancestors *" if page.startswith("badda-in/") else "frame-ancestors 'none'"
        )
    assert [path for path in map(address, FILES) if "wasm" in dict(sent(text, path)).get(CSP, "")] in (
        ["/sok/", "/pagefind/pagefind-worker.js"],
        ["/pagefind/pagefind-worker.js", "/sok/"],
    )


def test_a_page_that_needs_nothing_gets_nothing(text: str) -> None:
    assert dict(sent(text, "/enkel/"))[CSP].startswith("default-src 'none'; base-uri 'none'")
    # Among others it has theirs: a host's rules are for folders.
    assert dict(sent(text, "/insatser/a/flyttad/"))[CSP].startswith(STRICT)


def test_pages_of_one_folder_have_one_policy() -> None:
    with pytest.raises(HostingError, match="annan säkerhetspolicy") as raised:
        plan([], {"insatser/a/index.html": STRICT, "insatser/b/index.html": WASM})
    assert raised.value.file == "insatser/b/index.html"


def test_everything_has_the_common_headers(text: str) -> None:
    for path in [*map(address, FILES), "/finns-inte"]:
        assert dict(sent(text, path))["X-Content-Type-Options"] == "nosniff"


@pytest.mark.parametrize(
    ("path", "header", "value"),
    [
        ("/assets/fonts/a.woff2", "Cache-Control", "public, max-age=2592000"),
        ("/assets/grund.css", "Cache-Control", None),
        ("/assets/grund.css", "Access-Control-Allow-Origin", None),
        ("/assets/badda-in.js", "Access-Control-Allow-Origin", "*"),
        ("/assets/insats-lista.js", "Access-Control-Allow-Origin", "*"),
        ("/pagefind/pagefind-worker.js", "Cache-Control", None),
        ("/data/v1/insatser.csv", "Access-Control-Allow-Origin", "*"),
        ("/data/", "Access-Control-Allow-Origin", None),
        ("/datasets/dcat", "Access-Control-Allow-Origin", "*"),
        ("/datasets/dcat", "Content-Type", "application/rdf+xml"),
        ("/datasets/dcat.ttl", "Content-Type", None),
        ("/insatser/a/b.json", "Access-Control-Allow-Origin", "*"),
        ("/insatser/a/b.md", "Access-Control-Allow-Origin", "*"),
        ("/insatser/a/b/", "Access-Control-Allow-Origin", None),
        ("/", "Access-Control-Allow-Origin", None),
        ("/medier/a.pdf", CSP, None),  # a reader of PDF in the browser is a program of its own
    ],
)
def test_the_exceptions(text: str, path: str, header: str, value: str | None) -> None:
    assert dict(sent(text, path)).get(header) == value


def test_a_site_without_an_exception_has_no_rule_for_it() -> None:
    assert list(rules_of(headers_file(plan(["om/index.html"], {"om/index.html": STRICT})))) == ["/*", "/om/*"]


@pytest.mark.parametrize("place", PLACES, ids=lambda place: place.at)
def test_the_table_says_what_the_rules_can_do(place: Place) -> None:
    assert not (place.frames or place.policy_as) or re.fullmatch(r"[^/]+/", place.at), "a folder at the top"
    assert not (place.type and place.at.endswith("/"))
    assert place.at.count("*") <= 1, "Cloudflare reads one"
    assert "*" not in place.at or place.shared, "nothing else has been thought of for a pattern"
    assert place.frames or place.shared or place.seconds or place.policy_as or place.type or place.hidden
    for other in PLACES:
        if other is not place and place.at.startswith(other.at):
            assert not (place.shared and other.shared)
            assert not (place.seconds and other.seconds)


def test_the_hosts_limits_are_kept(text: str) -> None:
    """Cloudflare Pages reads a hundred rules, each line up to 2,000 signs."""
    assert len(rules_of(text)) < 100
    assert all(len(line) < 2000 for line in text.splitlines())


def test_the_order_of_files_is_no_matter() -> None:
    pages = dict(reversed(PAGES.items()))
    one, other = plan(sorted(FILES), PAGES), plan(sorted(FILES, reverse=True), pages)
    assert one == other
    assert server_conf(one, {"b/": "", "a/": ""}, "x") == server_conf(other, {"a/": "", "b/": ""}, "x")


def test_two_sites_on_one_server_have_names_of_their_own() -> None:
    rules = plan(FILES, PAGES)
    one, other = (set(re.findall(r"\$insats\w+", http_conf(rules, s))) for s in ("portal", "forbundswebb-x"))
    assert len(one) == len(other) == 4
    assert not one & other


@pytest.mark.parametrize("value", ['a"b', "a$b", "a\\b", "a\nb"])
def test_no_policy_breaks_out_of_the_configuration(value: str) -> None:
    with pytest.raises(ValueError, match="a"):
        http_conf(plan(["om/index.html"], {"om/index.html": value}), "portal")


@pytest.mark.parametrize(
    ("page", "policy"),
    [
        (
            '<meta http-equiv="Content-Security-Policy" content="default-src &#39;none&#39;">',
            "default-src 'none'",
        ),
        ('<meta http-equiv="Content-Security-Policy" content="a;\n b">', "a; b"),
        ("<p>Content-Security-Policy", ""),
    ],
)
def test_a_pages_policy_is_read(page: str, policy: str) -> None:
    assert policy_of(page) == policy
