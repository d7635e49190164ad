"""Records as text, so that a finding's line and column can be told."""

from __future__ import annotations

HEAD = """\
id: exempelbygden-2025-vagen-vidare
namn: Vägen vidare
förbund: exempelbygden
villkor: exempelbygden-2024
inriktning: individinriktad
beslut:
  - {utfall: beviljad, datum: 2025-06-12, instans: styrelsen, avser: {start: 2025-09, slut: 2027-12}}
publicering: {läge: publicera}
"""


def with_head(rest: str) -> str:
    """A public record of eight lines; `rest` begins on line 9."""
    return HEAD + rest
