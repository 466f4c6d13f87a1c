from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from fogline.model import Document

DateReport = Callable[..., Document]
PUBLISHED = "2019-10-16"  # a Wednesday

RESOLVED = [
    ("The depot was hit on 29 July 2018.", "2018-07-29", "2018-07-29", "2018-07-29"),
    ("The depot was hit on March 14.", "2019-03-14", "2019-03-14", "2019-03-14"),
    ("The depot was hit in December.", "2018-12-01", "2018-12-31", "2018-12"),
    ("The depot will be rebuilt in December.", "2019-12-01", "2019-12-31", "2019-12"),
    ("The depot was hit in late February 2018.", "2018-02-20", "2018-02-28", "2018-02"),
    ("The depot was hit in early May.", "2019-05-01", "2019-05-10", "2019-05"),
    ("The depot was hit on Monday.", "2019-10-14", "2019-10-14", "2019-10-14"),
    ("The depot was hit on Wednesday.", "2019-10-16", "2019-10-16", "2019-10-16"),
    ("The envoys will meet on Friday.", "2019-10-18", "2019-10-18", "2019-10-18"),
    ("The depot was hit last Wednesday.", "2019-10-09", "2019-10-09", "2019-10-09"),
    ("The depot was hit last July.", "2019-07-01", "2019-07-31", "2019-07"),
    ("The depot was hit last October.", "2018-10-01", "2018-10-31", "2018-10"),
    ("The depot was hit in July last year.", "2018-07-01", "2018-07-31", "2018-07"),
    ("The depot was hit last month.", "2019-09-01", "2019-09-30", "2019-09"),
    ("The depot was hit last year.", "2018-01-01", "2018-12-31", "2018"),
    ("The depot was hit last week.", "2019-10-07", "2019-10-13", "2019-W41"),
    ("The depot was hit this week.", "2019-10-14", "2019-10-16", "2019-W42"),
    ("The depot was hit at the weekend.", "2019-10-12", "2019-10-13", "2019-W41-WE"),
    ("Shells killed two farmers overnight.", "2019-10-15", "2019-10-16", "2019-10-15TNI"),
    ("The depot was hit yesterday.", "2019-10-15", "2019-10-15", "2019-10-15"),
    ("Fighting has grown since last summer.", "2019-06-01", "2019-10-16", "2019-SU"),
    ("The mill has been idle since 2014.", "2014-01-01", "2019-10-16", "2014"),
    ("The army has crept forward for over a year.", "2018-10-16", "2019-10-16", "P1Y"),
    ("The valley saw eight months of shelling.", "2019-02-16", "2019-10-16", "P8M"),
    ("The army is stuck one week into a campaign to take the port.", "2019-10-09", "2019-10-16", "P1W"),
    ("The week-old offensive is faltering.", "2019-10-09", "2019-10-16", "P1W"),
    ("The port has been shelled heavily these weeks.", "2019-09-25", "2019-10-16", "PXW"),
    ("The port was recently retaken.", "2019-09-16", "2019-10-16", "PAST_REF"),
    ("Four people died in the past 24 hours.", "2019-10-15", "2019-10-16", "PT24H"),
    ("Four people died over the past two weeks.", "2019-10-02", "2019-10-16", "P2W"),
    ("The tunnel was dug 13 years ago.", "2006-01-01", "2006-12-31", "2006"),
    ("The tunnel was dug three days ago.", "2019-10-13", "2019-10-13", "2019-10-13"),
    ("The tunnel was dug in the 1990s.", "1990-01-01", "1999-12-31", "199"),
    ("It wants the valley by year-end.", "2019-10-16", "2019-12-31", "2019"),
]


@pytest.mark.parametrize(("text", "begin", "until", "value"), RESOLVED, ids=[row[0] for row in RESOLVED])
def test_days_against_a_given_publication_date(
    text: str, begin: str, until: str, value: str, date_report: DateReport
) -> None:
    time = date_report(text, PUBLISHED).times[0]
    assert (time.begin, time.until) == (date.fromisoformat(begin), date.fromisoformat(until))
    assert time.value == value
    assert all(time.because)


