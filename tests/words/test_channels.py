"""Channels as the command line names them."""

from __future__ import annotations

import pytest

from generator.words.channels import PORTAL, Channel, ChannelKind, parse_channel


def test_the_portal_and_a_forbundswebb_are_parsed() -> None:
    own = Channel(ChannelKind.FORBUNDSWEBB, "gavleborg")
    assert parse_channel("portal") == PORTAL == Channel(ChannelKind.PORTAL, None)
    assert parse_channel("forbundswebb:gavleborg") == parse_channel("förbundswebb:gavleborg") == own


@pytest.mark.parametrize(
    "text",
    [
        "", "portalen", "Portal", "portal:gavleborg", "forbundswebb", "forbundswebb:",
        "forbundswebb:Gävleborg", "forbundswebb:../x", "forbundswebb:con", "forbundswebb:a:b",
        "sociala-medier:gavleborg", "öppna-data:", "sociala medier", "gavleborg",
    ],
)  # fmt: skip
def test_any_other_channel_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match="channel"):
        parse_channel(text)


def test_every_channel_has_a_folder_name_of_its_own() -> None:
    channels = [
        PORTAL,
        parse_channel("forbundswebb:gavleborg"),
        parse_channel("forbundswebb:portal"),
        Channel(ChannelKind.SOCIAL_MEDIA),
        Channel(ChannelKind.OPEN_DATA),
    ]
    slugs = [channel.slug for channel in channels]
    assert slugs[:2] == ["portal", "forbundswebb-gavleborg"]
    assert len(set(slugs)) == len(slugs)
    assert all(slug.isascii() and "/" not in slug and ":" not in slug for slug in slugs)
