"""Tables of figures in plain text: lines of cells, one under the other."""

from __future__ import annotations

import re
from collections.abc import Iterable

CELLS = 2
LONGEST = 200  # characters of a row
_GAP = re.compile(r"\t+| {2,}| ?\| ?")
_FIGURE = re.compile(r"[\W\d]*\d[\W\d]*(?:%|km|m|k|mn|bn)?|[-–—]|n/?a", re.IGNORECASE)
_RULE = re.compile(r"\|?(?: ?:?-{2,}:? ?\|?)+")


def rows(lines: Iterable[str]) -> frozenset[str]:
    """The lines that are rows of a table: cells with figures, beside another such line."""
    found: set[str] = set()
    block: list[str] = []
    for line in (*lines, ""):
        if _is_row(line) or (block and _RULE.fullmatch(line)):
            block.append(line)
            continue
        if len(block) > 1:
            found.update(block)
        block = []
    return frozenset(found)


def _is_row(line: str) -> bool:
    if len(line) > LONGEST:
        return False
    cells = [cell for cell in _GAP.split(line.strip("| ")) if cell]
    figures = sum(_FIGURE.fullmatch(cell) is not None for cell in cells)
    return len(cells) >= CELLS and figures >= max(1, len(cells) // 2)
