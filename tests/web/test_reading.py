"""Reports in the browser: marks where the words are, nothing run, files read without being kept."""

from __future__ import annotations

import json
import urllib.request
from pathlib import Path

from tests.web.conftest import HOSTILE, Open


def hostile_report(site: str) -> tuple[str, list[str]]:
    """Id of the hostile report and the words of its claims, as the API tells them."""

    def ask(path: str) -> dict:  # type: ignore[type-arg]
        with urllib.request.urlopen(f"{site}/api/v1/{path}") as answer:
            return json.load(answer)  # type: ignore[no-any-return]

    found = next(one for one in ask("reports?limit=100")["items"] if one["name"] == "hostile")
    return found["id"], [one["evidence"]["text"] for one in ask(f"reports/{found['id']}")["claims"]]


def test_marks_lie_on_the_words_after_emoji_and_arabic(visit: Open, site: str) -> None:
    report, evidence = hostile_report(site)
    assert evidence
    page = visit(f"/report/{report}")
    page.locator("article.text mark").first.wait_for()
    assert page.locator("article.text").evaluate("node => node.textContent") == HOSTILE
    for card in page.locator(".claimcard").all():
        claim = card.get_attribute("data-claim")
        marked = page.locator(f'mark.m-evidence[data-claims~="{claim}"]').evaluate_all(
            "nodes => nodes.map(node => node.textContent).join('')"
        )
        said = card.locator(".words").inner_text().strip("“”")
        assert " ".join(said.split()) in " ".join(marked.split())


def test_markup_in_a_report_is_text(visit: Open, site: str) -> None:
    report, _ = hostile_report(site)
    page = visit(f"/report/{report}")
    page.get_by_role("heading", name="<i>Hostile</i>").wait_for()
    assert page.locator("article.text script, article.text img").count() == 0
    assert page.evaluate("window.broken") is None


def test_keys_step_through_the_claims(visit: Open, site: str) -> None:
    report, evidence = hostile_report(site)
    page = visit(f"/report/{report}")
    page.locator("article.text mark").first.wait_for()
    page.keyboard.press("j")
    chosen = page.locator('.claimcard[aria-current="true"]')
    chosen.wait_for()
    assert page.url.endswith(f"claim={chosen.get_attribute('data-claim')}")
    if len(evidence) > 1:
        first = chosen.get_attribute("data-claim")
        page.keyboard.press("j")
        page.locator(f'.claimcard[aria-current="true"]:not([data-claim="{first}"])').wait_for()
        page.keyboard.press("k")
        page.locator(f'.claimcard[aria-current="true"][data-claim="{first}"]').wait_for()


def test_the_search_box_opens_by_key_and_leads_to_a_place(visit: Open) -> None:
    page = visit("/disputes")
    page.get_by_role("heading", name="Disputes").wait_for()
    page.keyboard.press("/")
    page.keyboard.type("Toretsk")
    page.locator(".results a").first.wait_for()
    page.keyboard.press("Enter")
    page.wait_for_url("**/place/**")
    page.keyboard.press("Control+k")
    page.get_by_role("dialog", name="Search").wait_for()


def test_enter_leads_to_what_is_written_though_less_was_found_yet(visit: Open) -> None:
    page = visit("/disputes")
    page.get_by_role("heading", name="Disputes").wait_for()
    page.keyboard.press("/")
    page.keyboard.type("Toretsk")
    page.locator(".results a").first.wait_for()
    page.get_by_role("dialog", name="Search").get_by_role("searchbox").fill("Hama")
    page.keyboard.press("Enter")
    page.get_by_role("heading", name="Hama", exact=True).wait_for()


def test_the_keyboard_alone_reaches_a_report(visit: Open) -> None:
    page = visit("/reports")
    page.locator("table a").first.wait_for()
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.textContent") == "Skip to the content"
    page.keyboard.press("Enter")
    for _ in range(12):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.closest('table') !== null"):
            break
    page.keyboard.press("Enter")
    page.wait_for_url("**/report/**")


def test_a_pasted_text_is_read_and_not_kept(visit: Open, site: str) -> None:
    page = visit("/read")
    page.get_by_label("Text", exact=True).fill(
        "KYIV, 7 February 2025 – Russia's Defence Ministry said its forces had taken Toretsk."
    )
    page.get_by_role("button", name="Read it").click()
    page.locator(".claimcard").first.wait_for()
    page.get_by_text("Not kept").wait_for()


def test_a_dropped_file_is_read(visit: Open, tmp_path: Path) -> None:
    page = visit("/disputes")
    page.get_by_role("heading", name="Disputes").wait_for()
    page.evaluate(
        """text => {
          const data = new DataTransfer();
          data.items.add(new File([text], "story.txt"));
          const told = {dataTransfer: data, bubbles: true, cancelable: true};
          for (const kind of ["dragover", "drop"]) document.body.dispatchEvent(new DragEvent(kind, told));
        }""",
        "KYIV, 7 February 2025 – Ukraine's military denied that Russian forces had taken Toretsk.",
    )
    page.wait_for_url("**/read")
    page.locator(".claimcard").first.wait_for()
