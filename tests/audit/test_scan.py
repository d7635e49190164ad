"""Withheld values are found in every byte of a finished site, however they are written."""

from __future__ import annotations

import gzip
import html
import io
import json
import os
import unicodedata
import zipfile
from pathlib import Path
from urllib.parse import quote

import pytest

from generator.audit.interface import Kind, Needle
from generator.audit.scan import Hit, scan, site_checks

NAME = Needle("posten, personer[0].namn", "Moa Almleöf", Kind.NAME)
EMAIL = Needle("posten, personer[0].e-post", "Moa.Almelof@arbetsformedlingen.example", Kind.EMAIL)
PHONE = Needle("posten, personer[0].telefon", "031-390 06 15", Kind.PHONE)
ID = Needle("posten, id", "gotland-2025-jobbvagen", Kind.EXACT)
ADDRESS = Needle("posten, adress", "insatser/gotland/jobbvagen", Kind.EXACT)
ALL = (NAME, EMAIL, PHONE, ID, ADDRESS)


def site(tmp_path: Path, content: bytes | str, name: str = "sida/index.html") -> Path:
    file = tmp_path / "site" / name
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(content.encode() if isinstance(content, str) else content)
    return tmp_path / "site"


def labels(folder: Path, *needles: Needle) -> set[str]:
    return {hit.label for hit in scan(folder, needles or ALL).hits}


def hex_entities(text: str) -> str:
    return "".join(f"&#x{ord(char):x};" for char in text)


def zipped(text: str) -> bytes:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("xl/sharedStrings.xml", f"<t>{text}</t>")
    return target.getvalue()


ENCODINGS = {
    "plain": lambda text: text.encode(),
    "entities": lambda text: html.escape(text).replace("ö", "&ouml;").replace("@", "&#64;").encode(),
    "decimal entities": lambda text: "".join(f"&#{ord(char)};" for char in text).encode(),
    "hexadecimal entities": lambda text: hex_entities(text).encode(),
    "%-encoding": lambda text: quote(text).encode(),
    "every byte %-encoded": lambda text: "".join(f"%{byte:02x}" for byte in text.encode()).encode(),
    "gzip": lambda text: gzip.compress(text.encode()),
    "gzip of entities": lambda text: gzip.compress(hex_entities(text).encode()),
    "zip": zipped,
    "NFD": lambda text: unicodedata.normalize("NFD", text).encode(),
    "upper case": lambda text: text.upper().encode(),
    "lower case": lambda text: text.lower().encode(),
    "JSON": lambda text: json.dumps({"text": text}).encode(),
    "JSON in capitals": lambda text: text.replace("ö", "\\u00F6").encode(),
    "between tags": lambda text: f"<p>{text}</p>".encode(),
    "an attribute": lambda text: f'<a title="{text}">'.encode(),
    "soft hyphens": lambda text: "\u00ad".join(text).encode(),
    "zero width": lambda text: "\u200b".join(text).encode(),
    "not UTF-8 around": lambda text: b"\xff\xfe " + text.encode() + b" \xff",
    "after 100 kB": lambda text: b"x " * 50_000 + text.encode(),
}


@pytest.mark.parametrize("encode", ENCODINGS.values(), ids=ENCODINGS)
@pytest.mark.parametrize("needle", [NAME, EMAIL, PHONE], ids=["name", "e-mail", "phone"])
def test_every_encoding(tmp_path: Path, encode: object, needle: Needle) -> None:
    assert callable(encode)
    folder = site(tmp_path, encode(needle.value))
    assert {(hit.file, hit.label) for hit in scan(folder, ALL).hits} == {("sida/index.html", needle.label)}


@pytest.mark.parametrize(
    "text",
    [
        "Almleöf, Moa",
        "Almleöf Moa",
        "Moa Almleöfs grupp",
        "MOA ALMLEÖFS",
        "Moa\nAlmleöf",
        "Moa&nbsp;Almleöf",
        "Moa \t  Almleöf",
        "Moa-Almleöf",
        "moa_almleof",
        "Moa Almleof",
        "<b>Moa</b> Almleöf",
        "M<span class='x'>oa</span> Almle<wbr>öf",
        "<td>Moa</td>\n<td>Almleöf</td>",
        "<li>Almleöf,<br>Moa</li>",
        "(Moa Almleöf)",
        "1Moa Almleöf"[1:],
    ],
)
def test_forms_of_a_name(tmp_path: Path, text: str) -> None:
    assert labels(site(tmp_path, text)) == {NAME.label}


