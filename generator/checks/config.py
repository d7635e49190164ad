"""Checks of the configuration itself: what could not be applied as it is written."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from generator.gate.rules.aldrig import NEVER
from generator.records.config import ForbundConfig
from generator.records.forms import FormLayout
from generator.records.terms import Terms
from generator.storage.located import Located
from generator.words.findings import Finding, Severity
from generator.words.swedish import did_you_mean, fold
from generator.words.vocabularies import Vocabulary


def check_forbund(forbund: Mapping[str, Located[ForbundConfig]]) -> Iterator[Finding]:
    """`ersatt_av` leads to a förbund of the register, and not round in a circle."""
    for key, located in forbund.items():
        successor = located.value.replaced_by
        if successor is None:
            continue
        if successor not in forbund:
            near = did_you_mean(successor, forbund)
            message = "Förbundet har gått upp i ett förbund som inte finns i registret."
            advice = f"Menade du {near}?" if near else "Lägg till förbundet i forbund/."
        elif _comes_back(key, forbund):
            message = "Förbunden har gått upp i varandra, så ingen adress leder fram."
            advice = "Ta bort ersatt_av hos det förbund som finns i dag."
        else:
            continue
        yield Finding(located.file, located.at("ersatt_av"), "ersatt-av", message, advice)


def _comes_back(key: str, forbund: Mapping[str, Located[ForbundConfig]]) -> bool:
    """Whether who follows `ersatt_av` from `key` meets `key` again."""
    at = forbund[key].value.replaced_by
    for _ in forbund:
        if at is None or at not in forbund or at == key:
            break
        at = forbund[at].value.replaced_by
    return at == key


def check_terms(
    terms: Mapping[str, Located[Terms]],
    forbund: frozenset[str],
    roles: Vocabulary,
    never_public_roles: frozenset[str],
) -> Iterator[Finding]:
    """What opens nothing: terms of an unknown förbund, clauses for roles that are unknown or never public."""
    for located in terms.values():
        if located.value.forbund not in forbund:
            near = did_you_mean(located.value.forbund, forbund)
            yield Finding(
                located.file,
                located.at("förbund"),
                "villkor-forbund",
                "Villkoren hör till ett förbund som inte finns i registret.",
                f"Menade du {near}?" if near else "Lägg till förbundet i forbund/.",
            )
        for number, clause in enumerate(located.value.personal_data):
            for item, role in enumerate(clause.roles):
                if role in NEVER | never_public_roles:
                    yield Finding(
                        located.file,
                        located.at("personuppgifter", number, "roller", item),
                        "villkor-roll",
                        "Personer i den här rollen visas aldrig, vad villkoren än säger.",
                        "Ta bort rollen ur klausulen.",
                        Severity.WARNING,
                    )
                    continue
                if role in roles:
                    continue
                near = did_you_mean(role, roles.terms)
                yield Finding(
                    located.file,
                    located.at("personuppgifter", number, "roller", item),
                    "villkor-roll",
                    "Rollen finns inte i ordlistan roller.",
                    f"Menade du {near}?" if near else "Välj en roll ur ordlistan eller lägg till den där.",
                )


def check_layouts(
    layouts: Mapping[str, Located[FormLayout]], terms: Mapping[str, Located[Terms]], roles: Vocabulary
) -> Iterator[Finding]:
    """What cannot be applied: unknown terms, an unknown role, a heading that leads to two keys."""
    for key, located in layouts.items():
        if key not in terms:
            near = did_you_mean(key, terms)
            advice = f"Menade du {near}?" if near else "Lägg till villkoren i villkor/."
            message = "Formuläret hör till villkor som inte finns i registret."
            yield Finding(located.file, located.at("id"), "formular-villkor", message, advice)
        seen: set[str] = set()
        for number, part in enumerate(located.value.parts):
            if part.role is not None and part.role not in roles:
                near = did_you_mean(part.role, roles.terms)
                place = located.at("delar", number, "roll")
                advice = f"Menade du {near}?" if near else "Välj en roll ur ordlistan."
                message = "Rollen finns inte i ordlistan roller."
                yield Finding(located.file, place, "formular-roll", message, advice)
            for item, heading in enumerate(part.headings):
                if fold(heading) in seen:
                    place = located.at("delar", number, "rubriker", item)
                    message, advice = "Rubriken står redan i formuläret.", "Ta bort den ena."
                    yield Finding(located.file, place, "formular-dubbelt", message, advice)
                seen.add(fold(heading))
