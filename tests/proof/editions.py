"""A register as files, and a search of what is drawn from it for every canary that must not be there.

The search is our own: one through `generator.audit` would share its faults.
"""

from __future__ import annotations

import gzip
import html
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any
from urllib.parse import unquote

import yaml
from ahocorasick_rs import AhoCorasick

from tests import private_values as v
from tests.proof.oracle import Known
from tests.proof.oracle_persons import marks
from tests.proof.records import Register

_WORD = re.compile(r"kanarie([a-z]+)")
# Sums of nine or ten digits, however grouped, also where another number stands before.
_MONEY = re.compile(r"(?<!\d)(?=((?:\d{3}|\d[ \u00a0\u202f_.,]?\d{3})(?:[ \u00a0\u202f_.,]?\d{3}){2})(?!\d))")
_BETWEEN_DIGITS = re.compile(r"[ \u00a0\u202f()–/-]")
VOCABULARIES = {
    "parter": "parter",
    "inriktningar": "inriktningar",
    "målgrupper": "malgrupper",
    "metoder": "metoder",
    "uppföljningssystem": "uppfoljningssystem",
}


class _Plain(yaml.SafeDumper):
    def ignore_aliases(self, data: Any) -> bool:  # noqa: ARG002 - the dumper's own signature
        return True


def _write(path: Path, values: Any) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(
        yaml.dump(values, Dumper=_Plain, allow_unicode=True, sort_keys=False, width=4096), "utf-8"
    )


def lay_out(register: Register, folder: Path) -> None:
    """Writes `content/` and `site_config/`."""
    config = folder / "site_config"
    for raw, slug in zip(register.records, register.slugs, strict=True):
        _write(folder / "content" / "insatser" / raw["förbund"] / f"{slug}.yml", raw)
    for name, terms in register.terms.items():
        _write(config / "villkor" / f"{name}.yml", terms)
    for forbund in register.config["förbund"]:
        _write(
            config / "forbund" / f"{forbund}.yml",
            {"id": forbund, "namn": f"Förbundet {forbund}", "län": ["21"]},
        )
    for name, file in VOCABULARIES.items():
        _write(config / "begrepp" / f"{file}.yml", _vocabulary(name, register.config[name]))
    never = register.config["aldrig offentliga"]
    _write(config / "begrepp" / "roller.yml", _vocabulary("roller", register.config["roller"], never))
    site = {
        "namn": "Provregistret",
        "adress": "https://provregistret.example/",
        "beskrivning": "Ett register av prov.",
        "utgivare": "Provregistret",
        "e-post": "prov@provregistret.example",
        "personuppgifter_upphör": register.config["slut"],
        "regler": [*v.RULES],
    }
    _write(config / "site.yml", site)


def _vocabulary(name: str, words: Iterable[str], never: Iterable[str] = ()) -> dict[str, Any]:
    entries = [{"id": word, "namn": word.capitalize(), "förklaring": f"Ordet {word}."} for word in words]
    hidden = set(never)
    return {
        "namn": name,
        "ord": [one | ({"aldrig_offentlig": "true"} if one["id"] in hidden else {}) for one in entries],
    }


def readable(data: bytes) -> str:
    """The file as a visitor could read it: gzip opened, entities and %-codes undone, in small letters."""
    text = (gzip.decompress(data) if data[:2] == b"\x1f\x8b" else data).decode("utf-8", errors="replace")
    return unquote(html.unescape(text)).casefold()


@dataclass(frozen=True)
class Edition:
    """What the oracle lets one edition tell of a register's canaries."""

    register: Register
    answers: tuple[Known, ...]

    @cached_property
    def _facts(self) -> str:
        """Everything public, in small letters."""
        public = [text for known in self.answers for text in known.facts.values()]
        slugs = [
            slug
            for slug, known in zip(self.register.slugs, self.answers, strict=True)
            if not known.why or known.tombstone
        ]
        graves = [former for known in self.answers for former in known.graves]
        return "\n".join((*public, *slugs, *graves)).casefold()

    @cached_property
    def words(self) -> frozenset[str]:
        return frozenset(_WORD.findall(self._facts))

    @cached_property
    def secret_money(self) -> frozenset[str]:
        written = {text for canaries in self.register.canaries for text in canaries if text.isdigit()}
        return frozenset(written - {text for known in self.answers for text in known.facts.values()})

    @cached_property
    def secret_phones(self) -> frozenset[str]:
        """In national form without the first zero, which +46 takes the place of."""
        shown = _numbers(
            text for known in self.answers for path, text in known.facts.items() if path.endswith(".telefon")
        )
        written = (one.get("telefon", "") for raw in self.register.records for one in raw["personer"])
        return frozenset(_numbers(written)) - frozenset(shown)

    @cached_property
    def _phones(self) -> AhoCorasick:
        return AhoCorasick(sorted(self.secret_phones))

    def leaks(self, files: Mapping[str, bytes]) -> list[str]:
        """`file: what` for each canary that is there and must not be. Any word that begins like a canary is
        one, also a piece of one.
        """
        return [f"{name}: {what}" for name, data in files.items() for what in self._leaks(name, data)]

    def _leaks(self, name: str, data: bytes) -> Iterator[str]:
        text = f"{unquote(name).casefold()}\n{readable(data)}"
        yield from {word for word in _WORD.findall(text) if word not in self.words}
        amounts = {re.sub(r"\D", "", found) for found in _MONEY.findall(text)}
        yield from amounts & self.secret_money
        yield from set(self._phones.find_matches_as_strings(_BETWEEN_DIGITS.sub("", text)))

    def found(self, files: Mapping[str, bytes]) -> int:
        """How many of the canaries that may be told are there: a search that finds none proves nothing."""
        told = {word for data in files.values() for word in _WORD.findall(readable(data))}
        return len(told & self.words)

    @property
    def withheld(self) -> int:
        """How many canaries are looked for in vain."""
        words = {
            word[7:].casefold() for canaries in self.register.canaries for word in canaries if word[0] == "K"
        }
        return len(words - self.words) + len(self.secret_money) + len(self.secret_phones)


def _numbers(texts: Iterable[str]) -> Iterator[str]:
    for text in filter(None, texts):
        yield from (mark.removeprefix("telefon ").removeprefix("0") for mark in marks({"telefon": text}))
