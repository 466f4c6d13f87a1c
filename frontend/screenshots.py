"""Pictures of each page in docs/screenshots: light and dark, desktop and phone.

`fogline serve` must run on the demo ledger: `python frontend/screenshots.py http://127.0.0.1:8321`. Needs Chromium.
"""

from __future__ import annotations

import io
import json
import sys
import urllib.parse
import urllib.request
from pathlib import Path

from PIL import Image
from playwright.sync_api import Browser, Page, sync_playwright

OUT = Path(__file__).parent.parent / "docs" / "screenshots"
CHROMIUM = "/usr/bin/chromium"
ARGUMENTS = [
    "--no-sandbox",
    "--disable-quic",
    "--use-gl=angle",
    "--use-angle=swiftshader",
    "--enable-unsafe-swiftshader",
]
SIZES = {"desktop": (1280, 800), "phone": (390, 780)}
COLOURS = 256
SCHEMES = ("light", "dark")


def paths(base: str) -> dict[str, str]:
    """The address of each page, by the name of its picture."""
    reports = ask(f"{base}/api/v1/reports?limit=3")["items"]
    source = ask(f"{base}/api/v1/sources?limit=5")["items"][0]["key"]
    return {
        "map": "/?day=2025-02-08",
        "place": "/place/Toretsk",
        "report": f"/report/{reports[2]['id']}",
        "disputes": "/disputes",
        "changes": "/changes?since=2025-03-01",
        "source": f"/source/{urllib.parse.quote(source, safe='')}",
        "review": "/review",
        "coverage": "/coverage",
        "places": "/places",
        "read": "/read",
    }


def ask(url: str) -> dict[str, list[dict[str, str]]]:
    """An answer of the API."""
    with urllib.request.urlopen(url) as answer:
        return json.load(answer)  # type: ignore[no-any-return]


def shoot(browser: Browser, base: str, only: list[str]) -> None:
    """Takes the pictures, or those of some pages only."""
    pages = paths(base)
    for scheme in SCHEMES:
        for size, (width, height) in SIZES.items():
            context = browser.new_context(
                viewport={"width": width, "height": height},
                color_scheme=scheme,
                reduced_motion="reduce",
                locale="en-GB",
            )
            page = context.new_page()
            for name, path in pages.items():
                if only and name not in only:
                    continue
                page.goto(base + path)
                settle(page, name)
                keep(page.screenshot(), OUT / f"{name}-{size}-{scheme}.png")
            context.close()


def keep(picture: bytes, file: Path) -> None:
    """Writes a picture with few colours: about a third of the size."""
    colours = Image.open(io.BytesIO(picture)).convert("RGB")
    colours.quantize(COLOURS, Image.Quantize.MAXCOVERAGE).save(file, optimize=True)  # keeps rare colours: the sides'


def settle(page: Page, name: str) -> None:
    """Waits until the page shows its content; a map also until it has drawn."""
    page.wait_for_load_state("networkidle")
    if name == "map":
        page.wait_for_selector("[data-drawn]", state="attached", timeout=90_000)
    page.wait_for_timeout(400)


if __name__ == "__main__":
    OUT.mkdir(parents=True, exist_ok=True)
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=CHROMIUM, args=ARGUMENTS)
        shoot(chromium, sys.argv[1].rstrip("/"), sys.argv[2:])
        chromium.close()
