"""Ways to write a value into a site: those that the audit promises to find, and those it cannot."""

from __future__ import annotations

import base64
import bz2
import codecs
import gzip
import html
import io
import json
import lzma
import quopri
import struct
import unicodedata
import zipfile
import zlib
from collections.abc import Callable
from urllib.parse import quote, quote_plus

Encode = Callable[[str], bytes]


def _as_bytes(change: Callable[[str], str]) -> Encode:
    return lambda value: change(value).encode()


def _each(form: str) -> Encode:
    return lambda value: "".join(form.format(ord(char)) for char in value).encode()


def _zipped(value: str) -> bytes:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("xl/sharedStrings.xml", f"<sst><si><t>{html.escape(value)}</t></si></sst>")
    return target.getvalue()


def _zip_member(value: str) -> bytes:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w") as archive:
        archive.writestr(f"{value}.txt", "")
    return target.getvalue()


def _png(kind: bytes, data: bytes) -> bytes:
    def chunk(name: bytes, content: bytes) -> bytes:
        return (
            struct.pack(">I", len(content)) + name + content + struct.pack(">I", zlib.crc32(name + content))
        )

    header = chunk(b"IHDR", struct.pack(">IIBBBBB", 1, 1, 8, 0, 0, 0, 0))
    pixels = chunk(b"IDAT", zlib.compress(b"\0\0"))
    return b"\x89PNG\r\n\x1a\n" + header + chunk(kind, data) + pixels + chunk(b"IEND", b"")


def _pdf(value: str) -> bytes:
    stream = zlib.compress(f"BT /F1 12 Tf ({value}) Tj ET".encode("latin-1", "replace"))
    return (
        b"%PDF-1.7\n1 0 obj <</Length "
        + str(len(stream)).encode()
        + b">>\nstream\n"
        + stream
        + b"\nendstream"
    )


def _fragment(value: str) -> bytes:
    return gzip.compress(b"pagefind_dcd" + json.dumps({"content": f"En text om {value} och annat."}).encode())


def _filter(value: str) -> bytes:
    """CBOR, as Pagefind writes its filters: an array of a text and an array of texts."""
    text = value.encode()
    head = bytes((0x60 + len(text),)) if len(text) < 24 else bytes((0x78, len(text)))
    return gzip.compress(b"pagefind_dcd\x82\x67kontakt\x81\x82" + head + text + b"\x81\x01")


def _wide(value: str) -> str:
    return "".join(chr(ord(char) + 0xFEE0) if "!" <= char <= "~" else char for char in value)


def _bold(value: str) -> str:
    """Letters and digits of Unicode's mathematical block, each a pair of surrogates in JSON."""
    bold = {"A": 0x1D400, "a": 0x1D41A, "0": 0x1D7CE}
    first = {char: "A" if char.isupper() else "a" if char.islower() else "0" for char in value}
    return "".join(
        chr(bold[first[char]] + ord(char) - ord(first[char])) if char.isascii() and char.isalnum() else char
        for char in value
    )


def _lines(content: bytes, width: int) -> list[bytes]:
    return [content[place : place + width] for place in range(0, len(content), width)]


def _alike(value: str) -> str:
    return value.translate(str.maketrans("aeopcxyAEOPCTBHKM", "аеорсхуАЕОРСТВНКМ"))


def _base64(value: str, before: str = "") -> bytes:
    return b"data:text/plain;base64," + base64.b64encode(f"{before}{value} och mer text".encode())


