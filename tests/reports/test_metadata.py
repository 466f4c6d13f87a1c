from __future__ import annotations

from datetime import date

import pytest

from fogline.reports import report_from_text
from fogline.reports.dates import date_in, date_in_url

BODY = "The army said on Friday that it had taken the bridge at Osten after three days of fighting on both banks."


@pytest.mark.parametrize(
    ("head", "day"),
    [
        ("Published 7 February 2025\n\n", date(2025, 2, 7)),
        ("Date of publication 10 July 2016 ", date(2016, 7, 10)),
        ("LIMA, 3 May 2021 (Reuters) - ", date(2021, 5, 3)),
        ("SAN JUAN, 3 JAN 90 (EFE) -- ", date(1990, 1, 3)),
        ("Tue 5 May 2015 ", date(2015, 5, 5)),
        ("Last updated: May 23, 2016 5:28 AM EDT\n\n", date(2016, 5, 23)),
    ],
)
def test_stated_dates(head: str, day: date) -> None:
    published = report_from_text(head + BODY).published
    assert (published.start, published.end, published.basis) == (day, day, "stated")
    assert published.because


@pytest.mark.parametrize(
    "head", ["LIMA, May 3 (Reuters) - ", "On 5 May 2015 all was quiet. ", "Published 03/04/2020\n\n"]
)
def test_dates_that_are_not_stated_in_full(head: str) -> None:
    assert report_from_text(head + BODY).published.basis == "unknown"


def test_a_link_in_the_text_dates_nothing() -> None:
    text = f"{BODY}\n\nhttps://example.org/2025/11/09/talks-open\n\n{BODY}"
    assert report_from_text(text).published.basis == "unknown"


def test_given_wins_over_stated() -> None:
    published = report_from_text(f"Published 7 February 2025\n\n{BODY}", published=date(2025, 2, 8)).published
    assert (published.start, published.basis) == (date(2025, 2, 8), "given")


def test_own_address_tells_date_and_outlet() -> None:
    report = report_from_text(BODY, url="https://www.reuters.com/world/2025/02/07/bridge")
    assert (report.published.start, report.published.basis) == (date(2025, 2, 7), "stated")
    assert report.publisher == "Reuters"


def test_agency_and_byline() -> None:
    report = report_from_text(f"LIMA, May 3 (Reuters) - {BODY}\n\n(Reporting by Ana Reyes; editing by Tom Brook)")
    assert (report.agency, report.byline) == ("Reuters", "Ana Reyes")


def test_photographer_is_the_byline_where_no_writer_is_named() -> None:
    report = report_from_text(f"This photograph shows a burnt bus in Osten. Ana REYES / AFP\n\n{BODY}")
    assert (report.agency, report.byline) == ("AFP", "Ana REYES")


def test_headline() -> None:
    assert report_from_text(f"Army claims the bridge at Osten\n\n{BODY}").title == "Army claims the bridge at Osten"
    assert report_from_text(BODY).title is None


def test_language() -> None:
    german = (
        "Die Armee erklärte am Freitag, sie habe die Brücke bei Osten nach drei Tagen Kampf an beiden Ufern genommen. "
    )
    report = report_from_text(german * 3)
    assert report.language == "de"
    assert [w.code for w in report.warnings] == ["not_english"]
    assert report_from_text(BODY).language == "en"
    assert report_from_text(BODY, language="English").language == "en"
    assert report_from_text(BODY, language="uk-UA").language == "uk"


def test_ids_follow_from_text_origin_and_date() -> None:
    ids = {
        report_from_text(BODY).id,
        report_from_text(BODY + " ").id,
        report_from_text(BODY, publisher="The Osten Courier").id,
        report_from_text(BODY, published=date(2025, 2, 7)).id,
    }
    assert len(ids) == 4
    assert report_from_text(BODY).id == report_from_text(BODY).id


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("7 February 2025", date(2025, 2, 7)),
        ("Feb. 7th, 2025", date(2025, 2, 7)),
        ("2025-02-07T10:00:00Z", date(2025, 2, 7)),
        ("07.02.2025", date(2025, 2, 7)),
        ("13/02/2025", date(2025, 2, 13)),
        ("02/13/2025", date(2025, 2, 13)),
        ("02/03/2025", None),
        ("31 February 2025", None),
    ],
)
def test_dates(text: str, day: date | None) -> None:
    assert date_in(text) == day


def test_dates_in_addresses() -> None:
    assert date_in_url("https://example.org/world/2025/feb/07/x") == date(2025, 2, 7)
    assert date_in_url("https://example.org/2025/13/07/x") is None
