"""What is one word to a reader is one word to the audit."""

from __future__ import annotations

import pytest

from generator.audit.folding import digits, fold


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("", b" "),
        ("Lindeby,\u00a0Tova", b" lindeby tova "),
        ("LINDEBY/tova_x–y\n", b" lindeby tova x y "),
        ("Åsa Öberg é ü", b" asa oberg e u "),
        ("A\u030asa", b" asa "),
        ("a.b@c.example", b" a b @ c example "),
        ("Ｔｏｖａ ＠", b" tova @ "),
        ("То\u200bv\u00ada", b" tova "),
        ("Łódź Đ ø æ ı", b" lodz d o a i "),
        ("𝓣𝓸𝓿𝓪 ﬁ", b" tova fi "),
        ("٠٣١ ３１", b" 031 31 "),
        ("漢 字", b" u6f22 u5b57 "),
        ("a\u3164b", b" ab "),
        ("a“b”—c…", b" a b c "),
    ],
)
def test_fold(text: str, folded: bytes) -> None:
    assert fold(text) == folded


def test_digits() -> None:
    assert digits(fold("Tel. +46 (0)31–390 06 15, år 2025")) == b"460313900615" + b"2025"
