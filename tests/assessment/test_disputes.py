"""Disputes and tolls as the tables show them."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from tests.assessment.joining import Joined, counted
from tests.assessment.made import day, fact

from fogline.assessment import schema
from fogline.assessment.disputes import disputes
from fogline.assessment.fact import Fact
from fogline.assessment.tolls import tolls, tolls_at, tolls_of
from fogline.query.changes import changes

CAPTURED = fact("control.captured", "2025-02-07", by="Redland", actor="Redland")
DENIED = fact("control.captured", "2025-02-08", by="Blueland", actor="Redland", stance="denies")
ELSEWHERE = {"place": "geonames:2", "place_name": "Norden", "lat": 45.0, "lon": 30.0}


def test_a_dispute_has_both_sides_claims() -> None:
    with Joined([CAPTURED], [DENIED]).engine.connect() as connection:
        (found,) = disputes(connection)
    assert (found.what, found.place_name, found.latest) == ("control", "Osten", day("2025-02-08"))
    assert [(side.side, [f.claim for f in side.facts]) for side in found.sides] == [
        ("Redland", [CAPTURED.claim]),
        ("Blueland", [DENIED.claim]),
    ]
    assert [(c.claim, c.other) for c in found.contradictions] == [(DENIED.claim, CAPTURED.claim)]


def test_disputes_are_asked_for_by_day_and_place_and_come_newest_first() -> None:
    there = [fact("attack.drone", "2025-03-01", by="Blueland", actor="Redland", **ELSEWHERE)]
    denied = [fact("attack.drone", "2025-03-01", by="Redland", actor="Redland", stance="denies", **ELSEWHERE)]
    with Joined([CAPTURED], [DENIED], there, denied).engine.connect() as connection:
        assert [d.place for d in disputes(connection)] == ["geonames:2", "geonames:1"]
        assert [d.place for d in disputes(connection, limit=1)] == ["geonames:2"]
        assert [d.place for d in disputes(connection, place="geonames:1")] == ["geonames:1"]
        assert [d.place for d in disputes(connection, as_of=day("2025-02-10"))] == ["geonames:1"]
        assert disputes(connection, as_of=day("2025-02-07")) == []


def test_blame_and_counts_are_disputes_of_their_own_kind() -> None:
    one = fact("attack.shelling", "2024-03-04", by="Blueland", actor="Redland")
    other = fact("attack.shelling", "2024-03-04", by="Redland", actor="Blueland")
    many = fact("harm.killed", "2024-05-04", by="Blueland", quantities=counted(40))
    few = fact("harm.killed", "2024-05-04", by="Redland", quantities=counted(3))
    with Joined([one], [other], [many], [few]).engine.connect() as connection:
        assert [d.what for d in disputes(connection)] == ["count", "blame"]


def school_and_tanks() -> list[list[Any]]:
    """Of one day in one place: who hit a school, and whether tanks were lost."""
    return [
        [fact("attack.drone", "2024-03-04", by="Redland", actor="Blueland"),
         fact("harm.equipment", "2024-03-04", by="Redland", stance="denies", actor="Blueland",
              quantities=counted(10, "vehicles"))],
        [fact("attack.drone", "2024-03-04", by="Blueland", actor="Blueland", stance="denies"),
         fact("harm.equipment", "2024-03-04", by="Blueland", actor="Blueland", quantities=counted(10, "vehicles"))],
    ]  # fmt: skip


def test_what_is_not_about_one_thing_is_not_one_dispute() -> None:
    joined = Joined(*school_and_tanks())
    assert len(joined.incidents()) == 1
    with joined.engine.connect() as connection:
        found = disputes(connection)
        assert [{f.event for side in d.sides for f in side.facts} for d in found] in (
            [{"attack.drone"}, {"harm.equipment"}], [{"harm.equipment"}, {"attack.drone"}],
        )  # fmt: skip
        assert disputes(connection, limit=1) == found[:1]


def test_rival_counts_of_soldiers_and_of_civilians_are_two_disputes() -> None:
    def told(by: str, number: float, who: str) -> Fact:
        return fact("harm.killed", "2024-03-04", by=by, quantities=counted(number, who))

    joined = Joined(
        [told("Redland", 3, "civilians"), told("Redland", 40, "soldiers")],
        [told("Blueland", 12, "civilians"), told("Blueland", 5, "soldiers")],
    )
    with joined.engine.connect() as connection:
        found = disputes(connection)
        assert [d.what for d in found] == ["count", "count"]
        whom = [{f.quantities[0].category for side in d.sides for f in side.facts} for d in found]
        assert sorted(whom, key=str) == [{"civilians"}, {"soldiers"}]


def test_a_chain_of_contradictions_and_those_about_one_thing_are_one_dispute() -> None:
    once = [fact("attack.drone", "2024-03-04", by=by, actor="Redland") for by in ("Blueland", "Blueland")]
    denied = fact("attack.drone", "2024-03-04", by="Redland", actor="Redland", stance="denies")
    again = replace(
        fact("attack.drone", "2024-03-04", by="Redland", actor="Redland", stance="denies"), source="body:ministry"
    )
    with Joined([once[0]], [denied], [once[1]], [again]).engine.connect() as connection:
        (found,) = disputes(connection)
        assert {f.claim for side in found.sides for f in side.facts} == {f.claim for f in (*once, denied, again)}


def test_a_toll_is_each_sources_number_over_time_and_never_a_sum() -> None:
    mayor = fact("harm.killed", "2024-03-04", by="Blueland", quantities=counted(2))
    later = replace(
        fact("harm.killed", "2024-03-04", by="Blueland", quantities=counted(5)),
        said=day("2024-03-06"), known=day("2024-03-06"),
    )  # fmt: skip
    hospital = fact("harm.killed", "2024-03-04", by="none", source="body:hospital", quantities=counted(7, low=True))
    copy = replace(hospital, claim=later.claim + 5, id="copy", report="copied")
    joined = Joined([mayor], [later], [hospital], [copy])
    with joined.engine.connect() as connection:
        ((incident,),) = joined.rows(schema.incidents.c.id)
        (toll,) = tolls(connection, incident)
        assert [(s.side, [n.told for n in s.numbers]) for s in toll.sources] == [("Blueland", [2, 5]), ("none", [7])]
        assert (toll.lowest, toll.highest, toll.kind) == (5, 7, "total")
        (then,) = tolls(connection, incident, as_of=day("2024-03-05"))
        assert then.lowest == 2
        assert tolls_at(connection, "geonames:1") == [toll]


def test_counts_since_a_day_further_ones_and_other_people_are_kept_apart() -> None:
    strike = fact("harm.killed", "2024-03-04", by="Blueland", quantities=counted(2))
    war = replace(
        fact("harm.killed", "2024-03-04", by="Blueland", quantities=counted(30_000)),
        begin=day("2023-10-07"), time_kind="throughout",
    )  # fmt: skip
    further = fact("harm.killed", "2024-03-05", by="Blueland", quantities=counted(3, scope="incremental"))
    soldiers = fact("harm.killed", "2024-03-04", by="Blueland", quantities=counted(9, "soldiers"))
    denied = fact("harm.killed", "2024-03-04", by="Redland", stance="denies", quantities=counted(2))
    found = {(t.kind, t.who, t.highest) for t in tolls_of([strike, war, further, soldiers, denied])}
    assert found == {
        ("total", "people", 2), ("since", "people", 30_000), ("further", "people", 3), ("total", "soldiers", 9),
    }  # fmt: skip


def test_a_long_quarrel_hides_no_other_dispute() -> None:
    later = day("2024-03-07")
    hit = fact("attack.drone", "2024-03-04", by="Redland", actor="Blueland")
    no_hit = fact("attack.drone", "2024-03-04", by="Blueland", actor="Blueland", stance="denies")
    told = [
        replace(hit, claim=80_000 + n, id=f"d{n}", report=f"d{n}", origin=f"d{n}", source=f"body:{n}", known=later)
        for n in range(50)
    ]
    denied = [
        replace(no_hit, claim=80_100 + n, id=f"n{n}", report=f"n{n}", origin=f"n{n}", source=f"body:n{n}", known=later)
        for n in range(2)
    ]
    there = [replace(one, **ELSEWHERE) for one in (CAPTURED, DENIED)]
    there = [replace(one, known=day("2024-03-05"), said=day("2024-03-05")) for one in there]
    with Joined(*[[one] for one in (*there, *told, *denied)]).engine.connect() as connection:
        quarrel, other = disputes(connection, limit=2)  # the newer one has a hundred contradictions
        assert len(quarrel.contradictions) == 100
        assert {fact.claim for side in other.sides for fact in side.facts} == {one.claim for one in there}


def test_counts_that_cannot_both_hold_are_news() -> None:
    many = fact("harm.killed", "2024-05-04", by="Blueland", quantities=counted(40))
    few = fact("harm.killed", "2024-05-04", by="Redland", quantities=counted(3))
    with Joined([many], [few]).engine.connect() as connection:
        told = changes(connection, day("2024-05-04"))
        assert [(tie.later.claim, tie.earlier.claim) for tie in told.of_kind("differs")] == [(few.claim, many.claim)]
        assert changes(connection, day("2024-06-01")).ties == ()
