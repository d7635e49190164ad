"""The words by which a search finds an insats: made of public values alone, and nothing of a person.

The index is told these words and not the page. Each stands once, small words not at all, and nothing that
only the page says (*Så hänvisar du*, *Mål*): the parts of an index that a visitor downloads stay small, and a
search for "mål" does not find everything. They stand in an attribute, in no text, and are public anyway.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator

from generator.pages.front_matter import Facts
from generator.pages.prose import flat
from generator.public.catalogue import Catalogue
from generator.public.insats import PublicInsats
from generator.words.compounds import compound_tails
from generator.words.kommuner import lan
from generator.words.small_words import SMALL_WORDS

# A word that every insats has and nobody writes. To search for no word at all, Pagefind 1.5.2 fetches its
# whole index, tens of MB of a large register; for this word one small part. `assets/sok.js` knows it too.
EVERY = "xqinsats"
_WORD = re.compile(r"[^\W_]+")


def _texts(insats: PublicInsats) -> Iterator[str]:
    """What is said of the insats, but for what its card says too."""
    yield from insats.other_names
    yield flat(insats.summary)  # a card may cut it off
    yield from (flat(section.text) for section in insats.sections)
    yield from (goal.text for goal in insats.goals)
    yield from (term.label for term in (*insats.target_groups, *insats.methods, *insats.follow_up_systems))
    yield insats.kind.label if insats.kind else ""
    for party in (*insats.parties, *([insats.owner] if insats.owner else [])):
        yield from (party.organisation, party.unit or "", flat(party.role))
        yield party.kind.label if party.kind else ""
    if insats.referral is not None:
        given = insats.referral
        yield from (flat(text) for text in (given.who, given.conditions, given.how) if text)
    yield from (document.title for document in insats.documents)


def _missing(words: Iterable[str], there: Iterable[str]) -> Iterator[str]:
    """Those that no word of the text begins with: the search finds beginnings by itself."""
    known = sorted(there)
    for word in words:
        place = bisect_left(known, word)
        if place == len(known) or not known[place].startswith(word):
            yield word


def searched_words(insats: PublicInsats, catalogue: Catalogue, card: Facts) -> str:
    """The words of the text that the card lacks, then those that lead to them, each once.

    These are the editor's search words, ends of compounds, words that mean the same, and the län.
    """
    shown = " \n".join(value for value in card.values() if isinstance(value, str))
    text = " \n".join((shown, *_texts(insats), *insats.search_words))
    written = set(_WORD.findall(text))
    words = {word.casefold() for word in written}
    on_the_card = {word.casefold() for word in _WORD.findall(shown)}
    tails = sorted({tail for word in words for tail in compound_tails(word)})
    # "Socialpsykiatri" ends in psykiatri, and so is found by what psykiatri is found by.
    groups = catalogue.search_words.met_in(text, written.union(tails))
    others = (word for group in groups for word in (*group.words, *group.found_with))
    said = text.casefold()
    synonyms = [one for one in others if one.casefold() not in (words if one.isalnum() else said)]
    names = lan()
    places = [names[code] for code in sorted({code[:2] for code in insats.kommuner}) if code in names]
    # Short ones first, and without numbers: in the alphabet's order "karl" and "karlsson" would stand side by
    # side as a name, and numbers as a telephone number.
    own = sorted(filter(str.isalpha, words - on_the_card - SMALL_WORDS), key=lambda word: (len(word), word))
    reference = [insats.reference] if insats.reference else []
    found = (EVERY, *own, *_missing(tails, words), *synonyms, *places, *reference)
    return " ".join(dict.fromkeys(found))
