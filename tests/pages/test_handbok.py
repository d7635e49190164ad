"""The handbook's Markdown as pages of a tree: titles, groups, links, and code left alone."""

from __future__ import annotations

import pytest
from mkdocs.utils.meta import get_data

from generator.pages.handbok import handbook_pages

INDEX = """# Handbok

Läs [Ett](ett.md).

## Gör

- [Ett](ett.md): det första
- [Två](tva.md): det andra

## Annat

- [Tre](tre.md)
- [Servern](../vardskap/README.md): för drift
"""
ONE = """# Ett &

Se [två](tva.md#någon-tar-tillbaka), [index](README.md), [här](#en-rubrik), [ute](https://exempel.example/a.md)
och [hotmodellen](../threat-model.md). ![En bild](bilder/en.webp) Skriv `[inte](ett.md)` så.

## En rubrik

```markdown
[om registret](om.md)
```

    ./insats check
"""
TEXTS = {"README.md": INDEX, "ett.md": ONE, "tva.md": "# Två\n\nText.\n", "tre.md": "# Tre\n\nText.\n"}


@pytest.fixture(scope="module")
def tree() -> dict[str, str]:
    return handbook_pages(TEXTS, ["bilder/en.webp"])


def test_each_text_is_a_page_and_the_readme_its_index(tree: dict[str, str]) -> None:
    assert sorted(tree) == ["handbok/ett.md", "handbok/index.md", "handbok/tre.md", "handbok/tva.md"]


def test_the_readme_is_the_order_and_each_page_knows_its_place(tree: dict[str, str]) -> None:
    _, facts = get_data(tree["handbok/ett.md"])
    assert facts["title"] == "Ett &"
    assert facts["template"] == "handbok.html"
    assert facts["robots"] == "noindex"
    assert facts["brodsmulor"] == [{"text": "Handbok", "adress": "handbok/"}]
    assert facts["handbok"] == [
        {
            "rubrik": "Gör",
            "sidor": [
                {"text": "Ett", "adress": "handbok/ett/", "har": "ja"},
                {"text": "Två", "adress": "handbok/tva/"},
            ],
        },
        {"rubrik": "Annat", "sidor": [{"text": "Tre", "adress": "handbok/tre/"}]},
    ]
    following = {name: get_data(text)[1].get("nasta") for name, text in tree.items()}
    assert following["handbok/index.md"] == {"text": "Ett", "adress": "handbok/ett/"}
    assert following["handbok/tva.md"] == {"text": "Tre", "adress": "handbok/tre/"}
    assert following["handbok/tre.md"] is None
    assert "brodsmulor" not in get_data(tree["handbok/index.md"])[1]


def test_links_lead_to_pages_and_other_files_are_named(tree: dict[str, str]) -> None:
    text = tree["handbok/ett.md"]
    for link in (
        "[två](tva.md#nagon-tar-tillbaka)",
        "[index](index.md)",
        "[här](#en-rubrik)",
        "[ute](https://exempel.example/a.md)",
        "hotmodellen, filen `docs/threat-model.md`",
        "![En bild](bilder/en.webp)",
    ):
        assert link in text
    assert "Servern, filen `docs/vardskap/README.md`" in tree["handbok/index.md"]


def test_code_stands_as_it_is_written(tree: dict[str, str]) -> None:
    assert "`[inte](ett.md)`" in tree["handbok/ett.md"]
    assert "```markdown\n[om registret](om.md)\n```" in tree["handbok/ett.md"]
    assert "    ./insats check" in tree["handbok/ett.md"]
