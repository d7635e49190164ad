"""The search of a finished site: told only what may be known, and audited as every other byte."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.publish import drawing
from generator.search import FOLDER, SearchError, build_search
from tests.sites import Built, Place, digests, files, mentions, readable, rules

PAGE = "insatser/exempelbygden/vagen-vidare/index.html"


def index(built: Built) -> dict[str, str]:
    return {name: text for name, text in built.texts.items() if name.startswith(f"{FOLDER}/")}


def test_every_public_insats_is_in_the_index(place: Place) -> None:
    fragments = {name: text for name, text in index(place.build()).items() if "fragment" in name}
    assert len(fragments) == 2
    assert mentions(fragments, "/insatser/exempelbygden/vagen-vidare/")
    assert not mentions(fragments, "Registret visar insatser")


@pytest.mark.parametrize("channel", ["portal", "forbundswebb:exempelbygden"])
def test_a_withheld_name_in_a_fragment_alone_stops_the_build(
    place: Place, monkeypatch: pytest.MonkeyPatch, channel: str
) -> None:
    standing = place.build(channel)
    assert standing.result.published is not None
    before = digests(standing.out)

    def planted(site: Path, expected: int) -> None:
        page = site / PAGE
        clean = page.read_text("utf-8")
        page.write_text(clean.replace('"xqinsats ', '"xqinsats tova lindeby ', 1), "utf-8")
        build_search(site, expected)
        page.write_text(clean, "utf-8")

    monkeypatch.setattr(drawing, "build_search", planted)
    result = place.build(channel).result
    assert result.published is None
    told = {(finding.file.partition("/")[0], finding.rule) for finding in result.findings}
    assert told == {(FOLDER, "granskning")}
    assert any("fragment" in finding.file for finding in result.findings)
    assert not any("Lindeby" in str(finding) for finding in result.findings)
    assert digests(standing.out) == before


def test_a_search_that_fails_publishes_nothing(place: Place, monkeypatch: pytest.MonkeyPatch) -> None:
    def failing(_site: Path, _expected: int) -> None:
        raise SearchError("Sökningen fick med 1 insatser av 2.")

    standing = place.build()
    before = digests(standing.out)
    monkeypatch.setattr(drawing, "build_search", failing)
    result = place.build().result
    assert result.published is None
    assert [finding.rule for finding in result.findings] == ["sokning"]
    assert "1 insatser av 2" in result.findings[0].message
    assert digests(standing.out) == before


def test_a_withheld_section_gives_no_search_words(place: Place) -> None:
    place.edit("ordet hemlighamnen får inte synas", "ordet arbetsträning får inte synas")
    texts = index(place.build())
    assert texts
    assert not mentions(texts, "träning")
    place.edit("    Syftet är att", "    Arbetsträning. Syftet är att")
    assert mentions(index(place.build()), "träning")


def test_the_word_list_of_the_configuration_is_used(place: Place) -> None:
    (place.config / "begrepp/sokord.yml").write_text(
        "namn: Sökord\ngrupper:\n  - {lika: [Arbetsförmedlingen, AF], hittas_med: [jobbförmedlare]}\n",
        "utf-8",
    )
    built = place.build()
    assert rules(built.findings) == ["saknade-sokord"]  # of the other record, which has none of the words
    assert "jobbförmedlare" in built.text(PAGE)
    assert mentions(index(built), "jobbförmedlare")


def test_a_withdrawn_insats_leaves_the_index(place: Place) -> None:
    assert mentions(index(place.build()), "vagen-vidare")
    place.edit("{läge: publicera, från: 2025-06-20}", "{läge: återkallad, från: 2025-06-20}")
    assert not mentions(index(place.build()), "vagen-vidare")


def test_a_register_without_public_insatser_is_built_without_an_index(place: Place) -> None:
    for record in (place.content / "insatser").rglob("*.yml"):
        record.unlink()
    built = place.build()
    assert built.result.published is not None
    assert not (built.out / FOLDER).exists()
    assert "Just nu finns inga publicerade insatser" in built.text("sok/index.html")
    assert "sok.js" not in built.text("sok/index.html")
    assert {name for name in files(built.out) if "pagefind" in name} == set()


def test_the_search_asks_nobody_else(place: Place) -> None:
    built = place.build()
    assert readable(built.out / FOLDER)
    assert built.findings == ()
