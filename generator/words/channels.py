"""Where something is published."""

from __future__ import annotations

from collections.abc import Iterable
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
    def name(self) -> str:
        """As an editor writes it on the command line: `forbundswebb:gavleborg`."""
        return f"forbundswebb:{self.forbund}" if self.kind is ChannelKind.FORBUNDSWEBB else self.kind.value

    @property
    def has_site(self) -> bool:
        """Whether the channel is a web of pages; the two others are what is posted and downloaded."""
        return self.kind in (ChannelKind.PORTAL, ChannelKind.FORBUNDSWEBB)

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


def every_channel(forbund: Iterable[str]) -> tuple[Channel, ...]:
    """The portal, the own web of each of these förbund by id, social media and open data."""
    webs = (Channel(ChannelKind.FORBUNDSWEBB, one) for one in sorted(forbund))
    return (PORTAL, *webs, Channel(ChannelKind.SOCIAL_MEDIA), Channel(ChannelKind.OPEN_DATA))


_WITHOUT_FORBUND = {
    "portal": ChannelKind.PORTAL,
    "sociala-medier": ChannelKind.SOCIAL_MEDIA,
    "öppna-data": ChannelKind.OPEN_DATA,
    "oppna-data": ChannelKind.OPEN_DATA,
}


def parse_channel(text: str) -> Channel:
    """`portal`, `forbundswebb:<id>`, `sociala-medier` or `öppna-data` → Channel. Else ValueError."""
    if text in _WITHOUT_FORBUND:
        return Channel(_WITHOUT_FORBUND[text])
    kind, _, forbund = text.partition(":")
    if kind in ("forbundswebb", "förbundswebb") and id_problem(forbund) is None:
        return Channel(ChannelKind.FORBUNDSWEBB, forbund)
    raise ValueError("channel")
