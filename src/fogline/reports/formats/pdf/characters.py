"""A page's characters with their boxes ▶ its lines."""

from __future__ import annotations

from collections.abc import Iterator
from ctypes import byref
from dataclasses import dataclass
from typing import Any

import pypdfium2 as pdfium
import pypdfium2.raw as raw

from fogline.config import settings
from fogline.errors import ReportError
from fogline.reports.formats.pdf.line import Line

GAP = 1.6  # of a character's height: white space wider than this parts columns and cells; justified text has less
STEP = 0.6  # of a character's height: further up or down is another line
_HYPHENS = (0x2, 0xFFFE)  # what pdfium makes of a hyphen at a line's end
_BREAKS = (0xA, 0xD)


@dataclass(frozen=True, slots=True)
class _Character:
    text: str
    left: float
    bottom: float
    right: float
    top: float


def lines_of(page: pdfium.PdfPage, number: int) -> list[Line]:
    """The lines of page `number`, in the order in which the file draws them.

    Raises:
        ReportError: the page holds more characters than a report may have.
    """
    found: list[Line] = []
    row: list[_Character] = []
    for character in _characters(page):
        if row and (character is None or _is_apart(row[-1], character)):
            found.extend(_line(row, number))
            row = []
        if character is not None:
            row.append(character)
    found.extend(_line(row, number))
    return found


def _line(row: list[_Character], number: int) -> Iterator[Line]:
    drawn = [c for c in row if not c.text.isspace()]
    if not drawn:
        return
    text = " ".join("".join(c.text for c in row).split())
    sizes = sorted(c.top - c.bottom for c in drawn)
    yield Line(
        text, number, min(c.left for c in drawn), min(c.bottom for c in drawn), max(c.right for c in drawn),
        max(c.top for c in drawn), sizes[len(sizes) // 2],
    )  # fmt: skip


def _is_apart(before: _Character, after: _Character) -> bool:
    size = max(before.top - before.bottom, 1.0)
    return (
        abs(after.bottom - before.bottom) > STEP * size
        or after.left - before.right > GAP * size
        or after.left < before.left - size
    )


def _characters(page: pdfium.PdfPage) -> Iterator[_Character | None]:
    """The characters of a page; None where a line ends."""
    read = page.get_textpage()
    count = read.count_chars()
    if count > settings().max_characters:
        raise ReportError(f"has a page of {count:,} characters", next_step="Split it, or raise FOGLINE_MAX_CHARACTERS")
    turn = page.get_rotation()
    width, height = page.get_size()
    box = raw.FS_RECTF()
    high = ""
    for index in range(count):
        code = raw.FPDFText_GetUnicode(read, index)
        if code in _BREAKS:
            yield None
        if code in _BREAKS or code == 0 or (code < 0x20 and code not in _HYPHENS and code != 0x9):
            continue
        if 0xD800 <= code < 0xDC00:  # the first half of a character outside the basic plane
            high = chr(code)
            continue
        text, high = _joined(high, code), ""
        if not text.isspace() and raw.FPDFText_GetLooseCharBox(read, index, byref(box)):
            yield _Character(text, *_turned(box, turn, width, height))
            if code in _HYPHENS:
                yield None
        elif text.isspace():
            yield _Character(text, box.right, box.bottom, box.right, box.top)
    read.close()


def _joined(high: str, code: int) -> str:
    if code in _HYPHENS:
        return "-"
    return (high + chr(code)).encode("utf-16", "surrogatepass").decode("utf-16", "replace")


def _turned(box: Any, turn: int, width: float, height: float) -> tuple[float, float, float, float]:
    """A box (left, bottom, right, top) as it stands on the page as shown, which may be turned by quarters."""
    if turn == 90:
        return box.bottom, height - box.right, box.top, height - box.left
    if turn == 180:
        return width - box.right, height - box.top, width - box.left, height - box.bottom
    if turn == 270:
        return width - box.top, box.left, width - box.bottom, box.right
    return box.left, box.bottom, box.right, box.top
