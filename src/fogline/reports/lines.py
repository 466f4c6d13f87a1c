"""Lines ▶ paragraphs: tells line wraps from paragraph ends, once for each report."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

WIDEST = 160  # nobody wraps lines later than this; longer ones are paragraphs
_CARRIES_ON = 0.25  # share of line breaks before a lower-case letter from which on a text counts as wrapped
_DOUBLE = 0.75  # share of line breaks with one empty line from which on a text counts as double-spaced
_ENOUGH = 5  # line breaks that it takes to tell
_FULL = 0.8  # of the width: a line that could have held its next word and is shorter than this ends a paragraph
_LINE = re.compile(r"(?P<words>\S[^\n\r\f\v\x85\u2028\u2029]*)|(?P<page>\f)|(?P<end>\r\n|[\n\r\v\x85\u2028\u2029])|\s")
_ENDS = re.compile(r"[.!?:;…][\"'”’»)\]*_]*$")
_ITEM = re.compile(r"[-–—•*▪●·]\s|\(?\d{1,2}[.)]\s")


@dataclass(frozen=True, slots=True)
class Line:
    """A line without the white space around it; `gap` counts the empty lines before it (a page break as one)."""

    start: int
    end: int
    text: str
    gap: int


def lines(text: str) -> list[Line]:
    """The lines of a text that are not empty; in one with an empty line after each line, those do not count."""
    found = list(_lines(text))
    return [replace(line, gap=max(0, line.gap - 1)) for line in found] if _is_double_spaced(found) else found


def _lines(text: str) -> Iterator[Line]:
    breaks = 2
    for match in _LINE.finditer(text):
        if match["words"]:
            words = match["words"].rstrip()
            yield Line(match.start(), match.start() + len(words), words, max(0, breaks - 1))
            breaks = 0
        elif match["page"]:
            breaks += 2
        elif match["end"]:
            breaks += 1


def _is_double_spaced(found: Sequence[Line]) -> bool:
    """Whether an empty line stands after each wrapped line, as in text taken from some PDF files."""
    breaks = [b for a, b in pairwise(found) if len(a.text) <= WIDEST]
    if len(breaks) < _ENOUGH or 2 * len(breaks) < len(found):
        return False
    single = [b for b in breaks if b.gap == 1]
    carried = sum(b.text[0].islower() for b in single)
    return len(single) >= _DOUBLE * len(breaks) and carried >= _CARRIES_ON * len(single)


def paragraphs(found: Sequence[Line], stands_alone: Callable[[str], bool]) -> Iterator[list[Line]]:
    """Groups lines into paragraphs; a line that `stands_alone` tells of opens one."""
    width = wrap_width(found)
    group: list[Line] = []
    for line in found:
        if group and (line.gap or stands_alone(line.text) or _ends_paragraph(group, line, width)):
            yield group
            group = []
        group.append(line)
    if group:
        yield group


def wrap_width(found: Sequence[Line]) -> int | None:
    """The width at which the lines of a text are wrapped, None for a text with one paragraph a line."""
    breaks = [(a.text, b.text) for a, b in pairwise(found) if not b.gap and len(a.text) <= WIDEST]
    if not breaks:
        return None
    if any(b != b.upper() for _, b in breaks):
        carried = sum(b[0].islower() for _, b in breaks)
    else:  # in capitals or without letters, the missing full stops have to tell
        carried = sum(not _ENDS.search(a) for a, _ in breaks) // 2
    return max(len(a) for a, _ in breaks) if carried >= _CARRIES_ON * len(breaks) else None


def _ends_paragraph(group: Sequence[Line], after: Line, width: int | None) -> bool:
    before = group[-1].text
    ended = _ENDS.search(before) is not None
    if after.text[0].islower():
        return width is None and ended
    if width is None or _ITEM.match(after.text):
        return True
    room = len(before) + 1 + len(after.text.split(maxsplit=1)[0]) <= _FULL * width
    # A short first line without a full stop is a heading over the paragraph.
    return room and (ended or len(group) == 1)
