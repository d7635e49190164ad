"""Rule 7: a withheld person's name, e-mail or number is withheld in running text too."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from generator.checks.interface import Check, Register, Subject
from generator.checks.names import Hit, Sought, find_in, first_of, without_host
from generator.checks.published import BETWEEN, published, shows
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
            severity=_severity(hit, public=subject.public),
            position=Position(1, 1),
        )
    texts = published(subject).texts
    lower = BETWEEN.join(_without_capitals(text)[1] for text in texts)
    if not find_in(published(subject).together, sought, shown, organisation=True) and not find_in(
        lower, sought, shown, lower_case=True
    ):
        return
    for text in texts:
        hits = find_in(text.value, sought, shown, organisation=text.field in _ORGANISATIONS)
        start, value = _without_capitals(text)
        there = find_in(value, sought, shown, lower_case=True)
        moved = (hit._replace(column=start + hit.column) for hit in there)
        yield from _findings(subject, text, first_of((*hits, *moved)))


def _findings(subject: Subject, text: Text, hits: Sequence[Hit]) -> Iterator[Finding]:
    for hit in hits:
        if _is_own(subject, text, hit):
            continue
        if hit.sure:
            message, advice = "Texten nämner en person som inte får synas", _WRITE_THE_ROLE
        elif is_reviewed(subject, text, hit.line, hit.column + 1):
            continue
        else:
            message = "Texten kan nämna en person som inte får synas"
            advice = f"{_WRITE_THE_ROLE} {ADVICE}"
        yield subject.finding(
            CHECK.name,
            text.path,
            f"{message} ({_label(subject, hit)}).",
            advice,
            severity=_severity(hit, public=text.path in subject.public_paths),
            position=subject.located.position_in_text(text.path, hit.line, hit.column),
        )


_WRITE_THE_ROLE = "Skriv rollen i stället för namnet, e-postadressen eller numret."


def _severity(hit: Hit, *, public: bool) -> Severity:
    # What nobody sees yet can wait, but its editor should hear of it.
    return Severity.ERROR if public and hit.sure else Severity.WARNING


def _is_own(subject: Subject, text: Text, hit: Hit) -> bool:
    """Whether an address tells the name of the person who let it be shown. Another's name it may not tell."""
    match text.path:
        case ("personer", int(index), "e-post"):
            persons = subject.located.value.persons
            return index == hit.person or persons[index].name == persons[hit.person].name
    return False


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


def _without_capitals(text: Text) -> tuple[int, str]:
    """The part of a text that is never written with capitals, and where it begins.

    A host or a domain names an organisation.
    """
    if text.field in ("id", "sökord", "relationer.insats"):
        return 0, text.value
    if text.field in ("hänvisning.kontakt", "personer.e-post"):
        return 0, text.value.partition("@")[0] if "@" in text.value else ""
    if text.field == "handlingar.länk":
        return len("/".join(text.value.split("/")[:3])) + 1, without_host(text.value)
    return 0, ""


def _label(subject: Subject, hit: Hit) -> str:
    role = subject.located.value.persons[hit.person].role
    label = role if role in subject.case.settings.roles else "okänd roll"
    return f"person {hit.person + 1} i posten, {label}"


CHECK = Check(
    name="namn-i-text",
    sentence="Ingen text nämner en person i posten som inte får synas.",
    check=_check,
)
