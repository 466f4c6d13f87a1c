"""What it tells that the start of a known war is spoken of as near: "in February", "last year", "its third year"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from fogline.dating import calendar
from fogline.dating.calendar import Days
from fogline.dating.durations import lasting
from fogline.dating.evidence.bound import Bound, Strength
from fogline.dating.evidence.cues import cues
from fogline.dating.evidence.events import YEARLESS, with_unit
from fogline.dating.evidence.found import Found
from fogline.dating.evidence.wars import War, follows_war, named_in, of_war, tells_start
from fogline.dating.window import Window
from fogline.model import Document

ENDED = timedelta(days=30)  # so long after its end a war's first day is told without its year
OFF = 1  # days by which the start of a war is told differently
_BEFORE, _AFTER = timedelta(days=60), timedelta(days=30)  # how far around an anniversary it is spoken of
_EARLY = timedelta(days=7)  # a war's new year is spoken of shortly before it begins
_ORDINALS = ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth")
_NTH = {word: n for n, word in enumerate(_ORDINALS, start=1)} | {
    f"{n}{'th' if n % 100 in {11, 12, 13} or n % 10 not in {1, 2, 3} else ('st', 'nd', 'rd')[n % 10 - 1]}": n
    for n in range(1, 60)
}


def from_starts(document: Document, found: Sequence[Found]) -> Iterator[Bound]:
    """Bounds from dates without a year and from "last year" beside the start of a war that the text names."""
    named = named_in(document)
    if not named:
        return
    for f in found:
        windows = [w for war in named if (w := _told(document, f, war)) is not None]
        if windows:
            window = Window.of(windows)
            words = f"{f.words} is when a war named in the text began"
            yield Bound(window, Strength.FIRM, f"dating.start_of_war: {words}: {window.written}")
    yield from _anniversaries(document, named)


def _told(document: Document, f: Found, war: War) -> Days | None:
    """The days of a report that speaks in these words of the start of the war."""
    rule, fields = f.fields.rule, f.fields
    if not f.past or "year" in fields:
        return None
    if rule in {"calendar.month_day", "calendar.day_month"}:
        days = _without_year(f, war)
        return days if days and not war.known_by_its_day and _sentence_of_war(document, f) else None
    if rule == "calendar.month" and fields.number("month") == war.start.month:
        near = tells_start(document, f, 9) or (follows_war(document, f) and fields.get("preposition") == "in")
        return _while_near(war) if near else None
    if rule == "named.month_year" and fields.number("month") == war.start.month and fields.get("year_rel") == "-1":
        return calendar.years(war.start.year + 1, war.start.year + 1)
    if rule == "shift.unit" and fields.get("mod") is None and tells_start(document, f, 8, broad=False):
        return with_unit(fields["unit"], fields["rel"], war.start)
    return None


def _sentence_of_war(document: Document, f: Found) -> bool:
    """Whether the sentence of a day speaks of a war at all."""
    sentence = document.structure.sentences[f.sentence]
    words = document.structure.tokens[sentence.first : sentence.last]
    return any(t.lower in of_war() or t.lower in cues("invade") for t in words)


def _without_year(f: Found, war: War) -> Days | None:
    month, day = f.fields.number("month"), f.fields.number("day")
    if month != war.start.month or day is None or abs(day - war.start.day) > OFF:
        return None
    return _while_near(war)


def _while_near(war: War) -> Days:
    """The days on which the start of a war is told without its year."""
    until = war.start + YEARLESS
    return Days(war.start, min(until, war.until + ENDED) if war.until else until)


def _anniversaries(document: Document, named: Sequence[War]) -> Iterator[Bound]:
    """“The war's third anniversary", "now in its fifth year", "in the fourth year of war"."""
    tokens = document.structure.tokens
    for i, token in enumerate(tokens[:-1]):
        number, after = _NTH.get(token.lower), tokens[i + 1]
        if number is None or after.sentence != token.sentence or after.lower not in {"anniversary", "year"}:
            continue
        if not _of_the_war(document, i):
            continue
        windows = [_nth(war.start, number, after.lower) for war in named]
        window = Window.of(windows)
        words = f"“{token.text} {after.text}” of a war named in the text"
        yield Bound(window, Strength.FIRM, f"dating.year_of_war: {words}: {window.written}")


def _of_the_war(document: Document, i: int) -> bool:
    """Whether the year or anniversary at a word is one of the war: by "of the war", or "the war … its"."""
    tokens = document.structure.tokens
    sentence = document.structure.sentences[tokens[i].sentence]
    behind = [t.lower for t in tokens[i + 2 : min(sentence.last, i + 9)]]
    before = [t.lower for t in tokens[max(sentence.first, i - 12) : i]]
    words = lasting("war") | lasting("fighting")
    if behind[:1] == ["of"]:
        return any(word in words for word in behind)
    return bool(before) and before[-1] in {"its", "'s", "’s", "their", "the", "a"} and any(w in words for w in before)


def _nth(start: date, number: int, noun: str) -> Days:
    if noun == "year":
        first = calendar.shift_months(start, 12 * (number - 1))
        return Days(first - _EARLY, calendar.shift_months(start, 12 * number))
    day = calendar.shift_months(start, 12 * number)
    return Days(day - _BEFORE, day + _AFTER)
