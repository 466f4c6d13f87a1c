"""Word documents and mails."""

from __future__ import annotations

from datetime import date
from email.message import EmailMessage
from io import BytesIO
from pathlib import Path

import docx
from tests.reports.formats.made import column, pdf
from tests.reports.formats.reading import of_kind, read_all, read_reports, where

from fogline.errors import ReportError

BODY = "The army said on Friday that it had taken the bridge at Osten after three days of fighting on both banks."
SECOND = "The ministry denied that any unit had been lost near the town, and said that four men were wounded."


def word(*, header: str = "") -> bytes:
    document = docx.Document()
    document.core_properties.author = "Ana Reyes"
    document.add_heading("Bridge at Osten taken", 0)
    document.add_paragraph(BODY)
    table = document.add_table(rows=2, cols=3)
    for row, words in zip(table.rows, (("Unit", "Killed", "Wounded"), ("4th", "2", "14")), strict=True):
        for cell, text in zip(row.cells, words, strict=True):
            cell.text = text
    document.add_heading("Denial", 1)
    document.add_paragraph(SECOND)
    document.sections[0].header.paragraphs[0].text = header
    out = BytesIO()
    document.save(out)
    return out.getvalue()


def test_word_documents_keep_their_headings_tables_and_heads(tmp_path: Path) -> None:
    (report,) = read_reports(tmp_path, "report.docx", word(header="For internal use"))
    assert (report.title, report.byline) == ("Bridge at Osten taken", "Ana Reyes")
    assert of_kind(report, "crosshead") == ["Bridge at Osten taken", "Denial"]
    assert of_kind(report, "body") == [BODY, SECOND]
    assert of_kind(report, "table") == ["Unit\tKilled\tWounded", "4th\t2\t14"]
    assert of_kind(report, "boilerplate") == ["For internal use"]
    assert (where(report, BODY), where(report, "4th")) == ("paragraph 2", "table at paragraph 3, row 2")


def test_a_broken_word_document_is_refused(tmp_path: Path) -> None:
    (error,) = read_all(tmp_path, "report.docx", word()[:3000])
    assert isinstance(error, ReportError) and "broken" in error.message


def mail() -> EmailMessage:
    message = EmailMessage()
    message["From"] = "Lagebüro <desk@example.org>"
    message["To"] = "list@example.org"
    message["Subject"] = "Osten: bridge tаken, Überblick"
    message["Date"] = "Fri, 07 Feb 2025 18:00:00 +0100"
    return message


def test_mails_tell_subject_sender_and_day(tmp_path: Path) -> None:
    message = mail()
    message.set_content(f"{BODY}\n\n> {SECOND}\n\n-- \nAna Reyes\nPress office\n")
    (report,) = read_reports(tmp_path, "report.eml", bytes(message))
    assert (report.title, report.byline) == ("Osten: bridge tаken, Überblick", "Lagebüro")
    assert (report.published.start, report.published.basis) == (date(2025, 2, 7), "stated")
    assert of_kind(report, "body") == [BODY]
    assert of_kind(report, "related") == [f"> {SECOND}"]
    assert of_kind(report, "boilerplate") == ["--", "Ana Reyes", "Press office"]


def test_a_mail_in_html_is_read_block_by_block(tmp_path: Path) -> None:
    message = mail()
    message.set_content(f"<h2>Osten at night</h2><p>{BODY}</p><script>x()</script><p>{SECOND}", subtype="html")
    (report,) = read_reports(tmp_path, "report.eml", bytes(message))
    assert of_kind(report, "crosshead") == ["Osten at night"] and of_kind(report, "body") == [BODY, SECOND]
    assert "x()" not in report.text and where(report, SECOND) == "body, block 3"


def test_what_a_mail_carries_is_read_as_well(tmp_path: Path) -> None:
    message = mail()
    message.set_content("Please find the release attached, in the form in which it went out to the press today.")
    made = pdf([column(BODY, 60, 700)])
    message.add_attachment(made, maintype="application", subtype="pdf", filename="release.pdf")
    message.add_attachment(b"\x89PNG\r\n\x1a\n\0\0", maintype="image", subtype="png", filename="seal.png")
    first, second, error = read_all(tmp_path, "report.eml", bytes(message))
    assert not isinstance(first, ReportError) and not isinstance(second, ReportError)
    assert second.text == BODY and second.data == made and (second.path or "").endswith("report.eml/release.pdf")
    assert isinstance(error, ReportError) and "seal.png is a PNG image" in error.message
