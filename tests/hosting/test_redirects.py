"""Pages that have moved: what a host can read, and nothing that leads away or nowhere."""

from __future__ import annotations

import pytest

from generator.hosting import HostingError, redirects_file, refuse_unfit, server_conf, with_files

FILES = {"index.html", "insatser/a/ny/index.html", "insatser/a/ny.json", "insatser/index.html"}


def test_a_page_has_moved_with_and_without_the_slash() -> None:
    moved = {"insatser/a/gammal/": "insatser/a/ny/", "insatser/a/gammal.json": "insatser/a/ny.json", "x/": ""}
    refuse_unfit(moved, FILES)
    assert redirects_file(moved) == (
        "/insatser/a/gammal.json /insatser/a/ny.json 301\n"
        "/insatser/a/gammal/ /insatser/a/ny/ 301\n"
        "/insatser/a/gammal /insatser/a/ny/ 301\n"
        "/x/ / 301\n"
        "/x / 301\n"
    )


def test_what_the_new_page_has_beside_it_has_moved_too() -> None:
    pages = {"insatser/a/gammal/": "insatser/b/ny/", "forbund/a/": "forbund/b/", "om-oss/": "om/"}
    beside = ["insatser/b/ny.json", "data/oembed/b/ny.json", "badda-in/forbund/b/index.html", "om.md"]
    files = {"insatser/b/ny/index.html", "forbund/b/index.html", "om/index.html", *beside}
    moved = with_files(pages, files)
    refuse_unfit(moved, files)
    assert moved == {
        **pages,
        "insatser/a/gammal.json": "insatser/b/ny.json",
        "data/oembed/a/gammal.json": "data/oembed/b/ny.json",
        "badda-in/forbund/a/": "badda-in/forbund/b/",
    }


def test_nothing_moved_is_no_file() -> None:
    assert redirects_file({}) == ""
    assert "flyttat" not in server_conf((), {}, "portal")


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("/insatser/a/", "", "går inte att skriva"),
        ("a/", "/annan.example/", "går inte att skriva"),
        ("a/", "https://annan.example/", "går inte att skriva"),
        ("a/../b/", "", "går inte att skriva"),
        ("a//b/", "", "går inte att skriva"),
        ("a b/", "", "går inte att skriva"),
        ("a/*", "", "går inte att skriva"),
        ("a/:b", "", "går inte att skriva"),
        ("a;}/", "", "går inte att skriva"),
        ("a\n/", "", "går inte att skriva"),
        ("a/\n", "", "går inte att skriva"),
        ("ö/", "", "går inte att skriva"),
        ("", "insatser/", "går inte att skriva"),
        ("a/", "a/", "går inte att skriva"),
        ("a/", "b/", "som inte finns"),
        ("a/", "insatser", "som inte finns"),
    ],
)
def test_what_no_host_could_do_is_refused(old: str, new: str, said: str) -> None:
    with pytest.raises(HostingError) as raised:
        refuse_unfit({old: new}, FILES)
    assert said in raised.value.said


def test_a_move_leads_to_a_page_and_not_to_another_move() -> None:
    with pytest.raises(HostingError):
        refuse_unfit({"a/": "b/", "b/": "a/"}, FILES)
