"""`python -m bench.first_page`: seconds from each form as a Word file to its page in the preview, by step.

Needs the forms beside the project, Debian's Chromium and the development tools. The median of five runs.
"""

from __future__ import annotations

import shutil
import tempfile
from pathlib import Path
from statistics import median

from playwright.sync_api import sync_playwright

from tests.browser.conftest import FLAGS, visitor
from tests.browser.first_page import STEPS, first_page
from tests.browser.test_first_page import without_records
from tests.importing.conftest import FORMS, RECORDS
from tests.importing.documents import word

RUNS = 5


def main() -> None:
    """A row of Markdown for each form."""
    print(f"| form | {' | '.join(STEPS)} | all |")
    print(f"| --- |{' ---: |' * (len(STEPS) + 1)}")
    chromium = shutil.which("chromium-headless-shell") or shutil.which("chromium")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=FLAGS)
        for form in RECORDS:
            runs = []
            for _ in range(RUNS):
                with tempfile.TemporaryDirectory() as folder:
                    source = Path(folder, "ansokan.docx")
                    source.write_bytes(word((FORMS / f"{form}.txt").read_text("utf-8")))
                    context = visitor(browser, 1280, "light")
                    place = without_records(Path(folder, "register"))
                    with first_page(context.new_page(), place, source) as took:
                        runs.append(took)
                    context.close()
            steps = [median(took[step] for took in runs) for step in STEPS]
            total = median(sum(took.values()) for took in runs)
            print(f"| {form} | {' | '.join(f'{one:.1f}' for one in (*steps, total))} |")
        browser.close()


if __name__ == "__main__":
    main()
