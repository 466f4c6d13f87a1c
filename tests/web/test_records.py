"""Sources and places in the browser: merged with others, names split off, and both taken back; with the keyboard."""

from __future__ import annotations

import json
import re
import urllib.request
from typing import Any
from urllib.parse import quote

import pytest
from tests.web.conftest import TOKEN, Open
from tests.web.test_pages import AXE, violations

FOCUS = "document.activeElement.textContent"


def ask(site: str, path: str) -> Any:
    with urllib.request.urlopen(f"{site}/api/v1{path}") as answer:
        return json.load(answer)


def two(site: str, kind: str) -> tuple[dict[str, Any], dict[str, Any]]:
    """The two records of one kind with most claims."""
    one, other = ask(site, f"/{kind}s?limit=2")["items"]
    return one, other


def sign(page: Any) -> None:
    page.get_by_label("Your name").fill("ana")
    page.get_by_label("Token").fill(TOKEN)


@pytest.mark.parametrize("kind", ["source", "place"])
def test_two_records_are_merged_with_a_reason_and_taken_apart_again(kind: str, writable: str, visit: Open) -> None:
    one, other = two(writable, kind)
    page = visit(f"/{kind}/{quote(other['key'], safe='')}", base=writable)
    sign(page)
    page.get_by_label("Reason").fill("both are the same staff")
    page.get_by_label("The same as").fill(one["name"])
    page.get_by_role("button", name=f"Merge with {one['name']}", exact=True).first.focus()
    page.keyboard.press("Enter")
    undo = page.get_by_role("button", name=re.compile("^Undo"))
    undo.wait_for()
    [judged] = ask(writable, "/review/judgements")["items"]
    assert (judged["kind"], judged["target"], judged["user"]) == (f"merge_{kind}", other["key"], "ana")
    assert (judged["body"]["into"], judged["note"]) == (one["key"], "both are the same staff")
    together = ask(writable, f"/{kind}s?limit=1")["items"][0]["claims"]
    assert together == one["claims"] + other["claims"]
    assert page.evaluate(FOCUS) == "Merged"
    page.get_by_label("Reason").fill("they are not")
    undo.focus()
    page.keyboard.press("Enter")
    page.get_by_text("Taken back").wait_for()
    assert page.evaluate(FOCUS) == "Taken back"
    assert ask(writable, "/review/judgements?limit=1")["items"][0]["note"] == "they are not"
    assert {one["key"], other["key"]} <= {row["key"] for row in ask(writable, f"/{kind}s?limit=200")["items"]}


def test_a_name_is_split_off_a_source(writable: str, visit: Open) -> None:
    source = next(one for one in ask(writable, "/sources?limit=200")["items"] if len(one["aliases"]) > 1)
    page = visit(f"/source/{quote(source['key'], safe='')}", base=writable)
    sign(page)
    form = next(iter(source["aliases"]))
    page.get_by_text("Names that could mean another one").click()
    page.get_by_role("button", name=f"Split off {form}", exact=True).click()
    page.get_by_role("button", name=re.compile("^Undo")).wait_for()
    [judged] = ask(writable, "/review/judgements")["items"]
    assert (judged["kind"], judged["body"]["form"]) == ("split_source", form)


def test_a_place_that_was_merged_gives_a_name_back(writable: str, visit: Open) -> None:
    one, other = two(writable, "place")
    page = visit(f"/place/{quote(other['key'], safe='')}", base=writable)
    sign(page)
    page.get_by_label("The same as").fill(one["name"])
    page.get_by_role("button", name=f"Merge with {one['name']}", exact=True).first.click()
    page.get_by_role("heading", name=one["name"]).first.wait_for()
    page.get_by_text("Names that could mean another one").click()
    form = next(iter(other["forms"]))
    page.get_by_role("button", name=f"Split off {form}", exact=True).click()
    page.get_by_role("button", name=re.compile(f"^Undo: {re.escape(form)}")).wait_for()
    page.get_by_role("button", name=f"Split off {form}", exact=True).wait_for(state="detached")
    [judged, _] = ask(writable, "/review/judgements")["items"]
    assert (judged["kind"], judged["target"], judged["body"]["form"]) == ("split_place", one["key"], form)
    apart = next(row for row in ask(writable, "/places?limit=200")["items"] if form in row["forms"])
    assert apart["key"] != one["key"]


def test_without_a_name_nothing_is_judged(writable: str, visit: Open) -> None:
    one, other = two(writable, "source")
    page = visit(f"/source/{quote(other['key'], safe='')}", base=writable)
    page.get_by_label("The same as").fill(one["name"])
    page.get_by_role("button", name=f"Merge with {one['name']}", exact=True).first.click()
    page.get_by_text("Give your name and the token first.").wait_for()
    assert ask(writable, "/review/judgements")["items"] == []


@pytest.mark.parametrize(("kind", "heading"), [("source", "Claims of capture"), ("place", "Names")])
def test_the_forms_are_accessible_and_absent_where_nothing_can_be_written(
    kind: str, heading: str, writable: str, site: str, visit: Open
) -> None:
    if not AXE.is_file():
        pytest.skip("axe is missing: make web")
    key = quote(two(writable, kind)[0]["key"], safe="")
    page = visit(f"/{kind}/{key}", base=writable)
    page.get_by_role("heading", name="One or several?").wait_for()
    assert violations(page) == []
    reading = visit(f"/{kind}/{key}", base=site)
    reading.get_by_role("heading", name=heading, exact=True).wait_for()
    assert reading.get_by_role("heading", name="One or several?").count() == 0
