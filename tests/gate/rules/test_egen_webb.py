"""A förbund's own web shows that förbund's insatser and nobody else's."""

import pytest

from generator.words.channels import PORTAL, Channel, ChannelKind
from tests import private_values as v


@pytest.mark.parametrize(
    ("channel", "public"),
    [
        (PORTAL, True),
        (v.OWN_WEB, True),
        (v.OTHER_WEB, False),
        (Channel(ChannelKind.FORBUNDSWEBB), False),
        (Channel(ChannelKind.FORBUNDSWEBB, "exempelbygden-2"), False),
        (v.SOCIAL, True),
        (v.OPEN_DATA, True),
    ],
)
def test_own_records_only(channel: Channel, public: bool) -> None:
    one = v.case(channel=channel)
    assert v.is_public(one) is public
    if not public:
        assert [reason.rule for reason in v.withheld(one).reasons] == ["egen-webb"]
