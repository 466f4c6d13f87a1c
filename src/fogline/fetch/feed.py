"""A feed (RSS, Atom) ▶ the pages that it lists."""

from __future__ import annotations

from dataclasses import dataclass

import httpx

from fogline.apart import Task
from fogline.errors import ReportError
from fogline.fetch.faults import FetchError
from fogline.fetch.fetcher import Page
from fogline.fetch.items import Entry
from fogline.fetch.web_address import host_of, key_of, web_address

LISTED = "fogline.fetch.listing:listed"
_LIMITS = "If you trust it, raise FOGLINE_MAX_SECONDS or FOGLINE_MAX_MEGABYTES"


@dataclass(frozen=True, slots=True)
class Listing:
    """A feed's name, and the pages that it lists, the oldest first."""

    title: str
    entries: tuple[Entry, ...]


def listing_of(page: Page) -> Listing:
    """What a feed lists, read in a process apart. Entries that lead to no web page are left out.

    Raises:
        ReportError: the page is no feed, or takes more time or memory than a document may.
    """
    found = Task(LISTED, page.body, page.url, next_step=_LIMITS).result()
    if found is None:
        raise ReportError("is no feed", next_step="Give the address of an RSS or Atom feed")
    entries = {}
    for link, day in found["entries"]:
        try:
            url = web_address(str(httpx.URL(page.url).join(link.strip())))
        except (FetchError, httpx.InvalidURL):
            continue
        entries[key_of(url)] = Entry(key_of(url), str(url), host_of(url), day)
    return Listing(found["title"] or page.url, tuple(reversed(entries.values())))
