"""`python -m bench.names SEED [FILE …]`: how many names in running text are found, and how many are nobody's.

Recall: invented people, their names drawn from the lists we ship, each written in every form below inside a
sentence. Precision: other invented people, among them many whose names are words of the language, sought ten
by ten, as in one record, in the texts of `content/` and in each FILE; and so every first name of the lists.
SEED draws the names: a rule that was made after a look at one draw is to be measured with another.
"""

from __future__ import annotations

import random
import sys
import time
import unicodedata
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from importlib.resources import files
from pathlib import Path
from typing import NamedTuple

from generator.checks.names import Sought, find_in
from generator.checks.texts import all_texts
from generator.storage.load import load_records

_PEOPLE, _WITHHELD, _OF_A_RECORD = 240, 500, 10
_WORDY = (
    "Berg",
    "Lind",
    "Ek",
    "Strand",
    "Ljung",
    "Stark",
    "Frisk",
    "Rask",
    "Modig",
    "Sten",
    "Norden",
    "Ström",
)
_WORDY_FIRST = ("Stig", "My", "Bo", "Björn", "Per", "Hans", "Liv", "Maj", "Dag", "Jan", "Robin", "Sven")
_LOOKALIKES = str.maketrans("aceopxyAEOKMTHBC", "асеорхуАЕОКМТНВС")


class Name(NamedTuple):
    """Somebody invented."""

    first: str
    last: str

    @property
    def sought(self) -> tuple[Sought, ...]:
        """What a record knows of the person."""
        email = f"{_ascii(self.first)}.{_ascii(self.last)}@exempel.example"
        return (
            Sought(0, "namn", f"{self.first} {self.last}"),
            Sought(0, "e-post", email),
            Sought(0, "telefon", "031-390 06 15"),
        )


def _ascii(text: str) -> str:
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode()
    return plain.casefold().replace(" ", "-")


def _slip(word: str, rng: random.Random) -> str:
    """One letter too many, too few, out of place or another."""
    at = rng.randrange(1, len(word))
    kind = rng.randrange(4)
    if kind == 0:
        return word[:at] + word[at + 1 :]
    if kind == 1:
        return word[:at] + rng.choice("aeilnrst") + word[at:]
    if kind == 2 and at + 1 < len(word):
        return word[:at] + word[at + 1] + word[at] + word[at + 2 :]
    return word[:at] + rng.choice("aeilnrst") + word[at + 1 :]


