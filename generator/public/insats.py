"""The public form of a record: only what the gate let through.

Every optional value is None (or empty) both when the record lacks it and when it is withheld:
the public side cannot tell which.
"""

from __future__ import annotations

from dataclasses import InitVar, dataclass, field

from generator.public.seal import Seal, require_seal
from generator.words.dates import PartialDate
from generator.words.vocabularies import Term


def address_of(name: str) -> str:
    """`<forbund>/<slug>` → the page's address, relative to the site's root."""
    return f"insatser/{name}/"


@dataclass(frozen=True)
class PublicPeriod:
    """A decided time; either side may be open."""

    start: PartialDate | None
    end: PartialDate | None


@dataclass(frozen=True)
class PublicDecision:
    """A grant by the förbund's styrelse. `outcome` is `beviljad` or `delvis beviljad`; `amount` in kr."""

    outcome: str
    date: PartialDate | None
    body: str
    paragraph: str | None
    amount: int | None
    period: PublicPeriod | None


@dataclass(frozen=True)
class PublicParty:
    """An organisation, with the part it plays in words; `kind` tells what sort it is."""

    organisation: str
    unit: str | None
    role: str | None
    kind: Term | None = None


@dataclass(frozen=True)
class PublicParticipants:
    """`number` persons; `basis` is `totalt`, `samtidigt` or `per år`."""

    number: int
    basis: str
    note: str | None


@dataclass(frozen=True)
class PublicGoal:
    """What was promised (`text`, `target`) and what came of it (`outcome`, None: not yet told)."""

    kind: str
    text: str
    target: str | None
    outcome: str | None


@dataclass(frozen=True)
class PublicReferral:
    """Who may refer, on which conditions, how, and a functional contact (never a person's)."""

    who: str | None
    conditions: str | None
    how: str | None
    contact: str | None


@dataclass(frozen=True)
class PublicCost:
    """One line of a budget; `amount` in kr, for one year when `year` is given."""

    label: str
    amount: int
    year: int | None


@dataclass(frozen=True)
class PublicBudget:
    """The budget as decided, in kr: only where the decision granted what was applied for.

    `per_year` maps a calendar year to kr; it may miss `applied` by rounding (see the remarks).
    """

    applied: int | None
    own_funding: int | None
    per_year: tuple[tuple[int, int], ...]
    costs: tuple[PublicCost, ...]
    note: str | None


@dataclass(frozen=True)
class PublicPerson:
    """A person's data that a rule opened, each on its own; `role` is the vocabulary's label.

    `grounds` says for each datum (`namn`, `e-post` …) which rule opened it: `villkor` or `samtycke`.
    It is no part of what is compared: the same data on another ground are the same data.
    """

    role: str
    name: str | None
    title: str | None
    organisation: str | None
    email: str | None
    phone: str | None
    grounds: tuple[tuple[str, str], ...] = field(compare=False)
    seal: InitVar[Seal]

    def __post_init__(self, seal: Seal) -> None:
        require_seal(seal)


@dataclass(frozen=True)
class PublicDocument:
    """A published document about the insats; `link` is https."""

    title: str
    kind: str
    link: str | None
    date: PartialDate | None


@dataclass(frozen=True)
class PublicRelation:
    """`kind` is `förlänger`, `ersätter`, `bygger på` or `leder till`; `target` a public insats' id."""

    kind: str
    target: str


@dataclass(frozen=True)
class PublicSection:
    """A section of running text in the plain markup of `words.plain_text`; `key` is its field."""

    key: str
    text: str


@dataclass(frozen=True)
class PublicInsats:
    """One insats as the public may know it on one channel at one date.

    `address` is relative to the site: `insatser/<forbund>/<slug>/`. `attribution` is the sentence
    that every surface must carry. `status` is `kommande`, `pågående`, `avslutad` or None (not
    decided or withheld). `intake_until` is the last day of intake. Ages are whole years.
    `former_addresses` are where the page was before, in the form of `address`.
    """

    id: str
    slug: str
    forbund: str
    name: str
    other_names: tuple[str, ...]
    kind: Term | None
    terms: str
    attribution: str | None
    example: bool
    reference: str | None
    decisions: tuple[PublicDecision, ...]
    granted_total: int | None
    granted_per_year: tuple[tuple[int, int | None], ...]
    period: PublicPeriod | None
    status: str | None
    intake_until: PartialDate | None
    owner: PublicParty | None
    parties: tuple[PublicParty, ...]
    kommuner: tuple[str, ...]
    target_groups: tuple[Term, ...]
    age_from: int | None
    age_to: int | None
    participants: tuple[PublicParticipants, ...]
    methods: tuple[Term, ...]
    follow_up_systems: tuple[Term, ...]
    summary: str | None
    sections: tuple[PublicSection, ...]
    goals: tuple[PublicGoal, ...]
    referral: PublicReferral | None
    budget: PublicBudget | None
    persons: tuple[PublicPerson, ...]
    documents: tuple[PublicDocument, ...]
    relations: tuple[PublicRelation, ...]
    search_words: tuple[str, ...]
    source_document: str | None
    former_addresses: tuple[str, ...]
    seal: InitVar[Seal]

    def __post_init__(self, seal: Seal) -> None:
        require_seal(seal)

    @property
    def address(self) -> str:
        """Where the page is, relative to the site's root."""
        return address_of(f"{self.forbund}/{self.slug}")


@dataclass(frozen=True)
class Tombstone:
    """A page that was public and is withdrawn: an address and nothing else."""

    address: str
    seal: InitVar[Seal]

    def __post_init__(self, seal: Seal) -> None:
        require_seal(seal)
