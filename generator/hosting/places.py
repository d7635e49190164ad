"""The table of exceptions: what is not served as the rest of the site is. A new one is a new line."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Place:
    """A folder (`data/v1/`), a file (`datasets/dcat`) or some (`*.md`), and how they differ from the rest.

    `frames`: whose pages may show these in a frame; only of a folder at the top of the site.
    `shared`: scripts of any other site may read it. `seconds`: how long it is used without asking again.
    `policy_as`: it has the policy of another folder's pages. `type`: of a file whose name tells none.
    `hidden`: no search engine shall list it.
    """

    at: str
    frames: str = ""
    shared: bool = False
    seconds: int = 0
    policy_as: str = ""
    type: str = ""
    hidden: bool = False


_MONTH = 30 * 24 * 3600

PLACES = (
    Place("admin/", hidden=True),
    # Other sites load these two; a module from another site is fetched as a script of theirs reads a file.
    Place("assets/badda-in.js", shared=True),
    Place("assets/insats-lista.js", shared=True),
    # Nothing of a record is in a font, and its name does not change with its content: long, not for ever.
    Place("assets/fonts/", seconds=_MONTH),
    Place("badda-in/", frames="*"),
    # All that is open data, and no page: not /data/ itself, and no fragment of HTML.
    Place("*.md", shared=True),
    Place("data/dcat.*", shared=True),
    Place("data/flode/", shared=True),
    Place("data/oembed/", shared=True),
    Place("data/v1/", shared=True),
    Place("datasets/", shared=True),
    Place("datasets/dcat", type="application/rdf+xml"),
    Place("insatser/*.json", shared=True),
    Place("llms.txt", shared=True),
    # A worker does not have its page's policy but the one that its own script came with.
    Place("pagefind/", policy_as="sok/"),
)
