"""Review in the browser, by keys, with undo.

The server is asked for before the browser, so that it ends after the pages are closed.
"""

from __future__ import annotations

import json
import urllib.request

from tests.web.conftest import TOKEN, Open


def judgements(site: str) -> list[dict]:  # type: ignore[type-arg]
    with urllib.request.urlopen(f"{site}/api/v1/review/judgements") as answer:
        return json.load(answer)["items"]  # type: ignore[no-any-return]


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
