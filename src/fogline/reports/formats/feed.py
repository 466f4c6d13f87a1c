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
MOST = 200  # entries that are parsed at once: feedparser keeps all in memory, and what was read in time counts


def read_feed(data: bytes, url: str | None = None) -> Iterator[Draft]:
    """The entries of a feed, in order.

    Raises:
        ReportError: it is no feed, or has no entries.
    """
    count, told = 0, None
    for part, left in _parts(data):
        # A stream, for feedparser takes a text or bytes for the name of a file if it can.
        found = feedparser.parse(BytesIO(part), sanitize_html=True, resolve_relative_uris=False)
        told = told or found.get("bozo_exception")
        own = _slices(part, len(found.entries))
        for number, entry in enumerate(found.entries):
            count += 1
            draft = _draft(entry, found.feed, f"entry {count}", url)
            if draft is None:
                continue
            draft.data = own[number] if own else json.dumps(entry, default=str).encode("utf-8", "surrogatepass")
            if left and number == 0:
                draft.warnings.append(Warning("entries_left_out", f"{left} more entries of the feed are not read"))
            yield draft
    if not count:
        raise ReportError(
            f"is a broken feed ({told})" if told else "is a feed without entries", next_step="Get it again"
        )


def _parts(data: bytes) -> Iterator[tuple[bytes, int]]:
    """A feed cut into feeds of few entries, each with the head of the whole; and how many entries are left out."""
    starts = [found.start() for found in _ENTRY.finditer(data)]
    ends = [found.end() for found in _END.finditer(data)]
    if len(starts) <= MOST or not ends or ends[-1] < starts[-1]:
        yield data, 0
        return
    head, tail = data[: starts[0]], data[ends[-1] :]
    left = max(0, len(starts) - settings().max_parts)
    edges = [*starts, ends[-1]]
    for first in range(0, len(starts) - left, MOST):
        last = min(first + MOST, len(starts) - left)
        yield head + data[edges[first] : edges[last]] + tail, left if first == 0 else 0


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
