"""Reads everything that a run needs, and says everything that is wrong with it at once."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from generator.checks.config import check_forbund, check_layouts, check_terms
from generator.checks.look import check_look
from generator.checks.personal import check_forbund_contact
from generator.gate.interface import Settings
from generator.gate.rulebook import Rulebook, load_rules
from generator.records.config import ForbundConfig, SiteConfig
from generator.records.forms import FormLayout
from generator.records.terms import Terms
from generator.storage.load import LoadedConfig, load_config, load_records
from generator.storage.located import Located, LocatedRecord
from generator.storage.stored import Place
from generator.words.findings import Finding, has_errors, in_order
from generator.words.search_words import SearchWords
from generator.words.vocabularies import Vocabulary


@dataclass(frozen=True)
class Configuration:
    """A whole `site_config/`, sound but for what a förbund's own web looks like."""

    site: SiteConfig
    forbund: Mapping[str, ForbundConfig]
    forbund_files: Mapping[str, Located[ForbundConfig]]
    terms: Mapping[str, Terms]
    layouts: Mapping[str, FormLayout]
    vocabularies: Mapping[str, Vocabulary]
    search_words: SearchWords
    settings: Settings
    rulebook: Rulebook


@dataclass(frozen=True)
class Inputs:
    """What was read. `configuration` is None when `site_config/` has an error."""

    configuration: Configuration | None
    records: tuple[LocatedRecord, ...]
    findings: tuple[Finding, ...]


def read_inputs(content: Path, config: Path) -> Inputs:
    """Records and configuration, with every finding of both."""
    configuration, wrong = read_configuration(config)
    records = load_records(content)
    return Inputs(configuration, records.records, in_order((*wrong, *records.findings)))


def read_configuration(
    config: Place, rules: Sequence[str] | None = None
) -> tuple[Configuration | None, tuple[Finding, ...]]:
    """The configuration, or everything that is wrong with it.

    `rules` are counted on in the place of those that `site.yml` lists: what an older revision counted on
    is not what today's gate has.
    """
    loaded = load_config(config)
    configuration, wrong = _configuration(loaded, rules)
    return configuration, in_order((*loaded.findings, *wrong))


def _configuration(
    loaded: LoadedConfig, rules: Sequence[str] | None
) -> tuple[Configuration | None, tuple[Finding, ...]]:
    if loaded.site is None or loaded.findings:
        return None, ()
    words, known = loaded.vocabularies, frozenset(loaded.forbund)
    findings = list(check_forbund(loaded.forbund))
    findings += check_forbund_contact(loaded.forbund)
    findings += check_terms(loaded.terms, known, words["roller"], loaded.never_public_roles)
    findings += check_layouts(loaded.layouts, loaded.terms, words["roller"])
    try:
        rulebook = load_rules(loaded.site.value.rules if rules is None else rules)
    except LookupError as error:
        advice = f"Listan ska stämma med grindens regler: {error}."
        place = loaded.site.at("regler")
        findings.append(
            Finding(loaded.site.file, place, "regler", "Grindens regler stämmer inte med listan.", advice)
        )
        return None, tuple(findings)
    if has_errors(findings):
        return None, tuple(findings)
    site = loaded.site.value
    settings = Settings(
        contact_end=site.contact_end,
        forbund=known,
        roles=words["roller"],
        never_public_roles=loaded.never_public_roles,
        parties=words["parter"],
        kinds=words["inriktningar"],
        target_groups=words["malgrupper"],
        methods=words["metoder"],
        follow_up_systems=words["uppfoljningssystem"],
    )
    return (
        Configuration(
            site=site,
            forbund={key: located.value for key, located in loaded.forbund.items()},
            forbund_files=loaded.forbund,
            terms={key: located.value for key, located in loaded.terms.items()},
            layouts={key: located.value for key, located in loaded.layouts.items()},
            vocabularies=words,
            search_words=loaded.search_words,
            settings=settings,
            rulebook=rulebook,
        ),
        (*findings, *check_look(loaded.forbund)),
    )
