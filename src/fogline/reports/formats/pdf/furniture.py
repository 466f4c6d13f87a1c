"""Running heads, feet and page numbers: what stands at the edge of page after page."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Sequence

from fogline.reports.formats.pdf.line import Line

EDGE = 3  # lines at the top and at the foot of a page that are looked at
TIMES = 3
SHARE = 0.2  # of the pages at least; the heads of left and right pages may differ, those of chapters too
_NUMBER = re.compile(r"\d+")
_PAGE = re.compile(r"\W*(?:(?:page|p\.) ?)?(?:\d{1,4}|[ivxlc]{1,7})(?: ?(?:of|/) ?\d{1,4})?\W*", re.IGNORECASE)


def furniture(pages: Sequence[Sequence[Line]]) -> frozenset[Line]:
    """The lines of the pages that are heads, feet or page numbers."""
    edges = [_edges(lines) for lines in pages]
    times = Counter(key for lines in edges for key in {_masked(line) for line in lines})
    least = max(TIMES, SHARE * len(pages))
    heads = {line for lines in edges for line in lines if times[_masked(line)] >= least}
    numbers = {line for lines in edges for line in lines if _PAGE.fullmatch(line.text) and _is_outermost(line, lines)}
    return frozenset(heads | {line for line in numbers if _is_alone(line, edges, heads)})


def _edges(lines: Sequence[Line]) -> list[Line]:
    """The lines at the top and the foot of a page, from the top."""
    ordered = sorted(lines, key=lambda line: -line.bottom)
    if len(ordered) <= 2 * EDGE:
        return ordered if len(ordered) > 1 else []
    return [*ordered[:EDGE], *ordered[-EDGE:]]


def _is_outermost(line: Line, edges: Sequence[Line]) -> bool:
    return _in_row(line, edges[0]) or _in_row(line, edges[-1])


def _is_alone(line: Line, edges: Sequence[Sequence[Line]], heads: Collection[Line]) -> bool:
    """Whether nothing but a head or foot stands beside it; a number beside words is a cell of a table."""
    beside = (other for lines in edges if line in lines for other in lines if other != line and _in_row(line, other))
    return all(other in heads for other in beside)


def _in_row(line: Line, other: Line) -> bool:
    return abs(line.bottom - other.bottom) < line.size


def _masked(line: Line) -> str:
    return _NUMBER.sub("0", line.text)
