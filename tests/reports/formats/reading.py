"""Reads files that a test has made, and checks what holds for every report."""

from __future__ import annotations

from pathlib import Path

from fogline.errors import ReportError
from fogline.model import Report
from fogline.reports import read_paths


def read_all(folder: Path, name: str, data: bytes | str) -> list[Report | ReportError]:
    """What becomes of a file with this name and content."""
    file = folder / name
    file.write_bytes(data.encode() if isinstance(data, str) else data)
    found = list(read_paths([str(file)]))
    for report in found:
        if isinstance(report, Report):
            check(report)
        else:
            assert name in report.message and report.next_step
    return found


def read_reports(folder: Path, name: str, data: bytes | str) -> list[Report]:
    """The reports of a file of which all can be read."""
    found = read_all(folder, name, data)
    assert [error.message for error in found if isinstance(error, ReportError)] == []
    return [report for report in found if isinstance(report, Report)]


def check(report: Report) -> None:
    """Segments and locators lie within the text, in order, and hold words; the bytes it came as are kept."""
    assert report.data
    for spans in (report.segments, report.locators):
        end = 0
        for span in spans:
            assert end <= span.start < span.end <= len(report.text)
            assert report.text[span.start : span.end].strip()
            end = span.end


def of_kind(report: Report, kind: str) -> list[str]:
    """The words of the segments of a kind."""
    return [report.text[s.start : s.end] for s in report.segments if s.kind == kind]


def where(report: Report, words: str) -> str:
    """Where words of a report stand in the document that it came from."""
    at = report.text.index(words)
    (found,) = [locator.where for locator in report.locators if locator.start <= at < locator.end]
    return found
