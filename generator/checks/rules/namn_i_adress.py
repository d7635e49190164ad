"""An e-mail address that is opened may hold the name that is not."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.checks.interface import Check, Register, Subject
from generator.words.findings import Finding, Severity
from generator.words.swedish import fold

_WORD = re.compile(r"[^\W\d_]+")
_SHORTEST = 3  # letters: a shorter name stands in any address


def _check(subject: Subject, _register: Register) -> Iterator[Finding]:
    for index, person in enumerate(subject.located.value.persons):
        name, email = (subject.verdicts.get(f"personer[{index}].{field}") for field in ("namn", "e-post"))
        if name is None or name.public or email is None or not email.public:
            continue
        local = fold((person.email or "").rpartition("@")[0])
        words = [word for word in _WORD.findall(fold(person.name or "")) if len(word) >= _SHORTEST]
        if any(word in local for word in words):
            yield subject.finding(
                CHECK.name,
                ("personer", index, "e-post"),
                "E-postadressen får synas, men den visar personens namn, som inte får det.",
                "Be om samtycke till namnet också, eller skriv en funktionsadress under hänvisning.",
                severity=Severity.WARNING,
            )


CHECK = Check(
    name="namn-i-adress",
    sentence="Ingen e-postadress som får synas visar ett namn som inte får det.",
    check=_check,
)
