"""The layout turned for a language that runs from right to left: panes change sides, days and maps do not."""

from __future__ import annotations

from typing import Any

import pytest
from tests.web.conftest import Open
from tests.web.test_pages import PAGES

TURN = "document.documentElement.dir = 'rtl'"
PHONE, DESK = {"width": 390, "height": 780}, {"width": 1280, "height": 800}
TWO_FRAMES = "() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))"
BEYOND = """() => [...document.querySelectorAll('body *')].filter(one => {
  const box = one.getBoundingClientRect();
  const kept = one.closest('.scroll, .hidden, .skip, .maplibregl-map, .top nav, svg, dialog');
  return !kept && box.width && (box.left < -1 || box.right > innerWidth + 1);
}).map(one => one.outerHTML.slice(0, 120))"""


def edges(page: Any, selector: str) -> tuple[float, float]:
    """Left and right edge of an element, in pixels."""
    box = page.locator(selector).first.bounding_box()
    return box["x"], box["x"] + box["width"]


@pytest.mark.parametrize("path", PAGES)
def test_nothing_runs_over_the_edge(visit: Open, path: str) -> None:
    page = visit(path)
    page.get_by_text(PAGES[path]).first.wait_for()
    page.wait_for_load_state("networkidle")
    page.evaluate(TURN)
    for size in (DESK, PHONE):
        page.set_viewport_size(size)  # type: ignore[arg-type]
        page.evaluate(TWO_FRAMES)  # in which plots take the new size
        assert page.evaluate("document.documentElement.scrollWidth - innerWidth") <= 0
        assert page.evaluate(BEYOND) == []


@pytest.mark.parametrize(
    ("path", "panes"),
    [
        ("/?day=2025-02-08", (".map-page .filters", ".map-page .stage", ".map-page .view", ".slider output")),
        ("/place/Toretsk", (".columns > :first-child", ".columns > :last-child", ".lane .name", ".lane > svg")),
        ("/source/Russia", (".columns > :first-child", ".columns > aside", ".bars .bar")),
        ("/disputes", (".brand", ".search-open", "li.claim .day", "li.claim .words")),
    ],
)
def test_panes_change_sides(visit: Open, path: str, panes: tuple[str, ...]) -> None:
    page = visit(path)
    for pane in panes:
        page.locator(pane).first.wait_for()
    page.wait_for_load_state("networkidle")
    before = {pane: edges(page, pane) for pane in panes}
    width = page.evaluate("document.documentElement.clientWidth")
    page.evaluate(TURN)
    for pane, (left, right) in before.items():
        assert edges(page, pane) == pytest.approx((width - right, width - left), abs=1.5), pane


def test_a_report_has_its_claims_on_the_other_side(visit: Open) -> None:
    page = visit("/reports")
    page.locator('a[href^="/report/"]').first.click()
    page.locator(".reader .cards").wait_for()
    assert edges(page, ".reader .text")[1] < edges(page, ".reader .cards")[0]
    page.evaluate(TURN)
    assert edges(page, ".reader .cards")[1] < edges(page, ".reader .text")[0]


@pytest.mark.parametrize(("direction", "shift"), [("ltr", "-3px"), ("rtl", "3px")])
def test_the_claim_that_is_read_is_marked_where_its_lines_begin(visit: Open, direction: str, shift: str) -> None:
    page = visit("/disputes")
    claim = page.locator("li.claim").first
    claim.wait_for()
    page.evaluate("to => document.documentElement.dir = to", direction)
    drawn = claim.evaluate("one => (one.setAttribute('aria-current', 'true'), getComputedStyle(one).boxShadow)")
    assert f") {shift} 0px" in drawn


def test_days_run_from_left_to_right_still(visit: Open) -> None:
    page = visit("/place/Toretsk")
    page.locator(".lane > svg").first.wait_for()
    page.evaluate(TURN)
    lane = edges(page, ".lane > svg")
    assert (edges(page, ".axis :first-child")[0], edges(page, ".axis :last-child")[1]) == pytest.approx(lane, abs=1.5)
    days = page.locator(".axis span").all_inner_texts()
    assert days == sorted(days)
    assert edges(page, ".axis :first-child")[1] < edges(page, ".axis :last-child")[0]


@pytest.mark.parametrize("direction", ["ltr", "rtl"])
def test_bars_of_a_lane_stay_within_it(visit: Open, direction: str) -> None:
    page = visit("/place/Toretsk")
    page.locator(".lane > svg").first.wait_for()
    page.evaluate("to => document.documentElement.dir = to", direction)
    left, right = edges(page, ".lane > svg")
    bars = [one.bounding_box() for one in page.locator(".lane > svg g rect").all()]
    assert bars and all(bar and left - 1 <= bar["x"] and bar["x"] + bar["width"] <= right + 4 for bar in bars)


def test_latitude_stays_before_longitude(visit: Open) -> None:
    page = visit("/place/Toretsk")
    position = page.locator("dl.facts bdi")
    position.wait_for()
    page.evaluate(TURN)
    assert position.evaluate("one => getComputedStyle(one).direction") == "ltr"


def test_the_day_back_stays_left_of_the_day_on(visit: Open) -> None:
    page = visit("/?day=2025-02-08")
    page.get_by_role("button", name="One day back").wait_for()
    page.evaluate(TURN)
    back, on = (page.get_by_role("button", name=name).bounding_box() for name in ("One day back", "One day on"))
    assert back and on and back["x"] < on["x"]
    legend = page.locator(".legend")
    assert legend.evaluate("one => getComputedStyle(one).direction") == "rtl"
    assert edges(page, ".legend")[0] - edges(page, ".map-page .stage")[0] == pytest.approx(10, abs=1.5)


def test_a_language_tells_its_direction(visit: Open) -> None:
    page = visit("/disputes")
    page.get_by_text("What cannot both hold").wait_for()
    assert page.evaluate("document.documentElement.dir") == "ltr"
