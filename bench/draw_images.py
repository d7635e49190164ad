"""Draws the picture that shared links show, once: python -m bench.draw_images theme/assets/delning.png.

It is the same for every page and says no insats' name: what a picture says is not searched for leaks.
Needs Debian's Chromium and the development tools. 1200 × 630 px, the size that the services ask for.
"""

from __future__ import annotations

import shutil
import sys
from pathlib import Path

from playwright.sync_api import sync_playwright

THEME = Path(__file__).parents[1] / "theme"
FONT = THEME / "assets/fonts/source-sans-3-latin-wght-normal.woff2"
PAGE = """<!doctype html><html lang="sv"><meta charset="utf-8"><style>
@font-face {{ font-family: S; src: url("{font}"); font-weight: 200 900 }}
body {{ margin: 0; width: 1200px; height: 630px; background: #0d3b45; color: #f3f7f7; font-family: S; }}
main {{ display: grid; grid-template-columns: 1fr 330px; align-items: center; gap: 40px; height: 618px;
  padding: 0 90px; box-sizing: border-box }}
p {{ margin: 0; font-size: 74px; font-weight: 700; line-height: 1.1; letter-spacing: -.015em }}
small {{ display: block; margin-top: 34px; font-size: 34px; font-weight: 450; letter-spacing: 0;
  line-height: 1.35 }}
svg {{ fill: none; stroke: #8bd0da; stroke-width: 1.7 }}
.mitt {{ fill: #e08a2e; stroke: none }}
hr {{ margin: 0; border: 0; height: 12px; background: #e08a2e }}
</style><main><p>Insatser för samordnad rehabilitering
<small>Vad som finns, för vem, och om det går att hänvisa någon nu.</small></p>
<svg viewBox="0 0 32 32" width="330"><circle cx="11.4" cy="11.8" r="8.6"/>
<circle cx="20.6" cy="11.8" r="8.6"/><circle cx="16" cy="19.8" r="8.6"/>
<circle class="mitt" cx="16" cy="14.5" r="2.7"/></svg>
</main><hr></html>"""


def main() -> None:
    """One PNG file."""
    out = Path(sys.argv[1] if len(sys.argv) > 1 else THEME / "assets/delning.png")
    chromium = shutil.which("chromium")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        page = browser.new_page(viewport={"width": 1200, "height": 630})
        html = out.with_suffix(".html")
        html.write_text(PAGE.format(font=FONT.as_uri()), "utf-8")
        page.goto(html.absolute().as_uri(), wait_until="networkidle")
        page.screenshot(path=str(out))
        html.unlink()
        browser.close()


if __name__ == "__main__":
    main()
