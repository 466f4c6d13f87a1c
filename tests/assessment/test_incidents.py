"""Same event: which claims are joined, which stay apart, and that the order of changes does not matter."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.assessment.joining import Joined, counted, reports
from tests.assessment.made import fact

from fogline.assessment import schema
from fogline.assessment.fact import Fact


def strike(on: str, **more: Any) -> Fact:
    """Redland shells Osten, as Blueland says."""
    return fact("attack.shelling", on, by="Blueland", actor="Redland", **more)


def killed(on: str, number: float, **more: Any) -> Fact:
    """Dead in Osten, as Blueland says."""
    return fact("harm.killed", on, by="Blueland", quantities=counted(number), **more)


def in_one_report(*facts: Fact) -> list[Fact]:
    """Facts as claims of the first one's report, told one after the other."""
    base = facts[0].claim - 1
    return [replace(f, report=facts[0].report, origin=facts[0].origin, number=f.claim - base) for f in facts]


def test_a_strike_and_its_dead_are_one_event() -> None:
    first = in_one_report(strike("2024-03-05"), killed("2024-03-05", 3))
    second = in_one_report(strike("2024-03-05", side="Redland", source="body:redland"), killed("2024-03-05", 3))
    joined = Joined(first, second)
    assert joined.incidents() == {frozenset(f.claim for f in (*first, *second))}


def test_two_strikes_in_one_town_on_different_days_stay_apart() -> None:
    monday, thursday = strike("2024-03-04"), strike("2024-03-07")
    assert not Joined([monday], [thursday]).together(monday, thursday)


def test_every_night_is_a_night_of_its_own() -> None:
    nights = [strike(f"2024-03-{day:02}", begin=None, until=None) for day in range(4, 12)]
    nights = [replace(f, begin=f.known - timedelta(days=1), until=f.known) for f in nights]
    joined = Joined(*[[night] for night in nights])
    assert len(joined.incidents()) == len(nights)


def test_what_could_be_either_day_does_not_make_one_event_of_two_days() -> None:
    monday, either, tuesday = strike("2024-03-04"), strike("2024-03-05"), strike("2024-03-05")
    either = replace(either, begin=monday.begin)
    joined = Joined([monday], [either], [tuesday])
    assert joined.together(monday, either)
    assert not joined.together(monday, tuesday)


def test_strikes_by_two_sides_on_one_day_stay_apart() -> None:
    theirs = fact("attack.shelling", "2024-03-04", by="Blueland", actor="Redland")
    ours = fact("attack.shelling", "2024-03-04", by="Blueland", actor="Blueland")
    assert not Joined([theirs], [ours]).together(theirs, ours)


def test_each_side_blaming_the_other_speaks_of_one_strike() -> None:
    one = fact("attack.shelling", "2024-03-04", by="Blueland", actor="Redland")
    other = fact("attack.shelling", "2024-03-04", by="Redland", actor="Blueland")
    assert Joined([one], [other]).together(one, other)


def test_other_means_are_another_strike() -> None:
    shells = strike("2024-03-04")
    drone = fact("attack.drone", "2024-03-04", by="Blueland", actor="Redland")
    assert not Joined([shells], [drone]).together(shells, drone)


def test_a_place_close_by_needs_more_than_the_day() -> None:
    town = strike("2024-03-04", words="shells hit the railway depot")
    suburb = {"place": "geonames:2", "place_name": "Norden", "lat": 48.02, "lon": 37.02}
    plain = strike("2024-03-04", words="shells hit a road", **suburb)
    alike = strike("2024-03-04", words="the depot of the railway burned", **suburb)
    far = strike("2024-03-04", words="shells hit the railway depot", place="geonames:3", lat=49.0, lon=37.0)
    joined = Joined([town], [plain], [alike], [far])
    assert joined.together(town, alike)
    assert not joined.together(town, plain)
    assert not joined.together(town, far)


def test_a_claim_about_the_region_needs_other_evidence() -> None:
    region = {"place": "geonames:9", "place_name": "Donetsk Oblast", "precision": "region", "precision_m": 120_000}
    town = killed("2024-03-04", 7, words="Seven people died in Osten")
    same_number = killed("2024-03-04", 7, words="Seven people were killed in the region", **region)
    other_number = killed("2024-03-04", 12, words="Twelve were killed", source="body:clinic", **region)
    joined = Joined([town], [same_number], [other_number])
    assert joined.together(town, same_number)
    assert not joined.together(town, other_number)


def test_without_place_and_day_only_the_same_words_join() -> None:
    unknown: dict[str, Any] = {
        "place": None, "place_name": None, "lat": None, "lon": None, "precision": None, "begin": None, "until": None,
    }  # fmt: skip
    text = "a missile tore through the bakery beside the old mill"
    one = strike("2024-03-04", words=text, **unknown)
    same = strike("2024-03-05", words=text, **unknown)
    other = strike("2024-03-05", words="a missile was fired", **unknown)
    joined = Joined([one], [same], [other])
    assert joined.together(one, same)
    assert not joined.together(one, other)


