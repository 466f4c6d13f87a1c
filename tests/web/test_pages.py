"""Each page shows what it is for, in both schemes, on a phone, and without serious findings of axe."""

from __future__ import annotations

import json
import urllib.request
from pathlib import Path
from typing import Any

import pytest
from tests.web.conftest import Open

AXE = Path(__file__).parents[2] / "frontend" / "node_modules" / "axe-core" / "axe.min.js"
PAGES = {
    "/places": "Toretsk",
    "/place/Toretsk": "Who says they hold it",
    "/reports": "The Sample Courier",
    "/disputes": "What cannot both hold",
    "/changes?since=2025-02-01": "New claims",
    "/sources": "what became of their claims",
    "/source/Russia": "Claims per day",
    "/review": "read-only",
    "/coverage": "What is missing",
    "/read": "nothing is kept",
    "/?day=2025-02-08": "Source speaks for",
}
REFUSED = """for (const shelf of ['localStorage', 'sessionStorage'])
  Object.defineProperty(window, shelf, { get() { throw new DOMException('', 'SecurityError'); } });"""
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]


@pytest.mark.parametrize(("path", "words"), PAGES.items())
def test_a_page_shows_what_it_is_for_and_axe_finds_nothing_serious(visit: Open, path: str, words: str) -> None:
    if not AXE.is_file():
        pytest.skip("axe is missing: make web")
    page = visit(path)
    page.get_by_text(words).first.wait_for()
    page.wait_for_load_state("networkidle")
    assert page.locator("h1").count() == 1
    for scheme in ("light", "dark"):
        page.emulate_media(color_scheme=scheme)
        assert violations(page) == []


def violations(page: Any) -> list[str]:
    """What axe finds that is serious or worse, each with the elements."""
    page.evaluate(AXE.read_text())  # injected by the driver, past the policy of the page
    found = page.evaluate("rules => axe.run({runOnly: rules})", RULES)
    return [
        f"{one['id']}: {node['html'][:120]} {node['failureSummary'][:200]}"
        for one in found["violations"]
        if one["impact"] in {"serious", "critical"}
        for node in one["nodes"][:3]
    ]


@pytest.mark.parametrize("path", PAGES)
def test_a_page_fits_a_phone(visit: Open, path: str) -> None:
    page = visit(path, viewport={"width": 390, "height": 780})
    page.get_by_text(PAGES[path]).first.wait_for(state="attached")
    page.wait_for_load_state("networkidle")
    assert page.evaluate("document.documentElement.scrollWidth - innerWidth") <= 0


def test_the_language_is_chosen_and_kept(visit: Open) -> None:
    page = visit("/disputes")
    page.get_by_label("Language").select_option("uk")
    page.get_by_role("heading", name="Суперечки", level=1).wait_for()
    page.reload()
    page.get_by_role("heading", name="Суперечки", level=1).wait_for()
    assert page.evaluate("document.documentElement.lang") == "uk"


def test_a_dossier_can_be_framed_without_the_frame_of_the_app(visit: Open) -> None:
    page = visit("/embed/place/Toretsk")
    page.get_by_role("heading", name="Toretsk").first.wait_for()
    assert page.get_by_role("navigation").count() == 0


def test_as_known_on_a_day_is_in_the_address(visit: Open) -> None:
    page = visit("/place/Toretsk")
    page.get_by_label("As known on").fill("2024-10-15")
    page.wait_for_url("**/place/Toretsk?as_known=2024-10-15")
    page.get_by_text("Status on 2024-").wait_for()
    page.go_back()
    page.get_by_text("Status on 2025-").wait_for()


def test_the_coverage_tells_how_well_the_reader_reads(visit: Open, site: str) -> None:
    with urllib.request.urlopen(f"{site}/api/v1/coverage") as answer:
        scores = json.load(answer)["scores"]["items"]
    page = visit("/coverage")
    for one in scores:
        row = page.get_by_role("row").filter(has=page.get_by_text(one["words"], exact=True))
        told = row.get_by_role("cell").last.inner_text()
        assert abs(float(told.removesuffix(" %")) - 100 * one["value"]) <= 0.5, one["id"]


def test_disputes_are_paged_through_to_the_end(visit: Open, site: str) -> None:
    with urllib.request.urlopen(f"{site}/api/v1/disputes") as answer:
        total = json.load(answer)["total"]
    page = visit("/sources")
    page.route(
        "**/api/v1/disputes?*", lambda route: route.continue_(url=route.request.url.replace("limit=50", "limit=1"))
    )
    page.get_by_role("link", name="Disputes", exact=True).click()
    more = page.get_by_role("button", name="Show more")
    for shown in range(1, total):
        page.get_by_text(f"{shown} of {total}", exact=True).wait_for()
        more.click()
    page.get_by_text(f"{total} of {total}", exact=True).wait_for()
    more.wait_for(state="detached")
    assert page.locator("main article, main .card").count() == total


def test_a_browser_that_keeps_nothing_still_shows_the_page(visit: Open, site: str) -> None:
    page = visit("/read")
    page.add_init_script(REFUSED)
    page.goto(f"{site}/embed/place/Toretsk")
    page.get_by_text("Who says they hold it").wait_for()


def test_the_vocabulary_is_told_in_the_readers_language(visit: Open, site: str) -> None:
    with urllib.request.urlopen(f"{site}/api/v1/vocabulary") as answer:
        told = json.load(answer)
    page = visit("/disputes", locale="uk-UA")
    page.locator("main .card .claim").first.wait_for()
    main = page.locator("main").inner_text()
    assert "хто контролює" in main
    assert "захоплено" in main
    offered = page.get_by_label("Про що").locator("option").all_inner_texts()
    assert len(offered) == 1 + len(told["disputes"])
    assert not [text for text in offered if text.isascii()]
    page.goto(f"{site}/")
    kinds = page.locator('input[name="event"], input[name="kind"]')
    kinds.first.wait_for()
    shown = page.locator('label.choice:has(input[name="event"], input[name="kind"]) bdi').all_text_contents()
    assert not [text for text in shown if text.isascii()]


def test_every_status_is_told_in_the_readers_language(visit: Open, site: str) -> None:
    with urllib.request.urlopen(f"{site}/api/v1/places?limit=1000") as answer:
        places = [one for one in json.load(answer)["items"] if one["status"]]
    assert {one["status"]["status"].split()[0] for one in places} >= {"claimed"}
    page = visit("/places", locale="uk-UA")
    page.get_by_role("link", name="Toretsk", exact=True).wait_for()
    told = page.locator("main").inner_text()
    assert "контроль заявляє" in told
    assert not [one["name"] for one in places if one["status"]["status"] in told]
    page.get_by_role("link", name="Toretsk", exact=True).click()
    page.locator(".lanes .name").get_by_text("треті сторони").wait_for()
