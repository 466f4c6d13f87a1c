"""Cuts a text into segments, each with one job, without changing a character of it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from fogline.model import Segment, SegmentKind
from fogline.reports import cues
from fogline.reports.dateline import dateline_end
from fogline.reports.figures import rows
from fogline.reports.headings import with_headings
from fogline.reports.lines import lines, paragraphs
from fogline.reports.repeats import repeated

CAPTION_WORDS = 130  # longer paragraphs that end in a photo credit are text with a credit, no caption
HEADS = 3
TITLE_WORDS = 20  # longest title of a report
_ENDS = re.compile(r"[.!?…:;,][\"'”’»)\]]*\s*$")
_FIRST_WORD = re.compile(r"\S")


@dataclass(frozen=True, slots=True)
class Piece:
    """A segment with the cue that told its kind; None for what is left over as body."""

    segment: Segment
    cue: cues.Cue | None = None


def pieces(text: str) -> list[Piece]:
    """The segments of a text, in order, with the cues that told them."""
    found = lines(text)
    furniture = repeated(line.text for line in found)
    table = rows(line.text for line in found)
    cut: list[Piece] = []
    first = True  # no running text has come yet
    for group in paragraphs(found, lambda line: line in furniture or line in table or _stands_alone(line)):
        start, end = group[0].start, group[-1].end
        if len(group) == 1 and group[0].text in furniture:
            cut.append(Piece(Segment("boilerplate", start, end)))
            continue
        if group[0].text in table:
            cut.append(Piece(Segment("table", start, group[0].end)))
            start = group[1].start if len(group) > 1 else end
        if start < end:
            cut.extend(_cut(text, start, end, first=first))
            first = first and (cut[-1].segment.kind != "body" or _is_title(text, start, end))
    kinds = with_headings(text, [piece.segment for piece in cut])
    return [replace(piece, segment=segment) for piece, segment in zip(cut, kinds, strict=True)]


def _is_title(text: str, start: int, end: int) -> bool:
    """Whether a paragraph may be the report's title: a few words without a stop."""
    return len(text[start:end].split()) <= TITLE_WORDS and not _ENDS.search(text, start, end)


def _stands_alone(line: str) -> bool:
    """Whether a line is no running text, so that no paragraph wraps into it."""
    return cues.find("whole", line, 0, len(line)) is not None or cues.find("opens", line, 0, len(line)) is not None


def _cut(text: str, start: int, end: int, *, first: bool, heads: int = HEADS) -> Iterator[Piece]:
    """The pieces of one paragraph, with up to `heads` dates and labels before its words."""
    whole = cues.find("whole", text, start, end)
    if whole is not None:
        yield Piece(Segment(whole.cue.kind, start, end), whole.cue)
        return
    head = cues.find("head", text, start, end) if heads else None
    if head is not None and (first or head.end == end or not head.cue.id.endswith("date_line")):
        yield Piece(Segment(head.cue.kind, start, _trimmed(text, start, head.end)), head.cue)
        start = _next_word(text, head.end, end)
        if start < end:
            yield from _cut(text, start, end, first=first, heads=heads - 1)
        return
    opened = cues.find("opens", text, start, end)
    if opened is not None and _words(text, start, end) <= opened.cue.words:
        yield from _with_tail(text, start, end, opened.cue)
        return
    if (after := dateline_end(text, start, end, first=first)) is not None:
        yield Piece(Segment("dateline", start, _trimmed(text, start, after)))
        if after >= end:
            return
        start = after
    yield from _with_tail(text, start, end, None)


def _with_tail(text: str, start: int, end: int, cue: cues.Cue | None) -> Iterator[Piece]:
    """A paragraph, with the credit at its end as a piece of its own; a photo's credit makes the rest a caption."""
    kind: SegmentKind = cue.kind if cue else "body"
    tail = cues.find("tail", text, start, end)
    if tail is None or kind == "boilerplate":
        yield Piece(Segment(kind, start, end), cue)
        return
    cut = _next_word(text, tail.start, end)
    before = _trimmed(text, start, cut)
    if before > start:
        if cue is None and (tail.cue.rest != "caption" or _words(text, start, before) <= CAPTION_WORDS):
            kind = tail.cue.rest or kind
        yield Piece(Segment(kind, start, before), cue)
    yield Piece(Segment(tail.cue.kind, cut, end), tail.cue)


def _words(text: str, start: int, end: int) -> int:
    return len(text[start:end].split())


def _trimmed(text: str, start: int, end: int) -> int:
    """`end` without the white space before it."""
    return start + len(text[start:end].rstrip())


def _next_word(text: str, start: int, end: int) -> int:
    found = _FIRST_WORD.search(text, start, end)
    return found.start() if found else end


def segments(found: Sequence[Piece]) -> tuple[Segment, ...]:
    """The segments of pieces."""
    return tuple(piece.segment for piece in found)
