"""Rule 7: a withheld person's name, e-mail or number is withheld in running text too."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from generator.checks.interface import Check, Register, Subject
from generator.checks.names import Sought, find_in
from generator.checks.texts import Text, all_texts
from generator.gate.interface import Verdict
from generator.records.paths import covers
from generator.records.persons import PersonField, datum
from generator.words.findings import Finding, Position, Severity

_TELLING: tuple[PersonField, ...] = ("namn", "e-post", "telefon")


def _check(subject: Subject, _register: Register) -> Iterator[Finding]:
    shown = _shown(subject, ("namn",))
    sought = _withheld(subject)
    if not sought:
        return
    # A record that is no page yet can wait, but its editor should hear of it.
    severity = Severity.ERROR if subject.public else Severity.WARNING
    for _, index in find_in(subject.located.slug, sought, shown, lower_case=True):
        yield subject.finding(
            CHECK.name,
            (),
            f"Filens namn nämner en person som inte får synas ({_label(subject, index)}).",
            "Byt namn på filen. Namnet blir sidans adress.",
            severity=severity,
            position=Position(1, 1),
        )
    for text in _published_texts(subject):
        found = {
            *find_in(text.value, sought, shown),
            *find_in(_without_capitals(text), sought, shown, lower_case=True),
        }
        for line, index in sorted(found):
            yield subject.finding(
                CHECK.name,
                text.path,
                f"Texten nämner en person som inte får synas ({_label(subject, index)}).",
                "Skriv rollen i stället för namnet, e-postadressen eller numret.",
                severity=severity,
                position=subject.located.position_in_text(text.path, line),
            )


def _withheld(subject: Subject) -> tuple[Sought, ...]:
    """What must not be told, less what the same record shows of the same person elsewhere."""
    shown = _shown(subject, _TELLING)
    return tuple(
        Sought(index, field, value)
        for index, person in enumerate(subject.located.value.persons)
        for field in _TELLING
        if (value := datum(person, field)) is not None and value not in shown
    )


def _shown(subject: Subject, fields: Sequence[PersonField]) -> tuple[str, ...]:
    return tuple(
        value
        for index, person in enumerate(subject.located.value.persons)
        for field in fields
        if (value := datum(person, field)) is not None and _verdict(subject, index, field)
    )


def _without_capitals(text: Text) -> str:
    """The part of a text that is never written with capitals. A host or a domain names an organisation."""
    if text.field in ("id", "sökord"):
        return text.value
    if text.field == "hänvisning.kontakt":
        return text.value.partition("@")[0] if "@" in text.value else ""
    return "/".join(text.value.split("/")[3:]) if text.field == "handlingar.länk" else ""


def _verdict(subject: Subject, index: int, field: str) -> bool:
    verdict: Verdict | None = subject.verdicts.get(f"personer[{index}].{field}")
    return verdict is not None and verdict.public


def _published_texts(subject: Subject) -> Iterator[Text]:
    secret = [
        path
        for secrecy in subject.located.value.secrecy
        for path in ([] if isinstance(secrecy.covers, str) else secrecy.covers)
    ]
    for text in all_texts(subject.located.value):
        if any(covers(path, text.field) for path in secret):
            continue
        if text.path[0] == "personer":
            index, field = text.path[1], str(text.path[2])
            # A shown datum of one person must not tell another's name (rule 7: organisations).
            if (
                field in ("namn", "titel", "organisation")
                and isinstance(index, int)
                and _verdict(subject, index, field)
            ):
                yield text
        elif text.path[:2] not in (("källa", "anmärkningar"), ("källa", "oplacerat"), ("källa", "bilagor")):
            yield text


def _label(subject: Subject, index: int) -> str:
    role = subject.located.value.persons[index].role
    label = role if role in subject.case.settings.roles else "okänd roll"
    return f"person {index + 1} i posten, {label}"


CHECK = Check(
    name="namn-i-text",
    sentence="Ingen text nämner en person i posten som inte får synas.",
    check=_check,
)
