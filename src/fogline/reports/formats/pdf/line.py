"""What stands on a page: stretches of characters in a row, each with its box."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Line:
    """Characters in a row without a wide gap. Lengths are in points, from the page's lower left corner.

    `page` counts from 1; `half` is 0 on a single page, 1 on the left and 2 on the right page of a spread. `size` is the
    height of its characters.
    """

    text: str
    page: int
    left: float
    bottom: float
    right: float
    top: float
    size: float
    half: int = 0

    @property
    def where(self) -> str:
        """The line's place as locators give it."""
        side = ("", " left", " right")[self.half]
        return f"page {self.page}{side}, box {self.left:.0f} {self.bottom:.0f} {self.right:.0f} {self.top:.0f}"
