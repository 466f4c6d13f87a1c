"""Drafts ▶ reports: the segments that the format tells, and the day that its metadata state."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from fogline.model import Published, Report, Segment, Warning
from fogline.reports.formats.draft import Draft, Hint
from fogline.reports.text import report_from_text

_WORDS = frozenset({"body", "crosshead"})  # kinds that any format knows better than the words do
_LAYOUT = frozenset({"table", "boilerplate", "timestamp"})  # kinds that only the layout can tell, whatever the words


def finished(draft: Draft, *, data: bytes, path: str | None = None, published: date | None = None) -> Report:
    """The report of a draft; `data` is what it came as, `published` the day that is given from outside.

    Raises:
        ReportError: its text is empty or too long.
    """
    report = report_from_text(
        draft.text, published=published, publisher=draft.publisher, agency=draft.agency, title=draft.title,
        url=draft.url, declared=draft.language, external_id=draft.name, path=path, data=data,
        warnings=draft.warnings,
    )  # fmt: skip
    dated, warnings = _dated(report, draft)
    return replace(
        report,
        byline=report.byline or draft.byline,
        segments=_with_hints(report.segments, draft.hints),
        locators=tuple(draft.locators),
        published=dated,
        warnings=warnings,
    )


def _with_hints(segments: Sequence[Segment], hints: Sequence[Hint]) -> tuple[Segment, ...]:
    found = []
    for segment in segments:
        hint = next((h for h in hints if h.start <= segment.start < h.end), None)
        told = hint is not None and (segment.kind in _WORDS or hint.kind in _LAYOUT)
        found.append(replace(segment, kind=hint.kind) if hint is not None and told else segment)
    return tuple(found)


def _dated(report: Report, draft: Draft) -> tuple[Published, tuple[Warning, ...]]:
    """The day of the metadata, unless one is given; another day in the text is worth a warning."""
    if draft.stated is None or report.published.basis == "given":
        return report.published, report.warnings
    warnings = report.warnings
    if report.published.basis == "stated" and report.published.end != draft.stated:
        told = f"the metadata state {draft.stated}, the text {report.published.end}; the metadata are taken"
        warnings = (*warnings, Warning("dates_differ", told))
    return Published(draft.stated, draft.stated, "stated", (f"reports.metadata: {draft.because}",)), warnings
