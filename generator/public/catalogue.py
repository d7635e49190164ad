"""Everything that one site may know: the register's public face for one channel and date."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from types import MappingProxyType

from generator.public.insats import PublicInsats, Tombstone
from generator.words.channels import Channel
from generator.words.palette import Palette
from generator.words.search_words import SearchWords
from generator.words.vocabularies import Term, Vocabulary


@dataclass(frozen=True)
class Successor:
    """The förbund that took over. `address` is its page when this site has one; `web` its own site."""

    name: str
    address: str | None
    web: str | None


@dataclass(frozen=True)
class PublicForbund:
    """A samordningsförbund: functional addresses only. `lan` and `kommuner` are SCB codes.

    `replaced_by` is the förbund that this one was merged into, if it was.
    """

    id: str
    name: str
    lan: tuple[str, ...]
    kommuner: tuple[str, ...]
    web: str | None
    email: str | None
    phone: str | None
    postal_address: str | None
    about: str | None
    replaced_by: Successor | None = None

    @property
    def address(self) -> str:
        """Where the förbund's page is, relative to the site's root."""
        return f"forbund/{self.id}/"


@dataclass(frozen=True)
class Security:
    """Whom to tell of a hole: `contact` is a URI, and holds until `expires`."""

    contact: str
    expires: date


@dataclass(frozen=True)
class Logo:
    """A picture of the site (`medier/logotyp.png`) and what it says to those who do not see it."""

    path: str
    text: str


@dataclass(frozen=True)
class Site:
    """The site itself. `url` is absolute and ends with `/`; `email` is a functional address.

    `licence` is a key of `words.licences`. `organisation_number` is the publisher's, as 222000-1234.
    `whose` insatser it shows is said in words that a sentence can hold. `palette`, `logo` and `icon`
    (`medier/ikon.png`) are a förbund's own, in the place of the theme's.
    """

    name: str
    url: str
    description: str
    publisher: str
    email: str
    section_titles: Mapping[str, str]
    licence: str = "cc-by"
    organisation_number: str | None = None
    security: Security | None = None
    whose: str = "samordningsförbund i Sverige"
    palette: Palette | None = None
    logo: Logo | None = None
    icon: str | None = None


@dataclass(frozen=True)
class PublicTerms:
    """What a form version is called, and its clause on publication: where it stands and its words."""

    name: str
    heading: str | None
    quote: str | None


@dataclass(frozen=True)
class Catalogue:
    """What the pages, indexes and exports are drawn from.

    `insatser` come in Swedish order of name; `day` is the build's date. `changed` maps an insats' id
    to the day when its record last changed (absent: not known). `terms` are those of the insatser, by id.
    `glossary` has the words that are explained where they stand, beside the methods.
    `redirects` maps an address where a page was to the one where it is, in one step; both are relative to the
    site's root and end with `/`. `former_kommuner` are SCB codes of förbund that were merged away.
    `without_data` are ids of insatser that have a page but are in no file of data.
    """

    site: Site
    channel: Channel
    day: date
    forbund: Mapping[str, PublicForbund]
    insatser: tuple[PublicInsats, ...]
    tombstones: tuple[Tombstone, ...]
    target_groups: Vocabulary
    methods: Vocabulary
    changed: Mapping[str, date]
    terms: Mapping[str, PublicTerms]
    glossary: tuple[Term, ...]
    search_words: SearchWords = field(default_factory=SearchWords)
    redirects: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    former_kommuner: tuple[str, ...] = ()
    without_data: frozenset[str] = frozenset()

    @property
    def own(self) -> PublicForbund | None:
        """The förbund whose own web this is; None on the portal."""
        return self.forbund.get(self.channel.forbund) if self.channel.forbund is not None else None
