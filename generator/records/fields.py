"""Typed scalars of a record. Everything arrives as text; the schema, never YAML, gives the type.

Each error carries a Swedish message and what to do, and never the value that was refused.
"""

from __future__ import annotations

import re
import unicodedata
from typing import Annotated, NoReturn
from urllib.parse import urlsplit

from pydantic import AfterValidator, PlainValidator, WithJsonSchema
from pydantic_core import PydanticCustomError

from generator.records.model import CODE, WordFrom
from generator.words.dates import PartialDate, parse_partial_date
from generator.words.ids import LONGEST, id_problem
from generator.words.kommuner import kommuner, lan
from generator.words.money import parse_kronor

LONGEST_TEXT = 60_000
_EMAIL = re.compile(r"[^\s@<>\"'()&]+@[^\s@<>\"'()&]+\.[^\s@<>\"'()&]+")
LONGEST_EMAIL = 254  # RFC 5321; and a longer one would take the pattern quadratic time
# Control characters, lone surrogates, and marks that turn the direction of text.
_CONTROLS = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\u202a-\u202e\u2066-\u2069]")
_TRUE, _FALSE = frozenset({"true", "ja"}), frozenset({"false", "nej"})


def refuse(message: str, advice: str) -> NoReturn:
    """Stops the validation of one value with a finding for the editor."""
    raise PydanticCustomError("swedish", "{message}", {"message": message, "advice": advice})


def _text_only(value: object) -> str:
    if not isinstance(value, str):
        refuse("Här ska det stå en text, inte en lista eller flera nycklar.", "Skriv värdet på en rad.")
    return value


def _clean(text: str) -> str:
    text = unicodedata.normalize("NFC", text).replace("\r\n", "\n").strip()
    if _CONTROLS.search(text):
        refuse("Texten innehåller osynliga styrtecken.", "Skriv om texten utan dem.")
    if len(text) > LONGEST_TEXT:
        refuse("Texten är för lång.", f"Korta den till högst {LONGEST_TEXT} tecken.")
    return text


def _one_line(text: str) -> str:
    if "\n" in text or "\t" in text:
        refuse("Värdet ska stå på en enda rad.", "Ta bort radbrytningar och tabbar.")
    return text


def _date(value: object) -> PartialDate:
    try:
        return parse_partial_date(_text_only(value))
    except ValueError:
        refuse(
            "Det här är inget datum.",
            "Skriv år, månad eller dag: 2025, 2025-09 eller 2025-09-01. Dagen måste finnas.",
        )


def _day(value: object) -> PartialDate:
    when = _date(value)
    if when.day is None:
        refuse("Datumet saknar dag.", "Skriv hela datumet, till exempel 2025-09-01.")
    return when


def _kronor(value: object) -> int:
    try:
        return parse_kronor(_text_only(value))
    except ValueError:
        refuse(
            "Beloppet går inte att läsa.",
            "Skriv hela kronor med siffror, till exempel 3222836. Inte tkr, inte decimaler.",
        )


def _whole_number(value: object) -> int:
    text = _text_only(value)
    if re.fullmatch(r"\d{1,7}", text, re.ASCII) is None:
        refuse("Här ska det stå ett heltal.", "Skriv bara siffror, till exempel 70.")
    return int(text)


def _year(value: object) -> int:
    text = _text_only(value)
    if re.fullmatch(r"(?:19|20|21)\d\d", text, re.ASCII) is None:
        refuse("Här ska det stå ett år.", "Skriv fyra siffror, till exempel 2025.")
    return int(text)


def _yes_no(value: object) -> bool:
    text = _text_only(value)
    if text in _TRUE:
        return True
    if text in _FALSE:
        return False
    refuse("Här ska det stå true eller false.", "Skriv true (ja) eller false (nej).")


