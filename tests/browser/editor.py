"""The form with a folder of the browser's own in the place of the editor's, which no test can choose."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import Locator, Page, expect

from generator.records.paths import spelled, written
from generator.storage.load import load_records

# The folder that nobody can choose in a browser without a window, and may be written without being asked.
CHOSEN = """() => {
  window.showDirectoryPicker = () => navigator.storage.getDirectory();
  FileSystemHandle.prototype.requestPermission = async () => 'granted';
  FileSystemHandle.prototype.queryPermission = async () => 'granted';
}"""
_FILL = """async (files) => {
  for (const [name, text] of Object.entries(files)) {
    const parts = name.split('/');
    let folder = await navigator.storage.getDirectory();
    for (const part of parts.slice(0, -1)) folder = await folder.getDirectoryHandle(part, { create: true });
    const file = await (await folder.getFileHandle(parts.at(-1), { create: true })).createWritable();
    await file.write(text);
    await file.close();
  }
}"""
_READ = """async () => {
  const found = {};
  const walk = async (folder, at) => {
    for await (const [name, one] of folder.entries()) {
      if (one.kind === 'directory') await walk(one, `${at}${name}/`);
      else found[at + name] = await (await one.getFile()).text();
    }
  };
  await walk(await navigator.storage.getDirectory(), '');
  return found;
}"""
RECORDS = "content/insatser/"
REPOSITORY = {".git/HEAD": "ref: refs/heads/main\n"}  # by which Sveltia CMS knows that it is the right folder


@dataclass(frozen=True)
class Editor:
    """Somebody with the form open, and what lies in the folder."""

    page: Page
    url: str

    def begin(self, records: Mapping[str, str]) -> None:
        """Opens the form on a folder with these records (`uppsala/framsteget-i-habo` → text)."""
        self.page.goto(f"{self.url}admin/")
        self.page.evaluate(
            _FILL, REPOSITORY | {f"{RECORDS}{name}.yml": text for name, text in records.items()}
        )
        self.page.get_by_role("button", name="Arbeta med lokalt repository").click()
        expect(self.page.get_by_role("row").first).to_be_visible()

    def open(self, name: str) -> None:
        """A record's form."""
        self.page.goto(f"{self.url}admin/#/collections/insatser/entries/{name}")
        expect(self.field("namn")).to_be_visible()

    def field(self, path: str) -> Locator:
        """The part of the form for one key."""
        return self.page.locator(f'[data-key-path="{path}"]')

    def write(self, path: str, text: str) -> None:
        """Fills in one line or one text."""
        self.field(path).locator("input, textarea").first.fill(text)

    def save(self) -> None:
        """Saves, after which the list of records comes back."""
        self.page.get_by_role("button", name="Spara", exact=True).click()
        self.page.wait_for_url("**/#/collections/insatser", timeout=10_000)

    def texts(self) -> dict[str, str]:
        """The records as they lie in the folder now."""
        found: dict[str, str] = self.page.evaluate(_READ)
        return {
            name.removeprefix(RECORDS).removesuffix(".yml"): text
            for name, text in found.items()
            if name.startswith(RECORDS)
        }


def values(records: Mapping[str, str], folder: Path) -> dict[str, dict[str, object]]:
    """What `insats` reads in the texts: record → path → value. Fails when it finds anything wrong."""
    for name, text in records.items():
        path = folder / "insatser" / f"{name}.yml"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
    loaded = load_records(folder)
    assert loaded.findings == ()
    return {
        one.value.id: {spelled(path): value for path, value in written(one.value)} for one in loaded.records
    }
