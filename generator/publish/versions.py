"""Two versions of the register beside each other, and which records may come out of the gate otherwise."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property
from pathlib import Path

from generator.checks.interface import Subject, spaced
from generator.gate.interface import Settings
from generator.publish.judging import judge
from generator.publish.preparing import UnknownForbundError
from generator.publish.reading import Configuration, read_configuration
from generator.storage.load import Loaded, load_records
from generator.storage.located import LocatedRecord
from generator.storage.stored import Blob, Stored
from generator.words.channels import Channel, every_channel
from generator.words.findings import Severity
from generator.words.vocabularies import Vocabulary

_OLD_BROKEN = "{} fel i {}: det som inte går att läsa räknas som inte offentligt där."
_OLD_CONFIG = "Inställningarna i {} går inte att läsa. Inget räknas som offentligt där."
_NO_WORDS = Vocabulary("")


@dataclass(frozen=True)
class Version:
    """One version. `configuration` is None when it cannot be read: nothing is public then."""

    configuration: Configuration | None
    records: tuple[LocatedRecord, ...]

    @cached_property
    def by_id(self) -> Mapping[str, LocatedRecord]:
        """The records by id; of two with the same id the last."""
        return {one.value.id: one for one in self.records}

    def judged(self, ids: Set[str], channel: Channel, day: date) -> tuple[Subject, ...]:
        """The records with these ids before the gate."""
        if self.configuration is None:
            return ()
        chosen = (one for one in self.records if one.value.id in ids)
        return judge(chosen, self.configuration, channel, day)

    def beside(self, record: str, channel: Channel, day: date) -> Subject | None:
        """One record, judged beside those that it names: whether they are public decides the link."""
        located = self.by_id.get(record)
        if located is None or self.configuration is None:
            return None
        targets = {link.target for link in located.value.relations} - {record}
        others = (self.by_id[one] for one in sorted(targets & self.by_id.keys()))
        return judge((located, *others), self.configuration, channel, day)[0]


@dataclass(frozen=True)
class Versions:
    """The revision and the working tree. `alike` are the files of records that are the same bytes in both."""

    old: Version
    new: Version
    alike: frozenset[str]

    @cached_property
    def both(self) -> tuple[LocatedRecord, ...]:
        """Every record of either."""
        return (*self.old.records, *self.new.records)

    @cached_property
    def edited(self) -> frozenset[str]:
        """The ids of the records whose own file is another."""
        return frozenset(one.value.id for one in self.both if file_of(one) not in self.alike)

    @cached_property
    def touched(self) -> frozenset[str]:
        """The ids of the records that a comparison needs.

        Those that differ or that the gate is asked about with other terms or settings, those that have a
        relation to them, and what both kinds have relations to. And those that the title of such a one names,
        since it is not quoted when what it names is hidden.
        """
        changed = self._changed(_all_settings)
        near = self.near(changed)
        linked = {link.target for one in self.both if one.value.id in near for link in one.value.relations}
        titles = [spaced(one.value.name) for one in self.new.records if one.value.id in changed]
        rest = (one.value for one in self.new.records if one.value.id not in changed)
        named = {
            one.id
            for one in rest
            if any(spaced(name) in title for title in titles for name in (one.name, *one.other_names))
        }
        return near | linked | named

    @cached_property
    def turned(self) -> frozenset[str]:
        """The ids of the records that may turn on other days, or turn into something else.

        What a vocabulary calls a thing is the same on all days, and is told as a change of the vocabulary.
        """
        return self.near(self._changed(_settings_but_words))

    def near(self, ids: Set[str]) -> frozenset[str]:
        """These, and the records that have a relation to one of them."""
        linked = (one for one in self.both if any(link.target in ids for link in one.value.relations))
        return frozenset({*ids, *(one.value.id for one in linked)})

    def ids_on(self, channel: Channel) -> frozenset[str]:
        """The records that a channel may have had or may get: on a förbund's own web only its own."""
        return frozenset(one.value.id for one in self.both if channel.forbund in (None, one.folder))

    def channels(self, asked: Channel | None) -> Sequence[Channel]:
        """The channel that is asked for, else all. Raises UnknownForbundError."""
        known = (one.configuration for one in (self.old, self.new) if one.configuration is not None)
        forbund = {name for configuration in known for name in configuration.forbund}
        if asked is not None:
            if asked.forbund is not None and asked.forbund not in forbund:
                raise UnknownForbundError(asked.forbund)
            return (asked,)
        return every_channel(forbund)

    def _changed(self, settings_of: Callable[[Configuration], Settings]) -> frozenset[str]:
        """The records that differ, or that the gate is asked about with other terms or settings."""
        return self.edited | frozenset(self._set_otherwise(settings_of))

    def _set_otherwise(self, settings_of: Callable[[Configuration], Settings]) -> Iterator[str]:
        was, now = self.old.configuration, self.new.configuration
        if was is None or now is None:
            yield from (one.value.id for one in self.both)
            return
        everywhere = settings_of(was) != settings_of(now)
        forbund = was.settings.forbund ^ now.settings.forbund
        for one in self.both:
            other_terms = was.terms.get(one.value.terms) != now.terms.get(one.value.terms)
            if everywhere or other_terms or one.value.forbund in forbund:
                yield one.value.id


def old_version(
    stored: Stored,
    stored_config: Stored,
    today: Configuration,
    loaded: Loaded,
    alike: Set[str],
    revision: str,
    notes: list[str],
) -> Version:
    """The revision, judged by today's rules. Records that are the same bytes are not read twice."""
    if not stored.blobs or not stored_config.blobs:
        return Version(None, ())
    names = sorted(rule for rule in today.rulebook.names)
    configuration, wrong = read_configuration(stored_config, names)
    other = {name: blob for name, blob in stored.blobs.items() if name not in alike}
    found = load_records(replace(stored, blobs=other)) if _has_records(other) else Loaded((), ())
    same = tuple(one for one in loaded.records if file_of(one) in alike)
    if configuration is None:
        notes.append(_OLD_CONFIG.format(revision))
    if errors := [f for f in (*wrong, *found.findings) if f.severity is Severity.ERROR]:
        notes.append(_OLD_BROKEN.format(len(errors), revision))
    return Version(configuration, (*same, *found.records))


def file_of(located: LocatedRecord) -> str:
    """The record's file below `content/`."""
    return f"insatser/{located.folder}/{located.slug}.yml"


def same_bytes(content: Path, stored: Stored) -> frozenset[str]:
    """The records whose bytes are the same in both versions."""
    return frozenset(
        name
        for name, blob in stored.blobs.items()
        if name.startswith("insatser/") and blob.kind == "file" and _bytes(content / name) == blob.data
    )


def _bytes(path: Path) -> bytes | None:
    return path.read_bytes() if path.is_file() and not path.is_symlink() else None


def _has_records(blobs: Mapping[str, Blob]) -> bool:
    return any(name.startswith("insatser/") for name in blobs)


def _all_settings(configuration: Configuration) -> Settings:
    """Without the förbund: each is of interest to its own records only."""
    return replace(configuration.settings, forbund=frozenset())


def _settings_but_words(configuration: Configuration) -> Settings:
    """What decides whether and when something is public: of the vocabularies that of the roles."""
    return replace(
        _all_settings(configuration),
        parties=_NO_WORDS,
        kinds=_NO_WORDS,
        target_groups=_NO_WORDS,
        methods=_NO_WORDS,
        follow_up_systems=_NO_WORDS,
    )
