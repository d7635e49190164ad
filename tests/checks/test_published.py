"""Which texts are published, and which of them somebody wrote freely."""

from generator.checks.names import Sought, find_in
from generator.checks.published import BETWEEN, published
from tests import private_values as v
from tests.checks.yaml_records import with_head

TEXT = """\
sammanfattning: Kort text.
beskrivning:
  bakgrund: |
    En rad.

      - En punkt.
  metod: En metod.
sekretess: [{omfattar: [beskrivning.metod], grund: OSL}]
källa: {dokument: Ansökan, anmärkningar: [Till redaktionen.]}
granskade_rader: [{fält: sammanfattning, börjar: Kort text, skäl: Sant}]
"""


def test_what_is_published() -> None:
    found = published(v.subject(with_head(TEXT)))
    fields = {text.field for text in found.texts}
    assert {"id", "namn", "sammanfattning", "beskrivning.bakgrund", "källa.dokument"} <= fields
    assert not {"beskrivning.metod", "källa.anmärkningar", "granskade_rader.skäl", "sekretess.grund"} & fields
    assert [text.value for text in found.secret] == ["En metod."]
    assert {text.field for text in found.free} == {
        "namn", "sammanfattning", "beskrivning.bakgrund", "källa.dokument",
    }  # fmt: skip


def test_each_record_has_its_own_answer() -> None:
    one, other = v.subject(with_head(TEXT)), v.subject(with_head("sammanfattning: Annat.\n"))
    assert published(one) is published(one)
    assert len(published(other).texts) < len(published(one).texts)


def test_nothing_reaches_over_the_gap_between_two_texts() -> None:
    sought = [Sought(0, "telefon", "031-390 06 15")]
    assert find_in(f"031-390{BETWEEN}06 15", sought) == ()
    # A number in its own town's form stays whole beside another text's digits.
    assert len(find_in(f"År 2025{BETWEEN}390 06 15{BETWEEN}7", sought)) == 1
