"""An id is permanent and belongs to one record."""

from generator.checks.interface import Subject
from generator.checks.rules.unika_id import CHECK
from tests import private_values as v
from tests.checks.yaml_records import HEAD


def named(slug: str, record_id: str = "exempelbygden-2025-vagen-vidare") -> Subject:
    text = HEAD.replace("exempelbygden-2025-vagen-vidare", record_id)
    return v.subject(text, file=f"content/insatser/exempelbygden/{slug}.yml")


def test_one_each() -> None:
    assert v.findings_of(CHECK, named("a"), named("b", "annat-id")) == ()


def test_the_first_file_keeps_it() -> None:
    for subjects in ((named("a"), named("b"), named("c")), (named("c"), named("b"), named("a"))):
        found = v.findings_of(CHECK, *subjects)
        assert [(f.file.rpartition("/")[2], f.position.line, f.position.column) for f in found] == [
            ("b.yml", 1, 5),
            ("c.yml", 1, 5),
        ]
        assert all("exempelbygden/a.yml" in finding.message for finding in found)
