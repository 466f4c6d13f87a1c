"""Publication dates that a report states, and those that disagree with the one given."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from fogline.model import Document

DateReport = Callable[..., Document]
BODY = "The river rose on Friday and the road is closed, the mayor said. Two farmers were hurt."


@pytest.mark.parametrize(
    "head",
    [
        "Published: 7 February 2025",
        "Published February 7th, 2025 at 10:30 GMT",
        "Last updated: 2025-02-07T10:30:00Z",
        "Fri, 07 Feb 2025 10:30:00 GMT",
        "2025/02/07",
        "07.02.2025",
        "7-Feb-2025",
        "Posted on 2/13/2025",
        "Morning update, Feb. 13, 2025",
        "2025-02-S-040\nFor Immediate Release\n\nLIMA, Peru (Feb. 7)",
        "Feb. 7: Two hurt as the river rises\n2025-02-CA-007",
        "LIMA (PERU), 7 FEB 89 (RADIO DEL RIO) -- [TEXT]",
        "LIMA, Feb 7, 2025 (Reuters) -",
    ],
)
def test_stated_dates_in_all_writings(head: str, date_report: DateReport) -> None:
    published = date_report(f"{head}\n\n{BODY}").published
    day = date(1989, 2, 7) if "89" in head else date(2025, 2, 13) if "13" in head else date(2025, 2, 7)
    assert (published.basis, published.start, published.end) == ("stated", day, day)
    assert published.because


def test_a_sentence_at_the_top_that_ends_with_a_date_is_no_title(date_report: DateReport) -> None:
    assert date_report(f"The dam broke on 9 June 2016\n\n{BODY}").published.basis != "stated"
    assert date_report("The dam broke on 9 June 2016.").published.basis != "stated"


def test_a_day_in_another_month_than_the_number_of_the_release(date_report: DateReport) -> None:
    published = date_report(f"2025-02-S-040\n\nLIMA, Peru (March 1)\n{BODY}").published
    assert published.basis == "inferred"
    assert published.start is not None and published.start >= date(2025, 1, 31)
    assert published.end is not None and published.end <= date(2025, 3, 2)


def test_figures_that_can_be_read_in_two_ways_state_nothing(date_report: DateReport) -> None:
    assert date_report(f"Posted on 03/04/2020\n\n{BODY}").published.basis != "stated"


def test_a_given_date_wins_and_the_conflict_is_told(date_report: DateReport) -> None:
    document = date_report(f"Published: 7 February 2025\n\n{BODY}", "2025-03-01")
    assert (document.published.basis, document.published.start) == ("given", date(2025, 3, 1))
    warning = next(w for w in document.report.warnings if w.code == "published_conflict")
    assert "2025-02-07" in warning.message and "2025-03-01" in warning.message


@pytest.mark.parametrize("given", ["2025-02-07", "2025-02-08"])
def test_the_same_day_and_the_next_are_no_conflict(given: str, date_report: DateReport) -> None:
    document = date_report(f"Published: 7 February 2025\n\n{BODY}", given)
    assert not document.report.warnings and not document.warnings


def test_a_day_told_as_past_after_the_given_date_is_warned_of(date_report: DateReport) -> None:
    document = date_report("The mill burned on 9 June 2016, the mayor said.", "2016-05-01")
    assert document.published.start == date(2016, 5, 1)
    assert any(w.code == "told_after_publication" and "2016-06-09" in w.message for w in document.warnings)
    assert not date_report("The mill burned on 9 June 2016, the mayor said.", "2016-06-10").warnings
