"""Hostile text in every field of everything, through the real engine and the real templates."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import cycle
from pathlib import Path
from types import MappingProxyType

import pytest

from generator.engines.mkdocs import ENGINE
from generator.exports.dictionary import data_pages
from generator.pages import render
from generator.public.catalogue import Catalogue
from generator.public.insats import (
    PublicBudget,
    PublicCost,
    PublicDecision,
    PublicDocument,
    PublicGoal,
    PublicInsats,
    PublicParticipants,
    PublicParty,
    PublicReferral,
    PublicSection,
)
from generator.words.dates import parse_partial_date as when
from generator.words.vocabularies import Term
from tests import public_values as v
from tests.pages.hostile import OWN, Page, bad_links, corpora
from tests.theme.conftest import job, own_pages


def poisoned(number: int, texts: Sequence[str]) -> PublicInsats:
    """An insats in which every text is one of `texts`, and each of them is in a section and a fact."""
    given = cycle(texts)

    def text() -> str:
        return next(given)

    def term(name: str) -> Term:
        return Term(name, text(), text(), priority=True)

    def party() -> PublicParty:
        return PublicParty(text(), text(), text())

    return v.insats(
        slug=f"p-{number}",
        name=text(),
        other_names=tuple(texts),
        kind=term("kind"),
        attribution=text(),
        example=True,
        reference=text(),
        decisions=(PublicDecision(text(), when("2025"), text(), text(), 1, None),),
        owner=party(),
        parties=tuple(party() for _ in texts),
        target_groups=(term("grupp"),),
        methods=(term("metod"),),
        follow_up_systems=(term("system"),),
        participants=(PublicParticipants(1, text(), text()),),
        summary=text(),
        sections=tuple(PublicSection("bakgrund", one) for one in texts),
        goals=tuple(PublicGoal(text(), one, text(), text()) for one in texts),
        referral=PublicReferral(text(), text(), text(), text()),
        budget=PublicBudget(1, 1, ((2025, 1),), (PublicCost(text(), 1, None),), text()),
        persons=tuple(
            v.person(role=text(), name=one, title=text(), organisation=text(), email=one, phone=text())
            for one in texts
        ),
        documents=tuple(PublicDocument(text(), text(), one, None) for one in texts),
        relations=(v.relation("förlänger", "gavleborg-p-0"),),
        search_words=tuple(texts),
        source_document=text(),
    )


def register(texts: Sequence[str], size: int) -> Catalogue:
    chunks = [texts[start : start + size] for start in range(0, len(texts), size)]
    first = cycle(texts)

    def text() -> str:
        return next(first)

    terms = [Term(f"ord-{n}", text(), text(), priority=True) for n in range(min(len(texts), 40))]
    forbund = v.forbund(
        name=text(), about=text(), web=text(), email=text(), phone=text(), postal_address=text()
    )
    return v.catalogue(
        *(poisoned(number, chunk) for number, chunk in enumerate(chunks)),
        forbund=MappingProxyType({"gavleborg": forbund}),
        target_groups=v.vocabulary("m", *terms),
        methods=v.vocabulary("m", *terms),
        site=v.site(
            description=text(), publisher=text(), section_titles=MappingProxyType({"bakgrund": text()})
        ),
    )


def build(texts: Sequence[str], size: int, folder: Path) -> dict[str, str]:
    catalogue = register(texts, size)
    work = job(render(catalogue, own_pages(), data_pages(catalogue)), folder)
    ENGINE.build(work)
    return {str(file): file.read_text("utf-8") for file in work.site.rglob("*.html")}


# The forms and scripts of the theme itself: these tags, letter for letter, and no others.
OURS = re.compile(
    r'<form class="(?:huvud-sok|tre-val)" action="[./]*sok/" method="get"'
    r'|<form class="sok" id="sok" action="[./]*" method="get"'
    r'|<script (?:type="module" |defer )?src="[./]*assets/[a-z]+\.js"(?: type="module"| defer)?></script>'
    r'|<script type="application/ld\+json">[^<>]*</script>'  # data: no sign in it can end the element
    r'|<base target="_top">'
)


def assert_clean(pages: dict[str, str]) -> None:
    for path, html in pages.items():
        page = Page(html)
        assert page.faults == [], path
        assert bad_links(page.links) == [], path
        foreign = OURS.sub("", html).lower()
        assert re.search(r"<(?:script|img|iframe|object|embed|style|base|form)\b", foreign) is None, path


def test_own_hostile_text_in_every_field(tmp_path: Path) -> None:
    pages = build(OWN, len(OWN), tmp_path)
    assert_clean(pages)
    html = next(html for path, html in pages.items() if path.endswith("p-0/index.html"))
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in html  # shown, not swallowed
    links = {link for html in pages.values() for link in Page(html).links}
    assert "https://evil.example/auto" not in links
    assert not any("x.png" in link for link in links)


@pytest.mark.corpus
def test_corpora_in_every_field(tmp_path: Path) -> None:
    texts = corpora()
    pages = build(texts, 60, tmp_path)
    assert len(pages) > 100
    assert_clean(pages)
