"""Hostile and odd strings, and what a page may consist of whatever they say."""

from __future__ import annotations

import json
from html.parser import HTMLParser
from pathlib import Path

import pytest

CORPORA = Path(__file__).parents[3] / "shared" / "corpora"

OWN = (
    "<script>alert(1)</script>",
    "<img src=https://evil.example/x.png onerror=alert(1)>",
    "</p></div></main><iframe src='javascript:alert(1)'></iframe>",
    '"><svg onload=alert(1)>',
    "' onmouseover='alert(1)",
    "![bild](https://evil.example/bild.png)",
    "[klicka](javascript:alert(1))",
    "[klicka](data:text/html;base64,PHNjcmlwdD4=)",
    "[a][b]\n\n[b]: https://evil.example/",
    "<https://evil.example/auto>",
    "https://evil.example/bar adress",
    "# Rubrik\n\nRubrik\n======\n\nRubrik\n------",
    "```html\n<b>kod</b>\n```",
    "~~~\nkod\n~~~",
    "    indragen kod\n\n\tmed tabb",
    "a | b\n--- | ---\n1 | 2",
    "- a | b\n- --- | ---\n- 1 | 2",
    "- \n- ---\n- ===",
    "> citat\n> > citat i citat",
    "1. ett\n2. två\n1) ett",
    "12345678901234. punkt",
    "***\n\n---\n\n___\n\n- - -",
    "[TOC]\n\n[^1]: fotnot\n\n*[HTML]: förkortning",
    "{: onclick=alert(1) }\n\n{#id .klass}",
    "{{ config.site_name }} {% include 'secret' %} {# kommentar #}",
    '**fet <b>**[<i>](https://ok.example/?a=1&copy;="2)',
    "__fet__ _kursiv_ *kursiv* ***båda*** `kod` ~~struken~~ ==märkt== ^^in^^ H~2~O x^2^",
    "---\ntitle: kapad\ntemplate: main.html\n---\n\n...\n",
    "&lt;script&gt; &#60;script&#62; &amp;amp; &copy; &notentity",
    "\x00\x01\x02klzzwxh:0001\x03\x1b[31m\x7f\x85\u2028\u2029\ufeff\u202e",
    "\u0002amp\u0003 wzxhzdk:0 :smile: :material-heart: @namn #1 (c) -- --- ...",
    "\\<b\\> \\\\ \\* slut på rad\\",
    "<!-- kommentar -->\n<?php echo 1 ?>\n<![CDATA[x]]>\n<!DOCTYPE html>",
    "term\n:   förklaring\n\n!!! note\n    ruta\n\n??? hej",
    "<details open ontoggle=alert(1)>\n\n<div markdown=1>\n\n# x",
    "\ud83d\ude00".encode("utf-16", "surrogatepass").decode("utf-16") + " \u0301å ﷽ ".strip(),
)

_TAGS = frozenset(
    {
        *("html", "head", "meta", "title", "link", "body", "header", "nav", "main", "footer", "article"),
        *("section", "div", "h1", "h2", "h3", "p", "ul", "ol", "li", "dl", "dt", "dd", "a", "span", "strong"),
        *("em", "table", "caption", "thead", "tbody", "tr", "th", "td", "button", "svg", "circle"),
        *("details", "summary", "figure", "figcaption", "blockquote"),
        *("tfoot", "desc", "defs", "pattern", "path", "rect", "line", "text"),
        *("form", "label", "input", "select", "optgroup", "option"),
        *("fieldset", "legend", "noscript", "script", "template", "base", "pre", "code"),
    }
)
_ATTRIBUTES = frozenset(
    {
        *("lang", "charset", "name", "content", "http-equiv", "href", "rel", "type", "as", "crossorigin"),
        *("class", "id", "tabindex", "role", "scope", "aria-hidden", "aria-current", "aria-label"),
        *("aria-labelledby", "focusable", "viewbox", "width", "height", "cx", "cy", "r"),
        *(
            "x",
            "y",
            "x1",
            "x2",
            "y1",
            "y2",
            "dx",
            "dy",
            "d",
            "fill",
            "text-anchor",
            "transform",
            "patternunits",
        ),
        *("popover", "popovertarget", "popovertargetaction"),
        *("target", "action", "method", "for", "value", "placeholder", "autocomplete", "enterkeyhint"),
        *("autocapitalize", "hidden", "open", "src"),
        *("data-del", "data-facett", "data-rot", "data-rubrik", "data-smaord"),
        "label",
        *("min", "max", "inputmode", "property"),
        *(
            "data-pagefind-body",
            "data-pagefind-filter",
            "data-pagefind-index-attrs",
            "data-pagefind-meta",
            "data-pagefind-sort",
            "data-varde",
        ),
    }
)
_VOID = frozenset({"meta", "link", "circle", "input", "base"})


class Page(HTMLParser):
    """A page's faults, links and text."""

    def __init__(self, html: str) -> None:
        super().__init__(convert_charrefs=True)
        self.faults: list[str] = []
        self.links: list[str] = []
        self.ids: list[str] = []
        self.text = ""
        self._open: list[str] = []
        self.feed(html)
        self.close()
        if self._open:
            self.faults.append(f"not closed: {self._open}")

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag not in _TAGS:
            self.faults.append(f"<{tag}>")
        if tag not in _VOID:
            self._open.append(tag)
        for name, value in attrs:
            if name not in _ATTRIBUTES:
                self.faults.append(f"<{tag} {name}>")
            if name == "href":
                self.links.append(value or "")
            if name == "id":
                self.ids.append(value or "")

    def handle_endtag(self, tag: str) -> None:
        if tag in _VOID:
            return
        if not self._open or self._open.pop() != tag:
            self.faults.append(f"stray </{tag}>")

    def handle_comment(self, data: str) -> None:
        self.faults.append(f"comment {data[:20]!r}")

    def handle_pi(self, data: str) -> None:
        self.faults.append(f"<?{data[:20]!r}")

    def unknown_decl(self, data: str) -> None:
        self.faults.append(f"<![{data[:20]!r}")

    def handle_data(self, data: str) -> None:
        self.text += data


def bad_links(links: list[str]) -> list[str]:
    """Those whose scheme is none of https, http and mailto (relative ones have none)."""
    schemes = [(link, link.partition(":")[0]) for link in links if ":" in link.partition("/")[0]]
    return [link for link, scheme in schemes if scheme not in ("https", "http", "mailto")]


def corpora() -> list[str]:
    """Every line of the two corpora; skips the test where they are absent."""
    lists = (CORPORA / "payloadbox-xss/Intruder/xss-payload-list.txt", CORPORA / "blns/blns.json")
    for file in lists:
        if not file.exists():
            pytest.skip(f"hostile corpus {file} is not here")
    lines = lists[0].read_text("utf-8", errors="replace").splitlines()
    naughty: list[str] = json.loads(lists[1].read_text("utf-8"))
    return [text for text in [*lines, *naughty] if text.strip()]
