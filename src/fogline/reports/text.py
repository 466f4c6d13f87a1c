"""A report from a text."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from datetime import date

from fogline.config import settings
from fogline.errors import ReportError
from fogline.model import Report, Warning
from fogline.reports import metadata
from fogline.reports.english import is_english
from fogline.reports.outlets import outlet_at
from fogline.reports.segments import pieces, segments


def report_from_text(
    text: str,
    *,
    published: date | None = None,
    publisher: str | None = None,
    agency: str | None = None,
    title: str | None = None,
    url: str | None = None,
    language: str | None = None,
    external_id: str | None = None,
    path: str | None = None,
    data: bytes | None = None,
    warnings: Iterable[Warning] = (),
) -> Report:
    """A report with its segments and what is known of its origin.

    `data` is what the text was decoded from, `warnings` what was noted then. What is given wins over what the text
    tells; `language` None lets the text tell.

    Raises:
        ReportError: the text is empty or longer than `settings().max_characters`.
    """
    _check(text)
    found = pieces(text)
    spoken = _language(language) or ("en" if is_english(text) else None)
    noted = list(warnings)
    if spoken != "en":
        noted.append(Warning("not_english", "not in English, so its claims are not read; its text is kept"))
    noted.extend(metadata.conflicts(text, found, given=published, url=url))
    return Report(
        id=_id(text.encode("utf-8", "surrogatepass") if data is None else data, publisher, url, published),
        text=text,
        segments=segments(found),
        published=metadata.published(text, found, given=published, url=url),
        external_id=external_id,
        path=path,
        title=title or metadata.title(text, found),
        publisher=publisher or (outlet_at(url) if url else None) or metadata.publisher(text, found),
        agency=agency or metadata.agency(text, found),
        byline=metadata.byline(text, found),
        url=url,
        language=spoken,
        warnings=tuple(noted),
        data=data or b"",
    )


def _check(text: str) -> None:
    if not text.strip():
        raise ReportError("is empty", next_step="Give the text of a report")
    longest = settings().max_characters
    if len(text) > longest:
        raise ReportError(
            f"has {len(text):,} characters, more than the limit of {longest:,}",
            next_step="Split it into its reports, or raise FOGLINE_MAX_CHARACTERS",
        )


def _id(data: bytes, publisher: str | None, url: str | None, published: date | None) -> str:
    digest = hashlib.sha256(data)
    for part in (publisher, url, published.isoformat() if published else None):
        digest.update(b"\0" + (part or "").encode("utf-8", "surrogatepass"))
    return "sha256:" + digest.hexdigest()


def _language(given: str | None) -> str | None:
    """A language as its short code: `en` for `en-GB`, `EN` and `English`."""
    if not given:
        return None
    code = given.lower().replace("_", "-").split("-")[0]
    return "en" if code in {"english", "eng"} else code
