"""Where something is published."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from generator.words.ids import id_problem


class ChannelKind(StrEnum):
    """The four kinds of channel, as terms and consents name them."""

    PORTAL = "portal"
    FORBUNDSWEBB = "förbundswebb"
    SOCIAL_MEDIA = "sociala-medier"
    OPEN_DATA = "öppna-data"


@dataclass(frozen=True)
class Channel:
    """One place of publication; `forbund` is the owner's id on a förbundswebb, else None."""

    kind: ChannelKind
    forbund: str | None = None

    @property
    def slug(self) -> str:
        """ASCII, unique for each channel: a folder's name."""
        names = {
            ChannelKind.PORTAL: "portal",
            ChannelKind.FORBUNDSWEBB: f"forbundswebb-{self.forbund}",
            ChannelKind.SOCIAL_MEDIA: "sociala-medier",
            ChannelKind.OPEN_DATA: "oppna-data",
        }
        return names[self.kind]


PORTAL = Channel(ChannelKind.PORTAL)


def parse_channel(text: str) -> Channel:
    """`portal` or `forbundswebb:<id>` → Channel. Raises ValueError for anything else."""
    if text == "portal":
        return PORTAL
    kind, _, forbund = text.partition(":")
    if kind in ("forbundswebb", "förbundswebb") and id_problem(forbund) is None:
        return Channel(ChannelKind.FORBUNDSWEBB, forbund)
    raise ValueError("channel")
