from __future__ import annotations

from pathlib import Path

import pytest
from tests.reports.formats.made import Placed, column, pdf, pdf_of
from tests.reports.formats.reading import of_kind, read_all, where

from fogline.errors import ReportError
from fogline.model import Report

LEFT = (
    "The army said on Friday that it had taken the bridge at Osten after three days of fighting on both banks of the "
    "river. Its forces were now holding the town, the spokesman said.\n\nResidents told another story. They said that "
    "the bridge had been blown up on the first day and that nobody had crossed since the"
)
RIGHT = (
    "shelling began. A doctor at the hospital counted 14 wounded men and two dead, all of them from one unit.\n\nThe "
    "ministry denied that any unit had been lost. It said that four men were wounded."
)
CARRIED = "nobody had crossed since the shelling began. A doctor"
OTHERS = ("Officials kept silent about the losses.", "The river is high at this time of the year.", "No bus has run.")


def read(tmp_path: Path, data: bytes) -> Report:
    (found,) = read_all(tmp_path, "report.pdf", data)
    if isinstance(found, ReportError):
        raise found
    return found


def page(number: int, *body: Placed) -> list[Placed]:
    return [(60, 800, 9, "Osten Courier 7 February 2025"), (290, 30, 9, str(number)), *body]


def test_columns_are_read_one_after_the_other(tmp_path: Path) -> None:
    headline = (60, 750, 20, "Bridge at Osten taken, army says")
    report = read(tmp_path, pdf([[headline, *column(LEFT, 60, 700), *column(RIGHT, 320, 700)]]))
    assert CARRIED in report.text and report.title == "Bridge at Osten taken, army says"
    assert of_kind(report, "crosshead") == ["Bridge at Osten taken, army says"]
    assert [p.split()[0] for p in of_kind(report, "body")] == ["The", "Residents", "The"]


def test_every_stretch_tells_its_page_and_place(tmp_path: Path) -> None:
    report = read(tmp_path, pdf([page(1, *column(LEFT, 60, 700)), page(2, *column(RIGHT, 60, 700))]))
    assert where(report, "shelling began").startswith("page 2, box 60 ")


def test_a_page_break_within_a_sentence_is_bridged(tmp_path: Path) -> None:
    pages = [page(n + 1, *column(words, 60, 740, width=80)) for n, words in enumerate(OTHERS)]
    report = read(tmp_path, pdf([*pages, page(4, *column(LEFT, 60, 740)), page(5, *column(RIGHT, 60, 740))]))
    assert CARRIED in report.text
    assert of_kind(report, "boilerplate").count("Osten Courier 7 February 2025") == 5
    assert {"1", "2", "3", "4", "5"} <= set(of_kind(report, "boilerplate"))


def test_hyphens_at_line_ends_are_undone_and_others_kept(tmp_path: Path) -> None:
    lines = ["The ceasefire held for two days, the min-", "istry said, before a pro-", "Astorian column broke it near"]
    placed = [
        (60.0, 700.0 - 12 * n, 10.0, line) for n, line in enumerate((*lines, "the dam, and the shelling went on."))
    ]
    report = read(tmp_path, pdf([placed]))
    assert "the ministry said, before a pro-Astorian column" in report.text


def test_a_spread_is_two_pages(tmp_path: Path) -> None:
    spread = [*column(LEFT, 60, 500), *column(RIGHT, 480, 500), (200, 30, 9, "12"), (620, 30, 9, "13")]
    report = read(tmp_path, pdf([spread], (842, 595)))
    assert CARRIED in report.text
    assert {locator.where.split(",")[0] for locator in report.locators} == {
        "page 1 left",
        "page 1 right",
    }
    assert of_kind(report, "boilerplate") == ["12", "13"]


def test_rows_of_figures_are_a_table(tmp_path: Path) -> None:
    rows = [("Killed", "14", "20"), ("Wounded", "31", "44"), ("Missing", "2", "5")]
    cells = [(60 + 150 * x, 500 - 14 * y, 10, cell) for y, row in enumerate(rows) for x, cell in enumerate(row)]
    report = read(tmp_path, pdf([[*column(LEFT, 60, 700, width=80), *cells]]))
    assert of_kind(report, "table") == ["Killed\t14\t20", "Wounded\t31\t44", "Missing\t2\t5"]


PICTURE = b"q 595 0 0 842 0 0 cm BI /W 1 /H 1 /BPC 8 /CS /G ID \x80 EI Q"  # one grey dot, drawn over all of the page


def test_scanned_pages_are_named(tmp_path: Path) -> None:
    text = b"BT /F1 10 Tf 60 700 Td (The army said that it had taken the bridge at Osten on Friday.) Tj ET"
    report = read(tmp_path, pdf_of([text, PICTURE, PICTURE, text]))
    (warning,) = [w for w in report.warnings if w.code == "scanned_pages"]
    assert warning.message.startswith("pages 2–3:")


def test_a_file_of_scans_says_what_to_do(tmp_path: Path) -> None:
    with pytest.raises(ReportError, match="pictures of text only") as caught:
        read(tmp_path, pdf_of([PICTURE]))
    assert "OCR" in caught.value.next_step


def test_pages_beyond_the_limit_are_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from fogline.config import settings
    from fogline.reports.formats.pdf import read_pdf

    monkeypatch.setenv("FOGLINE_MAX_PAGES", "2")
    settings.cache_clear()
    try:
        (draft,) = read_pdf(pdf([page(n, *column(LEFT, 60, 700)) for n in (1, 2, 3)]))
    finally:
        settings.cache_clear()
    assert [w.message for w in draft.warnings] == ["only the first 2 of 3 pages are read"]
    assert not any(locator.where.startswith("page 3") for locator in draft.locators)


@pytest.mark.parametrize("data", [b"%PDF-1.4 and no more", b"%PDF-1.7\n1 0 obj <<>> endobj\n%%EOF"])
def test_broken_files_are_refused_with_a_reason(tmp_path: Path, data: bytes) -> None:
    with pytest.raises(ReportError, match="broken PDF"):
        read(tmp_path, data)
