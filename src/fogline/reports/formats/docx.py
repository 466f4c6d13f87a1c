"""Word documents ▶ a draft: paragraphs and tables in order, headings by their style, heads and feet at the end."""

from __future__ import annotations

import zipfile
from collections.abc import Iterator
from io import BytesIO
from typing import Any

import docx
import docx.opc.exceptions
from docx.table import Table
from docx.text.paragraph import Paragraph
from lxml.etree import XMLSyntaxError

from fogline.errors import ReportError
from fogline.model import SegmentKind
from fogline.reports.formats.draft import Builder, Draft
from fogline.reports.formats.unpack import check_size

_KINDS: tuple[tuple[str, SegmentKind], ...] = (("title", "crosshead"), ("heading", "crosshead"), ("caption", "caption"))
NESTED = 8  # tables within tables that are followed


def read_docx(data: bytes, url: str | None = None) -> Iterator[Draft]:
    """The text of a document.

    Raises:
        ReportError: it is broken, holds no text, or unpacks to more than it may.
    """
    _check(data)
    try:
        document = docx.Document(BytesIO(data))
    except (docx.opc.exceptions.OpcError, XMLSyntaxError, KeyError, ValueError, zipfile.BadZipFile) as error:
        raise ReportError(f"is a broken Word document ({error})", next_step="Save it again, or give its text") from None
    built = Builder()
    title = _add_body(built, document)
    _add_edges(built, document)
    if not built.text:
        raise ReportError("holds no text", next_step="Give its text")
    told = document.core_properties
    yield Draft(
        built.text, title=title or _clean(told.title), byline=_clean(told.author), url=url,
        hints=built.hints, locators=built.locators,
    )  # fmt: skip


def _check(data: bytes) -> None:
    """Refuses a document that unpacks to more than it may; zip readers stop at the size that an entry declares."""
    try:
        with zipfile.ZipFile(BytesIO(data)) as archive:
            check_size(sum(entry.file_size for entry in archive.infolist()), len(data))
    except (zipfile.BadZipFile, OSError, ValueError) as error:
        raise ReportError(f"is a broken Word document ({error})", next_step="Save it again") from None


def _add_body(built: Builder, document: Any) -> str | None:
    """Adds paragraphs and tables; the title, where the document styles one."""
    title = None
    for number, item in enumerate(document.iter_inner_content(), 1):
        if isinstance(item, Table):
            _add_table(built, item, f"table at paragraph {number}")
            continue
        style = _style(item)
        if style == "title" and title is None:
            title = _clean(item.text)
        kind = next((kind for name, kind in _KINDS if style.startswith(name)), None)
        built.add(item.text.strip(), f"paragraph {number}", kind)
    return title


def _style(paragraph: Paragraph) -> str:
    style = paragraph.style
    return (style.name or "").lower() if style is not None else ""


def _add_table(built: Builder, table: Table, where: str, depth: int = 0) -> None:
    """A table row by row; one that lays out running text (long cells) is read cell by cell."""
    for number, row in enumerate(table.rows, 1):
        cells = list(dict.fromkeys(cell.text.strip() for cell in row.cells))  # merged cells come once for each column
        place = f"{where}, row {number}"
        if any("\n" in cell or len(cell) > 200 for cell in cells):
            for cell in cells:
                built.add(cell, place)
        else:
            built.add("\t".join(cells), place, "table")
        if depth < NESTED:
            for inner in (inner for cell in row.cells for inner in cell.tables):
                _add_table(built, inner, f"{place}, table", depth + 1)


def _add_edges(built: Builder, document: Any) -> None:
    seen = set()
    for section in document.sections:
        for name, part in (("header", section.header), ("footer", section.footer)):
            words = "\n".join(p.text for p in part.paragraphs if p.text.strip())
            if words not in seen:
                seen.add(words)
                built.add(words, name, "boilerplate")


def _clean(text: str | None) -> str | None:
    return " ".join((text or "").split()) or None
