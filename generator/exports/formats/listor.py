"""Lists of cards as JSON: for `theme/assets/insats-lista.js`, and for those who make a list of their own."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from generator.exports.embedding import LISTED, card_data, everything, lists
from generator.exports.envelope import heading
from generator.exports.interface import Export, File, Json, Release, as_json
from generator.indexes.interface import IndexPage
from generator.public.insats import PublicInsats

MOST = 200  # cards of about 1 kB: a visitor's browser reads the file for the sake of ten of them


def _list(
    listed: IndexPage, insatser: Sequence[PublicInsats], cards: Mapping[str, Json], release: Release
) -> bytes:
    return as_json(
        heading(release)
        | {
            "titel": listed.title,
            "adress": release.url(listed.address),
            "antal": len(insatser),
            "insatser": [cards[one.id] for one in insatser[:MOST]],
        },
        indent=None,
    )


def _files(release: Release) -> Iterator[File]:
    cards: dict[str, Json] = {one.id: card_data(one, release) for one in release.catalogue.insatser}
    yield f"{LISTED}alla.json", _list(*everything(release), cards, release)
    for listed, insatser in lists(release):
        yield f"{LISTED}{listed.address.rstrip('/')}.json", _list(listed, insatser, cards, release)


EXPORT = Export(
    name="listor",
    title="Listor att bädda in",
    text="Korten i en lista, som JSON, för webbplatser som visar dem. Varje förbund och målgrupp har en egen "
    f"fil. I varje fil står de {MOST} första, och antal säger hur många som finns. Sidan Bädda in visar hur "
    "listan används.",
    shown=(f"{LISTED}alla.json",),
    files=_files,
)
