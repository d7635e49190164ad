"""An id is permanent and belongs to one record."""

import pytest

from generator.checks.interface import Subject
from generator.checks.rules.unika_id import CHECK
from tests import private_values as v
from tests.checks.yaml_records import HEAD


def named(slug: str, record_id: str = "exempelbygden-2025-vagen-vidare") -> Subject:
    text = HEAD.replace("exempelbygden-2025-vagen-vidare", record_id)
    return v.subject(text, file=f"content/insatser/exempelbygden/{slug}.yml")


@pytest.mark.parametrize(
    ("subjects", "found"),
    [
        ([named("a"), named("b", "annat-id")], []),
        ([named("a"), named("b"), named("c")], ["b.yml", "c.yml"]),
        ([named("c"), named("b"), named("a")], ["b.yml", "c.yml"]),
    ],
)
def test_the_first_file_by_name_keeps_it(subjects: list[Subject], found: list[str]) -> None:
    findings = v.findings_of(CHECK, *subjects)
    assert [finding.file.rpartition("/")[2] for finding in findings] == found
    assert v.places(findings) == ["1:5 fel"] * len(found)
    assert all("exempelbygden/a.yml" in finding.message for finding in findings)
