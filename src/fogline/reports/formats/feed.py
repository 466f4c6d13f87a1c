"""RSS and Atom feeds ▶ a draft for each entry."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from datetime import date
from io import BytesIO
from typing import Any

import feedparser

from fogline.config import settings
from fogline.errors import ReportError
from fogline.model import Warning
from fogline.reports.formats.draft import Builder, Draft
from fogline.reports.formats.markup import add_markup, plain

_ENTRY = re.compile(rb"<(?:\w+:)?(?:item|entry)[\s>]")
_END = re.compile(rb"</(?:\w+:)?(?:item|entry)\s*>")
MOST = 20_000  # entries of one feed; feedparser keeps all in memory, and news feeds have 10 to 500


def read_feed(data: bytes, url: str | None = None) -> Iterator[Draft]:
    """The entries of a feed, in order.

    Raises:
        ReportError: it is no feed, or has no entries.
    """
    data, left = _shortened(data)
    # A stream, for feedparser takes a text or bytes for the name of a file if it can.
    found = feedparser.parse(BytesIO(data), sanitize_html=True, resolve_relative_uris=False)
    if not found.entries:
        told = found.get("bozo_exception")
        raise ReportError(
            f"is a broken feed ({told})" if told else "is a feed without entries", next_step="Get it again"
        )
    own = _slices(data, len(found.entries))
    for number, entry in enumerate(found.entries, 1):
        draft = _draft(entry, found.feed, f"entry {number}", url)
        if draft is None:
            continue
        draft.data = own[number - 1] if own else json.dumps(entry, default=str).encode("utf-8", "surrogatepass")
        if left:
            draft.warnings.append(Warning("entries_left_out", f"{left} more entries of the feed are not read"))
            left = 0
        yield draft


def _shortened(data: bytes) -> tuple[bytes, int]:
    """A feed cut before the first entry too many, and how many are left out; its last elements may stay open."""
    most = min(MOST, settings().max_parts)
    starts = [found.start() for found in _ENTRY.finditer(data)]
    return (data, 0) if len(starts) <= most else (data[: starts[most]], len(starts) - most)


def _slices(data: bytes, count: int) -> list[bytes]:
    """The bytes of each entry; none where entries cannot be told apart by their tags alone."""
    starts = [found.start() for found in _ENTRY.finditer(data)]
    ends = [found.end() for found in _END.finditer(data)]
    if len(starts) != count or len(ends) != count:
        return []
    return [data[start:end] for start, end in zip(starts, ends, strict=True)]


def _draft(entry: Any, feed: Any, name: str, url: str | None) -> Draft | None:
    content = max((str(part.get("value") or "") for part in entry.get("content", ())), key=len, default="")
    summary = str(entry.get("summary") or "")
    built = Builder()
    title = plain(entry.get("title"))
    if title:
        built.add(title, f"{name}, title", "crosshead")
    built_from = content if len(content) >= len(summary) else summary
    add_markup(built, built_from, f"{name}, {'content' if built_from is content else 'summary'}")
    if not built.text.strip():
        return None
    day, because = _day(entry)
    return Draft(
        built.text, title=title, publisher=plain((entry.get("source") or {}).get("title")) or plain(feed.get("title")),
        byline=plain(entry.get("author")), url=entry.get("link") or url, language=feed.get("language") or None,
        name=str(entry.get("id") or entry.get("link") or name), stated=day, because=because, hints=built.hints,
        locators=built.locators, warnings=[] if content else [_summary_only()],
    )  # fmt: skip


def _summary_only() -> Warning:
    return Warning("summary_only", "the feed gives a summary of the article, not its text")


def _day(entry: Any) -> tuple[date | None, str]:
    for key in ("published", "updated"):
        parsed = entry.get(f"{key}_parsed")
        if parsed is not None:
            try:
                return date(parsed.tm_year, parsed.tm_mon, parsed.tm_mday), f"feed's {key}: {entry.get(key)}"
            except ValueError:
                continue
    return None, ""
