"""The lines of a page ▶ runs in reading order: columns from left to right, between the lines that stand across them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby
from statistics import median

from fogline.reports.formats.pdf.line import Line

ACROSS = 0.25  # share of lines that may stand across a gutter: headlines, heads, feet
FEWEST = 3  # lines that make a column
WORDY = 15  # characters of a column's middle line at least; cells of tables are shorter
SPREAD = 1.25  # a sheet wider than this many heights may show two pages
_INNER = (0.15, 0.85)  # where a gutter is looked for, as shares of the width


def halves(lines: Sequence[Line], width: float, height: float) -> list[list[Line]]:
    """The pages that a sheet shows: two, where it is broad and nothing but a rule crosses its middle."""
    middle = width / 2
    left = [line for line in lines if line.right <= middle]
    right = [line for line in lines if line.left >= middle]
    whole = len(left) + len(right) == len(lines) and min(len(left), len(right)) >= FEWEST
    if width < SPREAD * height or not whole or not (_is_wordy(left) and _is_wordy(right)):
        return [list(lines)]
    return [[replace(line, half=1) for line in left], [replace(line, half=2) for line in right]]


def runs(lines: Sequence[Line]) -> Iterator[list[Line]]:
    """The columns of a page in the order in which they are read, each from top to bottom."""
    gutter = _gutter(lines)
    if gutter is None:
        if lines:
            yield sorted(lines, key=lambda line: (-line.bottom, line.left))
        return
    across = sorted((line for line in lines if line.left < gutter < line.right), key=lambda line: -line.bottom)
    waiting = [line for line in lines if not line.left < gutter < line.right]
    for bar in (*across, None):
        above = waiting if bar is None else [line for line in waiting if line.bottom > bar.bottom]
        waiting = [] if bar is None else [line for line in waiting if line.bottom <= bar.bottom]
        for _, side in groupby(sorted(above, key=lambda line: line.left >= gutter), lambda line: line.left >= gutter):
            yield from runs(list(side))
        if bar is not None:
            yield [bar]


def _gutter(lines: Sequence[Line]) -> float | None:
    """Where the white space between two columns runs; None for a single one."""
    if len(lines) < 2 * FEWEST:
        return None
    left, right = min(line.left for line in lines), max(line.right for line in lines)
    best: tuple[int, float] | None = None
    for share in range(round(_INNER[0] * 100), round(_INNER[1] * 100)):
        x = left + (right - left) * share / 100
        crossing = sum(line.left < x < line.right for line in lines)
        if crossing <= ACROSS * len(lines) and (best is None or crossing < best[0]) and _parts(lines, x):
            best = (crossing, x)
    return best[1] if best is not None else None


def _parts(lines: Sequence[Line], x: float) -> bool:
    """Whether two columns stand side by side, left and right of a place."""
    left = [line for line in lines if line.right <= x]
    right = [line for line in lines if line.left >= x]
    if min(len(left), len(right)) < FEWEST or not (_is_wordy(left) and _is_wordy(right)):
        return False
    low = max(min(line.bottom for line in side) for side in (left, right))
    high = min(max(line.top for line in side) for side in (left, right))
    shorter = min(max(line.top for line in side) - min(line.bottom for line in side) for side in (left, right))
    return high - low >= 0.4 * shorter


def _is_wordy(lines: Sequence[Line]) -> bool:
    return bool(lines) and median(len(line.text) for line in lines) >= WORDY
