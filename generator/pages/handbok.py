"""The editors' handbook as pages of a site: the same Markdown that lies in `docs/handbok/`.

Its `README.md` is the order of the pages: a heading for each group, and in its list the pages.
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass

from slugify import slugify

from generator.pages.front_matter import Facts, Meta, page, present

FOLDER = "handbok"
_INDEX = "README.md"
_FENCE = re.compile(r" *(`{3,}|~{3,})")
_CODE_OR_LINK = re.compile(r"(?P<code>`+[^`]*`+)|(?P<image>!?)\[(?P<text>[^\]]*)\]\((?P<to>[^)\s]+)\)")
_ENTRY = re.compile(r"- \[(?P<title>[^\]]+)\]\((?P<file>[\w-]+\.md)\)")
_ELSEWHERE = re.compile(r"[a-z]+:")


@dataclass(frozen=True)
class _Group:
    heading: str
    entries: tuple[tuple[str, str], ...]  # (title, file)


def handbook_pages(texts: Mapping[str, str], pictures: Collection[str]) -> dict[str, str]:
    """The page tree of the handbook: `handbok/index.md`, `handbok/lagg-till.md` and the others.

    `texts` are its pages by file name (`README.md`), `pictures` the paths of its pictures below its folder.
    A link to any other file of the repository becomes that file's name. Raises KeyError without `README.md`.
    """
    groups = tuple(_groups(texts[_INDEX]))
    order = [file for group in groups for _, file in group.entries]
    return {
        f"{FOLDER}/{_tree_name(file)}": _page(file, text, groups, order, frozenset({*texts, *pictures}))
        for file, text in texts.items()
    }


def _page(file: str, text: str, groups: Sequence[_Group], order: Sequence[str], known: frozenset[str]) -> str:
    heading, _, body = text.partition("\n")
    title = heading.removeprefix("# ").strip()
    titles = {name: name_of for group in groups for name_of, name in group.entries}
    following = order[order.index(file) + 1 : order.index(file) + 2] if file in order else order[:1]
    facts = present(
        title=title,
        template="handbok.html",
        robots="noindex",
        brodsmulor=None if file == _INDEX else [{"text": "Handbok", "adress": f"{FOLDER}/"}],
        handbok=[_group(group, file) for group in groups],
        nasta={"text": titles[following[0]], "adress": _address(following[0])} if following else None,
    )
    return page(facts, "\n".join(_linked(body.split("\n"), known)))


def _groups(text: str) -> Iterator[_Group]:
    for part in re.split(r"^## ", text, flags=re.MULTILINE)[1:]:
        heading, _, rest = part.partition("\n")
        entries = tuple((found["title"], found["file"]) for found in _ENTRY.finditer(rest))
        yield _Group(heading.strip(), entries)


def _group(group: _Group, here: str) -> Facts:
    pages: list[Meta] = [
        present(text=title, adress=_address(file), har="ja" if file == here else None)
        for title, file in group.entries
    ]
    return {"rubrik": group.heading, "sidor": pages}


def _tree_name(file: str) -> str:
    return "index.md" if file == _INDEX else file


def _address(file: str) -> str:
    return f"{FOLDER}/" if file == _INDEX else f"{FOLDER}/{file.removesuffix('.md')}/"


def _linked(lines: Sequence[str], known: frozenset[str]) -> Iterator[str]:
    """The lines with their links as the tree has them; code is left as it stands."""
    fence: str | None = None
    for line in lines:
        mark = _FENCE.match(line)
        if fence is not None:
            fence = None if mark is not None and mark[1].startswith(fence) else fence
            yield line
        elif mark is not None:
            fence = mark[1]
            yield line
        else:
            yield _CODE_OR_LINK.sub(lambda found: _link(found, known), line)


def _link(found: re.Match[str], known: frozenset[str]) -> str:
    to = found["to"]
    if found["code"] is not None or _ELSEWHERE.match(to):
        return found[0]
    file, _, anchor = to.partition("#")
    if file and file not in known:
        return f"{found['text']}, filen `{posixpath.normpath(f'docs/{FOLDER}/{file}')}`"
    place = f"#{slugify(anchor)}" if anchor else ""
    return f"{found['image']}[{found['text']}]({_tree_name(file) if file else ''}{place})"
