"""What the words of a text tell of the day that it was published on, one kind of evidence after another."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from fogline.model import Document, Published

DateReport = Callable[..., Document]


def holds(published: Published, day: str, within: int = 549) -> bool:
    """Whether an interval holds a day and is no longer than so many days."""
    assert published.start is not None and published.end is not None, published.because
    assert (published.end - published.start).days < within
    return published.start <= date.fromisoformat(day) <= published.end


@pytest.mark.parametrize(
    ("text", "day", "within"),
    [
        (
            "The Falkland post is idle since the Argentine invasion on April 2. British ships sailed on Friday.",
            "1982-05-20",
            120,
        ),
        ("Ethiopia sent troops into Tigray. The war began in November, aid groups said.", "2021-03-01", 360),
        ("The Rapid Support Forces hold half of Sudan. The war broke out in April last year.", "2024-08-01", 370),
        ("Hezbollah fired rockets from Lebanon. Israel began its war last month, officials said.", "2006-08-09", 40),
        ("Pakistan and India shell each other at Kargil. The conflict began in May.", "1999-07-01", 120),
    ],
)
def test_the_start_of_a_war_without_its_year_is_near(text: str, day: str, within: int, date_report: DateReport) -> None:
    assert holds(date_report(text).published, day, within)


def test_a_day_that_became_a_name_is_told_for_years(date_report: DateReport) -> None:
    text = "Hamas and Israel fought in Gaza. The war began on October 7, officials said."
    assert date_report(text).published.basis == "unknown"


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Syria is tired of war. The conflict, now in its seventh year, has no end in sight.", "2017-09-01"),
        ("Gunmen raided a camp in Darfur. The Janjaweed rode in. It is the third year of the war.", "2005-06-01"),
        ("Ukraine and Russia exchanged prisoners before the second anniversary of the invasion.", "2024-02-10"),
    ],
)
def test_the_year_and_the_anniversary_of_a_war(text: str, day: str, date_report: DateReport) -> None:
    assert holds(date_report(text).published, day, 400)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Three months into the war, Georgia counts the dead of South Ossetia.", "2008-11-10"),
        ("Ethiopia sent troops into Tigray. After eight months of war the hills are empty.", "2021-07-10"),
        (
            "In Iraq the tanks came for Saddam Hussein. The invasion four years ago broke the state.",
            "2007-06-01",
        ),
    ],
)
def test_the_age_of_a_war_known_by_its_names(text: str, day: str, date_report: DateReport) -> None:
    assert holds(date_report(text).published, day)


def test_days_counted_as_the_97th_day(date_report: DateReport) -> None:
    text = "Ethiopia sent troops into Tigray. Tuesday is the 97th day of the war."
    assert holds(date_report(text).published, "2021-02-09", 5)


BATTLE = "Maute gunmen held a bridge in Marawi on Friday. Soldiers shelled Marawi from the hills."


def test_a_battle_that_the_report_opens_with(date_report: DateReport) -> None:
    published = date_report(BATTLE).published
    assert holds(published, "2017-07-01")
    assert any("dating.battle" in why and "Marawi" in why for why in published.because)


@pytest.mark.parametrize(
    "text",
    [
        "Soldiers drilled on Friday. They slept in tents. It rained. It froze. Maute men held Marawi, yes Marawi.",
        "The Maute men lost Marawi in 2017. Marawi in 2017 was a ruin.",
        "Maute gunmen held a bridge in Marawi on Friday.",
    ],
    ids=["not the opening", "told with a year", "named once"],
)
def test_a_battle_in_the_background_does_not_date_a_report(text: str, date_report: DateReport) -> None:
    assert not any("dating.battle" in why for why in date_report(text).published.because)


def test_the_age_of_a_battle_narrows_it(date_report: DateReport) -> None:
    text = f"{BATTLE} Six weeks into the siege of the town the army holds the river."
    assert holds(date_report(text).published, "2017-07-04", 40)


def test_the_newest_day_without_its_year_lies_shortly_before(date_report: DateReport) -> None:
    text = f"{BATTLE} A priest was freed on June 11."
    published = date_report(text).published
    assert holds(published, "2017-06-20", 50) and published.start == date(2017, 6, 11)
    assert any("dating.newest_day" in why and "June 11" in why for why in published.because)


def test_days_to_come_and_days_of_other_articles_are_not_past(date_report: DateReport) -> None:
    text = f"{BATTLE} The schools will open on September 4."
    assert not any("dating.newest_day" in why for why in date_report(text).published.because)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Soldiers ousted Zelaya last month and flew him out, the court said.", "2009-07-10"),
        ("Cubans watched as Chavez died in March, and the oil came later.", "2013-09-01"),
        ("The army, which killed Prabhakaran two years ago, opened the road.", "2011-07-01"),
        ("In Bamako, soldiers led by Goita began a coup against Keita earlier this year.", "2020-10-10"),
    ],
)
def test_times_beside_a_known_event(text: str, day: str, date_report: DateReport) -> None:
    assert holds(date_report(text).published, day)


def test_a_finding_that_grazes_another_is_set_aside(date_report: DateReport) -> None:
    text = (
        "The fort fell in late March 2016, almost a year ago, the brigade said. "
        "A priest, who was taken on November 10, came home."
    )
    published = date_report(text).published
    assert any(why.startswith("set aside: dating.newest_day") for why in published.because)
    assert holds(published, "2017-02-01")


def test_games_to_come_do_not_date_a_report_to_their_year(date_report: DateReport) -> None:
    text = "The minister wants no team of theirs at the 2032 Olympics, he said on Friday."
    assert not any("2032" in why for why in date_report(text).published.because)


def test_a_wide_interval_is_unknown_and_says_so(date_report: DateReport) -> None:
    published = date_report("British Prime Minister David Cameron spoke on Friday.").published
    assert published.basis == "unknown" and published.start is None
    assert any(why.startswith("dating.too_wide") for why in published.because)


def test_with_an_unknown_date_relative_times_stay_relative(date_report: DateReport) -> None:
    document = date_report("The bridge was lost on Friday, a week ago the mill, and last month the dam.")
    assert document.published.basis == "unknown"
    assert document.times and all(t.begin is None and t.until is None for t in document.times)


def test_day_counts_take_the_war_that_began_last(date_report: DateReport) -> None:
    text = "Hamas and Israel fought in Gaza. It was day 10 of the war."
    times = {t.text: t for t in date_report(text, "2014-07-18").times}
    assert times["day 10"].begin is not None and times["day 10"].begin.year == 2014
