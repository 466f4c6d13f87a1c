"""What is fuzzed: each target takes bytes and fails on anything but sound spans or a refusal with a reason."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from datetime import date
from typing import Any

from fogline.dating import dated
from fogline.errors import ReportError
from fogline.extraction.actors import actors
from fogline.extraction.amounts import amounts
from fogline.extraction.times import expressions
from fogline.language import structure
from fogline.model import Document, Report
from fogline.reports import report_from_bytes, report_from_text
from fogline.reports.formats.draft import Draft
from fogline.reports.formats.finished import finished
from fogline.reports.formats.html import read_html
from fogline.reports.formats.kinds import kind_of
from fogline.reports.formats.pdf import read_pdf
from fogline.reports.formats.unpack import Part, parts
from fogline.reports.jsonl import reports_in_lines

BODY = b"The army said on Friday that it had taken the bridge at Osten after three days of fighting on both banks. "
PUBLISHED = date(2025, 2, 7)
# From these words the grammars' texts are made, so that few bytes reach deep into the rules.
_WORDS = """
on in by since until from to of the a last next this early late mid about some at least more than fewer over
nearly up half dozen dozens two three twelve twenty hundred thousand million 7 31 400 1,200 2.5 1990s 2024 2025
2025-02-07 Friday Monday February May 7th 14:30 noon night day days week weeks months year years ago later
earlier yesterday today tomorrow morning summer between and or killed wounded soldiers civilians people tanks km
percent $ % - – , . ( ) ’s 0 00 99999999999 Feb. Sept 30 24/7 1/2 per
"""
WORDS = _WORDS.split()


def text(data: bytes) -> None:
    """Bytes as a text file."""
    check(report_from_bytes(data))


def kinds(data: bytes) -> None:
    """What a file is; no bytes make that fail."""
    kind_of(data)


def html(data: bytes) -> None:
    """Bytes as a web page, or as what stands within one."""
    for page in (data, b"<html><body><article><p>" + BODY * 4 + b"</p>" + data + b"</article></body></html>"):
        _check_drafts(read_html(page), page)


def pdf(data: bytes) -> None:
    """Bytes as a PDF file."""
    _check_drafts(read_pdf(data), data)


def warc(data: bytes) -> None:
    """Bytes as a web archive."""
    for part in parts("warc", b"WARC/1.0\r\n" + data, "fuzz.warc"):
        assert isinstance(part, Part) or part.next_step


def jsonl(data: bytes) -> None:
    """Bytes as lines of reports, and as the text of one."""
    line = b'{"text": "' + BODY + data.replace(b"\n", b" ") + b'"}'
    for found in reports_in_lines(data + b"\n" + line, "fuzz.jsonl"):
        if isinstance(found, Report):
            check(found)
        else:
            assert found.next_step


def times(data: bytes) -> None:
    """Words in any order, through the grammar of times and their dates."""
    document = dated(expressions(_read(data)))
    _check_spans(document, [*document.expressions, *document.times])


def numbers(data: bytes) -> None:
    """Words in any order, through the grammar of amounts."""
    document = amounts(actors(_read(data)))
    _check_spans(document, document.amounts)


TARGETS: dict[str, Callable[[bytes], None]] = {
    "text": text, "kinds": kinds, "html": html, "pdf": pdf, "warc": warc, "jsonl": jsonl, "times": times,
    "amounts": numbers,
}  # fmt: skip


def fuzz(name: str, data: bytes) -> None:
    """Gives bytes to a target; a refusal that tells what to do is no failure."""
    try:
        TARGETS[name](data)
    except ReportError as error:
        assert error.next_step


def check(report: Report) -> None:
    """Segments and locators are in order, within the text, and hold words."""
    for spans in (report.segments, report.locators):
        end = 0
        for span in spans:
            assert end <= span.start < span.end <= len(report.text)
            assert report.text[span.start : span.end].strip()
            end = span.end


def _check_drafts(drafts: Iterable[Draft], data: bytes) -> None:
    for draft in drafts:
        check(finished(draft, data=data))


def _read(data: bytes) -> Document:
    words = " ".join(WORDS[byte % len(WORDS)] for byte in data[:60])
    report = report_from_text(words or "day", published=PUBLISHED)
    return structure(Document(report, published=report.published))


def _check_spans(document: Document, spans: Sequence[Any]) -> None:
    for span in spans:
        assert 0 <= span.start < span.end <= len(document.report.text)
        assert document.report.text[span.start : span.end] == span.text
