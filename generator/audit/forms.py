"""The forms in which a withheld value is sought, each a pattern of folded text."""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterator

from generator.audit.folding import digits, fold
from generator.audit.interface import Kind, Needle
from generator.audit.undoing import undone

SHORTEST_PHONE = 5  # digits
_MOST_ROTATED = 5  # words: a longer name is an organisation's
_AT = ("@", "at", "snabela", "snabel a")
_DOTS = (" ", " dot ", " punkt ")
_PHONE = re.compile(r"[\d\s+()/.\u2010-\u2015-]+")


def word_forms(needle: Needle) -> set[bytes]:
    """Patterns of whole words: a space, the words, no space after. Empty when the value says nothing."""
    forms = {fold(needle.value), fold(undone(needle.value))}
    if needle.kind is Kind.NAME:
        forms |= {turned for form in forms for turned in _rotations(form)}
    elif needle.kind is Kind.EMAIL:
        forms |= set(_spelled_out(needle.value))
    if needle.kind in (Kind.NAME, Kind.EMAIL):
        turned = {codecs.encode(form.decode(), "rot13").encode() for form in forms}
        forms |= turned | {form[::-1] for form in forms} | {fold(codecs.encode(needle.value, "rot13"))}
    return {b" " + form.strip() for form in forms if form.replace(b"@", b"").strip()}


def national_digits(phone: str) -> bytes:
    """The number's digits without country code and first zero: `+46 (0)31-390 06 15` → `313900615`."""
    found = digits(fold(phone))
    for prefix in (b"0046", b"46"):
        if found.startswith(prefix) and len(found) > len(prefix) + SHORTEST_PHONE:
            found = found.removeprefix(prefix)
            break
    return found.removeprefix(b"0")


def phone_pattern(core: bytes) -> re.Pattern[bytes]:
    """The number in folded text, in any grouping, at home or from abroad, and not inside a longer one."""
    spaced = b" ?".join(bytes((code,)) for code in core)
    return re.compile(rb"(?<![0-9])(?:(?:0 ?0 ?)?4 ?6 ?)?(?:0 ?)?" + spaced + rb"(?![0-9])")


def amount_forms(value: str) -> set[bytes]:
    """`3222836` → patterns of `3222836` and of `3 222 836`."""
    plain = digits(fold(value)).decode()
    return {f" {plain}".encode(), f" {int(plain or 0):,}".replace(",", " ").encode()} if plain else set()


def amount_pattern(value: str) -> re.Pattern[str]:
    """The amount in a text as it lies: grouped or not, and no part of a larger one."""
    groups = f"{int(digits(fold(value))):,}".split(",")
    gap = "[ \u00a0\u202f\u2009.,'_]"
    return re.compile(rf"(?<!\d)(?<!\d{gap})" + rf"{gap}?".join(groups) + rf"(?!\d)(?!{gap}\d{{3}}(?!\d))")


def exact_pattern(value: str) -> re.Pattern[str]:
    """The id or address in a text as it lies, and no part of a longer one."""
    return re.compile(rf"(?<![\w-]){re.escape(value)}(?![\w-])", re.IGNORECASE)


def looks_like_phone(value: str) -> bool:
    """Whether the value has digits and what is written between them, and nothing else."""
    return _PHONE.fullmatch(value) is not None


def _rotations(form: bytes) -> Iterator[bytes]:
    words = form.split()
    if 1 < len(words) <= _MOST_ROTATED:
        for start in range(1, len(words)):
            yield b" ".join(words[start:] + words[:start])


def _spelled_out(email: str) -> Iterator[bytes]:
    name, _, host = email.rpartition("@")
    if not (name and host):
        return
    for at in _AT:
        for dot in _DOTS:
            yield fold(f"{name.replace('.', dot)} {at} {host.replace('.', dot)}")
            yield fold(f"{name} {at} {host.replace('.', dot)}")
