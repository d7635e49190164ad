"""Typed scalars: what each takes from an editor's text, and what it refuses without repeating it."""

from __future__ import annotations

import unicodedata
from typing import Any

import pytest
from pydantic import TypeAdapter, ValidationError

from generator.records import fields as f
from generator.records import settings_fields as settings
from generator.words.dates import PartialDate

GOOD: list[tuple[str, Any, str, object]] = [
    ("Text", f.Text, "  En rad\r\noch en till \n", "En rad\noch en till"),
    ("Text", f.Text, unicodedata.normalize("NFD", "Håbo"), "Håbo"),
    ("Text", f.Text, "a\tb", "a\tb"),
    ("Text", f.Text, "x" * f.LONGEST_TEXT, "x" * f.LONGEST_TEXT),
    ("Line", f.Line, " Vägen vidare ", "Vägen vidare"),
    ("AnyLine", f.AnyLine, "2025/17", "2025/17"),
    ("Date", f.Date, "2025", PartialDate(2025)),
    ("Date", f.Date, "2025-09", PartialDate(2025, 9)),
    ("Day", f.Day, "2025-09-01", PartialDate(2025, 9, 1)),
    ("Kronor", f.Kronor, "3 222 836", 3222836),
    ("Kronor", f.Kronor, "0", 0),
    ("WholeNumber", f.WholeNumber, "70", 70),
    ("WholeNumber", f.WholeNumber, "0", 0),
    ("Year", f.Year, "2025", 2025),
    ("Percent", settings.Percent, "0", 0),
    ("Percent", settings.Percent, "100", 100),
    ("YesNo", f.YesNo, "true", True),
    ("YesNo", f.YesNo, "ja", True),
    ("YesNo", f.YesNo, "false", False),
    ("YesNo", f.YesNo, "nej", False),
    ("PermanentId", f.PermanentId, "exempelbygden-2025", "exempelbygden-2025"),
    ("InsatsAddress", f.InsatsAddress, "uppsala/gammalt-namn", "uppsala/gammalt-namn"),
    ("KommunCode", f.KommunCode, "0305", "0305"),
    ("LanCode", f.LanCode, "03", "03"),
    ("SearchWord", f.SearchWord, "psykisk ohälsa", "psykisk ohälsa"),
    (
        "Link",
        f.Link,
        "https://example.org/slutrapport.pdf?a=1#b",
        "https://example.org/slutrapport.pdf?a=1#b",
    ),
    ("Link", f.Link, "http://example.org", "http://example.org"),
    ("Email", f.Email, "tova.lindeby@hudiksvall.example", "tova.lindeby@hudiksvall.example"),
    ("Phone", f.Phone, "031-390 06 15", "031-390 06 15"),
    ("OrganisationNumber", f.OrganisationNumber, "222000-1234", "222000-1234"),
    ("Colour", settings.Colour, "#0B5563", "#0b5563"),
    ("Picture", settings.Picture, "medier/logotyp.png", "medier/logotyp.png"),
    ("Phone", f.Phone, "+46 (0)31 390 06 15", "+46 (0)31 390 06 15"),
    ("Colour", settings.Colour, " #0B5563", "#0b5563"),
    ("Picture", settings.Picture, "medier/ny/logotyp_2.PNG", "medier/ny/logotyp_2.PNG"),
    ("Icon", settings.Icon, "medier/ikon.PNG", "medier/ikon.PNG"),
    ("Repository", settings.Repository, "forbundet/insatser", "forbundet/insatser"),
]
BAD: list[tuple[str, Any, object, str]] = [
    ("Text", f.Text, ["KANARIE"], "inte en lista"),
    ("Text", f.Text, {"KANARIE": "x"}, "flera nycklar"),
    ("Text", f.Text, 7, "inte en lista"),
    ("Text", f.Text, "KANARIE\u202e", "styrtecken"),
    ("Text", f.Text, "KANARIE\x07", "styrtecken"),
    ("Text", f.Text, "K" * (f.LONGEST_TEXT + 1), "för lång"),
    ("Line", f.Line, "KANARIE\nKANARIE", "en enda rad"),
    ("Line", f.Line, "KANARIE\tKANARIE", "en enda rad"),
    ("AnyLine", f.AnyLine, "KANARIE\nKANARIE", "en enda rad"),
    ("Date", f.Date, "2024-02-30", "inget datum"),
    ("Date", f.Date, "2024-00", "inget datum"),
    ("Date", f.Date, "juni 2025", "inget datum"),
    ("Date", f.Date, "2024 09 01", "inget datum"),
    ("Day", f.Day, "2025-09", "saknar dag"),
    ("Day", f.Day, "KANARIE", "inget datum"),
    ("Kronor", f.Kronor, "3223 tkr", "går inte att läsa"),
    ("Kronor", f.Kronor, "3222836,50", "går inte att läsa"),
    ("Kronor", f.Kronor, "-1", "går inte att läsa"),
    ("WholeNumber", f.WholeNumber, "70 st", "heltal"),
    ("WholeNumber", f.WholeNumber, "-1", "heltal"),
    ("WholeNumber", f.WholeNumber, "1.0", "heltal"),
    ("WholeNumber", f.WholeNumber, "12345678", "heltal"),
    ("Percent", settings.Percent, "101", "större än 100"),
    ("Percent", settings.Percent, "-1", "ett heltal"),
    ("Year", f.Year, "25", "ett år"),
    ("Year", f.Year, "2225", "ett år"),
    ("Year", f.Year, "2025-01", "ett år"),
    ("YesNo", f.YesNo, "yes", "true eller false"),
    ("YesNo", f.YesNo, "TRUE", "true eller false"),
    ("YesNo", f.YesNo, "on", "true eller false"),
    ("PermanentId", f.PermanentId, "Kanarie", "bara innehålla a–z"),
    ("PermanentId", f.PermanentId, "con", "upptaget"),
    ("PermanentId", f.PermanentId, "a" * 101, "för långt"),
    ("InsatsAddress", f.InsatsAddress, "kanarie", "adressen till en insats"),
    ("InsatsAddress", f.InsatsAddress, "insatser/uppsala/kanarie/", "adressen till en insats"),
    ("InsatsAddress", f.InsatsAddress, "uppsala/kanarie.yml", "adressen till en insats"),
    ("InsatsAddress", f.InsatsAddress, "https://kanarie.example/a", "adressen till en insats"),
    ("InsatsAddress", f.InsatsAddress, "../kanarie", "adressen till en insats"),
    ("KommunCode", f.KommunCode, "9999", "ingen kommun"),
    ("KommunCode", f.KommunCode, "197", "ingen kommun"),
    ("SearchWord", f.SearchWord, "–", "inget att söka på"),
    ("SearchWord", f.SearchWord, "ord " * 20, "mer än några få ord"),
    ("LanCode", f.LanCode, "02", "inget län"),
    ("Link", f.Link, "javascript:alert(1)", "Länken"),
    ("Link", f.Link, "//example.org", "Länken"),
    ("Link", f.Link, "www.example.org", "Länken"),
    ("Link", f.Link, 'https://example.org/"onclick=', "Länken"),
    ("Link", f.Link, "https://[", "Länken"),
    ("Link", f.Link, "https://a℀b.example/", "Länken"),
    ("Link", f.Link, "https://?x", "Länken"),
    ("Link", f.Link, "https://a.example:99999/", "Länken"),
    ("Email", f.Email, "kanarie", "ingen e-postadress"),
    ("Email", f.Email, "kanarie@exempel", "ingen e-postadress"),
    ("Email", f.Email, "a b@exempel.example", "ingen e-postadress"),
    ("Email", f.Email, "<kanarie@exempel.example>", "ingen e-postadress"),
    ("Phone", f.Phone, "kanarie", "inget telefonnummer"),
    ("Phone", f.Phone, "112", "inget telefonnummer"),
    ("OrganisationNumber", f.OrganisationNumber, "kanarie", "inget organisationsnummer"),
    ("OrganisationNumber", f.OrganisationNumber, "2220001234", "inget organisationsnummer"),
    ("OrganisationNumber", f.OrganisationNumber, "221231-1234", "inget organisationsnummer"),
    ("Colour", settings.Colour, "kanarie", "Färgen"),
    ("Colour", settings.Colour, "#fff", "Färgen"),
    ("Colour", settings.Colour, "0b5563", "går inte att läsa"),
    ("Colour", settings.Colour, "#kanarie", "går inte att läsa"),
    ("Picture", settings.Picture, "kanarie.png", "ingen bild"),
    ("Picture", settings.Picture, "medier/kanarie.svg", "ingen bild"),
    ("Picture", settings.Picture, "medier/../kanarie.png", "ingen bild"),
    ("Icon", settings.Icon, "medier/../kanarie.png", "ingen bild"),
    ("Icon", settings.Icon, "medier/kanarie.webp", "ingen png-bild"),
    ("Repository", settings.Repository, "kanarie", "inget kodförråd"),
    ("Repository", settings.Repository, "https://kanarie/a", "inget kodförråd"),
]


