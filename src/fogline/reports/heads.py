"""The date that the lines above a report's running text state: in its title, or by day and number of a release."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

from fogline.reports.dates import DATE, date_in, date_without_year, month_in_number

LINES = 8  # so many lines may stand above the running text
WORDS = 24  # a longer line is running text
_AT_END = re.compile(rf"(?<!\w)(?<!\b[oi]n )(?<!\b(?:by|of|to) )(?<!from )(?<!since )(?:{DATE})[\s)\]|–—-]*\Z")
_AT_START = re.compile(r"[A-Za-z]{3,9}\.?\s+\d{1,2}\s*[:–—-]\s|\d{1,2}\s+[A-Za-z]{3,9}\.?\s*[:–—-]\s")


def head_of(text: str) -> list[str]:
    """The lines above the running text."""
    found: list[str] = []
    for line in text[:2000].splitlines():
        words = line.split()
        if len(words) > WORDS or len(found) == LINES:
            break
        if words:
            found.append(line.strip())
    return found


def date_in_head(text: str, datelines: Sequence[str]) -> tuple[date, str] | None:
    """The day that a title ends with, or that dateline or title and the number of the release make up, with the words.

    "Evening update June 13, 2011", but no sentence: "The dam broke on June 13, 2011."; "2012-05-S-040" above "KABUL,
    Afghanistan (May 24)". A day in another month than the number's is not taken.
    """
    head = head_of(text)
    for line in head:
        if (found := _AT_END.search(line)) and (day := date_in(found[0])):
            return day, line
    month = next((month for line in head if (month := month_in_number(line))), None)
    if month is None:
        return None
    for line in (*datelines, *(line for line in head if _AT_START.match(line))):
        day = date_without_year(line, month.year)
        if day is not None and day.month == month.month:
            return day, f"{line} with the number of {month:%Y-%m}"
    return None
