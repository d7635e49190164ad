"""Words by which a search finds an insats beside those of its page: made of public values alone.

They stand in no text, but every visitor can read them in the page's source and in the search index.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator

from generator.pages.prose import flat
from generator.public.catalogue import Catalogue
from generator.public.insats import PublicInsats
from generator.words.compounds import compound_tails
from generator.words.kommuner import lan

_WORD = re.compile(r"[^\W_]+")


def _texts(insats: PublicInsats) -> Iterator[str]:
    """The words of the page that are about the insats: of persons nothing."""
    yield insats.name
    yield from insats.other_names
    yield flat(insats.summary)
    yield from (flat(section.text) for section in insats.sections)
    yield from (goal.text for goal in insats.goals)
    yield from (term.label for term in (*insats.target_groups, *insats.methods, *insats.follow_up_systems))
    for party in insats.parties:
        yield from (party.organisation, flat(party.role), party.kind.label if party.kind else "")
    if insats.referral is not None:
        yield from (flat(text) for text in (insats.referral.who, insats.referral.conditions) if text)


def _missing(words: Iterable[str], there: set[str]) -> Iterator[str]:
    """Those that no word of the text begins with: the search finds beginnings by itself."""
    known = sorted(there)
    for word in words:
        place = bisect_left(known, word)
        if place == len(known) or not known[place].startswith(word):
            yield word


def hidden_words(insats: PublicInsats, catalogue: Catalogue) -> str:
    """The editor's search words, ends of compounds, words that mean the same, and the län, each once."""
    text = " \n".join((*_texts(insats), *insats.search_words))
    written = set(_WORD.findall(text))
    words = {word.casefold() for word in written}
    tails = sorted({tail for word in words for tail in compound_tails(word)})
    # "Socialpsykiatri" ends in psykiatri, and so is found by what psykiatri is found by.
    groups = catalogue.search_words.met_in(text, written.union(tails))
    said = f" {text.casefold()} "
    others = (word for group in groups for word in (*group.words, *group.found_with))
    synonyms = [word for word in others if f" {word.casefold()} " not in said]
    names = lan()
    places = [names[code] for code in sorted({code[:2] for code in insats.kommuner}) if code in names]
    return " ".join(dict.fromkeys((*insats.search_words, *_missing(tails, words), *synonyms, *places)))
