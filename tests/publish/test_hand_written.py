"""Pages and media beside the records: only what a site may carry."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.publish.hand_written import MEDIA, read_hand_written, strange_folders
from tests.sites import rules

PAGE = b"---\ntitle: Om\n---\n"


def write(path: Path, data: bytes = b"x") -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data)


def test_pages_and_media_are_read(tmp_path: Path) -> None:
    write(tmp_path / "sidor/om.md", "---\r\ntitle: Om\r\n---\r\nå".encode())
    write(tmp_path / "sidor/bom.md", "\ufeff---\ntitle: B\n---\n".encode())
    for suffix in MEDIA:
        write(tmp_path / f"medier/bilder/x{suffix}")
    write(tmp_path / "medier/STOR.PNG")
    write(tmp_path / "sidor/.om.md.swp")
    write(tmp_path / "medier/.gitkeep")
    found = read_hand_written(tmp_path)
    assert found.findings == ()
    assert found.pages == {"om.md": "---\ntitle: Om\n---\nå", "bom.md": "---\ntitle: B\n---\n"}
    assert set(found.media) == {"medier/STOR.PNG", *(f"medier/bilder/x{suffix}" for suffix in MEDIA)}


def test_without_the_folders_there_is_nothing(tmp_path: Path) -> None:
    found = read_hand_written(tmp_path)
    assert (dict(found.pages), dict(found.media), found.findings) == ({}, {}, ())


@pytest.mark.parametrize(
    "name",
    [
        "karta.svg",
        "sida.html",
        "sida.htm",
        "post.yml",
        "kod.js",
        "x.svgz",
        "x.png.html",
        "utan",
        "x.md",
        "x.xml",
    ],
)
def test_media_that_could_run_or_tell_are_refused(tmp_path: Path, name: str) -> None:
    write(tmp_path / "medier" / "djup" / name)
    found = read_hand_written(tmp_path)
    assert (dict(found.media), rules(found.findings)) == ({}, ["media-fil"])
    assert found.findings[0].file.endswith(f"medier/djup/{name}")


@pytest.mark.parametrize("name", ["bild.html", "bild.png", "om.MD", "post.yml"])
def test_other_files_among_the_pages_are_refused(tmp_path: Path, name: str) -> None:
    write(tmp_path / "sidor" / name)
    found = read_hand_written(tmp_path)
    assert (dict(found.pages), rules(found.findings)) == ({}, ["sida-fil"])


@pytest.mark.parametrize(
    "name",
    [
        "404.html.md",
        "sitemap.xml.md",
        "sitemap.xml.gz.md",
        "README.md",
        "a b.md",
        "a?b.md",
        "a#b.md",
        "\udcff.md",
    ],
)
def test_pages_whose_names_are_no_address_are_refused(tmp_path: Path, name: str) -> None:
    write(tmp_path / "sidor" / name)
    found = read_hand_written(tmp_path)
    assert (dict(found.pages), rules(found.findings)) == ({}, ["sida-fil"])


@pytest.mark.parametrize("name", ["om_oss.md", "Om-oss.md", "tillgänglighet.md", "404.md"])
def test_other_names_may_stand(tmp_path: Path, name: str) -> None:
    write(tmp_path / "sidor" / name, PAGE)
    assert set(read_hand_written(tmp_path).pages) == {name}


@pytest.mark.parametrize("name", ["\udcff.png", "a\nb.png", "a\u200bb/c.png"])
def test_media_whose_names_cannot_be_read_are_refused(tmp_path: Path, name: str) -> None:
    write(tmp_path / "medier" / name)
    found = read_hand_written(tmp_path)
    assert (dict(found.media), rules(found.findings)) == ({}, ["media-fil"])
    assert found.findings[0].file.isprintable()


def test_a_forbund_has_its_own_in_the_place_of_the_common_and_beside_them(tmp_path: Path) -> None:
    for name in ("om", "hjalp", "a/om", "a/kontakt", "b/bara-b"):
        write(tmp_path / f"sidor/{name}.md", PAGE + name.encode())
    found = read_hand_written(tmp_path)
    assert found.findings == ()
    own = found.on("a")
    texts = {name: text.rpartition("\n")[2] for name, text in own.pages.items()}
    assert texts == {"om.md": "a/om", "hjalp.md": "hjalp", "kontakt.md": "a/kontakt"}
    assert own.files == {
        "om.md": "sidor/a/om.md", "hjalp.md": "sidor/hjalp.md", "kontakt.md": "sidor/a/kontakt.md",
    }  # fmt: skip
    for forbund in (None, "c"):
        assert set(found.on(forbund).pages) == set(found.on(forbund).files) == {"om.md", "hjalp.md"}
        assert found.on(forbund).pages["om.md"].endswith("\nom")


def test_only_a_forbunds_folder_may_lie_among_the_pages(tmp_path: Path) -> None:
    for name in ("gotland", "gotlnd", "mapp.md", "annat"):
        write(tmp_path / f"sidor/{name}/om.md", PAGE)
    found = read_hand_written(tmp_path)
    assert found.findings == ()
    told = list(strange_folders(found, tmp_path, ("gotland", "uppsala")))
    assert [(one.rule, Path(one.file).name, one.advice) for one in told] == [
        ("sida-mapp", "annat", "Ge mappen ett id som finns i site_config/forbund."),
        ("sida-mapp", "gotlnd", "Menade du gotland?"),
        ("sida-mapp", "mapp.md", "Ge mappen ett id som finns i site_config/forbund."),
    ]


@pytest.mark.parametrize("name", ["bild.png", "djupare/om.md", "README.md"])
def test_in_it_lie_pages_and_nothing_else(tmp_path: Path, name: str) -> None:
    write(tmp_path / "sidor/gotland" / name, PAGE)
    found = read_hand_written(tmp_path)
    assert (dict(found.own), rules(found.findings)) == ({"gotland": {}}, ["sida-fil"])
    assert found.findings[0].file.endswith(f"sidor/gotland/{name.partition('/')[0]}")


@pytest.mark.parametrize("name", ["om.md", "gotland/om.md"])
@pytest.mark.parametrize("text", [b"# Om\n", b"---\nauthor: x\n---\n", b"---\ntitle: x\ny: z\n---\n"])
def test_a_page_without_a_title_is_told_where_it_lies(tmp_path: Path, name: str, text: bytes) -> None:
    write(tmp_path / "sidor" / name, text)
    found = read_hand_written(tmp_path)
    assert (found.by_file, rules(found.findings)) == ({}, ["sida"])
    assert found.findings[0].file.endswith(f"sidor/{name}")


def test_a_page_that_is_not_utf_8_is_refused(tmp_path: Path) -> None:
    write(tmp_path / "sidor/om.md", "å".encode("latin-1"))
    found = read_hand_written(tmp_path)
    assert (dict(found.pages), rules(found.findings)) == ({}, ["sida-fil"])
    assert "UTF-8" in found.findings[0].message


@pytest.mark.parametrize(
    "link",
    [
        *("sidor/hemlig.md", "sidor", "sidor/gotland", "sidor/gotland/hemlig.md"),
        *("medier/hemlig.png", "medier/mapp", "medier"),
    ],
)
@pytest.mark.parametrize("dangling", [False, True])
def test_links_are_refused_and_not_followed(tmp_path: Path, link: str, dangling: bool) -> None:
    content, outside = tmp_path / "content", tmp_path / "outside"
    if not dangling:
        write(outside / "hemlig.md", b"---\ntitle: H\n---\n")
        write(outside / "hemlig.png")
    target = outside / "hemlig.md" if link.endswith(".md") else outside
    target = outside / "hemlig.png" if link.endswith(".png") else target
    (content / link).parent.mkdir(parents=True)
    (content / link).symlink_to(target)
    found = read_hand_written(content)
    assert (found.by_file, dict(found.media)) == ({}, {})
    assert [finding.file.endswith(link) for finding in found.findings] == [True]
