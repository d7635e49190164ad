"""A site holds files that a site needs, and nothing of what it was made from."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from generator.audit.interface import Fault, Known, SiteCheck, SiteFile

_GZIP, _ZIP = (b"\x1f\x8b",), (b"PK\x03\x04",)
_TEXT: tuple[bytes, ...] = ()
# Suffix → how such a file begins; nothing where the format does not say.
_ALLOWED: Mapping[str, tuple[bytes, ...]] = {
    **dict.fromkeys((".html", ".css", ".js", ".mjs", ".svg", ".xml", ".txt", ".md", ".json", ".csv"), _TEXT),
    **dict.fromkeys((".jsonl", ".jsonld", ".geojson", ".rdf", ".ttl", ".ics", ".atom", ".rss"), _TEXT),
    ".webmanifest": _TEXT,
    ".gz": _GZIP,
    ".pf_fragment": _GZIP,
    ".pf_index": _GZIP,
    ".pf_filter": _GZIP,
    ".pf_meta": _GZIP,
    ".pagefind": _GZIP,  # its WebAssembly, packed
    ".wasm": (b"\0asm",),
    ".xlsx": _ZIP,
    ".zip": _ZIP,
    ".pdf": (b"%PDF-",),
    ".png": (b"\x89PNG\r\n\x1a\n",),
    ".jpg": (b"\xff\xd8\xff",),
    ".jpeg": (b"\xff\xd8\xff",),
    ".webp": (b"RIFF",),
    ".avif": (b"\0\0\0",),
    ".ico": (b"\0\0\1\0",),
    ".woff2": (b"wOF2",),
    ".woff": (b"wOFF",),
}
_WITHOUT_SUFFIX = frozenset({"_headers", "_redirects", "CNAME"})
_BY_ADDRESS = frozenset({"datasets/dcat"})  # where dataportal.se looks for a catalogue
_CONTROLS = bytes((*range(0x09), *range(0x0E, 0x20), 0x7F))
_ADVICE = "Ta bort filen ur det som webbplatsen byggs av."


def _check(file: SiteFile, _known: Known) -> Iterator[Fault]:
    name = file.name.rpartition("/")[2]
    if file.unreadable:
        yield Fault(
            1, "Filen går inte att öppna, eller är en länk. Ingen kan se vad den innehåller.", _ADVICE
        )
    begins = _TEXT if name in _WITHOUT_SUFFIX or file.name in _BY_ADDRESS else _ALLOWED.get(file.suffix)
    if begins is None or name.startswith("."):
        yield Fault(1, "En sådan fil hör inte till en webbplats.", _ADVICE)
    elif begins and not file.content.startswith(begins):
        yield Fault(1, "Filen innehåller något annat än namnet säger.", "Byt ut den mot en hel fil.")
    elif not begins and _is_binary(file.content):
        yield Fault(1, "Filen ska vara text men är något annat.", "Byt ut den mot en hel fil.")


def _is_binary(content: bytes) -> bool:
    """Nobody sees what is in it: deflated, or packed by Brotli, which has no mark of its own."""
    if b"\0" in content:
        return True
    try:
        content.decode()
    except UnicodeDecodeError:
        return len(content) > len(content.translate(None, _CONTROLS))
    return False


SITE_CHECK = SiteCheck(
    name="filtyp",
    sentence="Webbplatsen innehåller bara filer av de slag som en webbplats behöver.",
    check=_check,
)
