"""How fast the web app shows: `python -m eval.map_speed URL` of a running `fogline serve`; needs Chromium.

One JSON line: for each page milliseconds from the request to the first paint with content (median and slowest of some
visits); for the map until it is drawn, and the tasks of more than 50 milliseconds while it is moved and zoomed.
"""

from __future__ import annotations

import json
import shutil
import sys
from statistics import median
from typing import Any

from playwright.sync_api import Browser, Page, sync_playwright

ROUNDS = 3
PAGES = {
    "map": "/", "places": "/places", "reports": "/reports", "disputes": "/disputes", "sources": "/sources",
    "changes": "/changes?since=2024-11-01", "coverage": "/coverage", "place": "/place/Town%2044",
    "incident": "/incident/8",
}  # fmt: skip
ARGUMENTS = ["--no-sandbox", "--disable-quic", "--use-gl=angle", "--use-angle=swiftshader",
             "--enable-unsafe-swiftshader"]  # fmt: skip
SIZE = (1280, 800)
_WATCH = """() => {
  window.long = [];
  new PerformanceObserver((list) => window.long.push(...list.getEntries().map((one) => one.duration)))
    .observe({ type: "longtask", buffered: true });
}"""
_PAINT = """() => new Promise((done) => new PerformanceObserver((list) => {
  for (const one of list.getEntriesByName("first-contentful-paint")) done(one.startTime);
}).observe({ type: "paint", buffered: true }))"""
_DRAWN = "() => new Promise((done) => requestAnimationFrame(() => done(performance.now())))"


def measured(browser: Browser, base: str) -> dict[str, Any]:
    """The figures, in milliseconds; each visit is a first one, without anything in a cache."""
    found: dict[str, Any] = {}
    for name, path in PAGES.items():
        times = [_visit(browser, base + path) for _ in range(ROUNDS)]
        paints = [paint for paint, _ in times]
        found[name] = {"first paint": round(median(paints)), "slowest": round(max(paints))}
        if name == "map":
            found[name]["drawn"] = round(median(drawn for _, drawn in times if drawn is not None))
    found["moving the map"] = _moved(browser, base)
    return found


def _visit(browser: Browser, url: str) -> tuple[float, float | None]:
    """When something was painted, and when the map was drawn where there is one."""
    page = _page(browser)
    page.goto(url)
    paint, drawn = float(page.evaluate(_PAINT)), None
    page.wait_for_load_state("networkidle")
    if page.locator(".stage").count():
        page.wait_for_selector("[data-drawn]", state="attached")
        drawn = float(page.evaluate(_DRAWN))
    page.context.close()
    return paint, drawn


def _moved(browser: Browser, base: str) -> dict[str, Any]:
    """Long tasks of the page while the map is dragged, and zoomed in and out by the wheel."""
    page = _page(browser)
    page.goto(base + "/")
    page.wait_for_selector("[data-drawn]", state="attached")
    page.wait_for_load_state("networkidle")
    page.evaluate(_WATCH)
    page.wait_for_timeout(500)
    loading = list(page.evaluate("window.long.splice(0)"))
    for step in range(6):
        _drag(page, -150 if step % 2 else 150)
        page.mouse.wheel(0, -400 if step < 3 else 400)
        page.wait_for_timeout(1500)
    moving = list(page.evaluate("window.long"))
    page.context.close()
    return {"while loading": _told(loading), "while moving": _told(moving)}


def _drag(page: Page, by: int) -> None:
    box = page.locator(".stage .canvas").bounding_box()
    assert box is not None
    x, y = box["x"] + box["width"] / 2, box["y"] + box["height"] / 2
    page.mouse.move(x, y)
    page.mouse.down()
    page.mouse.move(x + by, y + by / 3, steps=20)
    page.mouse.up()


def _told(tasks: list[float]) -> dict[str, Any]:
    return {"long tasks": len(tasks), "longest": round(max(tasks, default=0)), "together": round(sum(tasks))}


def _page(browser: Browser) -> Page:
    context = browser.new_context(viewport={"width": SIZE[0], "height": SIZE[1]}, locale="en-GB")
    context.set_default_timeout(120_000)
    return context.new_page()


if __name__ == "__main__":
    chromium = shutil.which("chromium") or shutil.which("chromium-browser")
    with sync_playwright() as started:
        opened = started.chromium.launch(executable_path=chromium, args=ARGUMENTS)
        print(json.dumps(measured(opened, sys.argv[1].rstrip("/"))))
        opened.close()
