"""Every kind of file that the audit lets into a site has its media type, and only one."""

from __future__ import annotations

from generator.audit.rules.filtyp import _ALLOWED
from generator.hosting.types import PACKED, TYPES


def test_every_allowed_file_has_one_type() -> None:
    suffixes = [f".{suffix}" for known in TYPES.values() for suffix in known]
    assert sorted(suffixes) == sorted(_ALLOWED)


def test_only_text_is_packed() -> None:
    packed = {suffix for name in PACKED for suffix in TYPES[name]}
    begins = {suffix for suffix, begin in _ALLOWED.items() if not begin}
    assert {f".{suffix}" for suffix in packed} == begins - {".html"}
