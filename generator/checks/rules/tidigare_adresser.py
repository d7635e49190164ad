"""An address belongs to one insats, now and before: a redirect has one way to go."""

from __future__ import annotations

from collections.abc import Iterator

from generator.checks.interface import Check, Register, Subject
from generator.words.findings import Finding, Severity

_REMOVE = "Ta bort raden, eller rätta den till adressen som insatsen hade."


def _check(subject: Subject, register: Register) -> Iterator[Finding]:
    own = subject.located.file
    addresses = subject.located.value.former_addresses
    for index, former in enumerate(addresses):
        stands, other = register.addresses.get(former), register.former_addresses[former]
        if stands == own:
            message, advice = "Det här är insatsens adress i dag, ingen tidigare.", _REMOVE
        elif stands is not None:
            message, advice = f"På den adressen finns en annan insats, {stands}.", _REMOVE
        elif other != own:
            message = f"Adressen står redan som tidigare adress i {other}."
            advice = "Låt den stå i den post vars sida låg där."
        elif former in addresses[:index]:
            message, advice = "Adressen står här två gånger.", "Ta bort den ena raden."
        else:
            continue
        yield subject.finding(CHECK.name, ("tidigare_adresser", index), message, advice)
    yield from _unnamed(subject, register)


def _unnamed(subject: Subject, register: Register) -> Iterator[Finding]:
    """A record that was public, as git remembers, at an address which it does not name."""
    named = subject.located.value.former_addresses
    past = register.beside.past.of(subject.located.value.id)
    addresses = sorted(
        {one.address for one in past if one.gone and one.address not in named and one.was_public}
    )
    if addresses:
        yield subject.finding(
            CHECK.name,
            ("id",),
            f"Insatsen kan ha varit offentlig på {' och '.join(f'insatser/{one}/' for one in addresses)}, "
            "och därifrån leder ingenting hit.",
            f"Skriv i posten: tidigare_adresser: [{', '.join((*named, *addresses))}]",
            severity=Severity.WARNING,
        )


CHECK = Check(
    name="tidigare-adresser",
    sentence="En tidigare adress hör till en enda insats, och ingen annan har den i dag.",
    check=_check,
)
