"""The site as Debian's nginx serves it when it has the module for Brotli, and how much that saves."""

from __future__ import annotations

import ctypes
import gzip
import re
from collections.abc import Iterator

import pytest

from generator.hosting import brotli_conf
from generator.hosting.types import PACKED
from generator.publish.hosting import server_folder
from tests import nginx
from tests.nginx import Answer, ask, brotli_module, serving
from tests.sites import Built, Place

# Shown as `docs/measurements.md` has them.
MEASURED = {
    "start": "/",
    "list": "/insatser/",
    "record, the largest page": "/insatser/uppsala/framsteget-i-habo/",
    "the same as JSON": "/insatser/uppsala/framsteget-i-habo.json",
}
LEAST = 512  # bytes; less is not packed


@pytest.fixture(scope="module")
def url(portal: Built, register: Place, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The portal as it was built, with the document's line for Brotli."""
    conf = server_folder(register.folder / "build-portal", "portal")
    with serving(portal.out, conf, tmp_path_factory.mktemp("nginx") / "run", brotli=True) as address:
        yield address


def unpacked(data: bytes, size: int) -> bytes:
    """By the library that Debian's module depends on."""
    library = ctypes.CDLL("libbrotlidec.so.1")
    out, length = ctypes.create_string_buffer(size), ctypes.c_size_t(size)
    done = library.BrotliDecoderDecompress(ctypes.c_size_t(len(data)), data, ctypes.byref(length), out)
    assert done == 1
    return out.raw[: length.value]


def packed(url: str, path: str, how: str) -> Answer:
    answer = ask(url, path, Accept_Encoding=how)
    assert answer.status == 200, path
    return answer


def test_it_packs_what_gzip_packs() -> None:
    (types,) = re.findall(r"brotli_types([^;]*);", brotli_conf())
    assert types.split() == list(PACKED)


@pytest.mark.nginx
@pytest.mark.parametrize(("ci", "kind"), [("true", pytest.fail.Exception), ("", pytest.skip.Exception)])
def test_without_the_module_nothing_is_tested_but_ci_fails(
    monkeypatch: pytest.MonkeyPatch, ci: str, kind: type[BaseException]
) -> None:
    assert brotli_module().is_file()
    monkeypatch.setattr(nginx, "_MODULE", "ngx_http_finns_inte.so")
    monkeypatch.setenv("CI", ci)
    with pytest.raises(kind, match="libnginx-mod-http-brotli-filter"):
        brotli_module()


@pytest.mark.nginx
@pytest.mark.parametrize(
    "path",
    ["/", "/insatser/", "/assets/grund.css", "/assets/sok.js", "/sitemap.xml", "/om.md",
     "/data/v1/insatser.json", "/data/v1/insatser.csv", "/data/flode/alla.atom", "/data/flode/alla.ics"],
)  # fmt: skip
def test_whoever_reads_brotli_gets_it_and_the_others_what_they_read(url: str, path: str) -> None:
    plain = ask(url, path)
    assert "content-encoding" not in plain.headers
    assert len(plain.body) >= LEAST, "too small to say anything"
    both = packed(url, path, "gzip, deflate, br, zstd")
    assert both.headers["content-encoding"] == "br"
    assert unpacked(both.body, len(plain.body)) == plain.body
    other = packed(url, path, "gzip, br;q=0")
    assert other.headers["content-encoding"] == "gzip"
    assert gzip.decompress(other.body) == plain.body
    assert len(both.body) < len(other.body) < len(plain.body)
    for answer in (plain, both, other):
        assert answer.headers["vary"] == "Accept-Encoding"
        assert answer.headers["content-type"] == plain.headers["content-type"]
        assert answer.headers["cache-control"] == plain.headers["cache-control"]


@pytest.mark.nginx
def test_what_is_packed_or_small_is_sent_as_it_is(url: str, portal: Built) -> None:
    small = next(
        path for path in sorted(portal.out.rglob("*.md")) if path.stat().st_size < LEAST
    ).relative_to(portal.out)
    for path in ("/assets/delning.png", "/sitemap.xml.gz", "/data/v1/insatser.xlsx", f"/{small.as_posix()}"):
        assert "content-encoding" not in packed(url, path, "br").headers, path


@pytest.mark.nginx
def test_a_page_that_is_not_there_is_packed_too(url: str) -> None:
    answer = ask(url, "/finns-inte/", Accept_Encoding="br")
    assert (answer.status, answer.headers["content-encoding"]) == (404, "br")
    assert "frame-ancestors 'none'" in answer.headers["content-security-policy"]


@pytest.mark.nginx
def test_how_much_it_saves(url: str, capsys: pytest.CaptureFixture[str]) -> None:
    rows = []
    for name, path in MEASURED.items():
        sizes = [len(ask(url, path).body), *(len(packed(url, path, how).body) for how in ("gzip", "br"))]
        assert sizes == sorted(sizes, reverse=True), name
        rows.append(f"| {name} | {' | '.join(f'{size:,}' for size in sizes)} |")
    with capsys.disabled():
        print("\n" + "\n".join(rows), end="")  # noqa: T201 - docs/measurements.md
