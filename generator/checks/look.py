"""A förbund's own look: colours that cannot be read, and pictures that are missing or of another kind."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

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


def check_pictures(
    forbund: Mapping[str, Located[ForbundConfig]], media: Mapping[str, bytes]
) -> Iterator[Finding]:
    """Logos and icons that are not among `media` (`medier/karta.png` → bytes), and icons of another shape."""
    for located in forbund.values():
        look = located.value.look or Look()
        for key, what, picture in (("logotyp", "Logotypen", look.logo), ("ikon", "Ikonen", look.icon)):
            if picture is not None and picture not in media:
                near = did_you_mean(picture, media)
                advice = f"Menade du {near}?" if near else "Lägg bilden i content/medier, eller rätta namnet."
                message = f"{what} finns inte bland filerna i content/medier."
                yield Finding(located.file, located.at("utseende", key), f"utseende-{key}", message, advice)
        if look.icon is not None and look.icon in media and not _is_square_png(media[look.icon]):
            message = (
                "Ikonen är ingen kvadratisk png-bild: på webbläsarens flik blir den fel eller syns inte."
            )
            advice = "Spara den som png med samma bredd och höjd, till exempel 192 bildpunkter."
            yield Finding(located.file, located.at("utseende", "ikon"), "utseende-ikon", message, advice)


def _is_square_png(data: bytes) -> bool:
    # The first chunk of every png begins with its width and height, four bytes each.
    return data.startswith(b"\x89PNG\r\n\x1a\n") and len(data) >= 24 and data[16:20] == data[20:24]


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
