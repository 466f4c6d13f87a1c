"""The layout turns with the direction of writing, and fits then, too."""

from __future__ import annotations

import pytest
from tests.web.conftest import Open

TURN = "document.documentElement.dir = 'rtl'"
MIDDLES = """(names) => names.map((name) => {
  const box = document.querySelector(name).getBoundingClientRect();
  return box.left + box.width / 2;
})"""
PANES = {
    "/?day=2025-02-08": (".map-page .stage", ".map-page aside.view"),
    "/place/Toretsk": (".columns > :first-child", ".columns > :last-child"),
    "/source/Russia": (".columns > :first-child", ".columns > :last-child"),
}


@pytest.mark.parametrize(("path", "panes"), PANES.items())
def test_the_panes_change_sides_and_nothing_overflows(visit: Open, path: str, panes: tuple[str, str]) -> None:
    page = visit(path)
    for pane in panes:
        page.locator(pane).first.wait_for()
    page.wait_for_load_state("networkidle")
    main, aside = page.evaluate(MIDDLES, list(panes))
    assert main < aside
    page.evaluate(TURN)
    main, aside = page.evaluate(MIDDLES, list(panes))
    assert main > aside
    assert page.evaluate("document.documentElement.scrollWidth - innerWidth") <= 0


@pytest.mark.parametrize("path", [*PANES, "/disputes", "/reports", "/coverage"])
def test_a_mirrored_page_fits_a_phone(visit: Open, path: str) -> None:
    page = visit(path, viewport={"width": 390, "height": 780})
    page.locator("h1").first.wait_for(state="attached")
    page.wait_for_load_state("networkidle")
    page.evaluate(TURN)
    assert page.evaluate("document.documentElement.scrollWidth - innerWidth") <= 0
