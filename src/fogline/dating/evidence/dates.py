"""What full dates in the text tell: past and stated ones, those of pictures and posts, those that crowd together."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from fogline.dating.evidence.bound import Bound, Strength, bound
from fogline.dating.evidence.cues import cues
from fogline.dating.evidence.found import Found
from fogline.model import Document

PICTURE_DAYS = 31  # a news picture that is no file photo is rarely older than a month
POST_DAYS = 14
CROWD = 3  # so many full dates within a week of one another tell the days that the report is about
_BEFORE, _AFTER = 110, 60  # characters searched for cues
_AHEAD = 40
_OPENING = 300  # characters in which a report's own date stands beside title and outlet


def from_dates(document: Document, found: Sequence[Found]) -> Iterator[Bound]:
    """The bounds that dates with a year give."""
    dated = [f for f in found if f.days is not None and 1900 < f.days.begin.year < 2200]
    yield from _stated(document, dated)
    past = [f for f in dated if f.days is not None and _is_past(document, f)]
    if past:
        latest = max(past, key=lambda f: f.days.begin if f.days else date.min)
        assert latest.days is not None
        yield bound(latest.days.begin, None, Strength.CERTAIN, "dating.past_date", f"{latest.words} is told as past")
    full = [f for f in past if f.full]
    if full:
        newest = max(full, key=lambda f: f.days.begin if f.days else date.min)
        yield from _of_picture_or_post(document, newest)
        yield from _crowd(full)


def _is_past(document: Document, f: Found) -> bool:
    """Whether a date is told as past; a year may be that of games or a vote to come ("the 2024 Olympics")."""
    if f.full:
        return f.past or f.kind == "caption"
    text, e = document.report.text, f.expression
    around = text[max(0, e.start - _AHEAD) : e.end + _AHEAD].lower()
    return f.past and not any(cue in around for cue in cues("ahead"))


def _stated(document: Document, dated: Sequence[Found]) -> Iterator[Bound]:
    for f in dated:
        if f.full and f.days is not None and (why := _states(document, f)):
            yield bound(f.days.begin, f.days.begin, Strength.STATED, "dating.stated", f"{f.words} {why}")


def _states(document: Document, found: Found) -> str | None:
    """Why a date is the report's own: its line is nothing else, the text opens with it, or a cue precedes it."""
    text, e = document.report.text, found.expression
    before = text[max(0, e.start - 24) : e.start].lower()
    if any(before.rstrip(" :|-–—\n\t").removesuffix(" on").endswith(cue) for cue in cues("stated")):
        return "stands after a word of publishing"
    if text[e.end : e.end + 12].lstrip(" (|,-–—").lower().startswith("updated"):
        return "stands before the time of an update"
    if found.kind == "dateline" or not text[: e.start].strip():
        return "heads the report"
    if e.start < _OPENING and "weekday" in found.fields and "preposition" not in found.fields:
        return "stands with its weekday in the opening"
    line = text[text.rfind("\n", 0, e.start) + 1 : (text.find("\n", e.end) + 1 or len(text) + 1) - 1]
    others = len(line.split()) - len(e.text.split())
    return "stands on a line of its own" if others <= 2 and found.kind != "caption" else None


def _of_picture_or_post(document: Document, newest: Found) -> Iterator[Bound]:
    text, e, days = document.report.text, newest.expression, newest.days
    assert days is not None
    before, after = text[max(0, e.start - _BEFORE) : e.start].lower(), text[e.end : e.end + _AFTER].lower()
    paragraph_start = text[max(0, e.start - 400) : e.start].lower().rpartition("\n\n")[2]
    if any(cue in paragraph_start for cue in cues("archive")):
        return
    if any(cue in before[-30:] for cue in cues("post")):
        until = days.begin + timedelta(days=POST_DAYS)
        yield bound(days.begin, until, Strength.USUAL, "dating.post", f"{newest.words} dates a post quoted")
    elif newest.kind == "caption" or any(cue in before + after for cue in cues("photo")):
        until = days.begin + timedelta(days=PICTURE_DAYS)
        yield bound(days.begin, until, Strength.USUAL, "dating.picture", f"{newest.words} dates a picture")


def _crowd(full: Sequence[Found]) -> Iterator[Bound]:
    days = sorted((f.days.begin for f in full if f.days is not None), reverse=True)
    if len(days) >= CROWD and (days[0] - days[CROWD - 1]).days <= 7:
        until = days[0] + timedelta(days=PICTURE_DAYS)
        yield bound(days[0], until, Strength.USUAL, "dating.crowd_of_dates", f"{CROWD} full dates within a week")
