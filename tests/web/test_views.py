"""Other ways in which pages are seen: printed, with text that runs from right to left, framed, over an online map."""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from tests.web.conftest import WAIT, Open, _serve

STYLE = "https://tiles.example/style.json"
SCROLLED = (
    "at => new Promise(done => { const look = () => scrollY === at ? done() : requestAnimationFrame(look); look(); })"
)
SEA = {"id": "sea", "type": "background", "paint": {"background-color": "#abcdef"}}
HELD = {"version": 8, "sources": {}, "layers": [SEA]}


def test_print_leaves_out_what_is_to_be_clicked(visit: Open) -> None:
    page = visit("/disputes")
    page.get_by_text("What cannot both hold").wait_for()
    page.locator("li.claim").first.wait_for()
    assert page.locator("header, .top").first.is_visible()
    page.emulate_media(media="print")
    assert not page.locator(".top").first.is_visible()
    assert not any(page.locator(".noprint").nth(n).is_visible() for n in range(page.locator(".noprint").count()))
    assert page.locator("li.claim").first.is_visible()
    assert len(page.pdf()) > 1000


def test_a_printed_report_shows_all_of_its_text(visit: Open, site: str) -> None:
    page = visit("/reports")
    page.locator('a[href^="/report/"]').first.click()
    page.locator(".text mark").first.wait_for()
    page.emulate_media(media="print")
    text = page.locator(".reader .text").first
    assert text.evaluate("one => one.scrollHeight - one.clientHeight") <= 1


def test_text_from_right_to_left_keeps_its_direction_and_marks(visit: Open) -> None:
    page = visit("/reports")
    page.get_by_role("link", name="<i>Hostile</i>").first.click()
    page.locator(".text mark").first.wait_for()
    assert page.locator(".text").first.get_attribute("dir") == "auto"
    assert "مدينة الرقة" in page.locator(".text").first.inner_text()
    assert page.evaluate("document.documentElement.scrollWidth - innerWidth") <= 0
    page.evaluate("document.documentElement.dir = 'rtl'")  # a page that is laid out the other way still fits
    assert page.evaluate("document.documentElement.scrollWidth - innerWidth") <= 0


@pytest.mark.parametrize("letters", ["أعلن الجيش", "הצבא הודיע"])
def test_a_text_that_begins_from_right_to_left_is_set_so(visit: Open, letters: str) -> None:
    page = visit("/read")
    page.get_by_label("Text").fill(letters)
    found = page.get_by_label("Text").evaluate("one => [one.dir, getComputedStyle(one).direction]")
    assert found == ["auto", "rtl"]


def test_the_map_can_be_framed_by_another_page(visit: Open, site: str) -> None:
    page = visit("/disputes")
    page.set_content(f'<iframe src="{site}/embed/map?day=2025-02-08" width="800" height="480"></iframe>')
    frame = page.frame_locator("iframe")
    frame.locator("[data-drawn]").wait_for(state="attached")
    assert frame.get_by_role("navigation").count() == 0
    assert frame.get_by_role("slider", name="Day").is_visible()
    assert frame.locator(".legend").count() == 1


@pytest.fixture
def online(ledger_file: Path, tmp_path: Path, site: str) -> Iterator[str]:
    """A server that names an online style for the map."""
    yield from _serve(Path(shutil.copy(ledger_file, tmp_path / "ledger.sqlite")), map_style=STYLE)


@pytest.mark.parametrize("reached", [True, False])
def test_an_online_style_is_drawn_or_else_the_built_in_map(online: str, visit: Open, reached: bool) -> None:
    page = visit("/disputes", base=online)
    asked: list[str] = []

    def answer(route: object, request: object) -> None:
        asked.append(request.url)  # type: ignore[attr-defined]
        headers = {"access-control-allow-origin": "*"}
        body = json.dumps(HELD if reached else {"version": 8, "sources": {}, "layers": []})
        route.fulfill(status=200 if reached else 204, headers=headers, body=body if reached else "")  # type: ignore[attr-defined]

    page.route("https://tiles.example/**", answer)
    page.get_by_role("link", name="Map").click()
    page.wait_for_selector("[data-drawn]", state="attached")
    assert set(asked) == {STYLE}
    credit = page.locator(".maplibregl-ctrl-attrib")
    assert ("Natural Earth" in (credit.text_content() or "")) is not reached


def test_back_leads_to_where_one_was_and_the_keyboard_goes_on_in_the_content(visit: Open) -> None:
    page = visit("/disputes", viewport={"width": 1280, "height": 400})
    link = page.locator("main .card h3 a").last
    link.scroll_into_view_if_needed()
    depth = page.evaluate("scrollY")
    assert depth > 0
    link.focus()
    page.keyboard.press("Enter")
    page.locator(".lanes, [data-claim]").first.wait_for()
    page.locator("#content:focus").wait_for()
    page.evaluate(SCROLLED, 0)
    page.go_back()
    page.evaluate(SCROLLED, depth)


def test_a_link_within_a_page_scrolls_to_its_end_alone(visit: Open) -> None:
    page = visit("/disputes", viewport={"width": 1280, "height": 400})
    link = page.locator("main .card h3 a").last
    link.scroll_into_view_if_needed()
    depth = page.evaluate("scrollY")
    link.click()
    page.locator("main h1").first.wait_for()
    page.evaluate(SCROLLED, 0)
    page.locator("a.skip").focus()
    page.keyboard.press("Enter")
    page.locator("#content:focus").wait_for()
    page.wait_for_timeout(2500)  # longer than a page is waited for to be long enough
    assert page.evaluate("scrollY") < 100
    page.go_back()
    page.go_back()
    page.evaluate(SCROLLED, depth)


def test_a_link_is_copied_on_a_site_without_encryption(visit: Open, site: str) -> None:
    page = visit("/read")
    page.add_init_script("Object.defineProperty(navigator, 'clipboard', { value: undefined });")
    page.goto(f"{site}/places")
    page.get_by_role("button", name="Copy link").click()
    page.get_by_role("button", name="Copied").wait_for()
    page.keyboard.press("/")
    page.keyboard.press("Control+v")
    assert page.get_by_role("dialog", name="Search").get_by_role("searchbox").input_value() == f"{site}/places"


def test_a_server_that_is_gone_is_told_and_asked_again(browser: Any, site: str) -> None:
    context = browser.new_context(locale="en-GB", reduced_motion="reduce")
    context.set_default_timeout(WAIT)
    page = context.new_page()
    page.goto(f"{site}/")
    page.get_by_text("Toretsk", exact=True).first.wait_for()
    page.route("**/api/**", lambda route: route.abort())
    page.get_by_role("button", name="One day back").click()
    page.get_by_text("The server does not answer.").wait_for()
    assert page.get_by_text("Toretsk", exact=True).count() == 0  # nothing of another day stays
    page.unroute("**/api/**")
    page.get_by_role("button", name="Try again").click()
    page.get_by_text("Toretsk", exact=True).first.wait_for()
    assert page.get_by_text("The server does not answer.").count() == 0
    context.close()
