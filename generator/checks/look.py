"""A förbund's own look: colours that cannot be read, and a logo that is not there or says nothing."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping

from generator.records.config import ForbundConfig, Look
from generator.storage.located import Located
from generator.words.findings import Finding
from generator.words.palette import readable_dark, readable_light, reads_in_dark, reads_in_light
from generator.words.swedish import did_you_mean


def check_look(forbund: Mapping[str, Located[ForbundConfig]]) -> Iterator[Finding]:
    """Colours below WCAG's 4.5:1 as link or button, with the nearest that reach it; lone halves."""
    for located in forbund.values():
        look = located.value.look
        if look is not None:
            yield from _colours(located, look)
            yield from _halves(located, look)


def check_logos(forbund: Mapping[str, Located[ForbundConfig]], media: Collection[str]) -> Iterator[Finding]:
    """Logos that are not among `media` (`medier/karta.png`)."""
    for located in forbund.values():
        logo = located.value.look.logo if located.value.look is not None else None
        if logo is not None and logo not in media:
            near = did_you_mean(logo, media)
            advice = f"Menade du {near}?" if near else "Lägg bilden i content/medier, eller rätta namnet."
            message = "Logotypen finns inte bland filerna i content/medier."
            yield Finding(
                located.file, located.at("utseende", "logotyp"), "utseende-logotyp", message, advice
            )


def _colours(located: Located[ForbundConfig], look: Look) -> Iterator[Finding]:
    if look.colour is not None and not reads_in_light(look.colour):
        message = "Färgen är för ljus: länkar och knappar går inte att läsa (minst 4,5:1 i kontrast)."
        advice = f'Skriv den närmaste mörkare färgen som går att läsa: "{readable_light(look.colour)}".'
        yield Finding(located.file, located.at("utseende", "färg"), "utseende-farg", message, advice)
    if look.dark_colour is not None and not reads_in_dark(look.dark_colour):
        message = "Färgen är för mörk i mörkt läge: länkar går inte att läsa (minst 4,5:1 i kontrast)."
        advice = f'Skriv den närmaste ljusare färgen som går att läsa: "{readable_dark(look.dark_colour)}".'
        yield Finding(located.file, located.at("utseende", "färg_mörk"), "utseende-farg", message, advice)


def _halves(located: Located[ForbundConfig], look: Look) -> Iterator[Finding]:
    if look.logo is not None and look.logo_text is None:
        message = "Logotypen saknar text för den som inte ser bilden."
        advice = f"Lägg till logotyp_text, till exempel {located.value.name}."
        yield Finding(located.file, located.at("utseende", "logotyp"), "utseende-logotyp", message, advice)
    if look.dark_colour is not None and look.colour is None:
        message = "Det finns en färg för mörkt läge men ingen för ljust."
        advice = "Lägg till färg, eller ta bort färg_mörk."
        yield Finding(located.file, located.at("utseende", "färg_mörk"), "utseende-farg", message, advice)
