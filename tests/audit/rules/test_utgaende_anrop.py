from __future__ import annotations

import pytest

from generator.audit.interface import Known
from generator.audit.reading import read
from generator.audit.rules.utgaende_anrop import SITE_CHECK

KNOWN = Known(url="https://insatser.example/")
FAR = "https://annan.example/x"


def lines(text: str, name: str = "index.html") -> list[int]:
    return [fault.line for fault in SITE_CHECK.check(read(name, text.encode()), KNOWN)]


@pytest.mark.parametrize(
    "text",
    [
        f"<script>fetch('{FAR}')</script>", f"<script type=module>import x from '{FAR}'</script>",
        "<script>new WebSocket('wss://annan.example')</script>",
        f"<script>new Image().src = '{FAR}'</script>",
        f"<meta http-equiv=refresh content='0;{FAR}'>", "<img src=https:/annan.example/x>",
        f"<style>p {{ background: image-set('{FAR}' 1x) }}</style>", f"<style>@import/**/'{FAR}';</style>",
        f"<svg><script xlink:href='{FAR}'/></svg>", f"<th background={FAR}>",
        f'<img src="{FAR}">', f"<img src={FAR} alt=it's>", f'<img alt="a>b" src="{FAR}">',
        f"<IMG SRC='{FAR}'>",
        f'<img srcset="a.png 1x, {FAR} 2x">', f'<script src="{FAR}"></script>', f'<iframe src="{FAR}">',
        '<img src="//annan.example/x">', '<img src="\\\\annan.example/x">',
        '<img src="&#47;/annan.example/x">',
        '<img src="/\t/annan.example/x">', f'<video poster="{FAR}">', f'<object data="{FAR}">',
        f'<form action="{FAR}">', f'<button formaction="{FAR}">', f'<source srcset="{FAR}">',
        f'<link rel="stylesheet" href="{FAR}">', f'<link href="{FAR}" rel="Shortcut Icon">',
        '<link rel="dns-prefetch" href="//annan.example">', f'<link rel=preconnect href="{FAR}">',
        f'<link rel="manifest" href="{FAR}">', f'<link rel=preload as=image imagesrcset="{FAR} 1x">',
        f'<meta http-equiv="refresh" content="0; url={FAR}">', f'<a ping="{FAR}" href="/">x</a>',
        f'<p style="background: url({FAR})">', f"<style>@import '{FAR}';</style>", f'<use href="{FAR}#a">',
        f"<style>p {{ background: url( '{FAR}' ) }}</style>", f'<iframe srcdoc="&lt;img src={FAR}&gt;">',
        f'<image xlink:href="{FAR}"/>', f'<rect fill="url({FAR}#a)"/>', f'<base href="{FAR}">',
        '<img src="http://insatser.example.annan.example/x">', f'<body background="{FAR}">',
    ],
)  # fmt: skip
def test_a_request_to_somebody_else(text: str) -> None:
    assert lines(f"<p>\n{text}") == [2]


@pytest.mark.parametrize(
    "text",
    [
        f'<a href="{FAR}">x</a>', '<img src="/a.png">', '<img src="a//b.png">', '<link rel="canonical" href="https://x.example/">',
        '<img src="https://insatser.example/a.png">', '<img src="data:image/png;base64,AA//BB">',
        '<a href="mailto:a@b.example">',
        '<svg xmlns="http://www.w3.org/2000/svg"><use href="#a"/></svg>',
        "<script>fetch('/a.json')</script>", f"<script>const about = '{FAR}'</script>",
        f"<!-- <img src={FAR}> -->", f"<p>src={FAR}",
        f'<script type="application/ld+json">{{"@context": "https://schema.org", "url": "{FAR}"}}</script>',
        f'<meta name="description" content="{FAR}">', '<link rel="alternate" href="https://x.example/f.atom">',
        f"<blockquote cite='{FAR}'>", '<form action="/sok/">', "<style>p { background: url(#a) }</style>",
    ],
)  # fmt: skip
def test_no_request(text: str) -> None:
    assert lines(text) == []


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("a.js", f"x;\nx.open('GET', '{FAR}')"), ("a.mjs", f"\nimport '{FAR}'"),
        ("a.css", f"p {{}}\np {{ background: url({FAR}) }}"), ("a.css", f"\n@import '{FAR}';"),
        ("a.svg", f'<svg>\n<image href="{FAR}"/></svg>'),
        ("a.svg", f"<svg>\n<style>@import url({FAR});</style></svg>"),
    ],
)  # fmt: skip
def test_style_sheets_and_drawings(name: str, text: str) -> None:
    assert lines(text, name) == [2]


def test_a_manifest() -> None:
    assert lines(f'{{"icons": [{{"src": "{FAR}"}}]}}', "m.webmanifest") == [1]
    assert lines('{"start_url": "/", "icons": [{"src": "/ikon.png"}]}', "m.webmanifest") == []


@pytest.mark.parametrize(
    ("name", "text", "found"),
    [
        ("_headers", f"/*\n  Content-Security-Policy: default-src 'none'; connect-src {FAR}\n", [2]),
        ("_headers", f"/*\n  Link: <{FAR}>; rel=preload\n", [2]),
        ("_headers", "/*\n  Link: <//annan.example/x>; rel=preload\n", [2]),
        ("_headers", "/*\n  Content-Security-Policy: script-src wss://annan.example\n", [2]),
        ("_headers", "/*\n  Content-Security-Policy: img-src 'self' data: https://insatser.example\n", []),
        ("_redirects", f"/a/ /b/ 301\n/assets/a.js {FAR} 301\n", [2]),
        ("medier/_headers", f"{FAR}", []),
    ],
)
def test_a_request_that_the_host_is_told_of(name: str, text: str, found: list[int]) -> None:
    assert lines(text, name) == found
