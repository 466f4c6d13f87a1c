"""The days of claims: a day that a sentence tells holds for the deed of the next one."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta

import pytest

from fogline.claims.lookup import Lookup
from fogline.claims.moments import Moments
from fogline.model import Document, When

Read = Callable[..., Document]
DAY = "2024-05-08"  # a Wednesday
DAY_ITSELF = date(2024, 5, 8)
SATURDAY = date(2024, 5, 4)


def when(document: Document, event: str) -> When:
    (found,) = [claim.time for claim in document.claims if claim.event == event]
    assert found is not None
    return found


def test_a_day_holds_for_what_the_next_sentence_tells(read: Read) -> None:
    text = "Police arrested a rebel leader in Koro on Saturday. During the operation, three gunmen were killed."
    found = when(read(text, DAY), "harm.killed")
    assert found.words is not None and found.words.text == "Saturday"
    assert (found.begin, found.until) == (SATURDAY, SATURDAY)


def test_a_new_paragraph_tells_of_its_own_day(read: Read) -> None:
    text = (
        "Police arrested a rebel leader in Koro on Saturday.\n\nIn the capital, three gunmen were killed.\n\n"
        "The mayor called for calm on Wednesday."
    )
    assert when(read(text, DAY), "harm.killed").until == date(2024, 5, 8)


def test_a_day_two_sentences_before_is_forgotten(read: Read) -> None:
    text = (
        "Police arrested a rebel leader on Saturday. Nobody saw it. Three gunmen were killed in the capital.\n\n"
        "The mayor called for calm on Wednesday."
    )
    assert when(read(text, DAY), "harm.killed").until == date(2024, 5, 8)


def test_the_news_is_of_the_day_told_first(read: Read) -> None:
    text = "Police arrested a rebel leader in Koro on Tuesday. The police station was shut. Gunmen killed two guards."
    found = when(read(text, DAY), "harm.killed")
    assert (found.begin, found.until) == (date(2024, 5, 7), date(2024, 5, 7))


def test_a_report_that_tells_no_day_speaks_of_its_own(read: Read) -> None:
    text = "KORO, Mali (May 8, 2024) An army patrol killed two gunmen near the town."
    found = when(read(text, DAY), "harm.killed")
    assert (found.begin, found.until) == (date(2024, 5, 8), date(2024, 5, 8))
    told = when(read(f"{text} Police arrested a rebel leader on Tuesday.", DAY), "harm.killed")
    assert told.until - told.begin <= timedelta(days=1) and told.begin == date(2024, 5, 7)


def test_a_report_of_a_day_long_past_tells_all_of_that_day(read: Read) -> None:
    text = "Police arrested a rebel leader in Koro on Saturday.\n\nIn the capital, three gunmen were killed."
    document = read(text, DAY)
    found = when(document, "harm.killed")
    assert found.words is not None and found.words.text == "Saturday"
    assert (found.begin, found.until) == (SATURDAY, SATURDAY)
    (claim,) = [claim for claim in document.claims if claim.event == "harm.killed"]
    assert any(reason.endswith("the day of its lead") for reason in claim.because)


def test_the_date_of_a_report_in_brackets_tells_no_deed(read: Read) -> None:
    found = when(read("KORO, Mali (May 8, 2024) An army patrol killed two gunmen.", DAY), "harm.killed")
    assert found.words is None


def test_the_model_and_its_score_are_given(read: Read) -> None:
    (claim,) = read("Troops captured the airport on Monday.", DAY).claims
    assert any(re.fullmatch(r"time: model time [01]\.\d\d, clause", reason) for reason in claim.because)


def test_what_goes_on_is_of_the_report(read: Read) -> None:
    text = "Police arrested a rebel leader in Koro on Saturday. Troops are shelling the town."
    assert when(read(text, DAY), "attack.shelling").begin == date(2024, 5, 8)


def test_since_the_war_is_told_from_the_war(read: Read) -> None:
    lead = "Russia invaded Ukraine on February 24, 2022. "
    for text, found in (
        ("Aid has grown since the start of the invasion.", "since war"),
        ("Aid has grown in the war.", "war"),
    ):
        document = read(lead + text, DAY)
        event = document.events[-1]
        told = Moments(Lookup(document)).of(replace(event, head=document.structure.sentences[1].first), "perfect", None)
        assert found in {moment.found for moment in told}


@pytest.mark.parametrize(
    ("text", "begin"),
    [
        ("The port of Mykolaiv had 476,000 residents before the invasion.", date(2022, 1, 1)),
        ("Some 9,000 people lived in Orikhiv before the war.", date(2022, 1, 1)),
        ("Some 9,000 people live in Orikhiv.", DAY_ITSELF),
    ],
)
def test_how_many_lived_there_before_the_war_is_of_the_year_up_to_its_first_day(
    read: Read, text: str, begin: date
) -> None:
    document = read("Russia invaded Ukraine on February 24, 2022. " + text, DAY)
    (told,) = [claim.time for claim in document.claims if claim.event == "people.population"]
    assert told is not None
    assert (told.begin, told.until) == (begin, date(2022, 2, 24) if begin != DAY_ITSELF else DAY_ITSELF)


def test_what_a_video_shows_is_not_of_the_days_in_which_it_was_published(read: Read) -> None:
    text = "Drone video footage recently published by a brigade shows the ruins of a town after months of shelling."
    assert [claim.time for claim in read(text, DAY).claims if claim.event == "harm.damage"] == [None]
