"""What a host is told: which headers the answers below an address have."""

from __future__ import annotations

import re
from dataclasses import dataclass

CSP, CACHE, CORS, ROBOTS, TYPE = (
    "Content-Security-Policy",
    "Cache-Control",
    "Access-Control-Allow-Origin",
    "X-Robots-Tag",
    "Content-Type",
)


class HostingError(Exception):
    """The site cannot be described to a host. `said` and `advice` are for the editor, in Swedish."""

    def __init__(self, file: str, said: str, advice: str) -> None:
        self.file, self.said, self.advice = file, said, advice
        super().__init__(f"{file}: {said}")


@dataclass(frozen=True)
class Rule:
    """(name, value) of headers, for every address that `place` covers.

    `place` is relative to the site: `""` all of it, `data/v1/` a folder, `datasets/dcat` one file,
    `index.html` also the folder that it is the page of. One `*` stands for any characters, `/` too: `*.md`.
    """

    place: str
    headers: tuple[tuple[str, str], ...]

    def covers(self, file: str) -> bool:
        """Whether a file of the site is meant."""
        return re.match(self.pattern, file) is not None

    @property
    def pattern(self) -> str:
        """A regular expression that the beginning of such a file matches, for Python and for nginx."""
        found = re.escape(self.place).replace(r"\*", ".*")
        return found if self.place == "" or self.place.endswith("/") else f"{found}$"

    def value(self, name: str) -> str | None:
        """The header's value, None when the rule says nothing of it."""
        return dict(self.headers).get(name)
