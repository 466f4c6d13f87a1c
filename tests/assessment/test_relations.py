"""Relations: who denies, supports, revises, concedes and keeps silent, by which rule."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from tests.assessment.joining import Joined, counted, seen
from tests.assessment.made import fact

from fogline.assessment.fact import Fact
from fogline.assessment.relations.rules import Relation, related

CAPTURED = fact("control.captured", "2025-02-07", by="Redland", actor="Redland")
DENIED = fact("control.captured", "2025-02-08", by="Blueland", actor="Redland", stance="denies")
HELD = fact("control.held", "2025-02-08", by="Blueland", actor="Blueland")
LEFT = fact("control.withdrawn", "2025-02-12", by="Blueland", actor="Blueland")
ADMITTED = fact("control.captured", "2025-02-12", by="Blueland", actor="Redland")


def toll(on: str, number: float, by: str = "Blueland", **more: Any) -> Fact:
    """Dead of one strike on 4 March in Osten; told on a day."""
    return replace(
        fact("harm.killed", "2024-03-04", by=by, quantities=counted(number)),
        said=fact("harm.killed", on, by=by).said, known=fact("harm.killed", on, by=by).known, **more,
    )  # fmt: skip


def kinds(*facts: Fact) -> list[tuple[str, int, int]]:
    """The relations of the last fact to those before: kind and which fact stands to which (numbers from 0)."""
    place = {f.claim: n for n, f in enumerate(facts)}
    found: list[Relation] = related(seen(facts[-1]), [seen(f) for f in facts[:-1]])
    return [(r.kind, place[r.claim.claim], place[r.other.claim]) for r in found]


def test_a_denial_denies_what_another_side_told() -> None:
    assert kinds(CAPTURED, DENIED) == [("denies", 1, 0)]


def test_a_denial_that_came_into_the_ledger_first_still_is_the_denial() -> None:
    late = replace(CAPTURED, claim=DENIED.claim + 1_000)
    assert kinds(DENIED, late) == [("denies", 0, 1)]


def test_nobody_denies_himself_or_his_own_side() -> None:
    own = replace(DENIED, side="Redland", source="body:redland commander")
    assert kinds(CAPTURED, own) == []


def test_a_denial_of_another_place_or_another_time_denies_nothing() -> None:
    assert kinds(CAPTURED, replace(DENIED, place="geonames:2", lat=49.5)) == []
    assert kinds(CAPTURED, replace(DENIED, begin=None, until=HELD.until and HELD.until.replace(month=6))) == []
    before = fact("control.captured", "2025-02-01", by="Blueland", actor="Redland", stance="denies")
    assert kinds(before, replace(CAPTURED, claim=10_000)) == []


def test_who_holds_a_place_denies_that_it_was_taken() -> None:
    assert kinds(CAPTURED, HELD) == [("denies", 1, 0)]
    earlier = fact("control.held", "2025-02-05", by="Blueland", actor="Blueland")
    assert kinds(earlier, replace(CAPTURED, claim=10_000)) == []


def test_retaking_a_place_later_is_no_denial() -> None:
    retaken = fact("control.captured", "2025-02-10", by="Blueland", actor="Blueland")
    assert kinds(CAPTURED, retaken) == []
    same_day = fact("control.captured", "2025-02-07", by="Blueland", actor="Blueland")
    assert kinds(CAPTURED, same_day) == [("denies", 1, 0)]


def test_the_report_itself_may_say_who_contradicts_whom() -> None:
    by_monitor = replace(DENIED, side="none", source="body:monitor", report=CAPTURED.report, against=CAPTURED.id)
    assert kinds(CAPTURED, by_monitor) == [("denies", 1, 0)]
    assert kinds(CAPTURED, replace(by_monitor, against=None)) == []


def test_a_withdrawal_concedes_the_capture_and_no_ally_can() -> None:
    assert kinds(CAPTURED, LEFT) == [("concedes", 1, 0)]
    ally = fact("control.captured", "2025-02-12", by="Greenland", actor="Redland")
    assert "concedes" not in [kind for kind, *_ in kinds(CAPTURED, DENIED, ally)]


def test_who_held_a_place_concedes_by_saying_that_the_other_took_it() -> None:
    assert ("concedes", 2, 0) in kinds(CAPTURED, HELD, ADMITTED)
    assert "concedes" not in [kind for kind, *_ in kinds(CAPTURED, ADMITTED)]


def test_who_no_longer_holds_a_place_concedes_its_capture() -> None:
    gone = fact("control.held", "2025-02-12", by="Blueland", actor="Blueland", stance="denies")
    assert kinds(CAPTURED, gone) == [("concedes", 1, 0)]
    others = fact("control.held", "2025-02-12", by="Blueland", actor="Greenland", stance="denies")
    assert "concedes" not in [kind for kind, *_ in kinds(CAPTURED, others)]
    before = fact("control.held", "2025-02-01", by="Blueland", actor="Blueland", stance="denies")
    assert kinds(before, replace(CAPTURED, claim=10_000)) == []


def test_an_admission_before_the_claim_concedes_nothing() -> None:
    left = fact("control.withdrawn", "2025-02-01", by="Blueland", actor="Blueland")
    assert kinds(left, replace(CAPTURED, claim=10_000)) == []


def test_a_side_that_says_it_did_what_was_laid_to_it_concedes() -> None:
    charge = fact("attack.drone", "2024-03-04", by="Blueland", actor="Redland")
    own = fact("attack.drone", "2024-03-04", by="Redland", actor="Redland")
    assert ("concedes", 1, 0) in kinds(charge, own)


def test_the_same_by_another_source_of_another_origin_supports() -> None:
    again = replace(CAPTURED, claim=10_000, id="x", report="other", origin="other", source="body:monitor", side="none")
    assert kinds(CAPTURED, again) == [("supports", 1, 0)]
    assert kinds(CAPTURED, replace(again, source=CAPTURED.source)) == []


def test_a_copy_supports_nothing() -> None:
    copy = replace(CAPTURED, claim=10_000, id="x", report="copy", source="narrator:herald", side="none")
    assert copy.origin == CAPTURED.report
    assert kinds(CAPTURED, copy) == []
    own = replace(copy, claim=10_001, report="own", origin="own", source="narrator:post")
    assert kinds(CAPTURED, copy, own) == [("supports", 2, 0)]


def test_other_numbers_do_not_support() -> None:
    told = toll("2024-03-04", 3)
    assert kinds(told, toll("2024-03-04", 3, "none", source="body:hospital")) == [("supports", 1, 0)]
    assert "supports" not in [k for k, *_ in kinds(told, toll("2024-03-04", 4, "none", source="body:hospital"))]


def test_a_later_number_of_a_source_or_side_revises_its_last_one() -> None:
    first, second, third = toll("2024-03-04", 2), toll("2024-03-05", 3), toll("2024-03-06", 5, source="body:mayor")
    assert kinds(first, second) == [("revises", 1, 0)]
    assert kinds(first, second, third) == [("revises", 2, 1)]
    assert kinds(first, toll("2024-03-05", 3, "none", source="body:hospital")) == []


def test_an_older_number_that_comes_late_is_revised() -> None:
    first, second = toll("2024-03-05", 3), toll("2024-03-04", 2)
    assert kinds(first, second) == [("revises", 0, 1)]


def test_a_copy_of_an_old_number_revises_nothing() -> None:
    first, second = toll("2024-03-04", 2), toll("2024-03-05", 3)
    copy = toll("2024-03-07", 2, origin=first.report)
    assert kinds(first, second, copy) == []


def test_a_source_takes_its_denial_back() -> None:
    assert ("revises", 2, 1) in kinds(CAPTURED, DENIED, ADMITTED)


def test_rival_counts_differ_and_do_not_deny() -> None:
    assert kinds(toll("2024-03-04", 30), toll("2024-03-04", 5, "Redland")) == [("differs", 1, 0)]
    at_least = toll("2024-03-04", 5, "Redland", quantities=counted(5, low=True))
    assert "differs" not in [kind for kind, *_ in kinds(toll("2024-03-04", 30), at_least)]
    assert kinds(toll("2024-03-04", 5), toll("2024-03-07", 30, "Redland")) == []  # tolls grow


def test_silence_is_about_the_nearest_claim_before_it() -> None:
    told = [replace(CAPTURED, claim=1, number=1, report="r"), replace(CAPTURED, claim=2, number=2, report="r", id="y")]
    silent = replace(CAPTURED, claim=3, number=3, report="r", source="body:b", side="Blueland", stance="withholds")
    assert kinds(*told, silent) == [("silent", 2, 1)]


@pytest.mark.parametrize("order", [(0, 1, 2), (2, 1, 0), (1, 2, 0)])
def test_the_order_in_which_reports_come_does_not_turn_relations_round(order: tuple[int, ...]) -> None:
    facts = [CAPTURED, DENIED, LEFT]
    base = 20_000
    named = {n: replace(facts[n], claim=base + place, id=f"z{n}") for place, n in enumerate(order)}
    joined = Joined(*[[named[n]] for n in order])
    who = {f.claim: n for n, f in named.items()}
    found = {(kind, who[claim], who[other]) for claim, other, kind in joined.relations()}
    assert {("denies", 1, 0), ("concedes", 2, 0)} <= found
