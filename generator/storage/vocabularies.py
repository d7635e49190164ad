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
        message, advice = "Samma ord står två gånger.", "Behåll ett av dem eller ge dem olika id."
        if not term.slug:
            message, advice = "Ordets id har inga bokstäver.", "Skriv ett id med bokstäver."
        place = written.at("ord", number, "id")
        findings.append(Finding(written.file, place, "begrepp-dubbelt", message, advice))
    return Vocabulary(written.value.name, MappingProxyType(terms)), tuple(findings)


def never_public(written: Located[VocabularyFile]) -> frozenset[str]:
    """The ids of the words marked `aldrig_offentlig`."""
    return frozenset(entry.id for entry in written.value.terms if entry.never_public)
