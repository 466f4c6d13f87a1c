"""The fingerprints by which copies are found."""

from __future__ import annotations

import hashlib

from hypothesis import given, settings
from hypothesis import strategies as st
from tests.assessment.copies.texts import ELSEWHERE, STORY, report

from fogline.assessment.copies import PASSAGES, resemblance, sketch

PINNED = (179, "18a58d1b9a4abade", "46ccedd12149ac6d")
WORD = st.text("abcdefgh", min_size=1, max_size=3)


def test_a_sketch_is_the_same_on_every_machine() -> None:
    """Kept sketches would else no longer meet new ones: change these figures together with the ledger's version."""
    made = sketch(report(*STORY))
    keys = hashlib.sha256(repr([(key.band, key.value) for key in made.keys]).encode()).hexdigest()
    assert (made.words, made.digest and made.digest[:16], keys[:16]) == PINNED
    assert len(made.signature) == 4 * 72


def test_keys_fit_a_column_of_64_bits_and_stand_once() -> None:
    keys = sketch(report(*STORY, *ELSEWHERE)).keys
    assert len(set(keys)) == len(keys)
    assert all(-(2**63) <= key.value < 2**63 for key in keys)
    assert {key.band for key in keys} == set(range(PASSAGES + 1))


@given(
    shared=st.lists(WORD, min_size=18, max_size=18),
    before=st.lists(WORD, max_size=40),
    after=st.lists(WORD, max_size=40),
    others=st.lists(WORD, max_size=80),
)
@settings(max_examples=80, deadline=None)
def test_eighteen_words_in_common_always_meet(
    shared: list[str], before: list[str], after: list[str], others: list[str]
) -> None:
    a = report(" ".join([*before, *shared, *after]) + " zz.")
    b = report(" ".join(["yy", *others, *shared, *before[::-1]]) + ".")
    assert not set(sketch(a).passages()).isdisjoint(sketch(b).passages())


def test_a_text_edited_in_every_line_is_met_by_its_bands() -> None:
    """No run of eighteen words is left, so no passage key can tell."""
    words = " ".join(STORY).split()
    edited = " ".join("thing" if place % 12 == 5 else word for place, word in enumerate(words))
    one, other = sketch(report(" ".join(words))), sketch(report(edited))
    assert {key for key in one.keys if key.band < PASSAGES} & set(other.keys)
    assert 0.4 < resemblance(one, other) < 0.9


def test_resemblance_runs_from_nothing_to_all() -> None:
    one = sketch(report(*STORY))
    assert resemblance(one, one) == 1.0
    assert resemblance(one, sketch(report(*ELSEWHERE))) < 0.05
