"""Versions of one running story."""

from __future__ import annotations

import time
from datetime import timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.assessment.copies.texts import DAY, ELSEWHERE, RETOLD, STORY, piece, report

from fogline.assessment.copies import Version, compare, is_running_story, versions
from fogline.model import Report, Span


def texts(report: Report, spans: tuple[Span, ...]) -> list[str]:
    return [piece(report, span.start, span.end) for span in spans]


def test_nothing_changes_between_a_text_and_itself() -> None:
    found = versions(report(*STORY), report(*STORY))
    assert (found.added, found.dropped, found.changed, found.kept) == ((), (), (), 7)


def test_a_higher_toll_is_one_changed_sentence_with_its_words() -> None:
    later = [
        p.replace("about forty soldiers", "at least 52 soldiers").replace(" around the airport", "") for p in STORY
    ]
    old, new = report(*STORY), report(*later)
    found = versions(old, new)
    (change,) = found.changed
    assert piece(old, change.old.start, change.old.end).startswith("Two army officers said that about forty")
    assert piece(new, change.new.start, change.new.end).startswith("Two army officers said that at least 52")
    assert change.words[0] == ("about forty", "at least 52")
    assert change.words[1] == ("around the airport", "")
    assert (found.added, found.dropped, found.kept) == ((), (), 6)
    assert found.because == ("copies.version: of the sentences 6 kept, 1 changed, 0 added, 0 dropped",)


def test_added_and_dropped_sentences_are_named() -> None:
    old, new = report(*STORY), report(*STORY[1:4], "Lights went out in the whole town at nine.", *STORY[4:])
    found = versions(old, new)
    assert texts(new, found.added) == ["Lights went out in the whole town at nine"]
    assert texts(old, found.dropped) == [STORY[0].rstrip(".")]
    assert (found.changed, found.kept) == ((), 6)


def test_a_sentence_with_a_few_words_of_another_is_not_that_one_reworded() -> None:
    other = "Two army officers said that the harbour of Bukavu would stay open to ferries, to traders and to the sick."
    found = versions(report(*STORY), report(STORY[0], other, *STORY[2:]))
    assert (len(found.added), len(found.dropped), found.changed) == (1, 1, ())


def test_a_paragraph_that_moved_is_kept() -> None:
    found = versions(report(*STORY), report(*STORY[3:], *STORY[:3]))
    assert (found.added, found.dropped, found.changed, found.kept) == ((), (), (), 7)


def test_sentences_are_not_cut_at_titles_and_initials() -> None:
    sentence = "Gen. A. Mbeki told Mr. Ilunga of the U.N. office that the bridge at St. Paul would be open by Sunday."
    found = versions(report(*STORY), report(*STORY, sentence))
    assert texts(report(*STORY, sentence), found.added) == [sentence.rstrip(".")]


@given(
    old=st.lists(st.sampled_from(STORY + RETOLD), max_size=8), new=st.lists(st.sampled_from(STORY + RETOLD), max_size=8)
)
@settings(max_examples=40, deadline=None)
def test_every_sentence_is_accounted_for_once(old: list[str], new: list[str]) -> None:
    before, after = report("Goma.", *old), report("Goma.", *new)
    found = versions(before, after)
    back = versions(after, before)
    assert sentence_count(found) == sentence_count(back)[::-1]
    nothing = versions(report("Bukavu."), after)
    assert sentence_count(found)[1] == sentence_count(nothing)[1]
    assert len(set(found.added)) == len(found.added)


def sentence_count(found: Version) -> tuple[int, int]:
    """How many sentences the old and the new text have."""
    both = found.kept + len(found.changed)
    return both + len(found.dropped), both + len(found.added)


@pytest.mark.parametrize(
    ("publisher", "days", "kept", "expected"),
    [("Herald", 1, 6, True), ("Courier", 1, 6, False), ("Herald", 9, 6, False), ("Herald", 1, 1, False)],
    ids=["same outlet, next day", "another outlet", "long after", "one paragraph of it"],
)
def test_versions_are_of_one_outlet_within_days(publisher: str, days: int, kept: int, expected: bool) -> None:
    first = report(*STORY, publisher="Herald", published=DAY)
    later = report(*STORY[:kept], *ELSEWHERE, publisher=publisher, published=DAY + timedelta(days=days))
    assert is_running_story(first, later, compare(first, later)) is expected


def test_dates_that_are_not_known_do_not_part_versions() -> None:
    first, later = report(*STORY, publisher="Herald", published=DAY), report(*STORY[:5], publisher="Herald")
    assert is_running_story(first, later, compare(first, later))


def test_thousands_of_like_sentences_are_compared_in_time_that_grows_with_them() -> None:
    old = report(" ".join(f"The guns at post {n} fell silent at dawn." for n in range(4_000)))
    new = report(" ".join(f"The guns at post {n} fell silent at dusk." for n in range(4_000)))
    start = time.process_time()
    found = versions(old, new)
    assert sentence_count(found) == (4_000, 4_000)
    assert time.process_time() - start < 20
