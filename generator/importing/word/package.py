"""The file as a zip of XML parts that refer to each other; bounded, for it comes from outside."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import urljoin
from xml.etree.ElementTree import Element, TreeBuilder, XMLParser

from generator.importing.readers.interface import LARGEST, TOO_LARGE, UnreadableError

DAMAGED = "Filen går inte att läsa som ett Word-dokument. Spara om den som .docx."
_MAIN = "word/document.xml"
_MOST_ELEMENTS = 500_000  # a form has some tens of thousands
_DEEPEST = 150


@dataclass(frozen=True)
class Link:
    """What a part refers to: its kind (`header`, `hyperlink`), and the part's path or the outside address."""

    kind: str
    target: str


@dataclass(frozen=True)
class Part:
    """One XML file of the package, and by their ids its links to others."""

    root: Element
    links: Mapping[str, Link]


class _LocalNames(TreeBuilder):
    """Names without their namespaces, which differ between the two kinds of the format."""

    def __init__(self) -> None:
        super().__init__()
        self._count = self._depth = 0

    def doctype(self, _name: str, _public: str | None, _system: str | None) -> None:
        """The format has none; entities that grow would be declared in it."""
        raise UnreadableError(DAMAGED)

    def start(self, tag: str, attrs: dict[str, str], /) -> Element:
        """Counts, for a small file can hold a great many elements."""
        self._count += 1
        self._depth += 1
        if self._count > _MOST_ELEMENTS or self._depth > _DEEPEST:
            raise UnreadableError(TOO_LARGE)
        return super().start(_local(tag), {_local(name): value for name, value in attrs.items()})

    def end(self, tag: str, /) -> Element:
        """As it began."""
        self._depth -= 1
        return super().end(_local(tag))


def _local(name: str) -> str:
    return name.rpartition("}")[2]


class Package:
    """Raises UnreadableError, or whatever a damaged zip or XML gives cause for."""

    def __init__(self, data: bytes) -> None:
        if len(data) > LARGEST:
            raise UnreadableError(TOO_LARGE)
        self._zip = zipfile.ZipFile(io.BytesIO(data))
        self._left = LARGEST

    def main(self) -> Part:
        """The document itself."""
        links = self._links("").values()
        return self.part(next((one.target for one in links if one.kind == "officeDocument"), _MAIN))

    def part(self, path: str) -> Part:
        """The part at the path."""
        return Part(self._xml(path), self._links(path))

    def _links(self, path: str) -> dict[str, Link]:
        folder, _, name = path.rpartition("/")
        beside = f"{folder}/_rels/{name}.rels".lstrip("/")
        if beside not in self._zip.namelist():
            return {}
        found = {}
        for one in self._xml(beside).iter("Relationship"):
            target = one.get("Target", "")
            if one.get("TargetMode") != "External":
                target = urljoin(f"/{path}", target).lstrip("/")
            found[one.get("Id", "")] = Link(one.get("Type", "").rpartition("/")[2], target)
        return found

    def _xml(self, path: str) -> Element:
        size = self._zip.getinfo(path).file_size  # zipfile reads no more than this
        self._left -= size
        if self._left < 0:
            raise UnreadableError(TOO_LARGE)
        parser = XMLParser(target=_LocalNames())  # noqa: S314 - no document type, size and depth are bounded
        parser.feed(self._zip.read(path))
        root: Element = parser.close()
        return root
