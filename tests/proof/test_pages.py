"""No byte of a page tree holds a canary that the oracle withholds, and the search finds what is there."""

from __future__ import annotations

import datetime as dt
import gzip
from dataclasses import replace

import pytest

from generator.pages.render import render
from generator.publish.catalogue import make_catalogue
from generator.publish.judging import judge
from generator.publish.reading import Inputs, read_inputs
from tests.proof.agreement import channel_of, oracle_edition
from tests.proof.editions import Edition, lay_out
from tests.proof.records import Register, register
from tests.proof.versions import CHANNELS, DAYS


@pytest.fixture(scope="module")
def made() -> Register:
    return register(3, 60)


@pytest.fixture(scope="module")
def inputs(made: Register, tmp_path_factory: pytest.TempPathFactory) -> Inputs:
    folder = tmp_path_factory.mktemp("prov")
    lay_out(made, folder)
    return read_inputs(folder / "content", folder / "site_config")


def drawn(inputs: Inputs, channel: str, day: dt.date) -> dict[str, bytes]:
    assert inputs.configuration is not None
    where = channel_of(channel)
    judged = judge(inputs.records, inputs.configuration, where, day)
    pages = render(make_catalogue(judged, inputs.configuration, where, day, {}), {})
    return {path: text.encode() for path, text in pages.items()}


@pytest.mark.parametrize("channel", CHANNELS)
@pytest.mark.parametrize("day", DAYS[3:9:2])
def test_pages_hold_no_withheld_canary(made: Register, inputs: Inputs, channel: str, day: dt.date) -> None:
    files = drawn(inputs, channel, day)
    edition = Edition(made, tuple(oracle_edition(made, channel, day)))
    assert edition.leaks(files) == []
    assert edition.withheld > 1000
    assert edition.found(files) > 0.9 * len(edition.words) > 10


def test_the_order_of_records_changes_no_byte(inputs: Inputs) -> None:
    turned = replace(inputs, records=inputs.records[::-1])
    for channel in CHANNELS:
        assert drawn(inputs, channel, DAYS[6]) == drawn(turned, channel, DAYS[6])


def test_the_search_finds_what_another_edition_withholds(made: Register, inputs: Inputs) -> None:
    """The own web shows what the portal may not, and the other way round."""
    files = drawn(inputs, "portal", DAYS[6])
    edition = Edition(made, tuple(oracle_edition(made, CHANNELS[1], DAYS[6])))
    assert len(edition.leaks(files)) > 100


@pytest.mark.parametrize("kind", ["word", "money", "phone"])
def test_the_search_finds_a_planted_canary(made: Register, kind: str) -> None:
    edition = Edition(made, tuple(oracle_edition(made, "portal", DAYS[0])))
    word = next(one for one in made.canaries[0] if one.startswith("Kanarie") and one[7:] not in edition.words)
    sum_of = min(edition.secret_money).zfill(9)
    phone = min(one for one in edition.secret_phones if one.isdigit())
    planted = {
        "word": [word, word.upper(), word[:14], f"https://x.example/{word.lower()}.pdf", f"&#75;{word[1:]}"],
        "money": [
            sum_of,
            f"{int(sum_of):,}".replace(",", "\u00a0"),
            f"2025 {int(sum_of):,} kr".replace(",", "&nbsp;"),
        ],
        "phone": [f"0{phone}", f"tel:+46{phone}", f"2025 0{phone[:2]}-{phone[2:5]} {phone[5:]}"],
    }
    for text in planted[kind]:
        assert edition.leaks({"a.html": text.encode()}), text
        assert edition.leaks({"a.json.gz": gzip.compress(text.encode())}), text
    assert edition.leaks({"a.html": b"1 234 567 kr, 2025-06-12, dnr 2025/17"}) == []
