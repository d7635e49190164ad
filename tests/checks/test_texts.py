"""Every text of a record is read, wherever the schema puts it."""

from generator.checks.texts import all_texts
from generator.records.paths import known_paths
from tests import private_values as v
from tests.gate.test_copying import FULL


def test_every_text_with_its_path() -> None:
    record = v.record(**FULL)
    texts = {text.field: text for text in all_texts(record)}
    assert set(texts) <= known_paths()
    assert texts["beskrivning.bakgrund"].value == "Kanarie§bakgrund§"
    assert texts["budget.kostnader.post"].path == ("budget", "kostnader", 0, "post")
    assert texts["personer.samtycke.källa"].path == ("personer", 0, "samtycke", 0, "källa")
    planted = repr([text.value for text in texts.values()])
    numbers = ("8101", "8102", "8103", "8105", "7654321", "7600003", "7000001", "654320", "2031", "34711")
    for word in repr(FULL).split("'"):
        if "anarie" in word and word not in numbers:
            assert word in planted