def test_what_lasts_holds_throughout_and_what_happens_holds_sometime(date_report: DateReport) -> None:
    assert date_report("The mill has been idle since 2014.", PUBLISHED).times[0].kind == "throughout"
    assert date_report("The depot was hit last month.", PUBLISHED).times[0].kind == "sometime"


def test_an_event_in_a_since_clause_keeps_its_day_and_opens_a_period(date_report: DateReport) -> None:
    document = date_report("Many have fled since the raid began in June.", PUBLISHED)
    time, tokens = document.times[0], document.structure.tokens
    assert (time.begin, time.until) == (date(2019, 6, 1), date(2019, 6, 30))
    assert time.since is not None
    assert [t.text for t in tokens[time.since[0] : time.since[1]]] == ["since", "the", "raid", "began", "in", "June"]


def test_a_range_covers_the_days_between_its_ends(date_report: DateReport) -> None:
    times = date_report("The road was shut between 3 May and 9 June.", PUBLISHED).times
    assert {(t.begin, t.until) for t in times} == {(date(2019, 5, 3), date(2019, 6, 9))}


def test_times_of_a_narrative_take_their_year_from_the_time_told_before(date_report: DateReport) -> None:
    text = (
        "In June 1861 the fort was lost. On July 4 the bridge burned, and the next day the mill. "
        "In November 1861 the army wintered. In January the thaw came. By March 1862 it was over. "
        "On May 3, 1862, the guns fell silent. In 1863 the fort was rebuilt."
    )
    values = {t.text: t.value for t in date_report(text).times}
    assert values["July 4"] == "1861-07-04"
    assert values["the next day"] == "1861-07-05"
    assert values["January"] == "1862-01"


def test_relative_times_stay_unknown_where_the_publication_date_is(date_report: DateReport) -> None:
    time = date_report("The depot was hit on Friday.").times[0]
    assert (time.begin, time.until) == (None, None)
    assert time.value == "XXXX-WXX-5"


def test_a_day_that_the_calendar_does_not_have_has_no_days(date_report: DateReport) -> None:
    assert date_report("The depot was hit on 31 February 2018.", PUBLISHED).times[0].begin is None


@pytest.mark.parametrize("published", ["0001-01-01", "9999-12-31"])
def test_the_ends_of_the_calendar_break_nothing(published: str, date_report: DateReport) -> None:
    text = "Last year, 300 centuries ago and next month it was so; it lasted for two decades. Next week it will rain."
    for time in date_report(text, published).times:
        assert time.begin is None or time.begin <= time.until


@pytest.mark.parametrize(
    ("text", "words", "begin", "until"),
    [
        (
            "A truce began on 3 May 2024. Shells fell two weeks after the truce.",
            "two weeks",
            "2024-05-17",
            "2024-05-17",
        ),
        ("The mill was hit three days before the election on 12 May.", "three days", "2024-05-09", "2024-05-09"),
        ("Shells hit the mill for a third straight day.", "a third straight day", "2024-05-27", "2024-05-29"),
        ("The raid came in the last week of April.", "the last week of April", "2024-04-20", "2024-04-30"),
    ],
)
def test_lapses_and_counts_with_an_anchor(
    text: str, words: str, begin: str, until: str, date_report: DateReport
) -> None:
    (time,) = [t for t in date_report(text, "2024-05-29").times if t.text == words]
    assert (time.begin, time.until) == (date.fromisoformat(begin), date.fromisoformat(until))


def test_a_lapse_whose_anchor_has_no_day_has_none(date_report: DateReport) -> None:
    (time,) = date_report("Two weeks after the talks, the town fell.", "2024-05-29").times
    assert time.begin is None


def test_throughout_a_month_is_on_every_day_of_it(date_report: DateReport) -> None:
    (time,) = date_report("Fighting raged throughout March.", "2024-05-29").times
    assert time.kind == "throughout"
