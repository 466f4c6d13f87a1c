"""What the number of a release tells: "2012-05-S-040" is of May 2012."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

from fogline.dating import calendar
from fogline.dating.evidence.bound import Bound, Strength, bound
from fogline.model import Document
from fogline.reports.dates import month_in_number
from fogline.reports.heads import head_of

OFF = timedelta(days=1)  # a release may come out on the day before or after the month of its number


def from_releases(document: Document) -> Iterator[Bound]:
    """The month that a number above the running text begins with."""
    for line in head_of(document.report.text):
        if (first := month_in_number(line)) is not None:
            month = calendar.month(first.year, first.month)
            words = f"“{line}” numbers a release of {first:%Y-%m}"
            yield bound(month.begin - OFF, month.until + OFF, Strength.FIRM, "dating.release_number", words)
            return
