"""Lines in reading order ▶ paragraphs, also over the ends of columns and pages; rows of tables told apart."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from statistics import median

from fogline.model import SegmentKind
from fogline.reports.formats.pdf.line import Line

LARGER = 1.12  # times the body's height: headings
HEADING_WORDS = 24
STEP = 1.35  # times the usual distance of lines: a new paragraph
INDENT = 0.7  # of a character's height
SHORT = 0.8  # of the column's width: a line that ends earlier may end a paragraph
ROW = 0.5  # of a character's height: lines this near in height stand in one row
CELLS = 3
_ENDS = re.compile(r"[.!?:…][\"'”’»)\]]*$")
_ITEM = re.compile(r"[-–—•*▪●·]\s|\(?\d{1,2}[.)]\s")
_DIGIT = re.compile(r"\d")


@dataclass(slots=True)
class Paragraph:
    """Lines that belong together; `kind` is None for running text, else what the layout tells."""

    kind: SegmentKind | None
    lines: list[Line] = field(default_factory=list)


def body_size(lines: Sequence[Line]) -> float:
    """The height of characters in which most of a text is set."""
    counted: Counter[float] = Counter()
    for line in lines:
        counted[round(line.size, 1)] += len(line.text)
    return counted.most_common(1)[0][0] if counted else 0.0


def paragraphs(runs: Sequence[Sequence[Line]], size: float) -> Iterator[Paragraph]:
    """The paragraphs of a document's columns, in order; `size` is the one of `body_size`."""
    step = _usual_step(runs)
    open_: Paragraph | None = None
    width = 0.0
    for run in runs:
        left, right = min(line.left for line in run), max(line.right for line in run)
        for row in _rows(run):
            kind = _kind(row, size)
            if open_ is not None:
                before, same = open_.lines[-1], open_.kind == kind != "table"
                if same and not _opens(before, row[0], left=left, width=width or right - left, step=step):
                    open_.lines.extend(row)
                    continue
                yield open_
            open_ = Paragraph(kind, list(row))
            width = right - left
        width = right - left
    if open_ is not None:
        yield open_


def _kind(row: Sequence[Line], size: float) -> SegmentKind | None:
    figures = sum(_DIGIT.search(cell.text) is not None for cell in row)
    if len(row) >= CELLS or (len(row) > 1 and figures >= len(row) - 1):
        return "table"
    large = row[0].size > LARGER * size and len(row[0].text.split()) <= HEADING_WORDS
    return "crosshead" if large else None


def _rows(run: Sequence[Line]) -> Iterator[list[Line]]:
    row: list[Line] = []
    for line in run:
        if row and row[0].bottom - line.bottom > ROW * line.size:
            yield sorted(row, key=lambda cell: cell.left)
            row = []
        row.append(line)
    yield sorted(row, key=lambda cell: cell.left)


def _opens(before: Line, line: Line, *, left: float, width: float, step: float) -> bool:
    """Whether a line opens a paragraph after the one before it."""
    if abs(line.size - before.size) > (LARGER - 1) * before.size or _ITEM.match(line.text):
        return True
    carried = before.page != line.page or before.half != line.half or line.bottom > before.bottom
    down = before.bottom - line.bottom
    if not carried and step and down > STEP * step:
        return True
    ended = _ENDS.search(before.text) is not None
    if line.left - left > INDENT * line.size and (carried or line.left - before.left > INDENT * line.size):
        return ended if carried else _ITEM.match(before.text) is None
    return ended and before.right - before.left < SHORT * width


def _usual_step(runs: Sequence[Sequence[Line]]) -> float:
    steps = [a.bottom - b.bottom for run in runs for a, b in pairwise(run) if a.bottom - b.bottom > ROW * a.size]
    return median(steps) if steps else 0.0
