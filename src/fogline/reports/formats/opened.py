"""A file of any kind ▶ its reports."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date

from fogline.apart import Task, within_limits
from fogline.config import settings
from fogline.errors import ReportError
from fogline.model import Report
from fogline.reports.formats.draft import Draft
from fogline.reports.formats.finished import finished
from fogline.reports.formats.kinds import Kind, kind_of
from fogline.reports.formats.unpack import Part
from fogline.reports.jsonl import named, reports_in_lines
from fogline.reports.text import report_from_bytes

READERS: dict[Kind, str] = {
    "html": "html:read_html",
    "pdf": "pdf:read_pdf",
    "docx": "docx:read_docx",
    "eml": "eml:read_eml",
    "feed": "feed:read_feed",
    "sitemap": "sitemap:read_sitemap",
    "telegram": "telegram:read_telegram",
    "csv": "tables:read_csv",
    "parquet": "tables:read_parquet",
}
"""The readers of documents, by module and function; each is loaded and run in a process apart."""
UNPACK = "fogline.reports.formats.unpack:parts"
CONTAINERS: frozenset[Kind] = frozenset({"zip", "gzip", "warc"})


@dataclass(frozen=True, slots=True)
class Origin:
    """What is known of a file before it is read.

    `path` and `url` are its own, `published` is the day that its reports are given, `depth` the number of archives that
    it stands in, `media` its type as a server told it.
    """

    path: str | None = None
    url: str | None = None
    published: date | None = None
    depth: int = 0
    media: str = ""


def reports_in(data: bytes, origin: Origin) -> Iterator[Report | ReportError]:
    """The reports of a file, in order; what cannot be read comes as its error, and the others still follow.

    Raises:
        ReportError: nothing of it can be read.
    """
    kind = kind_of(data, origin.path or "", origin.media)
    if kind == "lines":
        yield from reports_in_lines(data, origin.path, origin.published)
    elif kind in CONTAINERS:
        yield from _unpacked(kind, data, origin)
    elif kind in READERS:
        yield from _drafted(READERS[kind], data, origin)
    else:
        yield within_limits(
            report_from_bytes, len(data), data, path=origin.path, url=origin.url, published=origin.published
        )


def _drafted(reader: str, data: bytes, origin: Origin) -> Iterator[Report | ReportError]:
    """The reports of a document, each followed by the files that it carries."""
    for draft in Task(f"fogline.reports.formats.{reader}", data, origin.url).results():
        if isinstance(draft, ReportError):
            yield named(draft, origin.path or "a document")
            continue
        if draft.text.strip():
            try:
                yield _finished(draft, draft.data or data, origin)
            except ReportError as error:
                yield named(error, draft.name or origin.path or "a document")
        for attached in draft.attached:
            yield from _within(Part(attached.name, attached.data), origin)


def _finished(draft: Draft, data: bytes, origin: Origin) -> Report:
    small = replace(draft, attached=[], data=b"")
    return within_limits(finished, len(draft.text), small, data=data, path=origin.path, published=origin.published)


def _unpacked(kind: Kind, data: bytes, origin: Origin) -> Iterator[Report | ReportError]:
    for part in Task(UNPACK, kind, data, origin.path or "").results():
        if isinstance(part, ReportError):
            yield named(part, origin.path) if origin.path else part
        else:
            yield from _within(part, origin, is_all=kind == "gzip")


def _within(part: Part, origin: Origin, *, is_all: bool = False) -> Iterator[Report | ReportError]:
    """The reports of a part of a file; `is_all` tells that there are no other parts."""
    name = part.name if is_all else f"{origin.path or 'archive'}/{part.name}"
    if origin.depth >= settings().max_depth:
        yield ReportError(f"{name} is packed within too many archives", next_step="Unpack it by hand if you trust it")
        return
    inner = replace(origin, path=name, url=part.url or origin.url, depth=origin.depth + 1, media=part.media)
    try:
        yield from reports_in(part.data, inner)
    except ReportError as error:
        yield named(error, name)
