"""What the search knows of an insats beside its text: facets, sort keys and words."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from generator.pages.front_matter import Facts, Meta, present
from generator.pages.intake import INTAKE_LABELS, intake
from generator.pages.searched import searched_words
from generator.pages.words import STATUSES
from generator.public.catalogue import Catalogue
from generator.public.insats import PublicInsats
from generator.words.kommuner import kommuner, lan
from generator.words.swedish import sort_key

# (value in the address, lowest and highest age): an insats is in every band that its ages overlap.
AGES = (
    ("0-15", 0, 15),
    ("16-19", 16, 19),
    ("20-24", 20, 24),
    ("25-29", 25, 29),
    ("30-44", 30, 44),
    ("45-64", 45, 64),
    ("65-", 65, 200),
)
_AGE_LABELS = {"0-15": "Under 16 år", "65-": "65 år och äldre"}
NO_AGES = "utan-grans"
_STATUS_SLUGS = {"pågående": "pagaende", "kommande": "kommande", "avslutad": "avslutad"}
_MOST_YEARS = 30  # a decided time is shorter; an open one must not fill the list

Values = dict[str, str]  # value in the address → label


@dataclass(frozen=True)
class Facet:
    """A way to narrow a search. `name` is its parameter in the address and its filter in the index.

    `order` tells what its values are sorted by, from value and label; `open` facets are seen at once;
    `long` ones may have hundreds of values and get a field to find them by.
    """

    name: str
    title: str
    values: Callable[[PublicInsats, Catalogue], Values]
    order: Callable[[str, str], tuple[str, ...]] = lambda _, label: sort_key(label)
    open: bool = False
    long: bool = False


def _forbund(insats: PublicInsats, catalogue: Catalogue) -> Values:
    forbund = catalogue.forbund.get(insats.forbund)
    return {forbund.id: forbund.name} if forbund else {}


def _kommuner(insats: PublicInsats, _catalogue: Catalogue) -> Values:
    names = kommuner()
    return {code: names[code] for code in insats.kommuner if code in names}


def _lan(insats: PublicInsats, _catalogue: Catalogue) -> Values:
    names = lan()
    return {code[:2]: names[code[:2]] for code in insats.kommuner if code[:2] in names}


def _status(insats: PublicInsats, _catalogue: Catalogue) -> Values:
    status = insats.status or ""
    return {_STATUS_SLUGS[status]: STATUSES[status]} if status in STATUSES else {}


def _intake(insats: PublicInsats, catalogue: Catalogue) -> Values:
    state = intake(insats, catalogue.day).state
    return {state.value: INTAKE_LABELS[state]}


def _years(insats: PublicInsats, catalogue: Catalogue) -> Values:
    """Each calendar year of the decided time; of one without an end up to the build's own year."""
    if insats.period is None:
        return {}
    start, end = insats.period.start, insats.period.end
    if start is None:
        years = range(end.year, end.year + 1) if end else range(0)
    else:
        last = end.year if end else max(start.year, catalogue.day.year)
        years = range(start.year, min(last, start.year + _MOST_YEARS) + 1)
    return {str(year): str(year) for year in years}


def _ages(insats: PublicInsats, _catalogue: Catalogue) -> Values:
    if insats.age_from is None and insats.age_to is None:
        return {NO_AGES: "Ingen åldersgräns angiven"}
    low = 0 if insats.age_from is None else insats.age_from
    high = 200 if insats.age_to is None else insats.age_to
    return {
        value: _AGE_LABELS.get(value, f"{value.replace('-', '–')} år")
        for value, lowest, highest in AGES
        if low <= highest and high >= lowest
    }


_AGE_ORDER = [*(value for value, _, _ in AGES), NO_AGES]
_INTAKE_ORDER = [state.value for state in INTAKE_LABELS]
_STATUS_ORDER = list(_STATUS_SLUGS.values())


def _listed(order: list[str]) -> Callable[[str, str], tuple[str, ...]]:
    return lambda value, _: (f"{order.index(value):02}",)


FACETS = (
    Facet("intag", "Intag", _intake, _listed(_INTAKE_ORDER), open=True),
    Facet("kommun", "Kommun", _kommuner, open=True, long=True),
    Facet(
        "malgrupp",
        "Målgrupp",
        lambda insats, _: {term.slug: term.label for term in insats.target_groups},
        open=True,
        long=True,
    ),
    Facet("alder", "Ålder", _ages, _listed(_AGE_ORDER)),
    Facet("status", "Status", _status, _listed(_STATUS_ORDER)),
    Facet("lan", "Län", _lan, long=True),
    Facet("forbund", "Samordningsförbund", _forbund, long=True),
    Facet("metod", "Metod", lambda insats, _: {term.slug: term.label for term in insats.methods}, long=True),
    Facet(
        "inriktning",
        "Inriktning",
        lambda insats, _: {insats.kind.slug: insats.kind.label} if insats.kind else {},
    ),
    Facet("ar", "År", _years, lambda value, _: (str(9999 - int(value)),)),
)


def _sorting(insats: PublicInsats, card: Facts) -> Facts:
    """Keys that sort as text, but for `belopp`, a number; `intag` sorts as the lists of the site do.

    Each insats has all: the search leaves out what lacks the key that it sorts by. The unknown sort as the
    oldest and smallest, so they come last where the newest and largest come first.
    """
    start = insats.period.start if insats.period else None
    name = " ".join(sort_key(insats.name)[0].split())
    return {
        "intag": f"{_INTAKE_ORDER.index(str(card['intagslage']))} {name}",
        "start": start.first_day.isoformat() if start else "0000-00-00",
        "belopp": str(insats.granted_total or 0),
        "namn": name,
    }


def search_data(insats: PublicInsats, catalogue: Catalogue, card: Facts) -> Facts:
    """`{ord, filter: [{namn, varde}], sortering: {intag, start, belopp, namn}, traff: [{namn, varde}]}`.

    `traff` is the card: a hit shows what a list shows, the attribution and the example mark included.
    Drawn by `partials/sokdata.html`.
    """
    filters: list[Meta] = [
        {"namn": facet.name, "varde": value} for facet in FACETS for value in facet.values(insats, catalogue)
    ]
    shown: list[Meta] = [
        # Pagefind takes a title from the page's heading unless it is told one.
        {"namn": "title" if name == "namn" else name, "varde": value}
        for name, value in card.items()
        if isinstance(value, str)
    ]
    return present(
        ord=searched_words(insats, catalogue, card),
        filter=filters,
        sortering=_sorting(insats, card),
        traff=shown,
    )


def offered(facet: Facet, insatser: Iterable[PublicInsats], catalogue: Catalogue, also: Values) -> list[Meta]:
    """`[{varde, text, antal}]`: the values that some public insats has, and `also`, in the facet's order."""
    labels: Values = dict(also)
    counts: dict[str, int] = {}
    for insats in insatser:
        for value, label in facet.values(insats, catalogue).items():
            labels[value] = label
            counts[value] = counts.get(value, 0) + 1
    known = sorted(labels.items(), key=lambda pair: (facet.order(*pair), pair[0]))
    return [{"varde": value, "text": label, "antal": counts.get(value, 0)} for value, label in known]
