"""A register of ten insatser, and what happens to their addresses in the years after."""

from __future__ import annotations

from pathlib import Path

import yaml

from tests.sites import Place, exempelbygden

# förbund → the kommun that is its alone
FORBUND = {"norrbygden": "2184", "soderbygden": "0305", "vastbygden": "0980", "ostbygden": "0319"}
SLUGS = {
    "norrbygden/stadig": "stays as it is",
    "norrbygden/gammalt-namn": "gets another name, twice",
    "norrbygden/flyttande": "moves to another förbund",
    "norrbygden/borttagen": "gets another name and is withdrawn",
    "norrbygden/pausad-visa": "gets another name and is paused",
    "norrbygden/hemlig-visa": "gets another name and becomes secret",
    "norrbygden/avslagen-visa": "gets another name and is revoked",
    "norrbygden/fortigen-visa": "gets another name, and secrecy covers where it was",
    "vastbygden/ensam": "moves to the förbund that took over",
    "ostbygden/kvar": "stays with its förbund, which is merged",
}
# What the gate hides without a trace: a redirect would tell that the insats is still there.
HIDDEN = {"pausad-visa", "hemlig-visa", "avslagen-visa", "fortigen-visa"}


def record(place: Place, name: str, was: str = "", **changes: object) -> None:
    """Writes the record that was at `was` to `<förbund>/<slug>`. Its id and name stay, and say no address."""
    forbund, number = name.partition("/")[0], [*SLUGS].index(was or name)
    values: dict[str, object] = {
        "id": f"insats-{number}",
        "namn": f"Insatsen nummer {number}",
        "förbund": forbund,
        "villkor": f"{forbund}-2024",
        "inriktning": "individinriktad",
        "beslut": [
            {
                "utfall": "beviljad",
                "datum": "2025-06-12",
                "instans": "styrelsen",
                "avser": {"start": "2025-09", "slut": "2027-12"},
            }
        ],
        "publicering": {"läge": "publicera", "från": "2025-06-20"},
        "kommuner": [FORBUND[forbund]],
    }
    if was:
        place.record(was).unlink()
        values["tidigare_adresser"] = [was]
    write(place.record(name), values | changes)


def write(path: Path, values: object) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(yaml.safe_dump(values, allow_unicode=True, sort_keys=False), "utf-8")


def forbund(place: Place, key: str, **changes: object) -> None:
    values = {"id": key, "namn": f"Samordningsförbundet {key.capitalize()}", "kommuner": [FORBUND[key]]}
    write(place.config / "forbund" / f"{key}.yml", values | changes)
    terms = {"id": f"{key}-2024", "förbund": key, "namn": f"Ansökan {key}", "beslut_per": "insats"}
    write(place.config / "villkor" / f"{key}-2024.yml", terms)


def first_version(folder: Path) -> Place:
    """Ten insatser of four förbund, all of them public."""
    place = exempelbygden(folder)
    for path in (*place.content.glob("insatser/*/*"), *place.config.glob("[fv]*/*.yml")):
        path.unlink()
    for key in FORBUND:
        forbund(place, key)
    for name in SLUGS:
        record(place, name)
    return place


def second_version(place: Place) -> None:
    """What happens in the years after."""
    twice = ["norrbygden/nytt-namn", "norrbygden/gammalt-namn"]
    record(place, "norrbygden/nyaste-namn", "norrbygden/gammalt-namn", tidigare_adresser=twice)
    record(place, "soderbygden/flyttande", "norrbygden/flyttande")
    gone = {"läge": "återkallad", "från": "2025-06-20"}
    record(place, "norrbygden/avslutad", "norrbygden/borttagen", publicering=gone)
    record(place, "norrbygden/ny-paus", "norrbygden/pausad-visa", publicering={"läge": "pausad"})
    secret = [{"omfattar": "allt", "grund": "OSL 26 kap. 1 §"}]
    record(place, "norrbygden/ny-sekretess", "norrbygden/hemlig-visa", sekretess=secret)
    record(place, "norrbygden/nytt-avslag", "norrbygden/avslagen-visa", beslut=[])
    former = [{"omfattar": ["tidigare_adresser"], "grund": "OSL 26 kap. 1 §"}]
    record(place, "norrbygden/ny-visa", "norrbygden/fortigen-visa", sekretess=former)
    record(place, "soderbygden/ensam", "vastbygden/ensam")
    forbund(place, "vastbygden", ersatt_av="ostbygden")
    forbund(place, "ostbygden", ersatt_av="soderbygden")