@pytest.mark.parametrize(("name", "kind", "text", "value"), GOOD)
def test_a_good_value_is_typed(name: str, kind: Any, text: str, value: object) -> None:
    assert TypeAdapter(kind).validate_python(text) == value, name


@pytest.mark.parametrize(("name", "kind", "value", "words"), BAD)
def test_a_bad_value_is_refused_in_swedish_and_not_repeated(
    name: str, kind: Any, value: object, words: str
) -> None:
    with pytest.raises(ValidationError) as refused:
        TypeAdapter(kind).validate_python(value)
    (error,) = refused.value.errors()
    message, advice = error["ctx"]["message"], error["ctx"]["advice"]
    assert error["type"] == "swedish", name
    assert words in message
    assert message.endswith(".")
    assert advice.endswith(".")
    assert "kanarie" not in f"{message} {advice}".casefold()


def test_every_typed_scalar_is_tried_both_ways() -> None:
    names = {
        "Text", "Line", "AnyLine", "Date", "Day", "Kronor", "WholeNumber", "Year", "Percent", "YesNo",
        "PermanentId", "InsatsAddress", "KommunCode", "LanCode", "Link", "Email", "Phone", "SearchWord",
        "OrganisationNumber", "Colour", "Picture", "Icon", "Repository",
    }  # fmt: skip
    scalars = {**vars(f), **vars(settings)}
    assert names == {name for name, value in scalars.items() if hasattr(value, "__metadata__")}
    assert {case[0] for case in GOOD} == names
    assert {case[0] for case in BAD} == names


@pytest.mark.parametrize(
    ("code", "meant"), [("305", '"0305" (Håbo)'), ("643", '"0643" (Habo)'), ("0306", None)]
)
def test_a_lost_zero_is_guessed_at(code: str, meant: str | None) -> None:
    with pytest.raises(ValidationError) as refused:
        TypeAdapter(f.KommunCode).validate_python(code)
    advice = refused.value.errors()[0]["ctx"]["advice"]
    assert meant in advice if meant else "fyra siffror" in advice
