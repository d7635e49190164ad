"""The two licences that DCAT-AP-SE recommends for open data, with the addresses it asks for."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType


@dataclass(frozen=True)
class Licence:
    """`url` is the address that DCAT-AP-SE names; `text` says in Swedish what one has to do."""

    name: str
    url: str
    text: str


LICENCES: Mapping[str, Licence] = MappingProxyType(
    {
        "cc-by": Licence(
            "CC BY 4.0",
            "http://creativecommons.org/licenses/by/4.0/",
            "Du får använda uppgifterna fritt om du säger varifrån de kommer.",
        ),
        "cc0": Licence(
            "CC0 1.0",
            "http://creativecommons.org/publicdomain/zero/1.0/",
            "Du får använda uppgifterna fritt. Säg gärna varifrån de kommer.",
        ),
    }
)
