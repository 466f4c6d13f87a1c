from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from fogline.extraction.times import expressions
from fogline.language import structure
from fogline.model import Document, Segment
from fogline.reports import report_from_text

Times = Callable[[str], Document]

FOUND = [
    ("The depot burned on 29 July 2024 and again on 3 August.", ["29 July 2024", "3 August"]),
    ("Shells fell on the 5th of May, on May 7 and 9.", ["the 5th of May", "May 7", "9"]),
    ("The mill was shelled from 3 to 7 May 2019.", ["3", "7 May 2019"]),
    ("The film is dated 2019-03-14, the letter 14.03.2019.", ["2019-03-14", "14.03.2019"]),
    ("The town fell in late February 2017, almost a year ago.", ["late February 2017", "almost a year ago"]),
    ("By July last year half had gone.", ["July last year"]),
    ("Fighting has grown since last summer.", ["last summer"]),
    ("Drones struck the port on Friday night and early Saturday.", ["Friday night", "early Saturday"]),
    ("The siege went on for over a year, through eight months of hunger.", ["over a year", "eight months"]),
    ("Four people died in the past 24 hours.", ["the past 24 hours"]),
    ("It is day 109 of the invasion.", ["day 109"]),
    ("He came back two days later and left the next morning.", ["two days later", "the next morning"]),
    ("Shells fall daily, on Sundays and every night.", ["daily", "Sundays", "every night"]),
    ("The raid began at 4:30 a.m. on Tuesday.", ["4:30 a.m. on Tuesday"]),
    ("The two-decade-old feud flared up in mid-2012.", ["two-decade-old", "mid-2012"]),
    ("They may march on the capital, the second largest city.", []),
    ("They counted 2019 shells and 1500 mines at grid 3.14.", []),
    ("See https://news.example/2019/03/14/bridge-lost for more.", []),
]


@pytest.mark.parametrize(("text", "wanted"), FOUND, ids=[text for text, _ in FOUND])
def test_expressions_of_a_sentence(text: str, wanted: list[str], times: Times) -> None:
    assert [e.text for e in times(text).expressions] == wanted


def test_spans_point_into_the_report_across_line_wraps() -> None:
    text = "The ford was lost in late\n February 2017, and on 14\nMarch the bridge."
    report = replace(report_from_text(text), segments=(Segment("body", 0, len(text)),))
    found = expressions(structure(Document(report))).expressions
    assert [text[e.start : e.end] for e in found] == [e.text for e in found]
    assert [e.text for e in found] == ["late\n February 2017", "14\nMarch"]


def test_a_word_of_a_places_longer_name_is_no_time(read: Callable[..., Document]) -> None:
    document = read("In Now Zad district, Helmand province, troops detained two men. Now they hold the road.")
    assert [(e.start, e.text) for e in document.expressions] == [(document.report.text.index("Now they"), "Now")]


@pytest.mark.parametrize(
    ("text", "tense"),
    [
        ("The envoys will meet on Friday.", "future"),
        ("The envoys are expected to meet on Friday.", "future"),
        ("The envoys had met on Friday.", "past"),
        ("The envoys met on Friday.", "past"),
    ],
)
def test_tense_of_the_governing_verb(text: str, tense: str, times: Times) -> None:
    assert dict(times(text).expressions[0].fields)["tense"] == tense


def test_both_ends_of_a_range_know_each_other(times: Times) -> None:
    first, second = times("The road was shut between 3 May and 9 June.").expressions
    assert dict(first.fields)["range_to"] == str(second.start)
    assert dict(second.fields)["range_from"] == str(first.start)