@pytest.mark.parametrize(
    "text",
    [
        "0313900615",
        "031 390 06 15",
        "031\u00a0390\u00a006\u00a015",
        "031\u2011390 06\u201315",
        "031/390 06 15",
        "(031) 390 06 15",
        "031.390.06.15",
        "031-390\n06 15",
        "tel:+46313900615",
        "+46 31-390 06 15",
        "+46 (0)31-390 06 15",
        "0046 31 390 06 15",
        "2025 031-390 06 15",
        "tel:%2B46313900615",
        "031-<b>390</b> 06 15",
    ],
)
@pytest.mark.parametrize(
    "written", ["031-390 06 15", "+46 31 390 06 15", "+46 (0)31-390 06 15", "0046313900615"]
)
def test_forms_of_a_phone(tmp_path: Path, text: str, written: str) -> None:
    assert labels(site(tmp_path, text), Needle("tel", written, Kind.PHONE)) == {"tel"}


@pytest.mark.parametrize(
    "name",
    [
        "moa-almleöf/index.html",
        "bilder/Moa_Almleöf.jpg",
        "moa-almleof.html",
        "moa%20almle%C3%B6f.html",
        unicodedata.normalize("NFD", "Moa Almleöf.txt"),
        "almleöf-moa.txt",
    ],
)
def test_file_names(tmp_path: Path, name: str) -> None:
    assert labels(site(tmp_path, "", name)) == {NAME.label}


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("Malin Reden Aurelius", "Reden Aurelius, Malin"),
        ("Malin Reden Aurelius", "Aurelius, Malin Reden"),
        ("Anna-Lena Berg-Strand", "Berg-Strand, Anna-Lena"),
        ("Anna-Lena Berg-Strand", "anna lena berg strand"),
        ("Lindeby, Tova", "Tova Lindeby"),
        ("Tova  Lindeby", "Tova Lindeby"),
        ("Ek", "Fråga Ek, eller Eks grupp"),
    ],
)
def test_names_of_other_shapes(tmp_path: Path, name: str, text: str) -> None:
    assert labels(site(tmp_path, text), Needle("namn", name, Kind.NAME)) == {"namn"}


CLEAN = (
    "<html><p>Insatsen Jobbvägen. Summan är 3 139 006 kr, 100 % av 031-390 06 16.</p>"
    "<p>Moa bor i Almleö; effekten av ekonomin. Moa A. Almkvist, moa.almelof@annan.example</p>"
    "<a href='/insatser/gotland/jobbvagen-2/'>gotland-2025-jobbvagen-2</a>"
    "<a href='/insatser/gotland/'>x-gotland-2025-jobbvagen, gotland-2025, agotland-2025-jobbvagen</a>"
)


def test_a_clean_site(tmp_path: Path) -> None:
    folder = site(tmp_path, CLEAN)
    site(tmp_path, gzip.compress(CLEAN.encode()), "pagefind/fragment/sv_1.pf_fragment")
    site(tmp_path, bytes(range(256)) * 40, "bild.png")
    site(tmp_path, b"", "tom.txt")
    report = scan(folder, ALL)
    assert report.hits == ()
    assert (report.files, report.needles) == (4, 5)
    assert report.read > len(CLEAN)


def test_a_clean_site_has_no_part_of_a_word(tmp_path: Path) -> None:
    folder = site(tmp_path, "effekten ekonomi Eksjö teknik Eksta Bek")
    assert labels(folder, Needle("namn", "Ek", Kind.NAME), Needle("namn", "Eks", Kind.NAME)) == set()


