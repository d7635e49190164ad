"""A word in another form is no secret; and neighbours in an index are no name."""

from __future__ import annotations

import gzip
from pathlib import Path

import pytest

from generator.audit.derived import derived_from
from generator.audit.interface import Kind, Needle
from generator.audit.scan import scan


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Kostnadssammanställningen bifogas.", True),
        ("Se kostnadssammanställning", True),
        ("kostnadssammanställningarnas", True),
        ("delkostnadssammanställning", False),  # an end of a compound: publish/public_words tells those
        ("kostnadssammanställningsarbetet", False),
        ("kostnader", False),
        ("", False),
    ],
)
def test_a_word_is_found_with_an_ending(text: str, found: bool) -> None:
    needle = Needle("a", "Kostnadssammanställning")
    assert derived_from([needle], [text]) == ({needle} if found else set())


def test_more_than_a_word_is_never_derived() -> None:
    assert derived_from([Needle("a", "psykisk ohälsa")], ["psykisk ohälsan"]) == set()


def test_neighbours_in_an_index_of_words_are_nobodys_name(tmp_path: Path) -> None:
    words = b"".join(bytes((0x60 + len(word),)) + word for word in (b"karl", b"karlsson"))
    (tmp_path / "a.pf_index").write_bytes(gzip.compress(b"pagefind_dcd\x82" + words))
    both = [Needle("hela", "Karl Karlsson", Kind.NAME), Needle("del", "Karlsson", Kind.NAME)]
    assert {hit.label for hit in scan(tmp_path, both).hits} == {"del"}
