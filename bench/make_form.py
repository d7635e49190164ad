"""`python bench/make_form.py`: takes the form's two programs from npm anew, into `generator/form/shipped/`.

Run by hand when a version in `lock.json` is changed; it needs npm, and asks the registry that npm is set to.
A package whose hash is not the one in the lock is refused, unless `--renew` writes the new one there. Every
address of somebody else's that Sveltia CMS would fetch its own parts from is made local, and each such place
is counted: a version that asks in a new way fails here.
"""

from __future__ import annotations

import argparse
import base64
import hashlib
import json
import re
import shutil
import subprocess
import tarfile
import tempfile
from collections.abc import Iterator, Mapping
from pathlib import Path

OUT = Path(__file__).resolve().parents[1] / "generator" / "form" / "shipped"
LOCK = OUT / "lock.json"
_CDN = r"https://[\w.]+/"
_FONTS = rf"{_CDN}fontsource/fonts/"
_ABSENT = "./saknas/"  # parts for fields that the form does not have: code, maps, pictures
# What → the local address that takes its place, each in exactly one place of the program.
LOCAL = {
    rf"{_FONTS}source-sans-3:vf@[\d.]+/[\w-]+\.woff2": "fonts/source-sans-3.woff2",
    rf"{_FONTS}noto-mono@[\d.]+/[\w-]+\.woff2": "fonts/noto-mono.woff2",
    rf"{_FONTS}material-symbols-outlined:vf@[\d.]+/[\w-]+\.woff2": "fonts/material-symbols.woff2",
    r"\$\{\w+\}@\$\{\w+\}/locales": "locales",
    rf"{_CDN}@sveltia/cms(?=`)": ".",  # where it asks for package.json: is there a newer version?
    rf"{_CDN}@sveltia/ui(?=`)": f"{_ABSENT}ui",
    rf"{_CDN}@shikijs(?=`)": f"{_ABSENT}shikijs",
    rf"{_CDN}(?=\$\{{\w+\}}`,n=)": _ABSENT,
    r"\n//# sourceMappingURL=.*": "",
}
SVELTIA, YAML = "@sveltia/cms", "js-yaml"
TAKEN = {
    "fonts/source-sans-3.woff2": "npm/assets/source-sans-3-*.woff2",
    "fonts/noto-mono.woff2": "npm/assets/noto-mono-*.woff2",
    "fonts/material-symbols.woff2": "npm/assets/material-symbols-*.woff2",
    "locales/sv.json": "locales/sv.json",
}


def unpacked(name: str, version: str, folder: Path) -> tuple[Path, str]:
    """The package as npm gives it, and its hash."""
    command = ["npm", "pack", "--silent", "--pack-destination", str(folder), f"{name}@{version}"]
    said = subprocess.run(command, check=True, capture_output=True, text=True).stdout
    archive = folder / said.split()[-1]
    digest = base64.b64encode(hashlib.sha512(archive.read_bytes()).digest()).decode()
    with tarfile.open(archive) as opened:
        opened.extractall(folder / archive.stem, filter="data")
    return folder / archive.stem / "package", f"sha512-{digest}"


def made_local(program: str) -> str:
    """Sveltia CMS with the addresses of its own parts beside it."""
    for pattern, local in LOCAL.items():
        program, count = re.subn(pattern, local, program)
        if count != 1:
            raise SystemExit(f"{pattern} stands {count} times in the program: see what it asks for now")
    return program


def licences(sveltia: Path, yaml: Path) -> Iterator[str]:
    """The texts that must follow with what is shipped."""
    yield from (f"Sveltia CMS\n\n{(sveltia / 'LICENSE.txt').read_text('utf-8')}",)
    yield from (f"js-yaml\n\n{(yaml / 'LICENSE').read_text('utf-8')}",)
    for path in sorted((sveltia / "npm" / "assets").glob("*.LICENSE.txt")):
        yield f"{path.name.removesuffix('.LICENSE.txt')}\n\n{path.read_text('utf-8')}"


def write(sveltia: Path, yaml: Path, version: str) -> None:
    """Writes all files but the lock anew."""
    for path in OUT.iterdir():
        if path.is_dir():
            shutil.rmtree(path)
        elif path != LOCK:
            path.unlink()
    program = (sveltia / "dist" / "sveltia-cms.js").read_text("utf-8")
    (OUT / "sveltia-cms.js").write_text(made_local(program), "utf-8")
    parser = (yaml / "dist" / "browser" / "js-yaml.umd.min.js").read_text("utf-8")
    (OUT / "js-yaml.js").write_text(re.sub(r"\n//# sourceMappingURL=.*", "", parser), "utf-8")
    for name, pattern in TAKEN.items():
        (found,) = sveltia.glob(pattern)
        (OUT / name).parent.mkdir(exist_ok=True)
        shutil.copyfile(found, OUT / name)
    (OUT / "package.json").write_text(f"{json.dumps({'version': version})}\n", "utf-8")
    (OUT / "licenser.txt").write_text("\n\n".join(licences(sveltia, yaml)), "utf-8")


def hashes() -> Mapping[str, str]:
    """Every shipped file → its hash."""
    files = sorted(path for path in OUT.rglob("*") if path.is_file() and path != LOCK)
    return {path.relative_to(OUT).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest() for path in files}


def main() -> None:
    """Reads the lock, takes the packages, writes the files and their hashes."""
    parser = argparse.ArgumentParser(description="Takes the form's programs from npm anew.")
    parser.add_argument("--renew", action="store_true", help="take over the hashes of the packages too")
    renew = parser.parse_args().renew
    lock = json.loads(LOCK.read_text("utf-8"))
    with tempfile.TemporaryDirectory() as folder:
        found = {}
        for name, package in lock["packages"].items():
            found[name], digest = unpacked(name, package["version"], Path(folder))
            if digest != package["integrity"] and not renew:
                raise SystemExit(f"{name} has another hash than the lock says")
            package["integrity"] = digest
        write(found[SVELTIA], found[YAML], lock["packages"][SVELTIA]["version"])
    lock["files"] = hashes()
    LOCK.write_text(f"{json.dumps(lock, indent=2)}\n", "utf-8")


if __name__ == "__main__":
    main()
