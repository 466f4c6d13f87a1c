"""Whether one report repeats another, and where."""

from __future__ import annotations

import random
import re
import time
from dataclasses import replace
from textwrap import wrap

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.assessment.copies.texts import DAY, ELSEWHERE, RETOLD, STORY, piece, report

from fogline.assessment.copies import Likeness, compare, furniture, sketch
from fogline.assessment.copies.likeness import PART
from fogline.model import Report

FLAT = re.compile(r"\W+")


def plain(text: str) -> str:
    return FLAT.sub(" ", text).casefold().strip()


def assert_grounded(a: Report, b: Report, found: Likeness) -> None:
    for passage in found.passages:
        one, other = piece(a, passage.a.start, passage.a.end), piece(b, passage.b.start, passage.b.end)
        assert plain(one).split()[:4] == plain(other).split()[:4]
        assert plain(one).split()[-4:] == plain(other).split()[-4:]
        assert 0 <= passage.quoted <= passage.words <= min(len(plain(one).split()), len(plain(other).split()))


def test_one_text_in_two_outlets_is_a_copy_as_a_whole() -> None:
    a, b = report(*STORY, publisher="One"), report(*STORY, publisher="Two")
    found = compare(a, b)
    assert (found.kind, found.share_a, found.share_b) == ("copy", 1.0, 1.0)
    assert found.because[0].startswith("copies.same_words")
    assert [piece(a, p.a.start, p.a.end) for p in found.passages] == [a.text.rstrip(".")]


def test_the_shortest_text_is_a_copy_of_itself_and_nothing_of_an_empty_one() -> None:
    assert compare(report("Shelling again."), report("Shelling again!")).kind == "copy"
    empty = replace(report("x"), text="", segments=())
    assert compare(empty, empty).kind == "none"
    assert compare(empty, report(*STORY)).kind == "none"
    assert sketch(empty).keys == ()
    assert sketch(empty).digest is None


def test_marks_case_and_line_breaks_do_not_make_another_text() -> None:
    changed = ["\n".join(wrap(p.lower().replace("'", "’").replace(",", ""), 60)) for p in STORY]
    assert compare(report(*STORY), report(*changed)).kind == "copy"
    assert sketch(report(*STORY)).digest == sketch(report(*changed)).digest


@given(dropped=st.sets(st.integers(0, len(STORY) - 1), min_size=1, max_size=2), seed=st.integers(0, 9))
@settings(max_examples=30, deadline=None)
def test_a_text_with_paragraphs_cut_a_new_headline_and_a_sentence_put_in_is_a_copy(
    dropped: set[int], seed: int
) -> None:
    kept = [paragraph for place, paragraph in enumerate(STORY) if place not in dropped]
    kept.insert(random.Random(seed).randrange(len(kept)), "Our correspondent could not reach the governor by phone.")
    a, b = report("Goma is lost", "", *STORY, publisher="One"), report("City falls", "", *kept, publisher="Two")
    found = compare(a, b)
    assert found.kind == "copy"
    assert found.share_b > 0.85
    assert_grounded(a, b, found)
    assert compare(b, a) == found.mirrored()
    assert not set(sketch(a).keys).isdisjoint(sketch(b).keys)
    if all(place not in dropped for place in (1, 2)):
        assert any("forty soldiers" in piece(b, p.b.start, p.b.end) for p in found.passages)


@pytest.mark.parametrize("shared", STORY)
def test_one_paragraph_taken_over_is_a_part_and_its_place_is_known(shared: str) -> None:
    a, b = report(*STORY), report(*ELSEWHERE[:2], shared, *ELSEWHERE[2:])
    found = compare(a, b)
    assert found.kind == "part"
    (passage,) = found.passages
    assert piece(b, passage.b.start, passage.b.end) == shared.rstrip(".")
    assert piece(a, passage.a.start, passage.a.end) == shared.rstrip(".")
    assert not set(sketch(a).keys).isdisjoint(sketch(b).keys)


def test_a_short_report_within_a_long_one_is_a_part_not_a_copy() -> None:
    """Else a digest would make one origin of all the reports that it holds."""
    digest = report(*STORY, *ELSEWHERE)
    assert compare(report(*ELSEWHERE[:2]), digest).kind == "part"
    assert compare(report(*STORY[:2]), digest).kind == "part"


def test_a_short_report_in_scraps_of_fifteen_words_is_part_of_a_long_one() -> None:
    words = " ".join(STORY).split()
    own = [f"{letter}{n}" for letter in "pqrstuvwx" for n in range(12)]
    scraps = [[*words[n * 15 : n * 15 + 15], *own[n * 9 : n * 9 + 9]] for n in range(8)]
    found = compare(report(*STORY, *ELSEWHERE), report(" ".join(word for scrap in scraps for word in scrap) + "."))
    assert found.kind == "part"
    assert found.because[0].startswith("copies.contained")
    assert max(passage.words for passage in found.passages) < PART


def test_one_event_told_by_two_writers_is_no_copy() -> None:
    found = compare(report(*STORY), report(*RETOLD))
    assert (found.kind, found.passages) == ("none", ())


def test_unlike_reports_share_nothing() -> None:
    assert compare(report(*STORY), report(*ELSEWHERE)).kind == "none"
    assert set(sketch(report(*STORY)).keys).isdisjoint(sketch(report(*ELSEWHERE)).keys)


