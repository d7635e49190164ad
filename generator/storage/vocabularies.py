"""Vocabulary files → vocabularies. A word that is there twice is a finding."""

from __future__ import annotations

from types import MappingProxyType

from generator.records.config import SearchWordsFile, VocabularyFile
from generator.storage.located import Located
from generator.words.findings import Finding
from generator.words.search_words import SearchWords, WordGroup
from generator.words.swedish import fold
from generator.words.vocabularies import Term, Vocabulary


def vocabulary(written: Located[VocabularyFile]) -> tuple[Vocabulary, tuple[Finding, ...]]:
    """The terms in the file's order. Words with the same address (slug) are the same word."""
    terms: dict[str, Term] = {}
    slugs: set[str] = set()
    findings: list[Finding] = []
    for number, entry in enumerate(written.value.terms):
        term = Term(entry.id, entry.label, entry.explanation, entry.priority, tuple(entry.forms))
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


def search_words(written: Located[SearchWordsFile]) -> tuple[SearchWords, tuple[Finding, ...]]:
    """The groups in the file's order. A word in two groups is a finding: it would tie them."""
    findings: list[Finding] = []
    seen: set[str] = set()
    for number, entry in enumerate(written.value.groups):
        if len(entry.words) + len(entry.found_with) < 2:
            place = written.at("grupper", number)
            message, advice = (
                "Gruppen har bara ett ord.",
                "Lägg till ett ord som leder till det, eller ta bort.",
            )
            findings.append(Finding(written.file, place, "sokord-ensamt", message, advice))
        for item, word in enumerate(entry.words):
            if fold(word) in seen:
                place = written.at("grupper", number, "lika", item)
                message, advice = "Ordet står redan i en grupp.", "Lägg ihop grupperna till en."
                findings.append(Finding(written.file, place, "sokord-dubbelt", message, advice))
            seen.add(fold(word))
    groups = (WordGroup(tuple(entry.words), tuple(entry.found_with)) for entry in written.value.groups)
    return SearchWords(tuple(groups)), tuple(findings)
