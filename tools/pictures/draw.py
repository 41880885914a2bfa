"""Draw the pictures of the demo's articles: SVG from ``scenes``, set by Chromium, kept as JPEG.

``draw.py [folder]``. The pictures are committed; drawing them again is needed only after
a scene changed. Needs Chromium, as the journeys do.
"""

import io
import sys
from pathlib import Path

from PIL import Image
from playwright.sync_api import Page, sync_playwright
from scenes import SCENES

ROOT = Path(__file__).resolve().parents[2]
KEPT = ROOT / "src" / "motcua" / "demo" / "news" / "pictures"
SIZE = {"width": 1440, "height": 810}
HEAVIEST = 80 * 1024


def main() -> None:
    folder = Path(sys.argv[1]) if sys.argv[1:] else KEPT
    folder.mkdir(parents=True, exist_ok=True)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path="/usr/bin/chromium", args=["--no-sandbox"]
        )
        page = browser.new_page(viewport=SIZE)
        for name, scene in SCENES.items():
            path = folder / f"{name}.jpg"
            path.write_bytes(jpeg(photographed(page, scene())))
            print(f"{path.name}: {path.stat().st_size // 1024} KB")
        browser.close()


def photographed(page: Page, drawn: str) -> bytes:
    page.set_content(
        "<style>body{margin:0}svg{display:block}</style>"
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1440 810" width="1440">{drawn}</svg>'
    )
    return page.screenshot(type="png")


def jpeg(png: bytes) -> bytes:
    """The picture at the best quality that is light enough."""
    picture = Image.open(io.BytesIO(png)).convert("RGB")
    for quality in (88, 82, 76, 70, 60):
        kept = io.BytesIO()
        picture.save(kept, "JPEG", quality=quality, optimize=True, progressive=True)
        if kept.tell() <= HEAVIEST:
            break
    return kept.getvalue()


if __name__ == "__main__":
    main()
