"""Review in the browser, by keys, with undo.

The server is asked for before the browser, so that it ends after the pages are closed.
"""

from __future__ import annotations

import json
import urllib.request
from typing import Any

from tests.web.conftest import TOKEN, Open

AT_ONCE = "keys => { for (const key of keys) window.dispatchEvent(new KeyboardEvent('keydown', { key })); }"
"""Presses keys before the page can draw anything between them."""


def judgements(site: str) -> list[dict]:  # type: ignore[type-arg]
    with urllib.request.urlopen(f"{site}/api/v1/review/judgements") as answer:
        return json.load(answer)["items"]  # type: ignore[no-any-return]


def signed(page: Any) -> list[str]:
    """Gives a name and the token; the claims of the queue in order."""
    page.get_by_test_id("current").wait_for()  # else the answer may be the one that the page before asked for
    with page.expect_response("**/review/queue*") as asked:
        page.reload()
    queue = [one["id"] for one in asked.value.json()["items"]]
    page.get_by_test_id("current").wait_for()
    page.get_by_label("Your name").fill("ana")
    page.get_by_label("Token").fill(TOKEN)
    page.locator("h1").click()
    return queue


def test_a_claim_is_accepted_rejected_and_taken_back(writable: str, visit: Open) -> None:
    page = visit("/review", base=writable)
    current = page.get_by_test_id("current")
    current.wait_for()
    page.get_by_label("Your name").fill("ana")
    page.get_by_label("Token").fill(TOKEN)
    page.locator("h1").click()
    first = current.get_attribute("data-claim")
    page.keyboard.press("a")
    page.get_by_text("Accept: ").wait_for()
    assert current.get_attribute("data-claim") != first
    page.keyboard.press("r")
    page.get_by_text("Reject: ").wait_for()
    page.keyboard.press("u")
    page.get_by_text("Taken back: ").wait_for()
    page.keyboard.press("u")
    page.locator(f'[data-testid="current"][data-claim="{first}"]').wait_for()
    told = judgements(writable)
    assert {one["user"] for one in told} == {"ana"}
    assert any(one["kind"] == "accept" and one["target"] == first and one["undone"] for one in told)


def test_a_field_is_corrected_with_the_words_in_view(writable: str, visit: Open) -> None:
    page = visit("/review", base=writable)
    page.get_by_test_id("current").locator("mark").first.wait_for()
    page.get_by_label("Your name").fill("ana")
    page.get_by_label("Token").fill(TOKEN)
    page.locator("h1").click()
    page.keyboard.press("e")
    page.locator("form.card select").first.select_option("attack.drone")
    page.get_by_role("button", name="Save").click()
    page.get_by_text("Edit: ").wait_for()
    assert judgements(writable)[0]["kind"] == "correct"


def test_without_a_token_nothing_is_sent(writable: str, visit: Open) -> None:
    page = visit("/review", base=writable)
    page.get_by_test_id("current").wait_for()
    page.keyboard.press("a")
    page.get_by_text("Give your name and the token first.").wait_for()
    assert judgements(writable) == []
    page.keyboard.press("?")
    page.get_by_role("dialog", name="Keys").wait_for()


def test_keys_pressed_at_once_step_each_and_judge_one_claim_alone(writable: str, visit: Open) -> None:
    page = visit("/review", base=writable)
    queue = signed(page)
    page.evaluate(AT_ONCE, ["j", "j"])
    page.locator(f'[data-testid="current"][data-claim="{queue[2]}"]').wait_for()
    page.evaluate(AT_ONCE, ["j", "k", "k"])
    page.locator(f'[data-testid="current"][data-claim="{queue[1]}"]').wait_for()
    page.evaluate(AT_ONCE, ["a", "a"])
    page.get_by_text("Accept: ").wait_for()
    page.locator(f'[data-testid="current"][data-claim="{queue[2]}"]').wait_for()
    assert [one["target"] for one in judgements(writable)] == [queue[1]]


def test_a_long_queue_goes_on_where_a_part_of_it_ends(writable: str, visit: Open) -> None:
    page = visit("/review", base=writable)
    page.route(
        "**/review/queue?*", lambda route: route.continue_(url=route.request.url.replace("limit=100", "limit=2"))
    )
    queue = signed(page)
    assert len(queue) == 2
    for claim in queue:
        page.locator(f'[data-testid="current"][data-claim="{claim}"]').wait_for()
        page.keyboard.press("a")
    page.get_by_test_id("current").and_(page.locator(f'[data-claim]:not([data-claim="{queue[1]}"])')).wait_for()
    page.keyboard.press("u")
    page.locator(f'[data-testid="current"][data-claim="{queue[1]}"]').wait_for()
    assert [one["undone"] for one in judgements(writable) if one["kind"] == "accept"] == [True, False]


def test_what_is_edited_outlasts_a_judgement_that_is_on_its_way(writable: str, visit: Open) -> None:
    page = visit("/review", base=writable)
    queue = signed(page)
    held: list[Any] = []
    page.route("**/review/judgements", lambda route: held.append(route))
    page.keyboard.press("a")
    page.evaluate(AT_ONCE, ["r", "u", "j", "e"])  # neither is judged nor taken back what nobody has seen judged
    page.locator(f'[data-testid="current"][data-claim="{queue[1]}"] form.card input').first.fill("Osten")
    [sent] = held
    sent.continue_()
    page.get_by_text("Accept: ").wait_for()
    assert page.get_by_test_id("current").get_attribute("data-claim") == queue[1]
    assert page.locator("form.card input").first.input_value() == "Osten"
    assert [(one["kind"], one["target"]) for one in judgements(writable)] == [("accept", queue[0])]