def _permanent_id(text: str) -> str:
    match id_problem(text):
        case "reserved":
            refuse("Det här id:t är upptaget av webbplatsen eller av Windows.", "Välj ett annat.")
        case "length":
            refuse("Id:t är för långt.", f"Korta det till högst {LONGEST} tecken.")
        case "shape":
            refuse(
                "Ett id får bara innehålla a–z, 0–9 och bindestreck.",
                "Skriv om det, till exempel exempelbygden-2025-vagen-vidare.",
            )
    return text


def _insats_address(text: str) -> str:
    parts = text.split("/")
    if len(parts) != 2 or any(id_problem(part) is not None for part in parts):
        refuse(
            "Det här kan inte ha varit adressen till en insats.",
            "Skriv mappens och filens gamla namn, utan .yml: uppsala/gammalt-namn.",
        )
    return text


def _kommun_code(text: str) -> str:
    if text not in kommuner():
        advice = "Skriv kommunens SCB-kod med fyra siffror, till exempel 2184 för Hudiksvall."
        if text.isascii() and text.isdigit() and text.zfill(4) in kommuner():
            code = text.zfill(4)
            advice = f'Har en inledande nolla fallit bort? Skriv "{code}" ({kommuner()[code]}).'
        refuse("Det finns ingen kommun med den koden.", advice)
    return text


def _lan_code(text: str) -> str:
    if text not in lan():
        refuse("Det finns inget län med den koden.", "Skriv SCB-koden med två siffror, till exempel 21.")
    return text


def _has_host(address: str) -> bool:
    """Whether the address says where it leads: `https://[` and `https://?x` do not."""
    try:
        parts = urlsplit(address)
        return bool(parts.hostname) and parts.port != 0  # the port is read when it is asked for
    except ValueError:
        return False


def _link(text: str) -> str:
    if re.fullmatch(r"https?://[^\s<>\"'`\\]+", text) is None or not _has_host(text):
        refuse("Länken går inte att använda.", "Skriv hela adressen, med https:// först.")
    return text


def _email(text: str) -> str:
    if len(text) > LONGEST_EMAIL or _EMAIL.fullmatch(text) is None:
        refuse("Det här är ingen e-postadress.", "Skriv den som namn@organisation.se.")
    return text


def _phone(text: str) -> str:
    if re.fullmatch(r"\+?[\d\s()–/-]{5,30}", text) is None:
        refuse("Det här är inget telefonnummer.", "Skriv bara siffror, mellanslag och bindestreck.")
    return text


def _organisation_number(text: str) -> str:
    # From 20 on the "month": with a lower one it is a person's number, that of a sole trader.
    if re.fullmatch(r"\d{2}[2-9]\d{3}-\d{4}", text, re.ASCII) is None:
        refuse("Det här är inget organisationsnummer.", "Skriv det som 222000-1234.")
    return text


LONGEST_SEARCH_WORD = 60


def _search_word(text: str) -> str:
    if re.search(r"[^\W_]", text) is None:
        refuse("Här finns inget att söka på.", "Skriv ett ord eller några få, med bokstäver eller siffror.")
    if len(text) > LONGEST_SEARCH_WORD:
        refuse("Det här är mer än några få ord.", f"Korta det till högst {LONGEST_SEARCH_WORD} tecken.")
    return text


_DATE_SCHEMA = {
    "type": ["string", "integer"],
    "pattern": r"^\d{4}(-\d{2}(-\d{2})?)?$",
    "patternErrorMessage": "Skriv år, månad eller dag: 2025, 2025-09 eller 2025-09-01.",
    "examples": ["2025-09-01", "2025-09", "2025"],
}

