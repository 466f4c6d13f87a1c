"""Dates in the addresses of links: those of other articles, never believed, and said so."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from fogline.model import Published, Report, Warning

_ADDRESS = re.compile(
    r"https?://[^\s<>\"']*?/(?P<year>(?:19|20)\d{2})[/-](?P<month>\d{1,2})[/-](?P<day>\d{1,2})(?!\d)[^\s<>\"']*"
)
CODE = "url_date_not_believed"


def url_warnings(report: Report, published: Published) -> Iterator[Warning]:
    """A warning for each address in the text whose date is not the known publication date."""
    seen: set[str] = set()
    for match in _ADDRESS.finditer(report.text):
        address = match[0].rstrip(".,;:)]}”’*")
        day = _day(match)
        if day is None or address in seen or (published.basis in {"given", "stated"} and day == published.start):
            continue
        seen.add(address)
        yield Warning(CODE, f"{address} carries the date {day.isoformat()}; {_why(day, published)}")


def _why(day: date, published: Published) -> str:
    if published.start is None or published.end is None:
        return "nothing in the text confirms it, so it is not taken for the publication date"
    if day < published.start or day > published.end:
        span = published.start.isoformat()
        span += "" if published.start == published.end else f" to {published.end.isoformat()}"
        return f"it conflicts with the publication date ({published.basis}: {span})"
    return "it cannot be confirmed, so it is not taken for the publication date"


def _day(match: re.Match[str]) -> date | None:
    try:
        return date(int(match["year"]), int(match["month"]), int(match["day"]))
    except ValueError:
        return None
