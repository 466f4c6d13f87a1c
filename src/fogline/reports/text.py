"""A report from a text."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date

from fogline.config import settings
from fogline.errors import ReportError
from fogline.model import Report, Segment, Warning
from fogline.reports import metadata
from fogline.reports.decode import decode
from fogline.reports.languages import is_foreign, language_of
from fogline.reports.outlets import outlet_at
from fogline.reports.segments import pieces, segments

_SPOKEN = frozenset({"body", "crosshead", "caption"})


def report_from_text(
    text: str,
    *,
    published: date | None = None,
    publisher: str | None = None,
    agency: str | None = None,
    title: str | None = None,
    url: str | None = None,
    language: str | None = None,
    declared: str | None = None,
    external_id: str | None = None,
    path: str | None = None,
    data: bytes | None = None,
    warnings: Iterable[Warning] = (),
) -> Report:
    """A report with its segments and what is known of its origin.

    `data` is what the text was decoded from, `warnings` what was noted then. What is given wins over what the text
    tells; `language` None lets the text tell and, where it is too short, `declared`, what the document says of itself.

    Raises:
        ReportError: the text is empty or longer than `settings().max_characters`.
    """
    _check(text)
    found = pieces(text)
    spoken = _language(language) or language_of(text, _language(declared))
    noted = [*warnings, *_not_read(spoken)]
    noted.extend(metadata.conflicts(text, found, given=published, url=url))
    return Report(
        id=_id(text.encode("utf-8", "surrogatepass") if data is None else data, publisher, url, published),
        text=text,
        segments=_with_foreign(text, segments(found)) if spoken == "en" else segments(found),
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


def report_from_bytes(
    data: bytes, *, path: str | None = None, url: str | None = None, published: date | None = None
) -> Report:
    """A report from a text file's bytes, whatever their encoding.

    Raises:
        ReportError: the bytes are empty, binary, or too long a text.
    """
    decoded = decode(data)
    return report_from_text(decoded.text, published=published, path=path, url=url, data=data, warnings=decoded.warnings)


def _not_read(language: str | None) -> Iterator[Warning]:
    if language is None:
        yield Warning("language_unknown", "not read: nothing tells that it is in English; its text is kept")
    elif language != "en":
        yield Warning("not_english", f"not read: in another language than English ({language}); its text is kept")


def _with_foreign(text: str, found: Sequence[Segment]) -> tuple[Segment, ...]:
    """The segments of an English report; what stands in another script is a headline or a quote in the original."""
    return tuple(
        replace(s, kind="foreign") if s.kind in _SPOKEN and is_foreign(text[s.start : s.end]) else s for s in found
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
