"""Colours that cannot be read and logos that are not there: where they stand, and what to write instead."""

from __future__ import annotations

import pytest

from generator.checks.look import check_look, check_pictures
from generator.records.config import ForbundConfig
from generator.storage.located import Located
from generator.storage.read import read
from generator.words.findings import Finding
from tests import private_values as v
from tests.look import png

FILE = "site_config/forbund/exempelbygden.yml"
GOOD = """\
id: exempelbygden
namn: Samordningsförbundet Exempelbygden
utseende:
  logotyp: medier/logotyp.png
  logotyp_text: Exempelbygdens logotyp
  färg: "#0B5563"
  färg_mörk: "#8bd0da"
"""
MEDIA = {
    "medier/logotyp.png": png(160, 48),
    "medier/karta.png": png(300, 200),
    "medier/ikon.png": png(64, 64),
    "medier/bild.png": b"GIF89a" + bytes(30),
    "medier/tom.png": b"\x89PNG\r\n\x1a\n",
}


def opened(text: str) -> tuple[Located[ForbundConfig] | None, tuple[Finding, ...]]:
    return read(text.encode(), ForbundConfig, FILE)


def checked(text: str) -> list[str]:
    located, findings = opened(text)
    assert located is not None, findings
    files = {"exempelbygden": located}
    found = [*check_look(files), *check_pictures(files, MEDIA)]
    return [f"{one.rule} {place} {one.advice}" for one, place in zip(found, v.places(found), strict=True)]


def refused(text: str) -> list[str]:
    located, found = opened(text)
    assert located is None
    return [f"{one.rule} {place}" for one, place in zip(found, v.places(found), strict=True)]


def test_a_good_look_and_none() -> None:
    assert checked(GOOD) == []
    assert checked(GOOD.partition("utseende")[0]) == []
    assert checked(GOOD.replace('  färg_mörk: "#8bd0da"\n', "")) == []


def test_a_colour_that_is_too_light_is_told_with_one_that_is_not() -> None:
    (told,) = checked(GOOD.replace("#0B5563", "#fff3a0"))
    assert told == ('utseende-farg 6:9 fel Skriv den närmaste mörkare färgen som går att läsa: "#776b0f".')
    assert checked(GOOD.replace("#0B5563", "#776b0f")) == []


def test_a_colour_that_is_too_dark_in_the_dark() -> None:
    (told,) = checked(GOOD.replace("#8bd0da", "#003300"))
    assert told == ('utseende-farg 7:14 fel Skriv den närmaste ljusare färgen som går att läsa: "#6fa06a".')
    assert checked(GOOD.replace("#8bd0da", "#6fa06a")) == []


def test_a_colour_for_the_dark_alone() -> None:
    assert checked(GOOD.replace('  färg: "#0B5563"\n', "")) == [
        "utseende-farg 6:14 fel Lägg till färg, eller ta bort färg_mörk."
    ]


def test_a_logo_that_is_not_there() -> None:
    assert checked(GOOD.replace("logotyp.png", "logotypen.png")) == [
        "utseende-logotyp 4:12 fel Menade du medier/logotyp.png?"
    ]
    assert checked(GOOD.replace("logotyp.png", "x.webp")) == [
        "utseende-logotyp 4:12 fel Lägg bilden i content/medier, eller rätta namnet."
    ]


def test_an_icon_is_a_square_png_that_is_there() -> None:
    with_icon = f"{GOOD}  ikon: medier/ikon.png\n"
    assert checked(with_icon) == []
    assert checked(with_icon.replace("ikon.png", "ikonen.png")) == [
        "utseende-ikon 8:9 fel Menade du medier/ikon.png?"
    ]
    for other in ("karta", "bild", "tom"):
        assert checked(with_icon.replace("ikon.png", f"{other}.png")) == [
            "utseende-ikon 8:9 fel Spara den som png med samma bredd och höjd, till exempel 192 bildpunkter."
        ]
    for no_png in ("medier/ikon.svg", "medier/ikon.webp", "medier/../ikon.png", "ikon.png"):
        assert refused(with_icon.replace("medier/ikon.png", no_png)) == ["varde-fel-form 8:9 fel"]


def test_a_logo_without_words() -> None:
    assert checked(GOOD.replace("  logotyp_text: Exempelbygdens logotyp\n", "")) == [
        "utseende-logotyp 4:12 fel Lägg till logotyp_text, till exempel Samordningsförbundet Exempelbygden."
    ]


@pytest.mark.parametrize(
    "name",
    ["logotyp.png", "medier/logotyp.svg", "medier/../x.png", "medier/a b.png", "https://a.example/b.png"],
)
def test_what_is_no_picture_among_the_media(name: str) -> None:
    assert refused(GOOD.replace("medier/logotyp.png", f'"{name}"')) == ["varde-fel-form 4:12 fel"]


@pytest.mark.parametrize("colour", ["0b5563", "#0b556", "#0b5563f", "teal", "#0g5563"])
def test_what_is_no_colour(colour: str) -> None:
    assert refused(GOOD.replace("#0B5563", colour)) == ["varde-fel-form 6:9 fel"]


def test_a_colour_without_quotation_marks_is_a_comment_and_said_to_be() -> None:
    located, (found,) = opened(GOOD.replace('"#0B5563"', "#0B5563"))
    assert located is None
    assert (found.rule, found.position.line) == ("nyckel-utan-varde", 6)
    assert "citattecken" in found.message
    assert "citattecken" in found.advice
