"""Vocabulary files → vocabularies. A word that is there twice is a finding."""

from __future__ import annotations

from types import MappingProxyType

from generator.records.config import VocabularyFile
from generator.storage.located import Located
from generator.words.findings import Finding
from generator.words.vocabularies import Term, Vocabulary


def vocabulary(written: Located[VocabularyFile]) -> tuple[Vocabulary, tuple[Finding, ...]]:
    """The terms in the file's order. Words with the same address (slug) are the same word."""
    terms: dict[str, Term] = {}
    slugs: set[str] = set()
    findings: list[Finding] = []
    for number, entry in enumerate(written.value.terms):
        term = Term(entry.id, entry.label, entry.explanation, entry.priority)
        if term.slug and term.slug not in slugs:
            slugs.add(term.slug)
            terms[term.id] = term
            continue
        rule, message = "begrepp-dubbelt", "Ett annat ord har samma id eller samma adress."
        if not term.slug:
            rule, message = "begrepp-utan-adress", "Av ordets id går det inte att göra en adress."
        place = written.at("ord", number, "id")
        findings.append(Finding(written.file, place, rule, message, "Skriv ett annat id."))
    return Vocabulary(written.value.name, MappingProxyType(terms)), tuple(findings)


def never_public(written: Located[VocabularyFile]) -> frozenset[str]:
    """The ids of the words marked `aldrig_offentlig`."""
    return frozenset(entry.id for entry in written.value.terms if entry.never_public)
