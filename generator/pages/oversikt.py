"""The overview: the register in numbers, each diagram with the same numbers as a table."""

from __future__ import annotations

from collections.abc import Iterable

from generator.charts.scale import short_kronor
from generator.pages import counts
from generator.pages.diagram import Figure, figure
from generator.pages.front_matter import Facts, Meta, page, present
from generator.pages.intake import IntakeState
from generator.pages.markdown import to_markdown
from generator.pages.oversikt_karta import kommuner_map
from generator.pages.oversikt_metoder import pairs_matrix
from generator.pages.oversikt_pengar import forbund_table, money_by_year
from generator.pages.oversikt_tider import times
from generator.pages.view import View
from generator.public.catalogue import Catalogue
from generator.public.insats import PublicInsats
from generator.words.dates import swedish_date
from generator.words.money import swedish_kronor, swedish_number

ADDRESS = "oversikt/"
_LEAD = (
    "Här är {whose} i siffror den {day}. Siffrorna räknar insatser och pengar, aldrig människor: få personer "
    "på en liten ort kan gå att känna igen, så antalet deltagare står bara på insatsens egen sida. Bara det "
    "som är beslutat och får visas är med. Där det står 1 är det en enda insats."
)


def examples(insatser: Iterable[PublicInsats]) -> str | None:
    """What has to be said of numbers that count these insatser; None when none of them is an example."""
    marks = [insats.example for insats in insatser]
    found = sum(marks)
    if not found:
        return None
    if found == len(marks):
        return "Siffrorna kommer bara från exempel. Besluten i dem är påhittade."
    what = "En insats" if found == 1 else f"{swedish_number(found)} insatser"
    return f"{what} av {swedish_number(len(marks))} i siffrorna är exempel. Besluten i exemplen är påhittade."


def _known(money: counts.Money, total: int) -> str:
    """For how many insatser the sum is known."""
    told = f"Beloppet är känt för {swedish_number(money.known)} av {swedish_number(total)} insatser."
    if money.partly:
        told += f" För {swedish_number(money.partly)} till är det känt för en del av tiden."
    return told


def _key_figures(view: View, money: counts.Money) -> list[Meta]:
    """`[{tal, text, not?, adress?}]`."""
    insatser = view.catalogue.insatser
    states = [view.intakes[insats.id].state for insats in insatser]
    ongoing = sum(insats.status == "pågående" for insats in insatser)
    forbund = len({insats.forbund for insats in insatser})
    places = len(counts.per_kommun(insatser))
    per_forbund = present(tal=swedish_number(forbund), text="förbund med minst en insats", adress="forbund/")
    figures: list[Meta] = [
        present(tal=swedish_number(len(insatser)), text="insatser i registret", adress="insatser/"),
        present(tal=swedish_number(ongoing), text="pågår nu", adress="status/pagaende/"),
        present(
            tal=swedish_number(states.count(IntakeState.OPEN)),
            text="tar emot nya nu",
            anm="De andra har stängt, har inte börjat eller säger inte hur länge de tar emot.",
        ),
        *([per_forbund] if view.catalogue.own is None else []),
        present(tal=swedish_number(places), text="kommuner med minst en insats", adress="kommuner/"),
    ]
    if money.counted:
        figures.append(
            present(
                tal=short_kronor(money.total),
                text="beviljat sammanlagt",
                anm=f"{swedish_kronor(money.total)}. {_known(money, len(insatser))}",
            )
        )
    return figures


def _figures(view: View, money: counts.Money) -> list[Facts]:
    insatser = view.catalogue.insatser
    timed = tuple(insats for insats in insatser if counts.years_of(insats))
    placed = tuple(insats for insats in insatser if insats.kommuner)
    paired = tuple(insats for insats in insatser if insats.target_groups and insats.methods)
    wanted: Iterable[tuple[Figure | None, counts.Insatser]] = (
        (money_by_year(view.catalogue, money), money.counted),
        (times(view.catalogue, timed), timed),
        (kommuner_map(view.catalogue, placed), placed),
        (pairs_matrix(view.catalogue, paired), paired),
    )
    return [figure(one, examples(counted)) for one, counted in wanted if one is not None]


def _whose(catalogue: Catalogue) -> str:
    return f"insatserna från {catalogue.own.name}" if catalogue.own else "registret"


def overview_facts(view: View) -> Facts:
    """Key figures and figures: `{title, description, exempel?, tal?, diagram?, forbundstabell?, tomt?}`."""
    catalogue = view.catalogue
    own = catalogue.own
    money = counts.money(catalogue.insatser)
    some = bool(catalogue.insatser)
    return present(
        title="Översikt",
        description=f"Nyckeltal, pengar, tider och en karta: {_whose(catalogue)} i siffror.",
        template="oversikt.html",
        exempel=examples(catalogue.insatser),
        tal=_key_figures(view, money) if some else None,
        diagram=_figures(view, money),
        forbundstabell=forbund_table(catalogue, money) if some and own is None else None,
        tomt=None if some else "Just nu finns inga publicerade insatser, så det finns inga siffror att visa.",
    )


def overview_page(view: View) -> str:
    """The page at `oversikt/`, drawn by `theme/oversikt.html`; of an empty register it says just that."""
    catalogue = view.catalogue
    lead = _LEAD.format(whose=_whose(catalogue), day=swedish_date(catalogue.day))
    return page(overview_facts(view), to_markdown(lead) if catalogue.insatser else "")
