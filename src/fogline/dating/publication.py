"""The publication date of a report: given, stated, or inferred from what its text tells."""

from __future__ import annotations

from collections.abc import Sequence

from fogline.dating.evidence import Bound, bounds
from fogline.dating.evidence.bound import Strength
from fogline.dating.evidence.found import Found
from fogline.dating.window import EVER, Window
from fogline.model import Document, Published

GRAZING = 8  # findings that share less than an eighth of the shorter one are at odds
WIDEST = 548  # days, a year and a half: a wider interval does not even settle the year


def published(document: Document, found: Sequence[Found]) -> Published:
    """The publication date with the reasons for it.

    Findings are intersected from the most to the least trusted; one that clashes with those before it is set aside
    and said to be. The date stays unknown where they leave a side open or more than a year and a half.
    """
    given = document.report.published
    if given.start is not None:
        return given
    window, because, stated = EVER, [], False
    for bound in bounds(document, found):
        narrower = window & bound.window
        if not narrower or (bound.strength is Strength.USUAL and _grazes(window, bound.window, narrower)):
            because.append(f"set aside: {bound.because}")
            continue
        stated = stated or bound.strength is Strength.STATED
        narrows = narrower != window or bound.strength is Strength.STATED
        because.append(bound.because if narrows else f"agrees: {bound.because}")
        window = narrower
    return _concluded(window, tuple(because), stated)


def _grazes(one: Window, other: Window, both: Window) -> bool:
    """Whether two findings share so little of either that they are more likely at odds."""
    return both.days * GRAZING < min(one.days, other.longest)


def _concluded(window: Window, because: tuple[str, ...], stated: bool) -> Published:
    begin, until = window.begin, window.until
    if begin is None or until is None:
        return Published(None, None, "unknown", because or ("dating.nothing_bounds_it",))
    if (until - begin).days > WIDEST:
        return Published(None, None, "unknown", (*because, f"dating.too_wide: {begin} to {until}"))
    return Published(begin, until, "stated" if stated and begin == until else "inferred", because)


__all__ = ["Bound", "published"]
