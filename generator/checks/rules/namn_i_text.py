"""Rule 7: a withheld person's name, e-mail or number is withheld in running text too."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from generator.checks.interface import Check, Register, Subject
from generator.checks.names import Hit, Sought, find_in, without_host
from generator.checks.published import BETWEEN, place_in, published, shows
from generator.checks.reviewed import ADVICE, is_reviewed
from generator.checks.texts import Text
from generator.records.persons import PersonField, datum
from generator.words.findings import Finding, Position, Severity

TELLING: tuple[PersonField, ...] = ("namn", "e-post", "telefon")
_ORGANISATIONS = frozenset(
    {
        "insatsägare.organisation",
        "insatsägare.enhet",
        "samverkansparter.organisation",
        "samverkansparter.enhet",
        "personer.organisation",
    }
)


def _check(subject: Subject, _register: Register) -> Iterator[Finding]:
    sought = _withheld(subject)
    if not sought:
        return
    shown = _shown(subject, ("namn",))
    for hit in find_in(subject.located.slug, sought, shown, lower_case=True):
        yield subject.finding(
            CHECK.name,
            (),
            f"Filens namn nämner en person som inte får synas ({_label(subject, hit)}).",
            "Byt namn på filen. Namnet blir sidans adress.",
            severity=_severity(subject, hit),
            position=Position(1, 1),
        )
    whole, texts = published(subject).together, published(subject).texts
    addresses = [text for text in texts if _without_capitals(text)]
    if find_in(whole, sought, shown, organisation=True):
        for text in texts:
            organisation = text.field in _ORGANISATIONS
            yield from _findings(subject, text, find_in(text.value, sought, shown, organisation=organisation))
    if find_in(BETWEEN.join(map(_without_capitals, addresses)), sought, shown, lower_case=True):
        for text in addresses:
            hits = find_in(_without_capitals(text), sought, shown, lower_case=True)
            yield from _findings(subject, text, [Hit(hit.line, 0, hit.person, hit.sure) for hit in hits])


def _findings(subject: Subject, text: Text, hits: Sequence[Hit]) -> Iterator[Finding]:
    for hit in hits:
        if hit.sure:
            message, advice = "Texten nämner en person som inte får synas", _WRITE_THE_ROLE
        elif is_reviewed(subject, text, hit.line):
            continue
        else:
            message = "Texten kan nämna en person som inte får synas"
            advice = f"{_WRITE_THE_ROLE} {ADVICE}"
        yield subject.finding(
            CHECK.name,
            text.path,
            f"{message} ({_label(subject, hit)}).",
            advice,
            severity=_severity(subject, hit),
            position=place_in(subject, text, hit.line, hit.column),
        )


_WRITE_THE_ROLE = "Skriv rollen i stället för namnet, e-postadressen eller numret."


def _severity(subject: Subject, hit: Hit) -> Severity:
    # A record that is no page yet can wait, but its editor should hear of it.
    return Severity.ERROR if subject.public and hit.sure else Severity.WARNING


def _withheld(subject: Subject) -> tuple[Sought, ...]:
    """What must not be told, less what the same record shows of the same person elsewhere."""
    shown = _shown(subject, TELLING)
    return tuple(
        Sought(index, field, value)
        for index, person in enumerate(subject.located.value.persons)
        for field in TELLING
        if (value := datum(person, field)) is not None and value not in shown
    )


def _shown(subject: Subject, fields: Sequence[PersonField]) -> tuple[str, ...]:
    return tuple(
        value
        for index, person in enumerate(subject.located.value.persons)
        for field in fields
        if (value := datum(person, field)) is not None and shows(subject, f"personer[{index}].{field}")
    )


def _without_capitals(text: Text) -> str:
    """The part of a text that is never written with capitals. A host or a domain names an organisation."""
    if text.field in ("id", "sökord"):
        return text.value
    if text.field == "hänvisning.kontakt":
        return text.value.partition("@")[0] if "@" in text.value else ""
    return without_host(text.value) if text.field == "handlingar.länk" else ""


def _label(subject: Subject, hit: Hit) -> str:
    role = subject.located.value.persons[hit.person].role
    label = role if role in subject.case.settings.roles else "okänd roll"
    return f"person {hit.person + 1} i posten, {label}"


CHECK = Check(
    name="namn-i-text",
    sentence="Ingen text nämner en person i posten som inte får synas.",
    check=_check,
)