# A text may have several lines, which JSON Schema tells by what the string holds.
_TEXT_SCHEMA = {"type": "string", "contentMediaType": "text/plain"}
Text = Annotated[str, PlainValidator(_text_only), AfterValidator(_clean), WithJsonSchema(_TEXT_SCHEMA)]
Line = Annotated[Text, AfterValidator(_one_line), WithJsonSchema({"type": "string"})]
# What an editor may write with digits alone ("90", 2025/17): YAML calls that a number, we don't.
AnyLine = Annotated[Line, WithJsonSchema({"type": ["string", "number"]})]
Date = Annotated[PartialDate, PlainValidator(_date), WithJsonSchema(_DATE_SCHEMA)]
Day = Annotated[
    PartialDate,
    PlainValidator(_day),
    WithJsonSchema({"type": "string", "pattern": r"^\d{4}-\d{2}-\d{2}$", "examples": ["2025-09-01"]}),
]
SearchWord = Annotated[
    Line,
    AfterValidator(_search_word),
    WithJsonSchema({"type": "string", "maxLength": LONGEST_SEARCH_WORD}),
]
Kronor = Annotated[
    int,
    PlainValidator(_kronor),
    WithJsonSchema(
        {
            "anyOf": [{"type": "integer", "minimum": 0}, {"type": "string", "pattern": r"^[\d _]+$"}],
            "examples": [3200000],
        }
    ),
]
WholeNumber = Annotated[
    int,
    PlainValidator(_whole_number),
    WithJsonSchema({"type": "integer", "minimum": 0, "examples": [40]}),
]
_YEAR_SCHEMA = {
    "type": ["string", "integer"],
    "pattern": r"^(19|20|21)\d\d$",
    "minimum": 1900,
    "maximum": 2199,
    "examples": [2025],
}
Year = Annotated[int, PlainValidator(_year), WithJsonSchema(_YEAR_SCHEMA)]
YesNo = Annotated[
    bool, PlainValidator(_yes_no), WithJsonSchema({"enum": [True, False, "ja", "nej"], "examples": [True]})
]
_ID_SCHEMA = {
    "type": "string",
    "pattern": "^[a-z0-9]+(-[a-z0-9]+)*$",
    "maxLength": LONGEST,
    "patternErrorMessage": "Ett id får bara innehålla a–z, 0–9 och bindestreck.",
    "examples": ["exempelbygden-2025-vagen-vidare"],
}
PermanentId = Annotated[Line, AfterValidator(_permanent_id), WithJsonSchema(_ID_SCHEMA)]
# `<förbund>/<slug>`, as below insatser/.
InsatsAddress = Annotated[
    Line,
    AfterValidator(_insats_address),
    WithJsonSchema(
        {
            "type": "string",
            "pattern": "^[a-z0-9]+(-[a-z0-9]+)*/[a-z0-9]+(-[a-z0-9]+)*$",
            "examples": ["uppsala/gammalt-namn"],
        }
    ),
]
KommunCode = Annotated[
    Line,
    AfterValidator(_kommun_code),
    WithJsonSchema({"type": "string", "pattern": r"^\d{4}$", "examples": ["2184"]}),
    WordFrom("kommuner"),
    CODE,
]
LanCode = Annotated[
    Line,
    AfterValidator(_lan_code),
    WithJsonSchema({"type": "string", "pattern": r"^\d{2}$", "examples": ["21"]}),
    WordFrom("län"),
    CODE,
]
Link = Annotated[
    Line,
    AfterValidator(_link),
    WithJsonSchema({"type": "string", "format": "uri", "examples": ["https://exempelbygden.example/"]}),
]
Email = Annotated[
    Line,
    AfterValidator(_email),
    WithJsonSchema({"type": "string", "examples": ["info@exempelbygden.example"]}),
]
OrganisationNumber = Annotated[
    Line,
    AfterValidator(_organisation_number),
    WithJsonSchema({"type": "string", "pattern": r"^\d{2}[2-9]\d{3}-\d{4}$", "examples": ["222000-1234"]}),
]
Phone = Annotated[
    Line,
    AfterValidator(_phone),
    WithJsonSchema({"type": "string", "examples": ["031-390 06 00"]}),
    CODE,
]
