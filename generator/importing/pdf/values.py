"""Values of a PDF's dictionaries, whatever they turn out to be: a file from outside may hold anything."""

from __future__ import annotations

from collections.abc import Mapping


def resolved(value: object) -> object:
    """What a reference leads to."""
    from pdfplumber.utils.pdfinternals import resolve

    found: object = resolve(value)
    return found


def as_list(value: object) -> list[object]:
    """The list; empty for what is none."""
    found = resolved(value)
    return found if isinstance(found, list) else []


def as_dict(value: object) -> Mapping[str, object]:
    """The dictionary, also a stream's; empty for what has none."""
    found = resolved(value)
    found = getattr(found, "attrs", found)
    return found if isinstance(found, dict) else {}


def as_int(value: object) -> int:
    """The whole number; 0 for what is none."""
    found = resolved(value)
    return found if isinstance(found, int) else 0


def as_numbers(value: object) -> list[float]:
    """The numbers of a list."""
    return [float(one) for one in map(resolved, as_list(value)) if isinstance(one, int | float)]


def as_name(value: object) -> str:
    """A name of the format, `/Widget`, without its stroke; "" for what is none."""
    name = getattr(resolved(value), "name", "")
    return name if isinstance(name, str) else ""


def content(value: object) -> bytes:
    """What a stream holds, or the bytes of a string; nothing for what is neither."""
    found = resolved(value)
    data = getattr(found, "get_data", None)
    found = found if data is None else data()
    return found if isinstance(found, bytes) else b""


def as_text(value: object) -> str:
    """A text in any of the encodings that the format has, with its lines; "" for what is none."""
    from pdfplumber.utils.pdfinternals import decode_text

    found = content(value)
    utf_8 = found.startswith(b"\xef\xbb\xbf")
    text = found[3:].decode("utf-8", "replace") if utf_8 else decode_text(found)
    return text.replace("\r\n", "\n").replace("\r", "\n")
