"""What a feed lists; `feed.py` has it read in a process apart."""

from __future__ import annotations

from datetime import date
from io import BytesIO
from typing import Any

import feedparser

MOST = 10_000  # entries; a feed has tens, an archive of one thousands
FIRST_YEAR = 1995  # what is older is a system's word for "unknown"


def listed(data: bytes, url: str) -> dict[str, Any] | None:
    """The feed's title and its entries, each with its link and its day in UTC; None for what is no feed."""
    # From bytes, never from a string: that one feedparser would take for a path or an address and open. The encoding
    # is the one that the XML declares: for text/xml an old rule would have it ASCII.
    found = feedparser.parse(
        BytesIO(data), response_headers={"content-location": url, "content-type": "application/xml"},
        sanitize_html=False,
    )  # fmt: skip
    if not found.get("version") and not found.entries:
        return None
    rows = [(str(row["link"]), _day(row)) for row in found.entries[:MOST] if row.get("link")]
    return {"title": str(found.feed.get("title") or ""), "entries": rows}


def _day(row: Any) -> str | None:
    told = row.get("published_parsed") or row.get("updated_parsed")
    try:
        day = date(*told[:3]) if told else None
    except (ValueError, TypeError):
        return None
    return day.isoformat() if day is not None and day.year >= FIRST_YEAR else None