@pytest.mark.parametrize(
    ("text", "hits"),
    [
        ("gotland-2025-jobbvagen", {ID.label}),
        ('"id":"gotland-2025-jobbvagen"', {ID.label}),
        ("GOTLAND-2025-JOBBVAGEN", {ID.label}),
        ("gotland-2025-jobbvagen.json", {ID.label}),
        ("gotland-2025-jobbvagen-2", set()),
        ("x-gotland-2025-jobbvagen", set()),
        ("gotland-2025-jobbvagen2", set()),
        ("gotland-2025-jobbvagen_2", set()),
        ("gotland 2025 jobbvagen", set()),
        ("gotland-2025", set()),
        ("https://x.example/insatser/gotland/jobbvagen/", {ADDRESS.label}),
        ("insatser/gotland/jobbvagen", {ADDRESS.label}),
        ("insatser/gotland/jobbvagen-2/", set()),
        ("../insatser/gotland/jobbvagen/#mål", {ADDRESS.label}),
        ("insatser%2Fgotland%2Fjobbvagen", {ADDRESS.label}),
    ],
)
def test_ids_are_exact(tmp_path: Path, text: str, hits: set[str]) -> None:
    assert labels(site(tmp_path, text)) == hits


def test_an_address_in_a_file_name(tmp_path: Path) -> None:
    folder = site(tmp_path, "", "insatser/gotland/jobbvagen/index.html")
    site(tmp_path, "", "insatser/gotland/jobbvagen-2/index.html")
    assert scan(folder, ALL).hits == (Hit("insatser/gotland/jobbvagen/index.html", 1, ADDRESS.label, "id"),)


def test_hits_are_told_once_and_in_order(tmp_path: Path) -> None:
    folder = site(tmp_path, "Moa Almleöf, Moa Almleöf, 031 390 06 15", "b.html")
    site(tmp_path, "<p>\nAlmleöf, Moa", "a.html")
    assert scan(folder, ALL).hits == (
        Hit("a.html", 2, NAME.label, "namn"),
        Hit("b.html", 1, NAME.label, "namn"),
        Hit("b.html", 1, PHONE.label, "telefon"),
    )
    assert not any(part in repr(scan(folder, ALL)) for part in ("Moa", "Almle", "390"))


def test_two_needles_of_one_value(tmp_path: Path) -> None:
    folder = site(tmp_path, "Moa Almleöf")
    assert labels(folder, NAME, Needle("en annan post", "MOA ALMLEÖF", Kind.NAME)) == {
        NAME.label,
        "en annan post",
    }


@pytest.mark.parametrize("kind", Kind)
@pytest.mark.parametrize("value", ["", "-", "–", "-----", "( ) /", "+", "...", "?"])
def test_a_value_that_says_nothing_is_found_nowhere(tmp_path: Path, value: str, kind: Kind) -> None:
    folder = site(tmp_path, CLEAN + " - – ? ... 112 46")
    assert labels(folder, Needle("tom", value, kind)) == set()


@pytest.mark.parametrize(
    "content", [b"\x1f\x8b", b"\x1f\x8bMoa Almle\xc3\xb6f", b"PK\x03\x04 Moa Almle\xc3\xb6f"]
)
def test_what_only_looks_packed_is_read_as_it_stands(tmp_path: Path, content: bytes) -> None:
    folder = site(tmp_path, content)
    assert labels(folder) == ({NAME.label} if b"Moa" in content else set())


def test_no_needles_and_no_files(tmp_path: Path) -> None:
    (tmp_path / "site").mkdir()
    assert scan(tmp_path / "site", ALL).hits == ()
    assert scan(site(tmp_path, "Moa"), ()).hits == ()


@pytest.mark.parametrize("kind", ["link", "dangling link", "link to a folder", "pipe", "huge"])
def test_what_nobody_can_read_is_told(tmp_path: Path, kind: str) -> None:
    folder = site(tmp_path, "text")
    odd = folder / "x.html"
    if kind == "pipe":
        os.mkfifo(odd)
    elif kind == "huge":
        odd.touch()
        os.truncate(odd, 10**12)  # takes no place on the disk
    else:
        odd.symlink_to({"link": "sida/index.html", "dangling link": "nowhere"}.get(kind, "."))
    report = scan(folder, ALL, checks=site_checks())
    assert [(stray.file, stray.check) for stray in report.strays] == [("x.html", "filtyp")]
    assert report.files == 2
