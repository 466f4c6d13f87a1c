"""An incident in the browser: its claims, why they were joined, merging and splitting them with undo."""

from __future__ import annotations

import json
import urllib.request
from typing import Any

from tests.web.conftest import TOKEN, Open


def ask(site: str, path: str) -> Any:
    with urllib.request.urlopen(f"{site}/api/v1{path}") as answer:
        return json.load(answer)


def of_several(site: str) -> int:
    """An incident with at least three claims."""
    return int(ask(site, "/incidents?least=3&limit=1")["items"][0]["id"])


def test_an_incident_shows_why_its_claims_were_joined(visit: Open, site: str) -> None:
    number = of_several(site)
    told = ask(site, f"/incidents/{number}")
    page = visit(f"/incident/{number}")
    page.get_by_text("Joined to").first.wait_for()
    assert page.locator("li.claim").count() == len(told["members"])
    because = next(one["because"] for one in told["members"] if one["joined_to"] is not None)
    assert page.get_by_text(because).count() >= 1
    assert page.get_by_role("button", name="Split off").count() == 0  # this server is read-only


def test_a_claim_that_a_link_leads_to_is_not_behind_the_bar(visit: Open, site: str) -> None:
    largest = max(ask(site, "/incidents?limit=200")["items"], key=lambda one: one["claims"])
    page = visit(f"/incident/{largest['id']}", viewport={"width": 360, "height": 500})
    page.locator('main a[href^="#c"]').last.click()
    target = page.locator(":target")
    target.wait_for()
    box, bar = target.bounding_box(), page.locator("header.top").bounding_box()
    assert box is not None
    assert bar is not None
    assert page.evaluate("scrollY") > 0
    assert box["y"] >= bar["y"] + bar["height"]


def test_a_claim_is_split_off_merged_again_and_both_are_taken_back(writable: str, visit: Open) -> None:
    number = of_several(writable)
    before = {one["id"] for one in ask(writable, f"/incidents/{number}")["members"]}
    page = visit(f"/incident/{number}", base=writable)
    page.get_by_label("Your name").fill("ana")
    page.get_by_label("Token").fill(TOKEN)
    last = page.locator("li.joined").last
    claim = last.get_attribute("data-claim")
    last.get_by_role("button", name="Split off").click()
    page.get_by_role("heading", name="Merged and split by people").wait_for()
    page.locator(f'li.joined[data-claim="{claim}"]').wait_for(state="detached")
    left = ask(writable, f"/claims/{claim}")["claim"]["incident"]
    assert claim not in {one["id"] for one in ask(writable, f"/incidents/{number}")["members"]}
    assert left != number
    page.get_by_role("button", name="Undo").click()
    page.locator(f'li.joined[data-claim="{claim}"]').wait_for()
    assert {one["id"] for one in ask(writable, f"/incidents/{number}")["members"]} == before
    kinds = {one["kind"]: one["user"] for one in ask(writable, "/review/judgements")["items"]}
    assert kinds == {"split": "ana", "undo": "ana"}


def test_a_claim_of_another_incident_is_merged(writable: str, visit: Open) -> None:
    rows = [one for one in ask(writable, "/incidents?least=1&limit=200")["items"] if one["place"] and one["begin"]]
    told = [(one["place"], one["event"], one["begin"]) for one in rows]
    number = next(one["id"] for one, key in zip(rows, told, strict=True) if told.count(key) > 1)
    page = visit(f"/incident/{number}", base=writable)
    page.get_by_label("Your name").fill("ana")
    page.get_by_label("Token").fill(TOKEN)
    page.get_by_text("Claims of other incidents").click()
    page.get_by_role("button", name="Merge").first.click()
    page.get_by_role("heading", name="Merged and split by people").wait_for()
    [judged] = ask(writable, "/review/judgements")["items"]
    assert judged["kind"] == "merge"
    ends = [ask(writable, f"/claims/{one}")["claim"]["incident"] for one in (judged["target"], judged["body"]["with"])]
    assert len(set(ends)) == 1
