from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from fogline.model import Document

DateReport = Callable[..., Document]


def test_a_given_date_is_kept(date_report: DateReport) -> None:
    document = date_report("The bridge was lost on 3 May 2015.", "2019-10-16")
    assert document.published.basis == "given"
    assert document.published.start == document.published.end == date(2019, 10, 16)


def test_nothing_bounds_a_text_without_dates(date_report: DateReport) -> None:
    published = date_report("The bridge was lost on Friday, the brigade said.").published
    assert (published.basis, published.start, published.end) == ("unknown", None, None)
    assert published.because


def test_a_distance_that_restates_a_date_bounds_the_report(date_report: DateReport) -> None:
    text = "It is the largest town lost since the fort fell in late March 2016, almost a year ago, the brigade said."
    published = date_report(text).published
    assert published.basis == "inferred"
    assert date(2016, 12, 1) <= published.start <= date(2017, 1, 15)
    assert date(2017, 3, 20) <= published.end <= date(2017, 4, 1)
    assert any("almost a year ago" in why and "late March 2016" in why for why in published.because)


def test_last_year_beside_the_same_month_with_its_year(date_report: DateReport) -> None:
    text = "The dam broke on 9 June 2016.\n\nHalf of the farms were empty by June last year, the governor said."
    published = date_report(text).published
    assert (published.start, published.end) == (date(2017, 1, 1), date(2017, 12, 31))


def test_persons_in_office_bound_the_report_and_former_ones_do_not(date_report: DateReport) -> None:
    text = "British Prime Minister Liz Truss met French President Emmanuel Macron on Friday."
    published = date_report(text).published
    assert published.start == date(2022, 9, 6)
    assert published.end is not None and published.end < date(2022, 12, 31)
    assert date_report("Former Prime Minister Liz Truss spoke on Friday.").published.basis == "unknown"


def test_the_age_of_a_war_whose_start_is_told(date_report: DateReport) -> None:
    text = "The nearly four-year war has emptied the coast. It began with the invasion of the islands in May 2003."
    published = date_report(text).published
    assert published.start is not None and published.end is not None
    assert date(2007, 2, 15) in (date(2007, 2, 15), published.start) and published.start <= date(2007, 2, 15)
    assert date(2007, 4, 30) <= published.end <= date(2007, 6, 30)


def test_a_clashing_finding_is_set_aside_and_said_to_be(date_report: DateReport) -> None:
    text = (
        "Men clear rubble in the port on June 9, 2016. REUTERS/Jane Doe\n\n"
        "The fort fell in late March 2016, almost a year ago, the brigade said."
    )
    published = date_report(text).published
    assert published.end is not None and published.end >= date(2017, 3, 20)
    assert any(why.startswith("set aside: dating.picture") for why in published.because)


LINK = "https://paper.example/2018/11/09/another-story"


@pytest.mark.parametrize("published", [None, "2019-10-16"])
def test_dates_in_addresses_are_never_believed(published: str | None, date_report: DateReport) -> None:
    text = f"The bridge was lost on Friday, the brigade said.\n\n{LINK}\n\nThe brigade holds the hill."
    document = date_report(text, published)
    warning = next(w for w in document.warnings if w.code == "url_date_not_believed")
    assert LINK in warning.message and "2018-11-09" in warning.message
    assert document.published.start != date(2018, 11, 9)


def test_an_address_with_the_given_date_needs_no_warning(date_report: DateReport) -> None:
    assert not date_report(f"The bridge was lost on Friday.\n\n{LINK}", "2018-11-09").warnings


def test_times_are_resolved_where_the_whole_interval_agrees(date_report: DateReport) -> None:
    text = "The dam broke on 9 June 2016.\n\nHalf of the farms were empty by June last year. It fell silent on Friday."
    times = {t.text: t for t in date_report(text).times}
    assert times["June last year"].begin == date(2016, 6, 1)
    assert times["Friday"].begin is None


def test_the_annotated_report_without_its_date(shared: Path, date_report: DateReport) -> None:
    text = (shared / "gold" / "dev" / "toretsk-2025-02-07.txt").read_text(encoding="utf-8")
    document = date_report(text)
    published = document.published
    assert published.basis == "inferred" and len(published.because) > 2
    assert published.start <= date(2025, 2, 7) <= published.end
    assert (published.end - published.start).days < 120
    assert not published.start <= date(2025, 11, 9) <= published.end
    assert any("2025-11-09" in w.message for w in document.warnings if w.code == "url_date_not_believed")


def test_a_weekday_beside_a_date_picks_the_year(date_report: DateReport) -> None:
    text = (
        "British Prime Minister David Cameron arrived on Friday, March 6, the embassy said.\n\n"
        "U.S. President Barack Obama and French President Francois Hollande are to follow."
    )
    published = date_report(text).published
    assert published.start is not None and published.end is not None
    assert published.start <= date(2015, 3, 6) <= published.end
    assert (published.end - published.start).days < 70


def test_reasons_name_what_agrees_as_well(date_report: DateReport) -> None:
    text = "The fort fell in late March 2016, almost a year ago. French President Francois Hollande spoke of it."
    assert any(why.startswith("agrees: dating.in_office") for why in date_report(text).published.because)


def test_a_predecessor_named_beside_the_successor_is_past(date_report: DateReport) -> None:
    text = "French President Emmanuel Macron undid what French President Francois Hollande had begun, aides said."
    assert not any("Hollande" in why for why in date_report(text).published.because)


def test_a_candidate_for_an_office_does_not_hold_it(date_report: DateReport) -> None:
    assert date_report("French presidential candidate Emmanuel Macron spoke on Friday.").published.because == (
        "dating.nothing_bounds_it",
    )
