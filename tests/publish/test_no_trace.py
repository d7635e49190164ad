"""Rule 2: what is not granted by the styrelse, or not opened, is in no byte and no file name."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.exports.addresses import is_data
from tests.sites import VAGEN, Built, Place, files, mentions, readable

GRANT = (
    '  - {utfall: beviljad, datum: 2025-06-12, instans: styrelsen, paragraf: "§ 34", belopp: 3200000, '
    "avser: {start: 2025-09, slut: 2027-12}}\n"
)
OPEN = "publicering: {läge: publicera, från: 2025-06-20}"
NEEDLES = ("Vägen vidare", "exempelbygden-2025-vagen-vidare", "vagen-vidare", "stegförflyttning", "2025/17")


def later(outcome: str, body: str = "styrelsen") -> str:
    return f"{GRANT}  - {{utfall: {outcome}, datum: 2026-05-01, instans: {body}}}\n"


def traces(built: Built) -> dict[str, list[str]]:
    """What can be found of the record, in the site and in the page tree."""
    found: dict[str, list[str]] = {}
    for folder in (built.out, built.pages):
        texts = readable(folder)
        found |= {needle: where for needle in NEEDLES if (where := mentions(texts, needle))}
    return found


def test_without_a_change_it_is_public(place: Place) -> None:
    assert traces(place.build()).keys() == set(NEEDLES)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (GRANT, later("avslag")),
        (GRANT, later("bordlagd")),
        (GRANT, later("återkallad")),
        (GRANT, GRANT.replace("styrelsen", "beredningsgruppen")),
        (GRANT, GRANT.replace("utfall: beviljad", "utfall: avslag")),
        (GRANT, GRANT.replace("2025-06-12", "2026-11-24")),
        ("beslut:\n" + GRANT, "beslut: []\n"),
        (OPEN, "publicering: {läge: pausad, från: 2025-06-20}"),
        (OPEN, "publicering: {läge: publicera, från: 2026-11-24}"),
        (OPEN, "publicering: {läge: publicera, till: 2026-11-22}"),
        (OPEN, "publicering: {läge: återkallad}"),
        (OPEN + "       # publicera | pausad | återkallad\n", ""),
        ("omfattar: [beskrivning.bakgrund]", "omfattar: allt"),
    ],
    ids=[
        "avslag", "bordlagd", "revoked", "only-beredningsgruppen", "only-avslag", "decided-tomorrow",
        "undecided", "paused", "opens-tomorrow", "closed-yesterday", "withdrawn-never-public",
        "never-opened", "secret",
    ],
)  # fmt: skip
def test_it_leaves_no_trace(place: Place, old: str, new: str) -> None:
    place.edit(old, new)
    built = place.build()
    assert built.result.published is not None
    assert traces(built) == {}
    assert [insats.slug for insats in built.result.published.insatser] == ["vagen-framat"]


def test_the_word_of_beredningsgruppen_takes_nothing_back(place: Place) -> None:
    place.edit(GRANT, later("avslag", "beredningsgruppen"))
    assert traces(place.build()).keys() == set(NEEDLES)


def test_a_site_built_before_keeps_nothing_of_it(place: Place) -> None:
    assert traces(place.build())
    place.edit(GRANT, later("avslag"))
    built = place.build()
    assert traces(built) == {}
    assert not [name for name in files(place.folder / "build") if "vagen-vidare" in name]


def test_a_relation_does_not_tell_of_the_other_insats(place: Place) -> None:
    assert "Vägen framåt" in place.build().text(f"insatser/{VAGEN}/index.html")
    place.edit("läge: publicera", "läge: pausad", "exempelbygden/vagen-framat")
    texts = readable(place.build().out)
    for needle in ("Vägen framåt", "vagen-framat", "En förstudie som är slut"):
        assert mentions(texts, needle) == []


def test_a_withdrawn_page_is_a_nameless_grave_on_its_address(place: Place) -> None:
    place.edit(OPEN, "publicering: {läge: återkallad, från: 2025-06-20}")
    built = place.build()
    address = f"insatser/{VAGEN}/index.html"
    assert "borttagen" in built.text(address)
    assert "noindex" in built.text(address)
    texts = readable(built.out)
    for needle in NEEDLES:
        allowed = [f"badda-in/{address}", address] if needle == "vagen-vidare" else []
        assert mentions(texts, needle) == allowed, needle
    assert "vagen-vidare" not in texts["sitemap.xml"]


def test_a_secret_field_is_in_no_byte(place: Place) -> None:
    built = place.build()
    assert mentions(readable(built.out), "hemlighamnen") == []
    assert mentions(readable(built.pages), "hemlighamnen") == []
    place.edit("sekretess:\n", "")
    place.edit('  - {omfattar: [beskrivning.bakgrund], grund: "OSL 26 kap. 1 §"}   # or omfattar: allt\n', "")
    found = [name for name in mentions(readable(place.build().out), "hemlighamnen") if not is_data(name)]
    page, *searched = found
    assert page == f"insatser/{VAGEN}/index.html"
    assert all(name.startswith("pagefind/") for name in searched)


@pytest.mark.parametrize("channel", ["portal", "forbundswebb:exempelbygden"])
def test_a_withdrawn_consent_is_obeyed_on_its_day(place: Place, channel: str) -> None:
    own = channel != "portal"
    shown = ["Tova Lindeby", "tova.lindeby@hudiksvall.example", *(["031-390 06 15"] if own else [])]
    before = place.build(channel, "2026-02-28")
    page = before.text(f"insatser/{VAGEN}/index.html")
    assert [needle for needle in shown if needle not in page] == []
    assert own or mentions(readable(before.out), "031-390 06 15") == []
    texts = readable(place.build(channel, "2026-03-01").out)
    for needle in ("Lindeby", "tova.lindeby", "031-390 06 15"):
        assert mentions(texts, needle) == []


def test_editors_remarks_and_what_was_applied_for_stay_private(place: Place) -> None:
    texts = readable(place.build().out)
    assert mentions(texts, "Årsbeloppen summerar") == []
    assert mentions(texts, "3 222 836") == []
    told = {f"insatser/{VAGEN}.md", f"insatser/{VAGEN}/index.html"}
    assert set(mentions(texts, "3 200 000 kr")) == told


def test_the_path_of_the_machine_is_on_no_page(place: Place, tmp_path: Path) -> None:
    assert mentions(readable(place.build().out), str(tmp_path)) == []
