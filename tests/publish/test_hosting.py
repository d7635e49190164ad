"""The build tells the hosts: files in the site that are audited, files beside it once the site stands."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from generator.exports.addresses import is_data
from generator.hosting import HostingError
from generator.hosting.interface import CORS
from generator.publish import build as building
from generator.publish.hosting import server_folder, write_host_files
from generator.publish.proof import digest
from tests.host_files import READINGS, sent
from tests.sites import Built, Place, digests, files


def nginx(place: Place) -> dict[str, bytes]:
    return files(server_folder(place.folder / "build", "portal"))


def test_every_build_writes_them_and_the_proof_covers_them(place: Place) -> None:
    built = place.build()
    assert "/insatser/*\n" in built.text("_headers")
    assert set(nginx(place)) == {"http.conf", "server.conf", "brotli.conf"}
    proof = json.loads((place.folder / "build/proof/portal.json").read_text("utf-8"))
    assert proof["webbplats_sha256"] == digest((built.out,))
    (built.out / "_headers").write_text("", "utf-8")
    assert proof["webbplats_sha256"] != digest((built.out,))


def test_the_same_site_gives_the_same_bytes(place: Place) -> None:
    first = digests(place.build().out), nginx(place)
    assert (digests(place.build().out), nginx(place)) == first
    assert str(place.folder) not in str(first)


@pytest.mark.parametrize("host", READINGS)
def test_other_sites_may_read_the_open_data_and_no_page(portal: Built, host: str) -> None:
    text = portal.text("_headers")
    shared = {name for name in files(portal.out) if is_data(name)}
    shared |= {"assets/badda-in.js", "assets/insats-lista.js"}
    assert len(shared) > 100
    for name in files(portal.out):
        headers = [*sent(text, f"/{name.removesuffix('index.html')}", host)]
        assert len(dict(headers)) == len(headers), f"{name} has a header twice"
        assert dict(headers).get(CORS) == ("*" if name in shared else None), name


def test_what_is_withheld_in_a_redirect_stops_the_build(
    place: Place, monkeypatch: pytest.MonkeyPatch
) -> None:
    standing = place.build()
    before = digests(standing.out), nginx(place)

    def planted(site: Path, _redirects: object, slug: str) -> object:
        return write_host_files(site, {"tova-lindeby/": ""}, slug)

    monkeypatch.setattr(building, "write_host_files", planted)
    result = place.build().result
    assert result.published is None
    assert [(finding.file, finding.rule) for finding in result.findings] == [("_redirects", "granskning")]
    assert (digests(standing.out), nginx(place)) == before


def test_a_site_that_no_host_could_serve_is_not_published(
    place: Place, monkeypatch: pytest.MonkeyPatch
) -> None:
    standing = place.build()
    before = digests(standing.out), nginx(place)

    def refusing(*_: object) -> object:
        raise HostingError("om/index.html", "Sidan har en annan säkerhetspolicy.", "Ge dem samma.")

    monkeypatch.setattr(building, "write_host_files", refusing)
    result = place.build().result
    assert result.published is None
    assert [(finding.file, finding.rule) for finding in result.findings] == [("om/index.html", "vardskap")]
    assert "Inget har publicerats" in result.findings[0].message
    assert (digests(standing.out), nginx(place)) == before
