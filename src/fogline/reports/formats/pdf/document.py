"""A PDF file ▶ its draft."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

import pypdfium2 as pdfium

from fogline.config import settings
from fogline.errors import ReportError
from fogline.model import Warning
from fogline.reports.formats.draft import Builder, Draft
from fogline.reports.formats.pdf.characters import lines_of
from fogline.reports.formats.pdf.columns import halves, runs
from fogline.reports.formats.pdf.furniture import furniture
from fogline.reports.formats.pdf.line import Line
from fogline.reports.formats.pdf.paragraphs import Paragraph, body_size, paragraphs

PICTURE = 0.4  # of a page that a picture covers at least where the page is a scan
_HYPHEN = re.compile(r"[^\W\d_][-\u2010\u00ad]$")
_NO_TITLE = re.compile(r"untitled|document\d*|microsoft word|.*\.(?:docx?|rtf|pdf|indd|odt|qxd|tmp)$", re.IGNORECASE)
_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
OCR = "Run it through a program that recognises text (OCR), and give what comes out"


def read_pdf(data: bytes, url: str | None = None) -> Iterator[Draft]:
    """The text of a document, with heads, feet and page numbers as segments of their own.

    Raises:
        ReportError: it is broken, locked by a password, or a mere picture of text.
    """
    try:
        document = pdfium.PdfDocument(data)
    except pdfium.PdfiumError as error:
        locked = "password" in str(error).lower()
        told = "is locked by a password" if locked else f"is a broken PDF ({error})"
        raise ReportError(told, next_step="Save it without one" if locked else "Get it again") from None
    count = len(document)
    read = min(count, settings().max_pages)
    pages, scanned, broken = _pages(document, read)
    if not any(pages):
        if scanned:
            raise ReportError(f"holds pictures of text only ({_named(scanned)})", next_step=OCR)
        raise ReportError("holds no text", next_step="Give its text")
    draft = _draft(pages, url)
    draft.title = draft.title or _title(document)
    draft.warnings.extend(_warnings(count, read, scanned, broken))
    yield draft


def _pages(document: pdfium.PdfDocument, read: int) -> tuple[list[list[Line]], list[int], list[int]]:
    """The lines page by page, the numbers of the pages that are scans, and of those that are broken."""
    pages: list[list[Line]] = []
    scanned: list[int] = []
    broken: list[int] = []
    for index in range(read):
        try:
            page = document[index]
            lines = lines_of(page, index + 1)
            pages.extend(halves(lines, *page.get_size()))
            if not lines and _is_scan(page):
                scanned.append(index + 1)
            page.close()
        except pdfium.PdfiumError:
            broken.append(index + 1)
    return pages, scanned, broken


def _is_scan(page: pdfium.PdfPage) -> bool:
    width, height = page.get_size()
    for picture in page.get_objects(filter=[pdfium.raw.FPDF_PAGEOBJ_IMAGE], max_depth=3):
        left, bottom, right, top = picture.get_bounds()
        if (right - left) * (top - bottom) >= PICTURE * width * height:
            return True
    return False


def _draft(pages: Sequence[Sequence[Line]], url: str | None) -> Draft:
    edges = furniture(pages)
    columns = [run for page in pages for run in runs([line for line in page if line not in edges])]
    told = list(paragraphs(columns, body_size([line for run in columns for line in run])))
    words = {word for page in pages for line in page for word in _WORD.findall(line.text.lower())}
    built = Builder()
    waiting = [sorted((line for line in page if line in edges), key=_from_top) for page in pages]
    for paragraph in told:
        while waiting and _is_past(waiting[0], paragraph.lines[0]):
            _add_edges(built, waiting.pop(0))
        _add(built, paragraph, words)
    for lines in waiting:
        _add_edges(built, lines)
    return Draft(built.text, title=_headline(told), url=url, hints=built.hints, locators=built.locators)


def _add(built: Builder, paragraph: Paragraph, words: set[str]) -> None:
    """A paragraph, its lines joined: words hyphenated at a line's end made whole again."""
    gap: str | None = None
    for number, line in enumerate(paragraph.lines):
        after = paragraph.lines[number + 1].text if number + 1 < len(paragraph.lines) else ""
        text, following = line.text, "\t" if paragraph.kind == "table" else " "
        if _HYPHEN.search(text) and after[:1].isalpha():
            following = ""
            text = text if _keeps_hyphen(text, after, words) else text[:-1]
        built.add(text, line.where, paragraph.kind, gap=gap)
        gap = following


def _keeps_hyphen(before: str, after: str, words: set[str]) -> bool:
    """Whether the hyphen between two lines belongs to the word: the rest of the document tells, else a capital."""
    last, first = _WORD.findall(before), _WORD.findall(after)
    if not last or not first or not after[0].islower():
        return True
    whole, parted = (last[-1] + first[0]).lower(), f"{last[-1]}-{first[0]}".lower()
    return whole not in words and parted in words


def _add_edges(built: Builder, lines: Sequence[Line]) -> None:
    for line in lines:
        built.add(line.text, line.where, "boilerplate")


def _is_past(edges: Sequence[Line], line: Line) -> bool:
    """Whether heads and feet belong before a paragraph: it opens on a later page, so none of its own is cut by them."""
    return not edges or (edges[0].page, edges[0].half) < (line.page, line.half)


def _from_top(line: Line) -> float:
    return -line.bottom


def _headline(told: Sequence[Paragraph]) -> str | None:
    """The largest heading of the first page."""
    first = [p for p in told if p.kind == "crosshead" and p.lines[0].page == 1]
    if not first:
        return None
    largest = max(first, key=lambda p: p.lines[0].size)
    return " ".join(line.text for line in largest.lines)


def _title(document: pdfium.PdfDocument) -> str | None:
    """The title that the file gives itself, unless it is the name of a file or what programs write there."""
    title = " ".join(document.get_metadata_value("Title").split())
    return title if title and not _NO_TITLE.match(title) else None


def _warnings(count: int, read: int, scanned: Sequence[int], broken: Sequence[int]) -> Iterator[Warning]:
    if scanned:
        yield Warning("scanned_pages", f"{_named(scanned)}: pictures of text, which are not read")
    if broken:
        yield Warning("broken_pages", f"{_named(broken)}: cannot be read")
    if read < count:
        yield Warning("pages_left_out", f"only the first {read} of {count} pages are read")


def _named(pages: Sequence[int]) -> str:
    """The pages as a person writes them: "pages 1–3, 7"."""
    spans: list[list[int]] = []
    for page in pages:
        if spans and spans[-1][-1] == page - 1:
            spans[-1][1:] = [page]
        else:
            spans.append([page])
    told = ", ".join("–".join(map(str, span)) for span in spans)
    return f"page {told}" if len(pages) == 1 else f"pages {told}"
