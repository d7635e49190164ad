"""The forms in which a withheld value is sought, each a pattern of folded text."""

from __future__ import annotations

import base64
import codecs
import re
from collections.abc import Iterable, Iterator

from generator.audit.folding import digits, fold
from generator.audit.interface import Kind, Needle
from generator.audit.undoing import undone

SHORTEST_PHONE = 5  # digits
_GROUP = 3  # digits
_MOST_ROTATED = 5  # words: a longer name is an organisation's
_SHORTEST_DISGUISE = 8  # letters: shorter ones are other words too (bostad, person)
_SEEN_WHEN_BURIED = 12  # bytes: from here on base64 is long enough to be opened
_AT = ("@", "a", "at", "snabel", "snabela", "snabel a")
_DOTS = (" ", " dot ", " punkt ")
_BEFORE_PHONE = re.compile(rb"(?<![0-9])(?:(?:0 ?0 ?)?4 ?6 ?)?(?:0 ?)?$")
_LONGEST_BEFORE = 12  # the pattern's longest and what may not stand before it
_PHONE = re.compile(r"[\d\s+()/.\u2010-\u2015-]+")


def word_forms(needle: Needle) -> set[bytes]:
    """Patterns of whole words: a space, the words, no space after. Empty when the value says nothing."""
    forms = _orders(needle)
    if needle.kind is Kind.NAME:
        forms |= {glued for form in forms if _is_long(glued := form.replace(b" ", b""))}
    elif needle.kind is Kind.EMAIL:
        forms |= set(_spelled_out(needle.value))
    return _words(forms)


def disguised_forms(needle: Needle) -> set[bytes]:
    """The same value backwards, as ROT13 and with its letters spaced out: patterns of whole words."""
    forms = {fold(codecs.encode(needle.value, "rot13"))}
    for form in _orders(needle):
        forms |= {form[::-1], codecs.encode(form.decode(), "rot13").encode()}
        if _is_long(form):
            forms.add(b" ".join(bytes((code,)) for code in form.replace(b" ", b"")))
    return _words(forms)


def packed_forms(needle: Needle) -> set[bytes]:
    """A short value as base64, base32 and hexadecimal digits: patterns of whole words.

    A long one is opened where it stands, with what stands around it.
    """
    spelled = {needle.value, needle.value.lower()}
    if needle.kind is Kind.PHONE:
        spelled.add(digits(fold(needle.value)).decode())
    elif needle.kind is Kind.AMOUNT:
        spelled |= {gap.join(_groups(needle.value)) for gap in ("", " ", "\u00a0")}
    short = [content for one in spelled if len(content := one.encode()) < _SEEN_WHEN_BURIED]
    packed = (pack(content) for content in short for pack in (base64.b64encode, base64.b32encode, bytes.hex))
    folded = (fold(one if isinstance(one, str) else one.decode()) for one in packed)
    return _words(form for form in folded if _is_long(form))


def _orders(needle: Needle) -> set[bytes]:
    """The folded value; of a name also with its words turned round."""
    forms = {fold(needle.value), fold(undone(needle.value))}
    if needle.kind is Kind.NAME:
        forms |= {turned for form in forms for turned in _rotations(form)}
    return forms


def _words(forms: Iterable[bytes]) -> set[bytes]:
    return {b" " + form.strip() for form in forms if form.replace(b"@", b"").strip()}


def _is_long(form: bytes) -> bool:
    return len(form) - form.count(b" ") >= _SHORTEST_DISGUISE


def national_digits(phone: str) -> bytes:
    """The number's digits without country code and first zero: `+46 (0)31-390 06 15` → `313900615`."""
    found = digits(fold(phone))
    for prefix in (b"0046", b"46"):
        if found.startswith(prefix) and len(found) > len(prefix) + SHORTEST_PHONE:
            found = found.removeprefix(prefix)
            break
    return found.removeprefix(b"0")


def has_phone(core: bytes, folded: bytes) -> bool:
    """Whether the number stands in folded text, in any grouping, from home or abroad, and in no longer one.

    `core` are its national digits. They are sought alone, at the speed of the first, and then what is before.
    """
    spaced = re.compile(b" ?".join(bytes((code,)) for code in core) + rb"(?![0-9])")
    start = 0
    while (match := spaced.search(folded, start)) is not None:
        if _BEFORE_PHONE.search(folded[max(match.start() - _LONGEST_BEFORE, 0) : match.start()]) is not None:
            return True
        start = match.start() + 1
    return False


def amount_forms(value: str) -> set[bytes]:
    """`3222836` → patterns of `3222836`, also after a currency, and of `3 222 836`."""
    groups = _groups(value)
    plain = "".join(groups)
    return {f" {form}".encode() for form in (" ".join(groups), plain, f"kr{plain}", f"sek{plain}") if groups}


def amount_pattern(value: str) -> re.Pattern[str]:
    """The amount in a text as it lies: grouped or not, and no part of a larger one."""
    groups = _groups(value)
    gap = r"[\s.,'\u2019\u00b7_]"
    plain, grouped = "".join(groups), rf"{gap}\s?".join(groups)
    if len(groups) > 1:
        grouped += rf"(?!{gap}\d{{3}}(?!\d))"
    if len(groups[0]) == _GROUP:  # `910 730` may be the end of `1 910 730`, but not of `2025 910 730`
        grouped = "".join(rf"(?<!(?<!\d)\d{{{count}}}{gap})" for count in (1, 2, 3)) + grouped
    return re.compile(rf"(?<!\d)(?:(?<!\d\.){plain}|{grouped})(?!\d)")


def _groups(value: str) -> list[str]:
    """`3222836` → `3`, `222`, `836`; nothing of a text without digits."""
    plain = digits(fold(value))
    return f"{int(plain):,}".split(",") if plain else []


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
