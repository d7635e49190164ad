"""A withdrawal is complete: after the next build its data are in no byte below the work folder."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest

from generator.publish.build import Request, build
from generator.publish.leftovers import preview_folder
from generator.words.channels import parse_channel
from tests.sites import VAGEN, Place, mentions, readable

PORTAL, OWN = "portal", "forbundswebb:exempelbygden"
TELLING = ("Lindeby", "tova.lindeby", "31-390 06 15")
WITHDRAWN = "    återkallat: 2026-03-01               # or invändning: a date\n"
CLAUSE_ROW = "    kanaler: [förbundswebb]\n"
DAY = "2025-12-01"


def built(place: Place, channel: str, *, preview: bool = False) -> None:
    """As the command line builds: everything below `build/`."""
    work, parsed = place.folder / "build", parse_channel(channel)
    site = preview_folder(work, parsed.slug) if preview else work / "site" / parsed.slug
    request = Request(place.content, place.config, parsed, date.fromisoformat(DAY), site, work, preview)
    result = build(request)
    assert result.published is not None, [str(finding) for finding in result.findings]


def found(place: Place) -> dict[str, list[str]]:
    """Where below `build/` each of the data stands."""
    texts = readable(place.folder / "build")
    return {value: where for value in TELLING if (where := mentions(texts, value))}


@pytest.fixture
def published(place: Place) -> Place:
    """Both channels built, a preview left behind, and two builds killed on the way."""
    place.edit(WITHDRAWN, "")
    built(place, PORTAL, preview=True)
    built(place, PORTAL)
    built(place, OWN)
    sites = place.folder / "build" / "site"
    (sites / "portal").joinpath("index.html").read_bytes()
    for orphan in (".portal.insats-x1", ".forbundswebb-exempelbygden.insats-x2"):
        (sites / orphan).mkdir()
        (sites / orphan / "index.html").write_text("Tova Lindeby 031-390 06 15", "utf-8")
    assert set(found(place)) == set(TELLING)
    return place


@pytest.mark.parametrize(
    "takes_back",
    ["återkallat: 2025-11-30", "invändning: 2025-11-30", "sekretess: OSL 21 kap. 3 a §"],
)
def test_nothing_of_the_person_is_left(published: Place, takes_back: str) -> None:
    published.edit("    samtycke:\n", f"    {takes_back}\n    samtycke:\n")
    built(published, PORTAL)
    built(published, OWN)
    assert found(published) == {}
    proof = json.loads((published.folder / "build" / "proof.json").read_text("utf-8"))
    assert proof["kanal"] == OWN
    assert proof["datum"] == DAY
    assert proof["träffar"] == 0


def test_a_narrowed_consent_takes_its_datum_alone(published: Place) -> None:
    published.edit("gäller: [namn, e-post]", "gäller: [namn]")
    built(published, PORTAL)
    built(published, OWN)
    where = found(published)
    assert {path.split("/")[1] for path in where["tova.lindeby"]} == {"forbundswebb-exempelbygden"}
    assert {path.split("/")[1] for path in where["Lindeby"]} >= {"portal"}


def test_a_withdrawn_record_leaves_a_nameless_page_and_nothing_else(published: Place) -> None:
    published.edit("läge: publicera, från: 2025-06-20", "läge: återkallad, från: 2025-06-20")
    built(published, PORTAL)
    built(published, OWN)
    assert found(published) == {}
    texts = readable(published.folder / "build")
    for needle in ("Vägen vidare", "exempelbygden-2025-vagen-vidare", "stegförflyttning", "2025/17"):
        assert mentions(texts, needle) == [], needle
    page = Path("build/site/portal/insatser") / VAGEN / "index.html"
    text = (published.folder / page).read_text("utf-8")
    assert "Den här sidan är borttagen" in text
    assert '<meta name="robots" content="noindex' in text
    assert "vagen-vidare" not in text.split("<body", 1)[0].replace(f"insatser/{VAGEN}/", "")
    assert {name for name in mentions(texts, "vagen-vidare") if name.endswith(".xml")} == set()


def test_a_build_tells_of_sites_that_were_made_before_the_withdrawal(published: Place) -> None:
    published.edit("    samtycke:\n", "    återkallat: 2025-11-30\n    samtycke:\n")
    built(published, PORTAL)
    assert all("forbundswebb-exempelbygden" in path for paths in found(published).values() for path in paths)
