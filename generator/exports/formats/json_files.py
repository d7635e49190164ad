"""JSON: all insatser in one file, one on each line, and one beside each page; and the schema of them."""

from __future__ import annotations

from collections.abc import Iterator

from generator.exports.envelope import envelope, schema
from generator.exports.fields import insats_data
from generator.exports.interface import DATA, Export, File, Json, Release, as_json


def _files(release: Release) -> Iterator[File]:
    catalogue = release.catalogue
    insatser: list[Json] = []
    for one in catalogue.insatser:
        data = insats_data(one, release)
        insatser.append(data)
        yield f"{one.address.rstrip('/')}.json", as_json(envelope(release, [data]))
    yield f"{DATA}insatser.json", as_json(envelope(release, insatser))
    yield f"{DATA}insatser.jsonl", b"".join(as_json(data, indent=None) for data in insatser)
    yield f"{DATA}schema.json", as_json(schema(release))


EXPORT = Export(
    name="json",
    title="JSON",
    text="För den som programmerar. Allt finns med: beslut, mål, texter. I .jsonl står en insats på varje "
    "rad. Varje insats har också en egen fil: byt / sist i sidans adress mot .json.",
    shown=(f"{DATA}insatser.json", f"{DATA}insatser.jsonl", f"{DATA}schema.json"),
    files=_files,
    rank=30,
)