def _broken(word: str, by: str) -> str:
    return word[: len(word) // 2] + by + word[len(word) // 2 :]


def _accented(word: str) -> str:
    for plain, other in ("eé", "oö", "aà", "ií", "uü", "yÿ"):
        if plain in word[1:]:
            return word[0] + word[1:].replace(plain, other, 1)
    return word


def _swapped(word: str, *swaps: tuple[str, str]) -> str | None:
    for one, other in swaps:
        if one in word[1:]:
            return word[0] + word[1:].replace(one, other, 1)
    return None


def _ocr(name: Name, *swaps: tuple[str, str]) -> str | None:
    read = _swapped(name.last, *swaps)
    return read and f"{name.first} {read}"


Form = Callable[[Name, random.Random], str | None]
FORMS: Mapping[str, Form] = {
    "Tova Lindeby": lambda n, _: f"{n.first} {n.last}",
    "Tova Lindebys": lambda n, _: f"{n.first} {n.last}s",
    "Tovas": lambda n, _: f"{n.first}s",
    "Tova": lambda n, _: n.first,
    "Lindebys": lambda n, _: f"{n.last}s",
    "Lindeby": lambda n, _: n.last,
    "Lindebyarna": lambda n, _: f"{n.last}arna",
    "Lindebymodellen": lambda n, _: f"{n.last}modellen",
    "Lindeby's": lambda n, _: f"{n.last}'s",
    "Lindeby:s": lambda n, _: f"{n.last}:s",
    "Lindeby’s": lambda n, _: f"{n.last}\u2019s",
    "Lindeby, Tova": lambda n, _: f"{n.last}, {n.first}",
    "Lindeby Tova": lambda n, _: f"{n.last} {n.first}",
    "Tova L.": lambda n, _: f"{n.first} {n.last[0]}.",
    "Tova L": lambda n, _: f"{n.first} {n.last[0]}",
    "T. Lindeby": lambda n, _: f"{n.first[0]}. {n.last}",
    "T Lindeby": lambda n, _: f"{n.first[0]} {n.last}",
    "T.Lindeby": lambda n, _: f"{n.first[0]}.{n.last}",
    "Tova K. Lindeby": lambda n, _: f"{n.first} K. {n.last}",
    "Tova Maria Lindeby": lambda n, _: f"{n.first} Maria {n.last}",
    "Tova Lindeby Granmo": lambda n, _: f"{n.first} {n.last} Granmo",
    "Tova Granmo-Lindeby": lambda n, _: f"{n.first} Granmo-{n.last}",
    "Tova von Lindeby": lambda n, _: f"{n.first} von {n.last}",
    "projektledare Lindeby": lambda n, _: f"projektledare {n.last}",
    "Fru Lindeby": lambda n, _: f"Fru {n.last}",
    "TOVA LINDEBY": lambda n, _: f"{n.first} {n.last}".upper(),
    "tova lindeby": lambda n, _: f"{n.first} {n.last}".lower(),
    "TovaLindeby": lambda n, _: f"{n.first}{n.last}",
    "Tova_Lindeby": lambda n, _: f"{n.first}_{n.last}",
    "tova-lindeby (slug)": lambda n, _: f"{_ascii(n.first)}-{_ascii(n.last)}",
    "Tova\\nLindeby": lambda n, _: f"{n.first}\n{n.last}",
    "Tova NBSP Lindeby": lambda n, _: f"{n.first}\u00a0{n.last}",
    "To**va** Lindeby": lambda n, _: f"{n.first[:2]}**{n.first[2:]}x** {n.last}".replace("x**", "**"),
    "[Tova](…) Lindeby": lambda n, _: f"[{n.first}](https://x.example) {n.last}",
    "Linde<soft hyphen>by": lambda n, _: _broken(n.last, "\u00ad"),
    "Linde<zero width>by": lambda n, _: _broken(n.last, "\u200b"),
    "Linde-\\nby": lambda n, _: n.first + " " + _broken(n.last, "-\n"),
    "T o v a  L i n d e b y": lambda n, _: f"{' '.join(n.first)}  {' '.join(n.last)}",
    "NFD": lambda n, _: unicodedata.normalize("NFD", f"{n.first} {n.last}"),
    "without accents": lambda n, _: _ascii(n.first).title() + " " + _ascii(n.last).title(),
    "Lindebÿ (other accent)": lambda n, _: f"{n.first} {_accented(n.last)}",
    "å ä ö as aa ae oe": lambda n, _: (
        None
        if _ascii(n.last) == n.last.casefold()
        else f"{n.first} {n.last.replace('å', 'aa').replace('ä', 'ae').replace('ö', 'oe')}"
    ),
    "slip in the first name": lambda n, rng: f"{_slip(n.first, rng)} {n.last}",
    "slip in the surname": lambda n, rng: f"{n.first} {_slip(n.last, rng)}",
    "slip in both": lambda n, rng: f"{_slip(n.first, rng)} {_slip(n.last, rng)}",
    "slip in a lone surname": lambda n, rng: _slip(n.last, rng),
    "OCR: rn for m": lambda n, _: _ocr(n, ("m", "rn")),
    "OCR: m for rn": lambda n, _: _ocr(n, ("rn", "m")),
    "OCR: 1 for l": lambda n, _: _ocr(n, ("l", "1")),
    "OCR: 0 for o": lambda n, _: _ocr(n, ("o", "0")),
    "OCR: 6 for ö": lambda n, _: _ocr(n, ("ö", "6")),
    "OCR: & for å, ä, ö": lambda n, _: _ocr(n, ("å", "&"), ("ä", "&"), ("ö", "&")),
    "OCR: 0 in a lone surname": lambda n, _: _swapped(n.last, ("o", "0")),
    "Cyrillic letters": lambda n, _: f"{n.first} {n.last}".translate(_LOOKALIKES),
    "its own e-mail": lambda n, _: n.sought[1].value,
    "e-mail, (at)": lambda n, _: n.sought[1].value.replace("@", " (at) "),
    "e-mail, snabel-a": lambda n, _: n.sought[1].value.replace("@", " snabel-a "),
    "e-mail at another host": lambda n, _: f"{_ascii(n.first)}.{_ascii(n.last)}@annan.example",
    "tlindeby@": lambda n, _: f"{_ascii(n.first)[0]}{_ascii(n.last)}@annan.example",
    "[här](mailto:…)": lambda n, _: f"[här](mailto:{n.sought[1].value})",
    "[här](https://…/tova-lindeby)": lambda n, _: f"[här](https://x.example/{_ascii(n.first)}-{_ascii(n.last)})",
    "[här](https://…?namn=Tova%20…)": lambda n, _: f"[här](https://x.example/?n={n.first}%20{n.last})",
    "phone, other groups": lambda _, __: "0313 90 06-15",
    "phone, +46 (0)": lambda _, __: "+46 (0)31 39006 15",
    "phone, dots": lambda _, __: "031.390.06.15",
    "phone, local": lambda _, __: "390 06 15",
}  # fmt: skip


def drawn(rng: random.Random, count: int) -> list[Name]:
    """Names as in the lists, which keep their accents."""
    lists = (_listed("fornamn.csv"), _listed("efternamn.csv"))
    return [Name(*(rng.choice(names) for names in lists)) for _ in range(count)]


def _listed(file: str) -> list[str]:
    return files("generator.words").joinpath(file).read_text("utf-8").split()[1:]


def recall(seed: int) -> None:
    """Prints how many of the people each form tells, for sure or with a warning."""
    people = drawn(random.Random(seed), _PEOPLE)
    print("| form | error | or warning | of |\n| --- | --- | --- | --- |")
    for form, write in FORMS.items():
        rng, kinds = random.Random(f"{seed} {form}"), Counter[str]()
        for name in people:
            written = write(name, rng)
            if written is None:
                continue
            hits = find_in(f"I projektet är det {written} som svarar på frågor.", name.sought)
            kinds["of"] += 1
            kinds["error"] += any(hit.sure for hit in hits)
            kinds["any"] += bool(hits)
        print(f"| {form.replace('|', '')} | {kinds['error']} | {kinds['any']} | {kinds['of']} |")


def content() -> Iterator[tuple[str, str]]:
    """(where, text) of every text that an editor wrote."""
    for located in load_records(Path("content")).records:
        for text in all_texts(located.value):
            if text.path[0] != "personer":
                yield f"{located.file} {text.field}", text.value
    for path in Path("content/sidor").glob("*.md"):
        yield str(path), path.read_text("utf-8")


def withheld(seed: int) -> list[Name]:
    """Two of five have a name that is a word."""
    rng = random.Random(seed + 1)
    people = drawn(rng, _WITHHELD)
    for number in range(0, _WITHHELD, 5):
        people[number] = people[number]._replace(last=rng.choice(_WORDY))
        people[number + 1] = people[number + 1]._replace(first=rng.choice(_WORDY_FIRST))
    return people


def everybody() -> list[Name]:
    """Each first name once, and each surname."""
    last = _listed("efternamn.csv")
    return [Name(first, last[n * 7 % len(last)]) for n, first in enumerate(_listed("fornamn.csv"))]


def precision(what: str, people: list[Name], texts: list[tuple[str, str]]) -> None:
    """Prints how often somebody is found who is not meant; each of them on stderr."""
    records = [people[start : start + _OF_A_RECORD] for start in range(0, len(people), _OF_A_RECORD)]
    found: Counter[bool] = Counter()
    start = time.process_time()
    for record in records:
        sought = [Sought(n, "namn", f"{name.first} {name.last}") for n, name in enumerate(record)]
        for where, text in texts:
            for hit in find_in(text, sought):
                found[hit.sure] += 1
                name, line = record[hit.person], text.split("\n")[hit.line]
                kind, said = "error" if hit.sure else "warning", line[hit.column : hit.column + 40]
                print(f"{kind}: {name.first} {name.last}: {said} ({where})", file=sys.stderr)
    seconds = time.process_time() - start
    words = sum(len(text.split()) for _, text in texts)
    per = words * len(records) / 1000
    each = ", ".join(
        f"{found[sure]} false {kind} ({found[sure] / per:.4f} per 1,000 words and record)"
        for sure, kind in ((True, "errors"), (False, "warnings"))
    )
    size = f"{words} words x {len(records)} records of {_OF_A_RECORD} people"
    print(f"\n{what}: {size}, {seconds:.1f} CPU s: {each}")


def main() -> None:
    seed, paths = int(sys.argv[1]), sys.argv[2:]
    recall(seed)
    precision("content", withheld(seed), list(content()))
    precision("content, every first name", everybody(), list(content()))
    if paths:
        precision("files", withheld(seed), [(path, Path(path).read_text("utf-8")) for path in paths])


if __name__ == "__main__":
    main()
