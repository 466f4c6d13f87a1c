"""What a report tells of its own origin: agency, publisher, byline, publication date."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from fogline.model import Published, Warning
from fogline.reports.cues import byline_pattern
from fogline.reports.dates import date_in, date_in_dateline, date_in_url
from fogline.reports.headings import AUTHOR
from fogline.reports.heads import date_in_head
from fogline.reports.outlets import agency_in, outlet_named
from fogline.reports.segments import Piece

TITLE_LEAST = 4
NEXT_DAY = 1  # a report filed in the evening comes out on the next day


def agency(text: str, found: Sequence[Piece]) -> str | None:
    """The news agency that the report is by, told by dateline, sign-off or credit, in this order."""
    for words in (*_words(text, found, "dateline"), *_words(text, found, "credit")):
        if name := agency_in(words):
            return name
    return None


def publisher(text: str, found: Sequence[Piece]) -> str | None:
    """The outlet whose name stands in a line of its own."""
    for words in _words(text, found, "credit"):
        if name := outlet_named(words):
            return name
    return None


def title(text: str, found: Sequence[Piece]) -> str | None:
    """The headline: a heading of four words or more before anything else but furniture."""
    for piece in found:
        if piece.segment.kind == "crosshead":
            words = text[piece.segment.start : piece.segment.end].strip("#* \t").split()
            return " ".join(words) if len(words) >= TITLE_LEAST else None
        if piece.segment.kind not in {"boilerplate", "link"}:
            return None
    return None


def byline(text: str, found: Sequence[Piece]) -> str | None:
    """The author's name, else the photographer's, from the credits."""
    credits_ = [p for p in found if p.cue is not None and p.cue.byline]
    for piece in sorted(credits_, key=lambda p: p.cue is not None and _is_photo(p.cue.id)):
        assert piece.cue is not None and piece.cue.byline is not None
        words = text[piece.segment.start : piece.segment.end]
        if (match := byline_pattern(piece.cue.byline).search(words)) and not outlet_named(match[1]):
            return " ".join(match[1].split())
    for words in _words(text, found, "credit"):
        if (match := AUTHOR.match(words)) and outlet_named(match[1]) is None:
            return " ".join(match[1].split())
    return None


def published(text: str, found: Sequence[Piece], *, given: date | None, url: str | None) -> Published:
    """When the report was published: given, or stated in its text or its own address."""
    if given is not None:
        return Published(given, given, "given", ("reports.given",))
    for piece in sorted((p for p in found if p.cue is not None and p.cue.date), key=_updates_last):
        words = text[piece.segment.start : piece.segment.end]
        if day := date_in(words):
            assert piece.cue is not None
            return Published(day, day, "stated", (f"reports.{piece.cue.id}: {' '.join(words.split())}",))
    for words in _words(text, found, "dateline"):
        if day := date_in_dateline(words):
            return Published(day, day, "stated", (f"reports.dateline: {' '.join(words.split())}",))
    if head := date_in_head(text, list(_words(text, found, "dateline"))):
        return Published(head[0], head[0], "stated", (f"reports.head: {' '.join(head[1].split())}",))
    if url is not None and (day := date_in_url(url)):
        return Published(day, day, "stated", (f"reports.url: {url}",))
    return Published(None, None, "unknown")


def conflicts(text: str, found: Sequence[Piece], *, given: date | None, url: str | None) -> Iterator[Warning]:
    """A warning where the report states another day than the one given, which wins; the day after is no conflict."""
    stated = published(text, found, given=None, url=url)
    if given is None or stated.start is None or abs((stated.start - given).days) <= NEXT_DAY:
        return
    why = ", ".join(stated.because)
    message = f"the date given, {given.isoformat()}, is kept; the report states {stated.start.isoformat()} ({why})"
    yield Warning("published_conflict", message)


def _updates_last(piece: Piece) -> bool:
    return piece.cue is not None and piece.cue.id == "published.updated"


def _is_photo(cue: str) -> bool:
    return cue not in {"credit.by", "credit.reporting_by", "credit.reporting_tail", "credit.author"}


def _words(text: str, found: Sequence[Piece], kind: str) -> Iterator[str]:
    return (text[p.segment.start : p.segment.end] for p in found if p.segment.kind == kind)
