"""A feed (RSS, Atom) ▶ the pages that it lists."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from io import BytesIO
from typing import Any

import feedparser
import httpx

from fogline.fetch.faults import Fault, FetchError
from fogline.fetch.fetcher import Page
from fogline.fetch.items import Entry
from fogline.fetch.web_address import host_of, key_of, web_address

MOST = 10_000  # entries; a feed has tens, an archive of one thousands
FIRST_YEAR = 1995  # what is older is a system's word for "unknown"


@dataclass(frozen=True, slots=True)
class Listing:
    """A feed's name, and the pages that it lists, the oldest first."""

    title: str
    entries: tuple[Entry, ...]


def listing(page: Page) -> Listing:
    """What a feed lists. Entries that lead to no web page are left out.

    Raises:
        FetchError: the page is no feed.
    """
    # From bytes, never from a string: that one feedparser would take for a path or an address and open.
    found = feedparser.parse(
        BytesIO(page.body),
        response_headers={"content-location": page.url, "content-type": page.sort or "application/xml"},
        sanitize_html=False,
    )
    if not found.version and not found.entries:
        raise FetchError(Fault.TYPE, "is no feed")
    listed = {entry.key: entry for row in found.entries[:MOST] for entry in _entries(row, page.url)}
    return Listing(str(found.feed.get("title") or page.url), tuple(reversed(listed.values())))


def _entries(row: Any, base: str) -> Iterator[Entry]:
    try:
        url = web_address(str(httpx.URL(base).join(str(row.get("link") or ""))))
    except (FetchError, httpx.InvalidURL):
        return
    if row.get("link"):
        yield Entry(key_of(url), str(url), host_of(url), _day(row))


def _day(row: Any) -> str | None:
    """The day of the entry in UTC, as the feed tells it."""
    told = row.get("published_parsed") or row.get("updated_parsed")
    try:
        day = date(*told[:3]) if told else None
    except (ValueError, TypeError):
        return None
    return day.isoformat() if day is not None and day.year >= FIRST_YEAR else None
