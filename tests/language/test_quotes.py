"""Quotations as the language stage finds them."""

from __future__ import annotations

import pytest

from fogline.language import structure
from fogline.model import Document, Quote
from fogline.reports import report_from_text


def quotes(text: str) -> list[tuple[str, Quote]]:
    document = structure(Document(report_from_text(text)))
    return [(text[q.start : q.end], q) for q in document.structure.quotes]


def words(text: str) -> list[str]:
    return [found for found, _ in quotes(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("“We held the bridge all night,” the captain said.", ["We held the bridge all night,"]),
        ('"We held the bridge all night," the captain said.', ["We held the bridge all night,"]),
        ("'We held the bridge all night,' the captain said.", ["We held the bridge all night,"]),
        ("‘We held the bridge all night,’ the captain said.", ["We held the bridge all night,"]),
        ("«We held the bridge all night», the captain said.", ["We held the bridge all night"]),
        ("„We held the bridge all night“, the captain said.", ["We held the bridge all night"]),
    ],
)
def test_every_kind_of_mark(text: str, expected: list[str]) -> None:
    assert words(text) == expected


def test_marks_of_two_kinds_pair() -> None:
    assert words('“The mill is burning," she said. "We must go now.”') == ["The mill is burning,", "We must go now."]


def test_apostrophes_are_no_marks() -> None:
    assert words("The rebels' camp wasn't empty; the '90s tents and the guards’ dogs were there.") == []


def test_single_marks_within_double_ones_belong_to_the_outer_quotation() -> None:
    assert words("“They cried ‘run for the hills’ and left,” he said.") == ["They cried ‘run for the hills’ and left,"]


def test_double_marks_within_double_ones_belong_to_the_outer_quotation() -> None:
    assert words('"The crowd cried “open the gates” for an hour," he said.') == [
        "The crowd cried “open the gates” for an hour,"
    ]


def test_missing_closing_mark_runs_to_the_end_of_the_paragraph() -> None:
    text = "He was blunt. “The road is lost and we know it.\n\nThe army said nothing on Monday."
    assert words(text) == ["The road is lost and we know it."]


def test_missing_closing_mark_before_another_quotation_ends_with_its_sentence() -> None:
    text = "“The road is lost, the driver said. A medic agreed. “Nobody can get through,” she added."
    assert words(text) == ["The road is lost, the driver said.", "Nobody can get through,"]


def test_missing_opening_mark_starts_with_its_sentence() -> None:
    text = "It had rained all day. We waited for the boats until dawn,” the fisherman said."
    assert words(text) == ["We waited for the boats until dawn,"]


def test_quotation_over_paragraphs_continues() -> None:
    text = "“The guns fell silent at noon.\n\n“Then people came out of the cellars,” she said."
    (first, one), (second, two) = quotes(text)
    assert (first, second) == ("The guns fell silent at noon.", "Then people came out of the cellars,")
    assert one.continues is None
    assert two.continues == 0


def test_word_in_marks_is_no_speech() -> None:
    assert [q.scare for _, q in quotes("The “republic” set up a “people's militia” in May.")] == [True, True]


def test_short_utterance_is_speech() -> None:
    assert [q.scare for _, q in quotes("“Never,” the general said.")] == [False]


def test_empty_and_lone_marks() -> None:
    assert words('""') == []
    assert words("”") == []
