"""The folders `content/` and `site_config/` → everything in them, with all findings at once."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import TypeVar

from generator.records.config import ForbundConfig, SearchWordsFile, SiteConfig, VocabularyFile
from generator.records.forms import FormLayout
from generator.records.record import Record
from generator.records.terms import Terms
from generator.storage.folders import (
    YamlFile,
    finding,
    is_folder,
    yaml_file,
    yaml_files,
    yaml_files_in_subfolders,
)
from generator.storage.located import Located, LocatedRecord
from generator.storage.read import read
from generator.storage.stored import Place
from generator.storage.vocabularies import never_public, search_words, vocabulary
from generator.words.findings import Finding, Position, in_order
from generator.words.ids import id_problem
from generator.words.search_words import SearchWords
from generator.words.vocabularies import Vocabulary

VOCABULARIES = ("inriktningar", "malgrupper", "metoder", "parter", "roller", "uppfoljningssystem")
# These two may be missing; the second has another shape.
GLOSSARY, SEARCH_WORDS = "ordlista", "sokord"

Named = TypeVar("Named", ForbundConfig, Terms, FormLayout)


@dataclass(frozen=True)
class Loaded:
    """The records that could be read, by folder and file name, and what is wrong with the others."""

    records: tuple[LocatedRecord, ...]
    findings: tuple[Finding, ...]


@dataclass(frozen=True)
class LoadedConfig:
    """The configuration by id. What could not be read is missing here and has a finding."""

    site: Located[SiteConfig] | None
    forbund: Mapping[str, Located[ForbundConfig]]
    terms: Mapping[str, Located[Terms]]
    vocabularies: Mapping[str, Vocabulary]
    never_public_roles: frozenset[str]
    search_words: SearchWords
    layouts: Mapping[str, Located[FormLayout]]
    findings: tuple[Finding, ...]


def read_record(source: YamlFile) -> tuple[LocatedRecord | None, tuple[Finding, ...]]:
    """One record's file. Its folder must be the förbund that it names. Pure and total."""
    located, findings = read(source.data, Record, source.file)
    if id_problem(source.stem) is not None:
        message = "Filens namn kan inte bli en adress."
        advice = "Använd bara a–z, 0–9 och bindestreck, och inget ord som webbplatsen själv använder."
        findings += (Finding(source.file, Position(1, 1), "fil-namn", message, advice),)
    if located is not None and located.value.forbund != source.folder:
        message = "Posten ligger i ett annat förbunds mapp."
        advice = "Flytta filen till det förbund som står här, eller rätta förbundet."
        findings += (Finding(source.file, located.at("förbund"), "mapp-fel-forbund", message, advice),)
    if located is None or findings:
        return None, findings
    return LocatedRecord(located.value, located.file, located.positions, source.folder, source.stem), ()


def load_records(content: Place) -> Loaded:
    """`content/insatser/<förbund>/<slug>.yml`. Total: every fault is a finding."""
    files, outside = yaml_files_in_subfolders(content / "insatser")
    records: list[LocatedRecord] = []
    findings = list(outside)
    for source in files:
        record, wrong = read_record(source)
        findings.extend(wrong)
        if record is not None:
            records.append(record)
    return Loaded(tuple(records), in_order(findings))


def _by_id(folder: Place, model: type[Named], findings: list[Finding]) -> Mapping[str, Located[Named]]:
    files, outside = yaml_files(folder)
    findings.extend(outside)
    found: dict[str, Located[Named]] = {}
    for source in files:
        located, wrong = read(source.data, model, source.file)
        findings.extend(wrong)
        if located is None:
            continue
        if located.value.id == source.stem:
            found[source.stem] = located
        else:
            advice = "Ge filen och id:t samma namn."
            message = "Id:t är inte filens namn."
            findings.append(Finding(source.file, located.at("id"), "id-fel-fil", message, advice))
    return MappingProxyType(found)


def _vocabularies(
    folder: Place, findings: list[Finding]
) -> tuple[Mapping[str, Vocabulary], frozenset[str], SearchWords]:
    files, outside = yaml_files(folder)
    findings.extend(outside)
    found: dict[str, Vocabulary] = {}
    roles: frozenset[str] = frozenset()
    searched = SearchWords()
    for source in files:
        if source.stem == SEARCH_WORDS:
            lines, wrong = read(source.data, SearchWordsFile, source.file)
            findings.extend(wrong)
            if lines is not None:
                searched, twice = search_words(lines)
                findings.extend(twice)
            continue
        if source.stem not in (*VOCABULARIES, GLOSSARY):
            advice = f"Ordlistorna är {', '.join((*VOCABULARIES, GLOSSARY, SEARCH_WORDS))}."
            message = "Ingen ordlista heter så."
            findings.append(Finding(source.file, Position(1, 1), "begrepp-okand-fil", message, advice))
            continue
        located, wrong = read(source.data, VocabularyFile, source.file)
        findings.extend(wrong)
        if located is None:
            continue
        found[source.stem], twice = vocabulary(located)
        findings.extend(twice)
        if source.stem == "roller":
            roles = never_public(located)
    there = {source.stem for source in files}
    for name in VOCABULARIES:
        if name not in there:
            path = folder / f"{name}.yml"
            findings.append(finding(path, "fil-saknas", "Ordlistan saknas.", "Lägg till filen."))
    return MappingProxyType(found), roles, searched


def load_config(config: Place) -> LoadedConfig:
    """`site.yml`, `forbund/`, `villkor/`, `begrepp/` and, where there are any, `formular/`. Total."""
    findings: list[Finding] = []
    opened = yaml_file(config / "site.yml")
    site = None
    if isinstance(opened, Finding):
        findings.append(opened)
    else:
        site, wrong = read(opened.data, SiteConfig, opened.file)
        findings.extend(wrong)
    forbund = _by_id(config / "forbund", ForbundConfig, findings)
    terms = _by_id(config / "villkor", Terms, findings)
    vocabularies, roles, searched = _vocabularies(config / "begrepp", findings)
    layouts = _by_id(config / "formular", FormLayout, findings) if is_folder(config / "formular") else {}
    return LoadedConfig(site, forbund, terms, vocabularies, roles, searched, layouts, in_order(findings))
