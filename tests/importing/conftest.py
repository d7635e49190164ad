"""The five real forms beside the project, each as text, Word document and PDF."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path

import pytest
import yaml

from generator.importing.document import Document
from generator.importing.draft import Draft
from generator.publish.importing import Imported, import_document, read_document
from tests.importing.documents import pdf, word
from tests.sites import ROOT

FORMS = Path(__file__).parents[3] / "shared" / "forms"
DAY = date(2026, 11, 23)
KINDS = ("txt", "docx", "pdf")
# The form's file → the record that was made of it by hand.
RECORDS = {
    "gavleborg-2024-rakna-med-mig": "gavleborg/rakna-med-mig",
    "gotland-2025-jobbvagen": "gotland/jobbvagen",
    "nnv-skane-2020-en-vag-in": "nnv-skane/en-vag-in",
    "uppsala-2018-framsteget-ocr": "uppsala/framsteget-i-habo",
    "uppsala-2025-forstarkt-stod": "uppsala/forstarkt-stod",
}


@dataclass(frozen=True)
class Read:
    """One form in one kind of file: as read, what the import said, and both records as plain YAML."""

    source: str
    document: Document
    imported: Imported
    draft: Draft
    record: dict[str, object]
    by_hand: dict[str, object]


Reads = Callable[[str, str], Read]


@pytest.fixture(scope="session")
def forms(tmp_path_factory: pytest.TempPathFactory) -> Reads:
    """Reads a form, once for each kind of file."""
    if not FORMS.is_dir():
        pytest.skip("the forms are not beside the project (corpora)")
    folder = tmp_path_factory.mktemp("forms")

    @cache
    def read(form: str, kind: str) -> Read:
        text = (FORMS / f"{form}.txt").read_text("utf-8")
        made = {"txt": lambda: text.encode(), "docx": lambda: word(text), "pdf": lambda: pdf(text)}
        path = folder / f"{form}.{kind}"
        path.write_bytes(made[kind]())
        document = read_document(path)
        imported = import_document(document, ROOT / "site_config", None, DAY)
        assert imported.text is not None
        assert imported.draft is not None
        return Read(
            source=text,
            document=document,
            imported=imported,
            draft=imported.draft,
            record=_plain(imported.text),
            by_hand=_plain((ROOT / "content" / "insatser" / f"{RECORDS[form]}.yml").read_text("utf-8")),
        )

    return read


def _plain(text: str) -> dict[str, object]:
    loaded: dict[str, object] = yaml.load(text, yaml.BaseLoader)  # noqa: S506 - text only
    return loaded