def test_an_attack_without_a_place_is_that_of_the_dead_told_beside_it() -> None:
    unplaced = strike("2024-03-04", place=None, lat=None, lon=None, precision=None)
    told = in_one_report(unplaced, killed("2024-03-04", 3))
    assert Joined(told).together(*told)


def test_a_toll_that_runs_on_from_one_day_is_one_event() -> None:
    since = {"time_kind": "throughout"}
    tolls = [killed(f"2024-03-{day:02}", number, **since) for day, number in ((4, 17), (6, 100), (12, 700))]
    first = tolls[0].begin
    assert first is not None
    tolls = [replace(toll, begin=first - timedelta(days=2)) for toll in tolls]
    another = replace(killed("2024-03-12", 5, **since), begin=first + timedelta(days=3))
    joined = Joined(*[[toll] for toll in tolls], [another])
    assert joined.together(*tolls)
    assert not joined.together(tolls[0], another)


def test_one_change_of_hands_is_one_event_and_the_next_another() -> None:
    captured = fact("control.captured", "2024-03-04", by="Redland", actor="Redland")
    denied = fact("control.captured", "2024-03-05", by="Blueland", actor="Redland", stance="denies")
    left = fact("control.withdrawn", "2024-03-12", by="Blueland", actor="Blueland")
    back = fact("control.captured", "2024-03-13", by="Blueland", actor="Blueland")
    much_later = fact("control.captured", "2024-06-01", by="Redland", actor="Redland")
    joined = Joined([captured], [denied], [left], [back], [much_later])
    assert joined.together(captured, denied, left)
    assert not joined.together(captured, back)
    assert not joined.together(captured, much_later)


def test_what_is_expected_is_not_what_happened() -> None:
    expected = fact("control.captured", "2024-03-04", by="Redland", actor="Redland", stance="expects")
    captured = fact("control.captured", "2024-03-04", by="Redland", actor="Redland")
    assert not Joined([expected], [captured]).together(expected, captured)


def test_talks_of_one_day_and_city_are_one_event_only_in_much_the_same_words() -> None:
    prisoners = fact("politics.talks", "2024-03-04", by="Redland", words="envoys discussed swapping captured pilots")
    same = fact("politics.talks", "2024-03-04", by="Blueland", words="swapping pilots was discussed by the envoys")
    other = fact("politics.talks", "2024-03-04", by="Blueland", words="ministers met about grain exports")
    joined = Joined([prisoners], [same], [other])
    assert joined.together(prisoners, same)
    assert not joined.together(prisoners, other)


def test_every_join_has_its_reason() -> None:
    one, other = killed("2024-03-04", 7, words="Seven died"), killed("2024-03-04", 7, words="Seven people were killed")
    joined = Joined([one], [other])
    members = schema.members.c
    told = {claim: (to, why) for claim, to, why in joined.rows(members.claim, members.other, members.because)}
    assert told[other.claim][0] == one.claim
    assert "same place; same days; same number (7)" in told[other.claim][1]


def test_an_incident_counts_origins_not_reports() -> None:
    one = killed("2024-03-04", 7)
    copy, own = killed("2024-03-04", 7, origin=one.origin), killed("2024-03-04", 7)
    joined = Joined([one], [copy], [own])
    ((claims, origins),) = joined.rows(schema.incidents.c.claims, schema.incidents.c.origins)
    assert (claims, origins) == (3, 2)


PLACES: tuple[dict[str, Any], ...] = (
    {"place": "geonames:1", "place_name": "Osten", "lat": 48.0, "lon": 37.0},
    {"place": "geonames:2", "place_name": "Norden", "lat": 48.02, "lon": 37.02},
    {"place": "geonames:3", "place_name": "Westen", "lat": 48.4, "lon": 36.2},
    {"place": "geonames:9", "place_name": "Donetsk", "lat": 48.0, "lon": 37.8, "precision": "region"},
    {"place": None, "place_name": None, "lat": None, "lon": None, "precision": None},
)
EVENTS = (
    "attack.shelling", "attack.drone", "attack.other", "harm.killed", "harm.wounded", "control.captured",
    "control.held", "control.withdrawn", "people.population", "politics.talks",
)  # fmt: skip
WORDS = (
    "the depot burned",
    "shells hit the depot of the railway",
    "envoys discussed swapping captured pilots",
    "it fell",
)


