"""Publication dates that a report states in so many words: "Published 7 February 2025"."""

from __future__ import annotations

import re
from datetime import date
from functools import cache

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTH = (
    r"(?:jan(?:uary|\.)?|feb(?:ruary|\.)?|mar(?:ch|\.)?|apr(?:il|\.)?|may|june?\.?|july?\.?|aug(?:ust|\.)?"
    r"|sept?(?:ember|\.)?|oct(?:ober|\.)?|nov(?:ember|\.)?|dec(?:ember|\.)?)"
)
_WEEKDAY = r"(?:(?:mon|tue(?:s)?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?[.,]?\s+)?"
_DAY = r"\d{1,2}(?:st|nd|rd|th)?"
_YEAR = r"(?:19|20)\d\d"
DATE = (
    rf"(?:(?i:{_WEEKDAY}(?:{_DAY}\s+(?:of\s+)?{_MONTH},?\s+{_YEAR}|{_MONTH}\s+{_DAY},?\s+{_YEAR}))"
    rf"|{_YEAR}-\d\d-\d\d(?:T[\d:.]+(?:Z|[+-]\d\d:?\d\d)?)?|{_YEAR}[/.]\d\d[/.]\d\d|\d{{1,2}}-(?i:{_MONTH})-{_YEAR}"
    rf"|\d{{1,2}}\.\d{{1,2}}\.{_YEAR}|\d{{1,2}}[/-]\d{{1,2}}[/-]{_YEAR})"
    r"(?:,?\s+(?:at\s+)?\d{1,2}[:.]\d\d(?::\d\d)?(?:\s*[AaPp]\.?[Mm]\.?)?(?:\s+[A-Z]{2,4}\b)?)?"
)
_ANY_ORDER = re.compile(r"\d{1,2}[/-]\d{1,2}[/-]\d{4}")
_SHORT_YEAR = re.compile(rf"\b(\d{{1,2}})\s+({_MONTH})\s+(\d\d)\b", re.IGNORECASE)
_NO_YEAR = re.compile(
    rf"(?<!\w)(?:(?P<m>{_MONTH})\s+(?P<d>\d{{1,2}})|(?P<d2>\d{{1,2}})\s+(?P<m2>{_MONTH}))(?!\w)", re.IGNORECASE
)
_NUMBER = re.compile(rf"(?<![\w-])({_YEAR})-(0[1-9]|1[0-2])-[A-Z]{{1,4}}[-–—][\dX]{{1,5}}(?!\w)")
_IN_URL = re.compile(rf"/({_YEAR})[/-](\d{{1,2}}|[a-z]{{3}})[/-](\d{{1,2}})(?:\D|$)")


@cache
def _parts() -> tuple[re.Pattern[str], ...]:
    return (
        re.compile(rf"(?P<day>\d{{1,2}})(?:st|nd|rd|th)?\s+(?:of\s+)?(?P<month>{_MONTH}),?\s+(?P<year>{_YEAR})", re.I),
        re.compile(rf"(?P<month>{_MONTH})\s+(?P<day>\d{{1,2}})(?:st|nd|rd|th)?,?\s+(?P<year>{_YEAR})", re.I),
        re.compile(rf"(?P<year>{_YEAR})[-/.](?P<month>\d\d)[-/.](?P<day>\d\d)"),
        re.compile(rf"(?P<day>\d{{1,2}})-(?P<month>{_MONTH})-(?P<year>{_YEAR})", re.I),
        re.compile(rf"(?P<day>\d{{1,2}})\.(?P<month>\d{{1,2}})\.(?P<year>{_YEAR})"),
        re.compile(rf"(?P<day>\d{{1,2}})[/-](?P<month>\d{{1,2}})[/-](?P<year>{_YEAR})"),
    )


def date_in(text: str) -> date | None:
    """The first full date in a text; None too for one that can be read in two ways (03/04/2020) or does not exist."""
    for pattern in _parts():
        if found := pattern.search(text):
            day, month = int(found["day"]), _month(found["month"])
            if _ANY_ORDER.fullmatch(found[0]):
                return _unambiguous(int(found["year"]), day, month)
            return _date(int(found["year"]), month, day)
    return None


def date_in_dateline(text: str) -> date | None:
    """The date in a dateline, where a year may have two digits: "3 JAN 90" (69 to 99 are of the last century)."""
    if (day := date_in(text)) is not None or (found := _SHORT_YEAR.search(text)) is None:
        return day
    year = int(found[3])
    return _date(year + (1900 if year >= 69 else 2000), _month(found[2]), int(found[1]))


def date_without_year(text: str, year: int) -> date | None:
    """The first day that is written without its year ("May 24"), in the year given."""
    found = _NO_YEAR.search(text)
    return _date(year, _month(found["m"] or found["m2"]), int(found["d"] or found["d2"])) if found else None


def month_in_number(text: str) -> date | None:
    """The first of the month that the number of a release begins with: "2012-05-S-040"."""
    found = _NUMBER.search(text)
    return _date(int(found[1]), int(found[2]), 1) if found else None


def date_in_url(url: str) -> date | None:
    """The day in a page's own address, as in `/2025/02/07/` or `/2025/feb/07/`."""
    found = _IN_URL.search(url)
    if not found or (found[2].isalpha() and found[2] not in _MONTHS):
        return None
    return _date(int(found[1]), _month(found[2]), int(found[3]))


def _month(text: str) -> int:
    return int(text) if text.isdigit() else _MONTHS.index(text[:3].lower()) + 1


def _unambiguous(year: int, first: int, second: int) -> date | None:
    """A date in figures: day and month stand in either order, so one has to be over 12 (or both equal)."""
    if first > 12:
        return _date(year, second, first)
    return _date(year, first, second) if second > 12 or first == second else None


def _date(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None