PROMISED: dict[str, Encode] = {
    "plain": _as_bytes(str),
    "upper case": _as_bytes(str.upper),
    "lower case": _as_bytes(str.lower),
    "named entities": _as_bytes(
        lambda v: html.escape(v).replace("ö", "&ouml;").replace("å", "&aring;").replace("@", "&commat;")
    ),
    "decimal entities": _each("&#{};"),
    "hexadecimal entities": _each("&#x{:x};"),
    "entities twice": _as_bytes(lambda v: html.escape("".join(f"&#{ord(char)};" for char in v))),
    "%-encoding": _as_bytes(quote),
    "form encoding": _as_bytes(quote_plus),
    "%-encoding twice": _as_bytes(lambda v: quote(quote(v))),
    "every byte %-encoded": lambda v: "".join(f"%{byte:02x}" for byte in v.encode()).encode(),
    "JSON": lambda v: json.dumps({"text": v}).encode(),
    "JSON in JSON": lambda v: json.dumps(json.dumps({"text": v})).encode(),
    "JSON, each character": _each("\\u{:04x}"),
    "JavaScript, each byte": lambda v: "".join(f"\\x{byte:02x}" for byte in v.encode()).encode(),
    "CSS escapes": _each("\\{:06x}"),
    "quoted-printable": lambda v: quopri.encodestring(v.encode()),
    "quoted-printable, each byte": lambda v: "".join(f"={byte:02X}" for byte in v.encode()).encode(),
    "UTF-16 LE": lambda v: b"\xff\xfe" + f"En text om {v} och annat.".encode("utf-16-le"),
    "UTF-16 BE": lambda v: f"En text om {v} och annat.".encode("utf-16-be"),
    "Latin-1": lambda v: f"En text på {v}".encode("latin-1", "replace"),
    "UTF-8 twice": lambda v: v.encode().decode("latin-1").encode(),
    "UTF-8 by way of Windows": lambda v: v.encode().decode("cp1252").encode(),
    "quoted-printable of Latin-1": lambda v: quopri.encodestring(f"på {v}".encode("latin-1", "replace")),
    "UTF-16 alone": lambda v: v.encode("utf-16"),
    "zlib": lambda v: zlib.compress(v.encode()),
    "%u": _each("%u{:04x}"),
    "NFC": _as_bytes(lambda v: unicodedata.normalize("NFC", v)),
    "NFD": _as_bytes(lambda v: unicodedata.normalize("NFD", v)),
    "other characters of a font": _as_bytes(_bold),
    "the same in JSON": lambda v: json.dumps(_bold(v)).encode(),
    "full width": _as_bytes(_wide),
    "look-alikes": _as_bytes(_alike),
    "soft hyphens": _as_bytes("\u00ad".join),
    "zero width": _as_bytes("\u200b".join),
    "no-break spaces": _as_bytes(lambda v: v.replace(" ", "\u00a0")),
    "other dashes": _as_bytes(lambda v: v.replace("-", "\u2011")),
    "line breaks": _as_bytes(lambda v: v.replace(" ", "\n  ")),
    "an attribute": _as_bytes(lambda v: f'<a title="{html.escape(v)}">x</a>'),
    "a comment": _as_bytes(lambda v: f"<!-- <b>{v}</b> -->"),
    "split by comments": _as_bytes(lambda v: "<!-- x --><!---->".join((v[:2], v[2:4], v[4:]))),
    "split by other markup": _as_bytes(lambda v: f"{v[:2]}<x-y>{v[2:4]}</x-y><?x?>{v[4:]}"),
    "split in a script": _as_bytes(lambda v: f"'{v[:2]}' + '{v[2:]}'"),
    "folded lines of a calendar": _as_bytes(lambda v: f"BEGIN:VCALENDAR\r\nSUMMARY:{v[:2]}\r\n {v[2:]}"),
    "split by inline markup": _as_bytes(lambda v: f"<p>{v[:2]}<b class='x>'>{v[2:4]}</b><wbr>{v[4:]}</p>"),
    "markup in markup": _as_bytes(lambda v: html.escape(f"<p>{v[:2]}<i>{v[2:]}</i></p>")),
    "gzip": lambda v: gzip.compress(v.encode()),
    "gzip twice": lambda v: gzip.compress(gzip.compress(v.encode())),
    "a fragment of Pagefind": _fragment,
    "a filter of Pagefind": _filter,
    "zip (xlsx, docx)": _zipped,
    "zip in gzip": lambda v: gzip.compress(_zipped(v)),
    "a member's name": _zip_member,
    "bzip2": lambda v: bz2.compress(v.encode()),
    "xz": lambda v: lzma.compress(v.encode()),
    "PDF, plain font": _pdf,
    "PNG, tEXt": lambda v: _png(b"tEXt", b"Author\0" + v.encode("latin-1", "replace")),
    "PNG, zTXt": lambda v: _png(b"zTXt", b"Author\0\0" + zlib.compress(v.encode("latin-1", "replace"))),
    "PNG, iTXt": lambda v: _png(b"iTXt", b"Author\0\1\0sv\0\0" + zlib.compress(v.encode())),
    "base64": _base64,
    "base64, moved by one": lambda v: _base64(v, "a "),
    "base64, moved by two": lambda v: _base64(v, "ab "),
    "base64, URL-safe": lambda v: base64.urlsafe_b64encode(f"{v} och mer text".encode()),
    "base64 of lower case": lambda v: _base64(v.lower()),
    "base64 of NFD": lambda v: _base64(unicodedata.normalize("NFD", v)),
    "base64 in lines": lambda v: b"\r\n ".join(_lines(_base64(v, "En rad som bryts. "), 20)),
    "base64 in lines of a script": lambda v: b"\\n".join(_lines(_base64(v, "En lång rad. "), 76)),
    "base64 alone, no padding": lambda v: base64.b64encode(v.encode()).rstrip(b"="),
    "base64 of UTF-16": lambda v: base64.b64encode(b"\xff\xfe" + f"Om {v} och mer".encode("utf-16-le")),
    "base32": lambda v: base64.b32encode(v.encode()),
    "hexadecimal digits alone": lambda v: v.encode().hex().encode(),
    "hexadecimal digits": lambda v: f"{v} och mer".encode().hex().encode(),
    "hexadecimal capitals": lambda v: f"{v} och mer".encode().hex().upper().encode(),
}
# Only of names, e-mail addresses and texts.
PROMISED_OF_PERSONS: dict[str, Encode] = {
    "backwards": _as_bytes(lambda v: v[::-1]),
    "letters spaced out": _as_bytes(" ".join),
    "letters in cells": _as_bytes(lambda v: "".join(f"<td>{html.escape(char)}</td>" for char in v)),
    "ROT13": _as_bytes(lambda v: codecs.encode(v, "rot13")),
}
NOT_FOUND: dict[str, Encode] = {
    "base85": lambda v: base64.b85encode(v.encode()),
    "base64 twice": lambda v: base64.b64encode(base64.b64encode(v.encode())),
    "uuencode": lambda v: codecs.encode(v.encode(), "uu"),
    "each letter moved by one": _as_bytes(lambda v: "".join(chr(ord(char) + 1) for char in v)),
    "numbers of letters": _as_bytes(lambda v: ",".join(str(ord(char)) for char in v)),
    "split by a line break": _as_bytes(lambda v: f"{v[:2]}<br>{v[2:]}"),
    "other words between": _as_bytes(lambda v: f"{v[:4]} som {v[4:]}"),
    "an encrypted text": lambda v: bytes(byte ^ 0x5A for byte in v.encode()),
}
