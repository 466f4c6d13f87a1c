"""A feed (RSS, Atom) ▶ the pages that it lists."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from io import BytesIO
from typing import Any

import feedparser
import httpx

from fogline.errors import ReportError
from fogline.fetch.faults import FetchError
from fogline.fetch.fetcher import Page
from fogline.fetch.items import Entry
from fogline.fetch.web_address import host_of, key_of, web_address
from fogline.reports.formats.child import read_apart
from fogline.reports.formats.draft import Draft

MOST = 10_000  # entries; a feed has tens, an archive of one thousands
FIRST_YEAR = 1995  # what is older is a system's word for "unknown"


@dataclass(frozen=True, slots=True)
class Listing:
    """A feed's name, and the pages that it lists, the oldest first."""

    title: str
    entries: tuple[Entry, ...]


def listing(page: Page) -> Listing:
    """What a feed lists, read in a process apart. Entries that lead to no web page are left out.

    Raises:
        ReportError: the page is no feed, or takes more time or memory than a document may.
    """
    head, *rows = read_apart(_read, page.body, page.url)
    listed = {}
    for row in rows:
        try:
            url = web_address(row.url or "")
        except FetchError:
            continue
        listed[key_of(url)] = Entry(key_of(url), str(url), host_of(url), row.stated.isoformat() if row.stated else None)
    return Listing(head.title or page.url, tuple(reversed(listed.values())))


def _read(data: bytes, url: str | None) -> Iterator[Draft]:
    """The feed itself, with its title, and then its entries, with address and day."""
    # From bytes, never from a string: that one feedparser would take for a path or an address and open. The encoding
    # is the one that the XML declares: for text/xml an old rule would have it ASCII.
    found = feedparser.parse(
        BytesIO(data), response_headers={"content-location": url or "", "content-type": "application/xml"},
        sanitize_html=False,
    )  # fmt: skip
    if not found.get("version") and not found.entries:
        raise ReportError("is no feed", next_step="Give the address of an RSS or Atom feed")
    yield Draft("", title=str(found.feed.get("title") or "") or None)
    for row in found.entries[:MOST]:
        if link := row.get("link"):
            yield Draft("", url=_joined(url or "", str(link)), stated=_day(row))


def _joined(base: str, link: str) -> str:
    try:
        return str(httpx.URL(base).join(link.strip()))
    except httpx.InvalidURL:
        return ""


def _day(row: Any) -> date | None:
    """The day of the entry in UTC, as the feed tells it."""
    told = row.get("published_parsed") or row.get("updated_parsed")
    try:
        day = date(*told[:3]) if told else None
    except (ValueError, TypeError):
        return None
    return day if day is not None and day.year >= FIRST_YEAR else None
