"""Who says they hold a place: the rules, one by one."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.assessment.made import day, fact

from fogline.assessment.control import GAP, rows, statements, status
from fogline.assessment.fact import Fact
from fogline.model import Amount


def told(*facts: Fact) -> list[tuple[str, str]]:
    """The statuses of a place, each with its first day."""
    return [(span.begin.isoformat(), span.status) for span in status(statements(facts))]


def on(text: str, *facts: Fact) -> str:
    """The status on a day."""
    found = [span for span in status(statements(facts)) if span.begin <= day(text)]
    return found[-1].status


CAPTURED = fact("control.captured", "2025-02-07", by="Redland", actor="Redland")
DENIED = fact("control.captured", "2025-02-07", by="Blueland", actor="Redland", stance="denies")
HELD = fact("control.held", "2025-02-08", by="Blueland", actor="Blueland")
LEFT = fact("control.withdrawn", "2025-02-10", by="Blueland", actor="Blueland")


def test_one_side_claims_it() -> None:
    assert told(CAPTURED)[0] == ("2025-02-07", "claimed by Redland")


def test_the_other_side_denies_it() -> None:
    assert on("2025-02-07", CAPTURED, DENIED) == "claimed by Redland, denied by Blueland"


def test_the_other_side_says_that_it_holds_it_still() -> None:
    assert on("2025-02-08", CAPTURED, HELD) == "claimed by Redland, denied by Blueland"


def test_a_withdrawal_is_a_concession() -> None:
    assert on("2025-02-10", CAPTURED, DENIED, LEFT) == "claimed by Redland, conceded by Blueland"


def test_that_the_enemy_took_it_is_a_concession_of_who_held_it() -> None:
    admitted = fact("control.captured", "2025-02-12", by="Blueland", actor="Redland")
    assert on("2025-02-12", HELD, admitted) == "claimed by Redland, conceded by Blueland"


def test_an_ally_who_confirms_concedes_nothing() -> None:
    ally = fact("control.captured", "2025-02-12", by="Greenland", actor="Redland")
    assert on("2025-02-12", CAPTURED, ally) == "claimed by Redland"


def test_retaken_places_change_their_status() -> None:
    again = fact("control.captured", "2025-02-20", by="Blueland", actor="Blueland")
    assert told(CAPTURED, again)[:2] == [
        ("2025-02-07", "claimed by Redland"),
        ("2025-02-20", "claimed by Blueland, denied by Redland"),
    ]


def test_a_gap_is_never_filled() -> None:
    late = fact("control.held", "2025-06-01", by="Redland", actor="Redland")
    assert told(CAPTURED, late) == [
        ("2025-02-07", "claimed by Redland"),
        ((day("2025-02-07") + timedelta(days=GAP + 1)).isoformat(), "no report since 2025-02-07"),
        ("2025-06-01", "claimed by Redland"),
        ((day("2025-06-01") + timedelta(days=GAP + 1)).isoformat(), "no report since 2025-06-01"),
    ]


@pytest.mark.parametrize("stance", ["expects", "intends", "withholds", "questions"])
def test_what_is_not_said_to_be_so_gives_no_status(stance: str) -> None:
    assert told(replace(CAPTURED, stance=stance)) == []


def test_an_unconfirmed_capture_stands_in_its_row_but_gives_no_status() -> None:
    hedged = replace(CAPTURED, stance="hedges")
    assert "claimed" not in str(told(hedged))
    assert rows(statements([hedged]))[0].spans[0].status == "says Redland holds it, unconfirmed"


def test_the_outskirts_are_not_the_town() -> None:
    outskirts = replace(CAPTURED, relation="outskirts of")
    assert on("2025-02-07", outskirts) == "contested"


def test_fighting_is_contested_until_somebody_claims_it() -> None:
    fighting = fact("control.contested", "2025-02-05", by="Blueland")
    assert [s for _, s in told(fighting, CAPTURED)][:2] == [
        "contested",
        "claimed by Redland, contested by Blueland",
    ]


def test_third_parties_have_their_own_rows_and_yield_to_the_parties() -> None:
    monitor = fact(
        "control.captured", "2025-02-06", by="none", actor="Redland", kind="analyst", source_name="Institute of Maps"
    )
    narrator = fact("control.held", "2025-02-06", by="none", actor="Blueland")
    found = rows(statements([monitor, narrator, DENIED]))
    assert [(row.speaker, row.party) for row in found] == [
        ("Blueland", True), ("Institute of Maps", False), ("third parties", False),
    ]  # fmt: skip
    assert on("2025-02-06", monitor) == "third parties say Redland"
    assert on("2025-02-07", monitor, narrator, CAPTURED) == "claimed by Redland"


def test_a_state_that_lasted_begins_with_its_first_day() -> None:
    since = replace(HELD, begin=day("2024-06-01"), until=day("2025-02-08"), time_kind="throughout")
    assert told(since)[0] == ("2024-06-01", "claimed by Blueland")


def test_a_deed_within_an_interval_is_done_by_its_end() -> None:
    july = replace(CAPTURED, begin=day("2024-07-01"), until=day("2024-07-31"))
    assert told(july)[0] == ("2024-07-31", "claimed by Redland")


def test_claims_and_days_stand_behind_each_span() -> None:
    span = status(statements([CAPTURED, DENIED]))[0]
    assert span.claims == (CAPTURED.claim, DENIED.claim)
    assert (span.confirmed, span.because) == (day("2025-02-07"), "control.denied")


SIDES = {"Redland": "Blueland", "Blueland": "Redland"}
EVENTS = ["control.captured", "control.held", "control.withdrawn", "control.contested"]
made = st.lists(
    st.builds(
        lambda event, days, by, actor, stance: fact(
            event, (date(2025, 1, 1) + timedelta(days=days)).isoformat(), by=by, actor=actor, stance=stance
        ),
        st.sampled_from(EVENTS), st.integers(0, 90), st.sampled_from([*SIDES, "none"]),
        st.sampled_from([*SIDES, None]), st.sampled_from(["asserts", "denies", "hedges"]),
    ),
    max_size=12,
)  # fmt: skip


def _exchanged(one: Fact) -> Fact:
    return replace(one, side=SIDES.get(one.side, one.side), actor_side=SIDES.get(one.actor_side or "", one.actor_side))


@given(made)
def test_exchanging_the_sides_exchanges_the_status(facts: list[Fact]) -> None:
    plain, exchanged = status(statements(facts)), status(statements(map(_exchanged, facts)))
    assert [(s.begin, s.until, s.claims) for s in plain] == [(s.begin, s.until, s.claims) for s in exchanged]


@given(made)
def test_spans_follow_one_another_without_gap_or_overlap(facts: list[Fact]) -> None:
    spans = status(statements(facts))
    for span, following in pairwise(spans):
        assert span.until is not None
        assert span.until + timedelta(days=1) == following.begin
        assert span.status != following.status
    assert all(span.until is None for span in spans[-1:])


@given(made, st.randoms(use_true_random=False))
def test_the_order_in_which_claims_come_makes_no_difference(facts: list[Fact], chance: object) -> None:
    shuffled = list(facts)
    chance.shuffle(shuffled)  # type: ignore[attr-defined]
    assert status(statements(shuffled)) == status(statements(facts))


def test_ground_gained_takes_back_no_claim() -> None:
    gaining = fact("control.advanced", "2025-02-09", by="Redland", actor="Redland")
    assert on("2025-02-09", CAPTURED, gaining) == "claimed by Redland"
    assert on("2025-02-09", gaining) == "contested"


def test_who_says_that_it_is_fought_over_contests_the_claim() -> None:
    fighting = fact("control.contested", "2025-02-09", by="Blueland")
    assert on("2025-02-09", CAPTURED, fighting) == "claimed by Redland, contested by Blueland"


def test_a_long_state_outlasts_a_short_word_within_it() -> None:
    long = replace(HELD, begin=day("2025-01-01"), until=day("2025-06-01"), time_kind="throughout")
    short = fact("control.contested", "2025-02-01", by="Blueland")
    assert on("2025-02-10", long, short) == "contested"
    assert on("2025-04-10", long, short) == "claimed by Blueland"


def test_the_last_report_lies_in_the_past() -> None:
    long = replace(HELD, begin=day("2025-01-01"), until=day("2025-06-01"), time_kind="throughout", stance="hedges")
    assert (
        on("2025-01-01", long, fact("control.contested", "2024-10-01", by="Blueland")) == "no report since 2025-01-01"
    )


def test_half_a_town_is_not_the_town() -> None:
    half = Amount(0, 2, "50", 0, 0, 0, None, 50, None, "percent")
    assert on("2025-02-07", replace(CAPTURED, quantities=(half,))) == "contested"


def test_a_denial_is_not_taken_back_by_one_about_another_holder() -> None:
    other = fact("control.captured", "2025-02-07", by="Blueland", actor="Blueland", stance="denies")
    assert on("2025-02-07", CAPTURED, DENIED, other) == "claimed by Redland, denied by Blueland"
    assert on("2025-02-07", CAPTURED, other, DENIED) == "claimed by Redland, denied by Blueland"


def test_a_copy_states_nothing_of_its_own() -> None:
    copy = replace(CAPTURED, claim=10_000, report="r10000", begin=day("2025-02-20"), until=day("2025-02-20"))
    assert told(CAPTURED, LEFT, copy) == told(CAPTURED, LEFT)


def test_an_advance_that_only_third_parties_tell_of_is_no_contest() -> None:
    entered = fact("control.advanced", "2025-02-07", by="none", actor="Redland")
    assert on("2025-02-07", entered) == "third parties tell of ground gained"
