"""The form in a finished site: only where it is asked for, audited, and told to the host."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from generator.publish.form import unchanged_form
from generator.publish.reading import read_configuration
from tests.sites import (
    DAY,
    GAVLEBORG,
    Built,
    Place,
    exempelbygden,
    files,
    insats,
    mentions,
    persons,
    real,
    rules,
)

SERVER = """formulär:
  tjänst: gitea
  kodförråd: forbundet/insatser
  adress: https://git.exempel.example
"""


def with_server(place: Place) -> Place:
    path = place.config / "site.yml"
    path.write_text(f"{path.read_text('utf-8')}{SERVER}", "utf-8")
    return place


@pytest.fixture(scope="module")
def register_with_server(tmp_path_factory: pytest.TempPathFactory) -> Place:
    return with_server(real(tmp_path_factory.mktemp("form")))


@pytest.fixture(scope="module")
def site(register_with_server: Place) -> Built:
    return register_with_server.build()


def test_without_a_server_there_is_none_unless_it_is_asked_for(portal: Built) -> None:
    assert not (portal.out / "admin").exists()


def test_with_a_server_it_is_part_of_the_portal(site: Built) -> None:
    assert site.result.published is not None, site.findings
    assert {"index.html", "config.json", "formular.js", "sveltia-cms.js"} <= files(site.out / "admin").keys()
    assert '"repo": "forbundet/insatser"' in site.text("admin/config.json")
    assert "/admin/" not in site.text("sitemap.xml")
    assert (
        mentions({name: text for name, text in site.texts.items() if "admin/" in name}, "Tova Lindeby") == []
    )


def test_the_host_is_told_its_policy_and_to_keep_it_out_of_searches(site: Built) -> None:
    _, _, block = site.text("_headers").partition("\n/admin/*\n")
    block = block.partition("\n\n")[0]
    assert "connect-src 'self' data: https://git.exempel.example; base-uri 'none'" in block
    assert "frame-ancestors 'none'" in block
    assert "  X-Robots-Tag: noindex" in block


def test_a_förbund_s_own_web_has_none(register_with_server: Place) -> None:
    own = register_with_server.build(GAVLEBORG, out="own")
    assert own.result.published is not None
    assert not (own.out / "admin").exists()


def test_an_own_page_on_its_address_is_told(tmp_path: Path) -> None:
    place = with_server(exempelbygden(tmp_path))
    page = "---\ntitle: Admin\ndescription: Om oss.\n---\nText.\n"
    (place.content / "sidor/admin.md").write_text(page, "utf-8")
    built = place.build()
    assert built.result.published is None
    assert "sida" in rules(built.findings)
    (found,) = [one.file for one in built.findings if "formulärets" in one.message]
    assert found.endswith("sidor/admin.md")


def test_asked_for_it_lies_in_the_site_and_saves_in_a_folder(tmp_path: Path) -> None:
    place = exempelbygden(tmp_path)
    done = insats("build", "--form", "--date", DAY, cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    config = (place.folder / "build/site/portal/admin/config.json").read_text("utf-8")
    assert "git.exempel.example" not in config
    assert insats("build", "--form", "--all", cwd=tmp_path).returncode == 2


def test_the_audit_reads_what_is_not_made_of_the_settings_alone(
    register_with_server: Place, site: Built, tmp_path: Path
) -> None:
    configuration, _ = read_configuration(register_with_server.config)
    assert configuration is not None
    shutil.copytree(site.out / "admin", tmp_path / "admin")
    every = frozenset(f"admin/{name}" for name in files(tmp_path / "admin"))
    assert unchanged_form(configuration, tmp_path) == every
    changed = frozenset({"admin/config.json", "admin/sveltia-cms.js"})
    for name in changed:
        with (tmp_path / name).open("a", encoding="utf-8") as file:
            file.write("// tova.lindeby@hudiksvall.example")
    assert unchanged_form(configuration, tmp_path) == every - changed


def test_a_leak_in_the_form_is_found(register_with_server: Place, site: Built) -> None:
    shutil.copytree(site.out, register_with_server.folder / "leaking")
    config = register_with_server.folder / "leaking/admin/config.json"
    person = next(one for _, one in persons(register_with_server.content) if "e-post" in one)
    config.write_text(config.read_text("utf-8").replace("Insatsens namn.", person["e-post"]), "utf-8")
    done = insats("audit", "leaking", "--date", DAY, cwd=register_with_server.folder)
    assert done.returncode == 1
    assert "admin/config.json" in done.stdout + done.stderr
    shutil.rmtree(register_with_server.folder / "leaking")