def test_speech_quoted_by_two_reporters_is_no_copy_but_as_their_own_words_it_is() -> None:
    speech = (
        "we have taken the airport and the radio, our flag flies over the post office, nobody will be harmed who stays "
        "in his house tonight and keeps his children away from the windows"
    )
    one = f"The commander stood on a truck in the market and shouted to the crowd: “{speech}”. Few believed him."
    other = f'By evening the fighters\' chief had this for the townsfolk, over a borrowed loudspeaker: "{speech}".'
    assert compare(report(one), report(other)).kind == "none"
    bare = compare(report(one.replace("“", "").replace("”", "")), report(other.replace('"', "")))
    assert bare.kind != "none"


def test_stock_phrases_are_no_copy() -> None:
    one = "It was not possible to verify the claim independently. A tank was burnt near the mill at Tokmak."
    other = "Snow closed the pass at Larz. It was not possible to verify the claim independently, the editors add."
    assert compare(report(one, *ELSEWHERE), report(other, *STORY)).kind == "none"


def test_what_an_outlet_prints_under_every_report_is_no_copy() -> None:
    about = (
        "The Lakeside Courier is read in four countries and prints on both shores of it. Founded by teachers in the "
        "year of independence, it belongs to its readers and offers them sober reporting every day of the week, save "
        "on Easter Monday and on the feast of the republic."
    )
    briefs = [report(f"{text} {about}", publisher="Courier") for text in (*STORY, *ELSEWHERE)]
    a, b = briefs[0], briefs[8]
    assert compare(a, b).kind != "none"
    held: dict[int, int] = {}
    for brief in briefs:
        for value in sketch(brief).passages():
            held[value] = held.get(value, 0) + 1
    known = furniture(held, len(briefs))
    assert compare(a, b, known).kind == "none"
    assert (compare(a, b, known).share_a, compare(a, b, known).share_b) == (0, 0)
    again = report(f"{STORY[0]} {about}", publisher="Courier", published=DAY)
    assert compare(a, again, known).kind == "copy"


def test_furniture_is_what_many_of_an_outlets_reports_have() -> None:
    assert furniture({1: 3, 2: 4, 3: 10}, 10) == {2, 3}
    assert furniture({1: 10, 2: 30}, 100) == {2}


def test_credits_and_links_are_no_text_that_is_shared() -> None:
    tail = (
        "Reporting by Ana Reyes and Tom Brook; editing by Lena Ortiz and Paul Marsh",
        "Read more:",
        "Share Tweet Email",
    )
    assert compare(report(*STORY, *tail), report(*ELSEWHERE, *tail)).kind == "none"


FORMULA = "A patrol of the border guard seized a lorry with two hundred rifles during a search in the district of {}, "
ENDING = "and detained the driver, who is to be brought before a military judge, the command of the sector said today."


def test_an_outlets_formula_for_another_event_is_no_copy() -> None:
    a, b = (report((FORMULA + ENDING).format(place), publisher="Guard") for place in ("Nador", "Zagora"))
    assert compare(a, b).kind == "none"
    other = replace(b, publisher="Elsewhere")
    assert compare(a, other).kind == "copy"
    named = "Nador, its governor Idris Amrani told the council of the province,"
    again = report((FORMULA + ENDING).format(named).replace("a lorry", "the lorry"), publisher="Guard")
    assert compare(a, again).kind == "copy"


STRAIT = "The strait has been closed to {} tankers since the mine sweepers of both navies were called back in March{}."


def kind_with(one: str, other: str) -> str:
    return compare(report(*STORY, one), report(other, *ELSEWHERE)).because[0].split(":")[0]


def test_a_sentence_counts_where_as_many_words_within_longer_ones_do_not() -> None:
    assert 18 <= len(STRAIT.split()) < PART
    assert kind_with(STRAIT.format("all", ""), STRAIT.format("laden", "")) == "copies.sentence"
    longer = " and to the ferries of the islands from the day on which the harbour master of the capital fled"
    assert kind_with(STRAIT.format("all", ""), STRAIT.format("all", longer)) == "copies.sentence"
    other = " although the pilots of the canal company and their families had sworn that they would take any ship"
    assert kind_with(STRAIT.format("all", longer), STRAIT.format("all", other)) == "copies.none"


def test_a_sentence_with_another_number_is_another_sentence() -> None:
    assert kind_with(STRAIT.format("all 40", ""), STRAIT.format("all 40", "")) == "copies.sentence"
    assert kind_with(STRAIT.format("all 40", ""), STRAIT.format("all 52", "")) == "copies.none"


@given(st.lists(st.sampled_from(["ab", "c.", "d“", "”e", "\n\n\"f'", "1,3", "U.S.", "\x00<>"]), max_size=60))
@settings(max_examples=60, deadline=None)
def test_any_text_is_compared_and_the_mirror_holds(parts: list[str]) -> None:
    text = " ".join(parts)
    if text.strip():
        a, b = report(text), report("d “ " + text[::-1] + " e")
        found = compare(a, b)
        assert compare(b, a) == found.mirrored()
        assert all(0 <= share <= 1 for share in (found.share_a, found.share_b))
        assert compare(a, a).kind == ("copy" if sketch(a).words else "none")


def test_a_sentence_repeated_ten_thousand_times_takes_no_longer_than_its_length() -> None:
    """Squared, the work would be a thousand times that of a text of 300 words, and take minutes."""
    line = "The siege goes on and the wells are dry. "
    long, longer = report(line * 10_000), report(line * 10_000 + " ".join(STORY) + line * 500)
    start = time.process_time()
    assert compare(long, longer).kind == "copy"
    assert sketch(long).words == 90_000
    assert len(sketch(long).keys) < 100
    assert time.process_time() - start < 20
