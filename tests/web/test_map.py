"""The map: time, filters and lists, all of it in the address."""

from __future__ import annotations

from typing import Any
from urllib.parse import parse_qs, urlsplit

from tests.web.conftest import Open


def query(url: str) -> dict[str, list[str]]:
    return parse_qs(urlsplit(url).query)


def test_the_map_draws_from_its_own_files_alone(visit: Open, site: str) -> None:
    page = visit("/disputes")
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.get_by_role("link", name="Map").click()
    page.wait_for_selector("[data-drawn]", state="attached")
    assert asked
    assert all(url.startswith((site, "blob:", "data:")) for url in asked)


def test_the_slider_steps_by_days(visit: Open) -> None:
    page = visit("/?day=2025-02-07")
    slider = page.get_by_role("slider", name="Day")
    slider.wait_for()
    page.get_by_role("button", name="One day on").click()
    page.wait_for_url(lambda url: "day=2025-02-08" in url)
    slider.press("ArrowLeft")
    slider.press("ArrowLeft")
    page.wait_for_url(lambda url: "day=2025-02-06" in url)
    assert slider.get_attribute("aria-valuetext") == "2025-02-06"


def test_play_goes_on_and_stops(visit: Open) -> None:
    page = visit("/?day=2024-12-01")
    page.get_by_role("button", name="Play").click()
    page.wait_for_url(lambda url: "day=2024-12-0" in url and "day=2024-12-01" not in url)
    page.get_by_role("button", name="Pause").click()
    page.get_by_role("button", name="Play").wait_for()


def test_the_brush_chooses_a_span_of_days(visit: Open) -> None:
    page = visit("/?day=2025-03-03")
    page.get_by_text("claims without a day").wait_for()
    box = page.locator(".bars-days").bounding_box()
    assert box is not None
    page.mouse.move(box["x"] + box["width"] * 0.3, box["y"] + 10)
    page.mouse.down()
    page.mouse.move(box["x"] + box["width"] * 0.8, box["y"] + 10, steps=4)
    page.mouse.up()
    page.wait_for_url(lambda url: "from=" in url)
    chosen = query(page.url)
    assert chosen["from"][0] < chosen["day"][0] < "2025-03-03"


def test_filters_are_in_the_address_and_back_takes_them_away(visit: Open) -> None:
    page = visit("/")
    russia = page.locator("input[name=side][value=Russia]")
    russia.check()
    page.wait_for_url(lambda url: "side=Russia" in url)
    count = page.locator("label.choice", has=russia).locator(".count").inner_text()
    page.get_by_text(f"{count} claims").first.wait_for()
    page.go_back()
    page.wait_for_url(lambda url: "side=" not in url)
    assert not russia.is_checked()
    page.go_forward()
    page.wait_for_url(lambda url: "side=Russia" in url)
    assert russia.is_checked()


def test_claims_without_a_point_are_reachable(visit: Open) -> None:
    page = visit("/")
    page.get_by_role("button", name="Without a point").click()
    page.wait_for_url(lambda url: "located=false" in url)
    page.locator("aside.view li.claim").first.wait_for()


def test_a_place_without_a_point_is_listed_with_the_claims_that_have_none(visit: Open) -> None:
    def without_point(route: Any) -> None:
        answer = route.fetch()
        told = answer.json()
        told["features"][0].update(geometry=None, properties={**told["features"][0]["properties"], "name": "Somewhere"})
        route.fulfill(response=answer, json=told)

    page = visit("/sources")
    page.route("**/api/v1/control*", without_point)
    page.get_by_role("link", name="Map", exact=True).click()
    page.wait_for_selector("[data-drawn]", state="attached")
    view = page.get_by_role("complementary", name="In view")
    view.get_by_text("Toretsk", exact=True).first.wait_for()
    assert view.get_by_text("Somewhere", exact=True).count() == 0
    page.get_by_role("button", name="Without a point").click()
    view.get_by_text("Somewhere", exact=True).wait_for()
