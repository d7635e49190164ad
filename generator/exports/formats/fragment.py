"""HTML without script or style beside each page of `/badda-in/`, for a server to put into its own pages."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape

from generator.exports.embedding import lists
from generator.exports.interface import Export, File, Release
from generator.pages.front_matter import Facts
from generator.pages.inbaddad import FOLDER
from generator.pages.lists import PER_PAGE
from generator.pages.words import counted
from generator.public.insats import PublicInsats
from generator.words.dates import swedish_date


def _link(text: str, address: str) -> str:
    return f'<a href="{escape(address)}">{escape(text)}</a>'


def _lines(card: Facts) -> Iterator[str]:
    """Every fact of a card but its name, each a text without markup."""

    def text(key: str) -> str:
        return str(card.get(key, ""))

    yield text("exempel")
    yield ", ".join(part for part in map(text, ("intag", "plats", "alder")) if part)
    yield text("sammanfattning")
    for word, key in (("För", "malgrupper"), ("Förbund", "forbund")):
        yield f"{word}: {text(key)}" if text(key) else ""
    yield text("erkannande")


def _card(insats: PublicInsats, release: Release, rank: int) -> str:
    name = f"<h{rank}>{_link(insats.name, release.url(insats.address))}</h{rank}>"
    lines = (f"<p>{escape(line)}</p>" for line in _lines(release.view.cards[insats.id]) if line)
    return "\n".join((name, *lines))


def _fragment(parts: Iterator[str] | list[str], release: Release) -> bytes:
    day = f"<p>Uppgifterna gäller den {swedish_date(release.catalogue.day)}.</p>"
    return "\n".join(('<section class="insatskatalogen" lang="sv">', *parts, day, "</section>\n")).encode()


def _files(release: Release) -> Iterator[File]:
    catalogue = release.catalogue
    whole = f"Se hela listan i {catalogue.site.name}"
    for listed, insatser in lists(release):
        total = len(insatser)
        parts = [f"<h2>{escape(listed.title)}</h2>"]
        if total:
            cards = (f"<li>\n{_card(one, release, 3)}\n</li>" for one in insatser[:PER_PAGE])
            parts += ["<ul>", *cards, "</ul>"]
        else:
            parts.append(f"<p>{escape(listed.empty)}</p>")
        way = f"Se alla {counted(total)} i {catalogue.site.name}" if total > 1 else whole
        parts.append(f"<p>{_link(way, release.url(listed.address))}</p>")
        yield f"{FOLDER}{listed.address}fragment.html", _fragment(parts, release)
    for one in catalogue.insatser:
        more = _link(f"Läs mer i {catalogue.site.name}", release.url(one.address))
        parts = [_card(one, release, 2), f"<p>{more}</p>"]
        yield f"{FOLDER}{one.address}fragment.html", _fragment(parts, release)


EXPORT = Export(
    name="fragment",
    title="HTML att bädda in",
    text="En bit HTML för varje lista och insats, för den som hämtar texten på servern.",
    shown=(),
    files=_files,
)
