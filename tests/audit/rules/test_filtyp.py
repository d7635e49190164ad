from __future__ import annotations

import gzip
import zlib

import pytest

from generator.audit.interface import Known
from generator.audit.reading import read
from generator.audit.rules.filtyp import SITE_CHECK

GZIP = gzip.compress(b"x")
DEFLATED = zlib.compress("Tova Lindeby på en rad".encode(), wbits=-15)
PNG = b"\x89PNG\r\n\x1a\n"


def faults(name: str, content: bytes) -> int:
    return len(list(SITE_CHECK.check(read(name, content), Known())))


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("index.html", b"<p>"), ("a/b.css", b""), ("a.js", b""), ("ikon.svg", b"<svg>"), ("robots.txt", b""),
        ("sitemap.xml", b""), ("sitemap.xml.gz", GZIP), ("a.pf_fragment", GZIP), ("a.pf_index", GZIP),
        ("pagefind.sv.pf_meta", GZIP), ("wasm.sv.pagefind", GZIP), ("font.woff2", b"wOF2x"), ("b.png", PNG),
        ("favicon.ico", b"\0\0\1\0x"), ("m.webmanifest", b"{}"), ("data.csv", b"a;b"), ("d.xlsx", b"PK\3\4"),
        ("d.jsonl", b"{}"), ("d.rdf", b""), ("d.ttl", b""), ("d.jsonld", b""), ("d.ics", b""),
        ("d.atom", b""), ("README.md", b""), ("_headers", b""), ("_redirects", b""),
        ("a.html", "Åsa".encode("latin-1")), ("a.js", b"x = /[\x01-\x08]/"),
        ("B.JPG", b"\xff\xd8\xff"),
    ],
)  # fmt: skip
def test_what_a_site_holds(name: str, content: bytes) -> None:
    assert faults(name, content) == (1 if name == "d.xlsx" else 0)  # an empty workbook cannot be opened


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("post.yml", b""), ("post.yaml", b""), ("a.py", b""), ("main.js.map", b"{}"), (".env", b""),
        (".git/config", b""), (".index.html", b""), ("a.html~", b""), ("a.bak", b""), ("core", b""),
        ("b.png", b"GIF89a"), ("font.woff2", b"<html>"), ("a.html", b"MZ\0\0"), ("a.gz", b"text"),
        ("a.html", DEFLATED), ("_headers", DEFLATED), ("a.html.br", b""), ("a.txt", b"x" * 2000 + b"\0"),
        ("d.xlsx", b"\xd0\xcf\x11\xe0"), ("a.gz", b"\x1f\x8b broken"), ("a.exe", b"MZ"), ("db.sqlite", b""),
    ],
)  # fmt: skip
def test_what_has_no_place_there(name: str, content: bytes) -> None:
    assert faults(name, content) == 1
