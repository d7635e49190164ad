"""Records whose file has another name than before, as git remembers: their old pages must lead somewhere."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path, PurePosixPath
from typing import TypeAlias

from generator.checks.interface import Subject
from generator.checks.rules.tidigare_adresser import CHECK
from generator.gate.decided import GRANTS
from generator.publish.revision import RevisionError, ask, contents
from generator.storage.folders import YamlFile
from generator.storage.load import read_record
from generator.words.findings import Finding, Severity

_ID = re.compile(rb"^id:[ \t]*[\"']?([a-z0-9-]+)", re.MULTILINE)


GoneRecord: TypeAlias = tuple[PurePosixPath, bytes]  # where the file was below the content, and one version


def unnamed_addresses(gone: Iterable[GoneRecord], subjects: Iterable[Subject]) -> Iterator[Finding]:
    """A warning for each record that was public at an address which it does not name."""
    by_id = {subject.case.record.id: subject for subject in subjects}
    missing: defaultdict[str, set[str]] = defaultdict(set)
    for path, data in gone:
        subject = by_id.get(id_in(data) or "")
        if subject is not None:
            address = f"{path.parent.name}/{path.stem}"
            if address not in subject.case.record.former_addresses and _was_public(path, data):
                missing[subject.case.record.id].add(address)
    for key, addresses in missing.items():
        yield _warning(by_id[key], sorted(addresses))


def id_in(data: bytes) -> str | None:
    """The id in a record's file, also in one that cannot be read otherwise."""
    found = _ID.search(data)
    return found[1].decode() if found else None


def _warning(subject: Subject, addresses: list[str]) -> Finding:
    line = ", ".join((*subject.case.record.former_addresses, *addresses))
    return subject.finding(
        CHECK.name,
        ("id",),
        f"Insatsen kan ha varit offentlig på {' och '.join(f'insatser/{one}/' for one in addresses)}, "
        "och därifrån leder ingenting hit.",
        f"Skriv i posten: tidigare_adresser: [{line}]",
        severity=Severity.WARNING,
    )


def _was_public(path: PurePosixPath, data: bytes) -> bool:
    """Whether this version of the file asked to be published and had a grant."""
    located, _ = read_record(YamlFile(str(path), path.stem, path.parent.name, data))
    if located is None or located.value.publication is None:
        return False
    granted = any(one.body == "styrelsen" and one.outcome in GRANTS for one in located.value.decisions)
    return granted and located.value.publication.state == "publicera"


def gone_records(content: Path) -> Iterator[GoneRecord]:
    """Each version of each record's file that git remembers and that is no longer there.

    None outside git, without git, and in a shallow clone.
    """
    try:
        if ask(content, "rev-parse", "--is-shallow-repository") != b"false\n":
            return
        found = [one for one in sorted(_versions(content)) if not (content / one[0]).exists()]
        texts = contents(content, [blob for _, blob in found])
    except RevisionError:
        return
    yield from ((path, data) for (path, _), data in zip(found, texts, strict=True))


def _versions(content: Path) -> set[tuple[PurePosixPath, str]]:
    """(path below `content`, object id) of each version of each record's file."""
    # Without renames: a file that got another name is one that went away, whatever was changed in it.
    shape = ("--raw", "-z", "--no-abbrev", "--no-renames", "--format=", "--relative")
    log = ask(content, "log", *shape, "--diff-filter=AM", "--", "insatser") or b""
    parts = log.split(b"\0")
    found = {
        (PurePosixPath(name.decode("utf-8", "replace")), head.split()[3].decode())
        for head, name in zip(parts[::2], parts[1::2], strict=False)
    }
    return {(path, blob) for path, blob in found if len(path.parts) == 3 and path.suffix == ".yml"}