@st.composite
def stories(draw: st.DrawFn) -> list[Fact]:
    """Some reports of some claims each, close enough to one another to be confused."""
    facts: list[Fact] = []
    for report in range(draw(st.integers(2, 6))):
        base = len(facts)
        for number in range(1, draw(st.integers(1, 4)) + 1):
            day = draw(st.integers(1, 6))
            made = fact(
                draw(st.sampled_from(EVENTS)), f"2024-03-{day:02}", by=draw(st.sampled_from(("Redland", "Blueland"))),
                actor=draw(st.sampled_from(("Redland", "Blueland", None))),
                stance=draw(st.sampled_from(("asserts", "asserts", "denies", "withholds", "expects"))),
                **draw(st.sampled_from(PLACES)), words=draw(st.sampled_from(WORDS)),
                quantities=counted(draw(st.integers(1, 4))),
                time_kind=draw(st.sampled_from(("sometime", "throughout"))),
            )  # fmt: skip
            length = draw(st.sampled_from((0, 0, 1, 3, None)))
            begin = None if length is None else made.known - timedelta(days=length)
            facts.append(
                replace(
                    made, claim=base + number, id=f"c{base + number}", number=number, report=f"r{report}",
                    origin=f"r{draw(st.sampled_from((report, report, 0)))}", begin=begin,
                    until=None if begin is None else made.until,
                )
            )  # fmt: skip
    return facts


@settings(max_examples=150, deadline=None)
@given(stories(), st.data())
def test_what_changes_later_ends_where_a_new_start_would(facts: list[Fact], data: st.DataObject) -> None:
    joined = Joined(*reports(facts))
    numbers = st.sampled_from([f.claim for f in facts])
    gone = set(data.draw(st.lists(numbers, max_size=4)))
    changed = set(data.draw(st.lists(numbers, max_size=3))) - gone
    back = set(data.draw(st.lists(numbers, max_size=2))) & gone
    now = {f.claim: f for f in facts if f.claim not in gone}
    for number in sorted(gone):
        joined.exchange([number], [])
    for number in sorted(changed):
        now[number] = replace(now[number], event="attack.drone", review="corrected")
        joined.exchange([number], [now[number]])
    for number in sorted(back):
        now[number] = next(f for f in facts if f.claim == number)
        joined.exchange([], [now[number]])
    rebuilt = Joined(*reports(now[number] for number in sorted(now)))
    assert joined.everything() == rebuilt.everything()


@settings(max_examples=60, deadline=None)
@given(stories())
def test_exchanged_sides_are_joined_and_related_alike(facts: list[Fact]) -> None:
    other = {"Redland": "Blueland", "Blueland": "Redland", None: None}
    exchanged = [
        replace(f, side=other[f.side], actor_side=other[f.actor_side], source=f"body:{(other[f.side] or '').lower()}")
        for f in facts
    ]
    one, two = Joined(*reports(facts)), Joined(*reports(exchanged))
    assert one.incidents() == two.incidents()
    assert one.relations() == two.relations()


@pytest.mark.parametrize("gone", [0, 1])
def test_what_is_taken_out_leaves_the_rest_together(gone: int) -> None:
    facts = [killed("2024-03-04", 7), killed("2024-03-04", 7), killed("2024-03-04", 7)]
    joined = Joined(*[[f] for f in facts])
    joined.exchange([facts[gone].claim], [])
    rest = [f for f in facts if f is not facts[gone]]
    assert joined.incidents() == {frozenset(f.claim for f in rest)}
    assert not [pair for pair in joined.relations() if facts[gone].claim in pair]


def test_relations_with_claims_that_stay_where_they_are_stay_too() -> None:
    """The words of the first claim change; its incident is placed anew and is found to be what it was."""
    drone = fact("attack.drone", "2024-03-01", by="Redland", actor="Redland", words="the depot burned")
    told = [strike("2024-03-01", words="the depot burned", side="Redland", source="body:redland") for _ in range(2)]
    other = strike("2024-03-01", words="the depot burned")
    joined = Joined([drone], *[[f] for f in told], [other])
    before = joined.everything()
    assert joined.relations("supports")
    joined.exchange([drone.claim], [replace(drone, review="corrected")])
    assert joined.everything() == before


def test_an_unplaced_claim_joins_what_is_corrected_to_be_of_its_kind() -> None:
    words = "shells hit the depot of the railway"
    mistaken = fact("politics.talks", "2024-03-05", by="Blueland", words=words)
    unplaced = strike("2024-03-05", words=words, place=None, lat=None, lon=None, precision=None)
    joined = Joined([mistaken], [unplaced])
    assert not joined.together(mistaken, unplaced)
    joined.exchange([mistaken.claim], [replace(mistaken, event="attack.shelling", review="corrected")])
    assert joined.together(mistaken, unplaced)


def test_who_had_lost_a_place_is_asked_anew_when_a_claim_goes() -> None:
    held = fact("control.held", "2024-03-01", by="Blueland", actor="Blueland")
    captured = fact("control.captured", "2024-03-20", by="Redland", actor="Redland")
    admitted = fact("control.captured", "2024-03-21", by="Blueland", actor="Redland")
    joined = Joined([held], [captured], [admitted])
    assert joined.relations("concedes")
    joined.exchange([held.claim], [])
    assert joined.everything() == Joined([captured], [admitted]).everything()
