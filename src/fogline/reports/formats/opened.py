"""A file of any kind ▶ its reports."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date

from fogline.config import settings
from fogline.errors import ReportError
from fogline.model import Report
from fogline.reports.decode import decode
from fogline.reports.formats.child import Reader, read_apart
from fogline.reports.formats.draft import Draft
from fogline.reports.formats.finished import finished
from fogline.reports.formats.html import read_html
from fogline.reports.formats.kinds import Kind, kind_of
from fogline.reports.formats.pdf import read_pdf
from fogline.reports.formats.unpack import parts
from fogline.reports.jsonl import named, reports_in_lines
from fogline.reports.text import report_from_text

READERS: dict[Kind, Reader] = {"html": read_html, "pdf": read_pdf}
"""The readers of documents, each run in a process apart."""
CONTAINERS: frozenset[Kind] = frozenset({"zip", "gzip", "warc"})


@dataclass(frozen=True, slots=True)
class Origin:
    """What is known of a file before it is read: its path, its own address, the day that its reports are given."""

    path: str | None = None
    url: str | None = None
    published: date | None = None
    depth: int = 0


def reports_in(data: bytes, origin: Origin) -> Iterator[Report | ReportError]:
    """The reports of a file, in order; what cannot be read comes as its error, and the others still follow.

    Raises:
        ReportError: nothing of it can be read.
    """
    kind = kind_of(data, origin.path or "")
    if kind == "lines":
        yield from reports_in_lines(data, origin.path, origin.published)
    elif kind in CONTAINERS:
        yield from _unpacked(kind, data, origin)
    elif kind in READERS:
        for draft in read_apart(READERS[kind], data, origin.url):
            yield _report(draft, data, origin)
    else:
        decoded = decode(data)
        yield report_from_text(
            decoded.text, published=origin.published, path=origin.path, url=origin.url, data=data,
            warnings=decoded.warnings,
        )  # fmt: skip


def _unpacked(kind: Kind, data: bytes, origin: Origin) -> Iterator[Report | ReportError]:
    if origin.depth >= settings().max_depth:
        raise ReportError("is an archive within archives", next_step="Unpack it by hand if you trust it")
    for part in parts(kind, data, origin.path or ""):
        if isinstance(part, ReportError):
            yield part
            continue
        name = part.name if kind == "gzip" else f"{origin.path or 'archive'}/{part.name}"
        within = replace(origin, path=name, url=part.url or origin.url, depth=origin.depth + 1)
        try:
            yield from reports_in(part.data, within)
        except ReportError as error:
            yield named(error, part.name)


def _report(draft: Draft, data: bytes, origin: Origin) -> Report:
    return finished(draft, data=draft.data or data, path=origin.path, published=origin.published)
