"""What a preview writes itself: the bar above each page, and the page of errors."""

from __future__ import annotations

import html
import re
from collections.abc import Sequence

from generator.pages.handbok import FOLDER
from generator.publish.drafts import Draft
from generator.words.findings import Finding
from generator.words.handbook import page_about

# What the bar's button asks for; each with the state that it leads to.
SHOW, HIDE = "/forhandsvisning/visa-utkast", "/forhandsvisning/dolj-utkast"
_BEFORE = b'<header class="huvud"'
_INSATS = re.compile(r"/insatser/(?P<name>[^/]+/[^/]+)/(?:index\.html)?")
_RECORD = re.compile(r"(?:^|/)insatser/(?P<name>[^/]+/[^/]+)\.yml$")
_DRAFT = "<strong>Det här är ett utkast.</strong> Sidan finns inte på webbplatsen. "
_UNDECIDED = "Inget är beslutat: så skulle den se ut om styrelsen i dag beviljade det som är sökt."
_DECIDED = "Styrelsen har beslutat, men insatsen är pausad eller inte publicerad än."
_FEW = 6  # drafts that the bar lists without being asked
_STYLE = """<style>
.forhand { display: flex; flex-wrap: wrap; gap: .1rem 1.5rem; align-items: baseline; padding: .5rem 1.2rem;
  background: #fff3c4; color: #3a2c00; font-size: .95rem }
.forhand p, .forhand li { margin: 0; max-width: none }
.forhand ul { display: flex; flex-wrap: wrap; gap: .1rem 1.5rem; align-items: baseline;
  margin: 0; padding: 0; list-style: none }
.forhand details { flex-basis: 100% }
.forhand ol { margin: .3rem 0; padding-inline-start: 1.5rem }
.forhand summary { cursor: pointer }
.forhand a, .forhand button { padding: .15rem 0; border: 0; background: none; color: #3a2c00; font: inherit;
  min-height: 0; line-height: inherit; text-decoration: underline; cursor: pointer }
@media print { .forhand { display: none } }
</style>"""
_PAGE = """<!doctype html>
<html lang="sv"><head><meta charset="utf-8"><title>Förhandsvisningen väntar</title>
<meta name="viewport" content="width=device-width, initial-scale=1"><style>
:root {{ color-scheme: light dark; font: 1.05rem/1.6 system-ui, sans-serif }}
body {{ max-width: 46rem; margin: 2rem auto; padding: 0 1rem }}
li {{ margin: 0 0 1rem; padding: .6rem 1rem; border-left: .3rem solid #b3261e }}
li, p {{ overflow-wrap: anywhere }}
code {{ font-size: .95em }}
</style></head><body><main><h1>Det här behöver rättas först</h1>
<p>Webbplatsen byggs om så fort du har sparat. Sidan laddas då om av sig själv.
<a href="/admin/">Till formuläret</a></p>
{drafts}<ul>{items}</ul></main></body></html>"""
_ERRORS_OF_DRAFTS = (
    "<p>Också utkasten läses som om de var offentliga, så felen kan gälla bara dem.</p>"
    f'<form method="post" action="{HIDE}"><button>Dölj utkasten</button></form>'
)


def with_bar(page: bytes, path: str, drafts: Sequence[Draft], *, shown: bool) -> bytes:
    """The page at `path` with the bar before its head; a page without that head, as it is.

    `drafts` are the register's, or those that the site has when they are `shown`.
    """
    before, head, after = page.partition(_BEFORE)
    if not head:
        return page
    return b"".join((before, _bar(path, drafts, shown=shown).encode(), head, after))


def _bar(path: str, drafts: Sequence[Draft], *, shown: bool) -> str:
    insats = _INSATS.fullmatch(path)
    name = insats["name"] if insats is not None else None
    draft = next((one for one in drafts if shown and one.address == f"insatser/{name}/"), None)
    said = "Så här ser webbplatsen ut."
    if draft is not None:
        said = _DRAFT + (_DECIDED if draft.decided else _UNDECIDED)
    elif drafts and shown:
        said = "Också utkasten visas, som om styrelsen hade beviljat dem."
    links = [
        _link(_entry(name), "Ändra insatsen i formuläret")
        if name is not None
        else _link("/admin/", "Formuläret"),
        _link(f"/{FOLDER}/", "Handboken"),
    ]
    if drafts or shown:
        action, words = (HIDE, "Dölj utkasten") if shown else (SHOW, f"Visa utkast ({len(drafts)})")
        links.append(f'<form method="post" action="{action}"><button>{words}</button></form>')
    return (
        f'{_STYLE}<aside class="forhand" aria-label="Förhandsvisning"><p>Förhandsvisning. {said}</p>'
        f"{_list(links)}{_more(drafts, draft) if shown and drafts else ''}</aside>"
    )


def _more(drafts: Sequence[Draft], draft: Draft | None) -> str:
    """Below the bar: the drafts that there are, or on the page of one what its import asked."""
    if draft is None:
        links = [_link(f"/{one.address}", one.name) for one in drafts]
        return _folded(f"Utkast: {len(drafts)}", _list(links), is_open=len(drafts) <= _FEW)
    if not draft.doubts:
        return ""
    asked = "".join(f"<li>{html.escape(doubt)}</li>" for doubt in draft.doubts)
    return _folded(f"Att se efter i ansökan: {len(draft.doubts)}", f"<ol>{asked}</ol>", is_open=False)


def _folded(summary: str, inner: str, *, is_open: bool) -> str:
    return f"<details{' open' if is_open else ''}><summary>{summary}</summary>{inner}</details>"


def _list(items: Sequence[str]) -> str:
    return f"<ul>{''.join(f'<li>{item}</li>' for item in items)}</ul>"


def _link(address: str, words: str) -> str:
    return f'<a href="{html.escape(address)}">{html.escape(words)}</a>'


def error_page(findings: Sequence[Finding], *, drafts: bool = False) -> str:
    """The findings as a page in Swedish; with `drafts` some may be those of drafts alone."""
    items = "".join(map(_error, findings))
    return _PAGE.format(items=items, drafts=_ERRORS_OF_DRAFTS if drafts else "")


def _error(finding: Finding) -> str:
    place = f"{finding.file}:{finding.position}"
    about = page_about(finding.rule)
    more = f" {_link(f'/{FOLDER}/{about}', 'Läs mer i handboken')}" if about is not None else ""
    said = f"<strong>{html.escape(finding.message)}</strong> {html.escape(finding.advice)}"
    line = f"(rad {finding.position.line})"
    record = _RECORD.search(finding.file)
    form = f" · {_link(_entry(record['name']), 'Ändra i formuläret')}" if record is not None else ""
    return f"<li><code>{html.escape(place)}</code> {line}<br>{said}{more}{form}</li>"


def _entry(name: str) -> str:
    return f"/admin/#/collections/insatser/entries/{name}"
