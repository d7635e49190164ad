"""The files of a site → the rules for a host.

Netlify and Cloudflare put the values of all rules that cover an address into one header; other hosts let one
win. A browser obeys every policy it is given, so two of them forbid what either forbids. Therefore no two
rules give the same header to the same file.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping

from generator.hosting.interface import CACHE, CORS, CSP, ROBOTS, TYPE, HostingError, Rule
from generator.hosting.places import PLACES, Place

# Strict-Transport-Security is not here: it binds the whole host name, which may not be ours alone.
COMMON = (
    ("X-Content-Type-Options", "nosniff"),
    ("Referrer-Policy", "strict-origin-when-cross-origin"),
    ("Permissions-Policy", "camera=(), geolocation=(), microphone=(), payment=(), usb=()"),
    ("Cross-Origin-Opener-Policy", "same-origin"),
)
# What both hosts say of their own accord. Whatever holds a record's text is asked for again each time, so
# that nobody's cache shows what was withdrawn.
REVALIDATE = "public, max-age=0, must-revalidate"
_BARE = "default-src 'none'; base-uri 'none'; form-action 'none'"  # of a page that needs nothing
_NOBODY = "'none'"


def plan(files: Collection[str], policies: Mapping[str, str]) -> tuple[Rule, ...]:
    """Rules for `files` (paths below the site). `policies` has each page's own policy, "" where it has none.

    The first rule is for the whole site; the others follow in the order of their places. Raises HostingError
    when two pages of one folder at the top want different policies: a host's rules are for folders.
    """
    found: dict[str, list[tuple[str, str]]] = {}
    for place, policy in _policies(files, policies).items():
        found.setdefault(place, []).append((CSP, f"{policy}; frame-ancestors {_frames(place)}"))
    for row in PLACES:
        if _covers(row, files):
            found.setdefault(row.at, []).extend(_headers(row))
    return (
        Rule("", COMMON),
        *(Rule(place, tuple(headers)) for place, headers in sorted(found.items()) if headers),
    )


def _policies(files: Collection[str], policies: Mapping[str, str]) -> dict[str, str]:
    """A place → the policy of its pages: of each folder at the top, and of each page that lies there."""
    found: dict[str, str] = {}
    for page in sorted(policies):
        folder, slash, _ = page.partition("/")
        place, policy = f"{folder}{slash}", policies[page]
        if policy and found.get(place) and found[place] != policy:
            raise HostingError(
                page,
                f"Sidan har en annan säkerhetspolicy (CSP) än de andra i mappen {place}.",
                "Ge dem samma, eller lägg sidan i en egen mapp högst upp.",
            )
        found[place] = found.get(place) or policy
    for row in PLACES:
        if row.policy_as and _covers(row, files):
            found[row.at] = found.get(row.policy_as, "")
    return {place: policy or _BARE for place, policy in found.items()}


def _frames(place: str) -> str:
    return next((row.frames for row in PLACES if row.at == place and row.frames), _NOBODY)


def _covers(place: Place, files: Iterable[str]) -> bool:
    return any(Rule(place.at, ()).covers(file) for file in files)


def _headers(place: Place) -> Iterable[tuple[str, str]]:
    if place.seconds:
        yield CACHE, f"public, max-age={place.seconds}"
    if place.shared:
        yield CORS, "*"
    if place.hidden:
        yield ROBOTS, "noindex"
    if place.type:
        yield TYPE, place.type
