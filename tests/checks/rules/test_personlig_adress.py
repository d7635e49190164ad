"""What is shown to all is a function's address."""

import pytest

from generator.checks.personal import RULE, check_forbund_contact, check_mail_links
from generator.checks.rules.personlig_adress import CHECK
from generator.records.config import ForbundConfig
from generator.storage.read import read
from tests import private_values as v
from tests.checks.rules.cases import found

FORBUND = "id: exempelbygden\nnamn: Exempelbygden\nkontakt: {{e-post: {}}}\n"
PERSONAL = ("erik.lindeby@kommun.example", "Anna-Karin.Ek@kommun.example", "åsa_sjö@kommun.example")
FUNCTIONS = (
    "jobbcentrum@kommun.example",
    "jobb.linkoping@kommun.example",
    "info@kommun.example",
    "031-390 06 40",
)


@pytest.mark.parametrize("address", PERSONAL)
def test_a_person_s(address: str) -> None:
    assert found(CHECK, f"hänvisning: {{kontakt: {address}}}\n") == ["9:23 varning"]


@pytest.mark.parametrize("address", FUNCTIONS)
def test_a_function_s(address: str) -> None:
    assert found(CHECK, f"hänvisning: {{kontakt: {address}}}\n") == []


def test_a_forbund_s_contact() -> None:
    def told(address: str) -> list[str]:
        located, wrong = read(FORBUND.format(address).encode(), ForbundConfig, "exempelbygden.yml")
        assert located is not None, wrong
        return v.places(check_forbund_contact({"exempelbygden": located}))

    assert told("erik.lindeby@kommun.example") == ["3:19 varning"]
    assert told("info@kommun.example") == []


def test_links_of_pages_written_by_hand() -> None:
    page = "# Om\n\n[Skriv](mailto:erik.lindeby@kommun.example) eller [hit](mailto:info@kommun.example).\n"
    findings = list(check_mail_links({"om.md": page}))
    assert v.places(findings) == ["3:16 varning"]
    assert [(one.file, one.rule) for one in findings] == [("om.md", RULE)]
    assert "lindeby" not in str(findings[0])
