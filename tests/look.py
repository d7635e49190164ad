"""A picture and a look for the tests of förbund's own webs."""

from __future__ import annotations

import struct
import zlib

from tests.sites import Place

LOGO = "medier/logotyp.png"
ICON = "medier/ikon.png"
LOGO_TEXT = "Förbundets egen logotyp"


def png(width: int, height: int) -> bytes:
    """A picture of one colour."""
    rows = (b"\0" + b"\x8c\x14\x3c" * width) * height
    size = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    chunks = ((b"IHDR", size), (b"IDAT", zlib.compress(rows)), (b"IEND", b""))
    packed = (
        struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
        for kind, data in chunks
    )
    return b"\x89PNG\r\n\x1a\n" + b"".join(packed)


def give_icon(place: Place) -> str:
    """Lays a square picture among the media, and gives the line that names it."""
    path = place.content / ICON
    path.parent.mkdir(exist_ok=True)
    path.write_bytes(png(64, 64))
    return f"ikon: {ICON}"


def give_look(place: Place, forbund: str, *lines: str) -> None:
    """Adds `utseende` with these lines to the förbund's file."""
    path = place.config / "forbund" / f"{forbund}.yml"
    text = path.read_text("utf-8").partition("utseende:")[0]
    path.write_text("\n  ".join((f"{text}utseende:", *lines)) + "\n", "utf-8")


def give_logo(place: Place) -> tuple[str, str]:
    """Lays the picture among the media, and gives the two lines that name it."""
    path = place.content / LOGO
    path.parent.mkdir(exist_ok=True)
    path.write_bytes(png(160, 48))
    return f"logotyp: {LOGO}", f"logotyp_text: {LOGO_TEXT}"
