"""Lists of cards as JSON: for `theme/assets/insats-lista.js`, and for those who make a list of their own."""

from __future__ import annotations

from collections.abc import Iterator

from generator.exports.embedding import LISTED, EmbeddedList, all_insatser, card_data, embedded_lists
from generator.exports.interface import Export, File, Json, Release, as_json
from generator.words.licences import LICENCES

MOST = 200  # cards of about 1 kB: a visitor's browser reads the file for the sake of ten of them


def _list(listed: EmbeddedList, cards: dict[str, Json], release: Release) -> bytes:
    site = release.catalogue.site
    return as_json(
        {
            "version": "1",
            "datum": release.catalogue.day.isoformat(),
            "källa": {"namn": site.name, "utgivare": site.publisher, "adress": site.url},
            "licens": LICENCES[site.licence].url,
            "titel": listed.title,
            "adress": release.url(listed.address),
            "antal": len(listed.insatser),
            "insatser": [cards[one.id] for one in listed.insatser[:MOST]],
        },
        indent=None,
    )


def _files(release: Release) -> Iterator[File]:
    cards: dict[str, Json] = {one.id: card_data(one, release) for one in release.catalogue.insatser}
    yield f"{LISTED}alla.json", _list(all_insatser(release), cards, release)
    for listed in embedded_lists(release):
        yield f"{LISTED}{listed.address.rstrip('/')}.json", _list(listed, cards, release)


EXPORT = Export(
    name="listor",
    title="Listor att bädda in",
    text="Korten i en lista, som JSON, för webbplatser som visar dem. Varje förbund och målgrupp har en egen "
    f"fil. I varje fil står de {MOST} första, och antal säger hur många som finns. Sidan Bädda in visar hur "
    "listan används.",
    shown={f"{LISTED}alla.json": "application/json"},
    files=_files,
)
