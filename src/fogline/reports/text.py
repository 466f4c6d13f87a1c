"""A report from a text."""

from __future__ import annotations

import hashlib
import re
from datetime import date

from fogline.model import Published, Report, Segment


def report_from_text(
    text: str,
    *,
    published: date | None = None,
    publisher: str | None = None,
    agency: str | None = None,
    title: str | None = None,
    url: str | None = None,
    language: str | None = "en",
    external_id: str | None = None,
    path: str | None = None,
) -> Report:
    """A report with its segments and metadata."""
    key = "\0".join([text, publisher or "", url or "", published.isoformat() if published else ""])
    segments = tuple(Segment("body", m.start(), m.end()) for m in re.finditer(r"\S(?:.|\n(?!\s*\n))*", text))
    given = (
        Published(published, published, "given", ("given by the caller",))
        if published
        else Published(None, None, "unknown")
    )
    return Report(
        id="sha256:" + hashlib.sha256(key.encode()).hexdigest(), text=text, segments=segments, published=given,
        external_id=external_id, path=path, title=title, publisher=publisher, agency=agency, url=url, language=language,
    )  # fmt: skip
