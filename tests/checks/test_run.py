"""All checks together: none is lost, none quotes a withheld value, and a clean record is clean."""

from generator.checks.interface import Register
from generator.checks.run import all_checks, run_checks
from tests import private_values as v
from tests.checks.yaml_records import HEAD, with_head

NAMES = {
    "aldrig-i-registret", "beslut-tid", "fornamn-i-text", "granskade-rader", "identitetsnummer",
    "kanda-ord", "kontakt-i-text", "namn-i-text", "ordning", "relationer", "samtycke-datum",
    "sekretess-text", "sekretess-vag", "titel-i-text", "unika-id",
}  # fmt: skip


def test_every_check_is_there_and_named_as_its_file() -> None:
    checks = all_checks()
    assert {check.name for check in checks} >= NAMES
    files = {path.stem for path in (v.PROJECT / "generator/checks/rules").glob("[a-z]*.py")}
    assert {check.name.replace("-", "_") for check in checks} == files
    tests = {path.stem.removeprefix("test_") for path in (v.PROJECT / "tests/checks/rules").glob("test_*.py")}
    assert tests == files
    assert all(check.sentence.endswith(".") for check in checks)


def test_a_clean_record() -> None:
    assert list(run_checks(Register((v.subject(HEAD),)))) == []


CANARIES = (
    "Sixten", "sixten", "Alvastrand", "alvastrand", "850101", "1234", "390", "Qvarnholm", "Hemligbolaget",
)  # fmt: skip
FULL_OF_FAULTS = """\
andra_namn: [Sixten Alvastrands väg, "850101-1234"]
målgrupper: [Qvarnholm]
metoder: [Qvarnholm]
period: {start: 2026, slut: 2025}
relationer: [{typ: förlänger, insats: sixten-alvastrand}]
sekretess: [{omfattar: [Qvarnholm, beskrivning.bakgrund], grund: OSL Hemligbolaget}]
sammanfattning: Ring Sixten på 031 390 06 15 eller sixten.alvastrand@x.example.
beskrivning:
  bakgrund: Hemligbolaget har stängt sin dörr för alla.
  syfte: Hemligbolaget har stängt sin dörr för alla. Fråga Anna, qvarnholm@x.example.
granskade_rader: [{fält: beskrivning.metod, börjar: Sixten Alvastrand, skäl: Qvarnholm}]
insatsägare: {organisation: Alvastrands bolag, part: Qvarnholm}
personer:
  - namn: Sixten Alvastrand
    roll: Qvarnholm
    organisation: Hemligbolaget
    e-post: sixten.alvastrand@x.example
    telefon: 031-390 06 15
    samtycke: [{gäller: [namn], kanaler: [portal], till: 2025}]
  - {namn: Ulla Qvarnholm, roll: deltagare}
"""


def test_no_finding_quotes_a_withheld_value() -> None:
    found = list(run_checks(Register((v.subject(with_head(FULL_OF_FAULTS)),))))
    assert {finding.rule for finding in found} >= NAMES - {
        "beslut-tid",
        "ordning",
        "titel-i-text",
        "unika-id",
    }
    assert len(found) > 15
    for finding in found:
        assert not any(canary in str(finding) for canary in CANARIES), finding.rule
        assert finding.position.line > 8
        assert finding.message.endswith(".")
        assert finding.advice.endswith((".", "?"))
