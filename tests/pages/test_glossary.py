"""Words explained in place: the first mention on a page, whole words, and an anchor that exists."""

from __future__ import annotations

import pytest
from markdown.extensions.toc import slugify  # type: ignore[import-untyped]
from mkdocs.utils.meta import get_data

from generator.pages import render
from generator.pages.glossary import anchor, glossary
from generator.pages.markdown import to_markdown
from generator.public.insats import PublicSection
from generator.words.vocabularies import Term
from tests import public_values as v


def marked(text: str, *terms: Term) -> str:
    words = terms or (v.SUS, Term("part", "Part", "En av flera.", forms=("part",)))
    known = glossary(v.catalogue(glossary=words, methods=v.vocabulary("metoder")))
    return to_markdown(text, known.linker("../../", {}))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Det redovisas i SUS.", "Det redovisas i [SUS](../../ordlista.md#sus)."),
        ("SUS och SUS igen", "[SUS](../../ordlista.md#sus) och SUS igen"),
        ("Hos parterna", "Hos [parterna](../../ordlista.md#part)"),
        ("- SUS\\n- part", "- [SUS](../../ordlista.md#sus)\\n- [part](../../ordlista.md#part)"),
        ("Sus och sus, SUSanna, SUS-rapport, xSUS", None),
        ("partner, samverkanspart, apart", None),
        ("**SUS**", "**SUS**"),
        ("[SUS](https://sus.example/)", "[SUS](https://sus.example/)"),
    ],
)
def test_the_first_mention_of_a_whole_word_is_linked(text: str, expected: str | None) -> None:
    text, expected = text.replace("\\n", "\n"), expected and expected.replace("\\n", "\n")
    assert marked(text) == (text.replace("-rapport", "-rapport") if expected is None else expected)


def test_the_longest_word_is_taken() -> None:
    short, long = Term("nns", "NNS", "a", forms=("NNS",)), Term("i", "NNS index", "b", forms=("NNS index",))
    assert marked("NNS index", short, long) == "[NNS index](../../ordlista.md#nns-index)"


@pytest.mark.parametrize(
    "label", ["SUS", "Försörjningsstöd", "IPS (Individual Placement)", "A_b – c", "Åäö: é"]
)
def test_an_anchor_is_what_markdown_makes_of_the_heading(label: str) -> None:
    assert anchor(label) == slugify(label, "-")


def test_the_page_of_an_insats_carries_the_explanations_of_its_words() -> None:
    insats = v.insats(sections=(PublicSection("metod", "Mäts i SUS av insatsägaren."),))
    tree = render(v.catalogue(insats), {})
    body, front = get_data(tree["insatser/gavleborg/rakna-med-mig.md"])
    assert "[insatsägaren](../../ordlista.md#insatsagare)" in body
    told = {row["ankare"]: row["forklaring"] for row in front["ordlista"] if "ankare" in row}
    assert told == {"sus": v.SUS.explanation, "insatsagare": "Den som driver."}
    assert "## Insatsägare" in tree["ordlista.md"]


def test_a_register_without_a_glossary_links_nothing() -> None:
    empty = v.catalogue(glossary=(), methods=v.vocabulary("metoder"))
    assert to_markdown("SUS", glossary(empty).linker("", {})) == "SUS"
