"""Crossheads, and lists of other articles' headlines: told by the company that a short line keeps."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from fogline.model import Segment, SegmentKind
from fogline.reports.outlets import outlet_named

CROSSHEAD_WORDS = 10
TITLE_WORDS = 24
LABEL_WORDS = 4
HEADLINE_IN_CAPITALS = 6  # words: crossheads in capitals are shorter, links to other articles longer
_ENDS = re.compile(r"[.;:,…][\"'”’»)\]*_]*$")
_ITEM = re.compile(r"[-–—•*▪●·]\s(?!.*\s[-–—]$)|\(?\d{1,2}[.)]\s")
_NAME_WORD = r"[A-ZÀ-Þ](?:\.|[\w'’-]*)"
_NAME = rf"{_NAME_WORD}(?: {_NAME_WORD}){{1,4}}"
_NAMES = re.compile(rf"{_NAME}(?:(?:,|,? and) {_NAME})*")
_CREDIT = re.compile(rf"By {_NAME}(?:(?:,|,? and) {_NAME})*(?:[,|] [^.]{{2,60}})?|{_NAME} ?/ ?[\w .-]{{2,40}}|\(.+\)")
AUTHOR = re.compile(rf"(?:By )?({_NAME}(?:(?:,|,? and) {_NAME})*)(?=\s*(?:$|[,|/]))")
_SENTENCES = re.compile(r"[^\W\d_]{3,}[.!?][\"'”’)]?\s")  # one sentence and more words: no heading
_LETTER = re.compile(r"[^\W\d_]")


def with_headings(text: str, segments: Sequence[Segment]) -> list[Segment]:
    """The segments, with body lines that are headings marked as `crosshead` or `related`."""
    if not _is_punctuated(text, segments):
        return list(segments)
    found = list(segments)
    body = [i for i, s in enumerate(found) if s.kind == "body"]
    headings = {i for i in body if _is_heading(text, found[i])}
    last = max((i for i in body if i not in headings), default=-1)
    capitals = text.upper() == text
    after = False  # whether running text stands before
    for n, i in enumerate(body):
        if i not in headings:
            after = True
            continue
        if n + 1 < len(body) and _carries_on(text, found[body[n + 1]]):
            continue
        if _is_credit(text, found, i):
            found[i] = replace(found[i], kind="credit")
            continue
        if _under_label(text, found, i):
            found[i] = replace(found[i], kind="related")
            continue
        found[i] = replace(found[i], kind=_kind(text, found[i], after=after, trailing=i > last, capitals=capitals))
    return found


def _under_label(text: str, found: Sequence[Segment], i: int) -> bool:
    """Whether the line before says that this one names another article ("Related article")."""
    before = found[i - 1] if i else None
    return (
        before is not None
        and before.kind == "related"
        and len(text[before.start : before.end].split()) <= LABEL_WORDS
        and "://" not in text[before.start : before.end]
    )


def _is_credit(text: str, found: Sequence[Segment], i: int) -> bool:
    """Whether a line has the form of a credit, or holds just names over a line with the name of an outlet."""
    if _CREDIT.fullmatch(text, found[i].start, found[i].end):
        return True
    after = found[i + 1] if i + 1 < len(found) else None
    if after is None or after.kind != "credit" or outlet_named(text[after.start : after.end]) is None:
        return False
    return _NAMES.fullmatch(text, found[i].start, found[i].end) is not None


def _kind(text: str, segment: Segment, *, after: bool, trailing: bool, capitals: bool) -> SegmentKind:
    words = text[segment.start : segment.end]
    count = len(words.split())
    if not after:
        return "crosshead" if count <= TITLE_WORDS else "body"
    if not capitals and words == words.upper() and count >= HEADLINE_IN_CAPITALS:
        return "related"
    if trailing and not capitals:
        return "related"
    return "crosshead" if count <= CROSSHEAD_WORDS else "body"


def _is_heading(text: str, segment: Segment) -> bool:
    """Whether a line has the form of a heading: short, no full stop, no small letter first, no list item."""
    words = text[segment.start : segment.end]
    return (
        len(words) <= 200
        and len(words.split()) <= TITLE_WORDS
        and not _ENDS.search(words)
        and not words[0].islower()
        and not _ITEM.match(words)
        and _LETTER.search(words) is not None
        and not _SENTENCES.search(words)
    )


def _is_punctuated(text: str, segments: Sequence[Segment]) -> bool:
    """Whether the text sets full stops, so that a line without one stands out."""
    long = [s for s in segments if s.kind == "body" and len(text[s.start : s.end].split()) > CROSSHEAD_WORDS]
    ended = sum(re.search(r"[.!?:…][\"'”’»)\]*_]*$", text[max(s.start, s.end - 6) : s.end]) is not None for s in long)
    return bool(long) and ended >= 0.5 * len(long)


def _carries_on(text: str, segment: Segment) -> bool:
    return text[segment.start].islower()
