"""What two claims have in common, as the rules of relations ask for it."""

from __future__ import annotations

from fogline.assessment.incidents.sight import Sight
from fogline.assessment.incidents.state import VAGUE
from fogline.assessment.incidents.when import CHANGE, day_relation
from fogline.assessment.incidents.where import place_relation

TOLD = frozenset({"asserts", "hedges"})
COUNTED = ("harm.", "attack.intercept")
NONE = "none"


def two_sides(one: Sight, other: Sight) -> bool:
    """Whether two claims are of two parties."""
    return one.side != other.side and NONE not in (one.side, other.side)


def same_event(one: Sight, other: Sight) -> bool:
    """Whether two claims are of one type of event; an attack without means told is of any type of attack."""
    if one.event == other.event:
        return True
    return one.family == other.family == "attack" and bool(VAGUE & {one.event, other.event})


def same_actor(one: Sight, other: Sight, *, known: bool = False) -> bool:
    """Whether one side acts in both claims; that both tell it is asked for where `known`."""
    return one.actor == other.actor if known else None in (one.actor, other.actor) or one.actor == other.actor


def same_place(one: Sight, other: Sight) -> bool:
    """Whether both tell a place, and it is one, or the same part of one."""
    parts = one.relation is None or other.relation is None or one.relation == other.relation
    return parts and place_relation(one, other) in {"same", "near", "region"}


def same_days(one: Sight, other: Sight) -> bool:
    """Whether both may be of one day."""
    return day_relation(one, other) in {"same", "overlap", "unknown"}


def still_stood(later: Sight, earlier: Sight) -> bool:
    """Whether what was said of who holds a place still stood when the other spoke: not before, two weeks at most."""
    at, since, last = last_day(later), earlier.begin, last_day(earlier)
    return (since is None or at >= since) and at - last <= CHANGE


def last_day(claim: Sight) -> int:
    """The last day of which a claim speaks, else that on which it was said."""
    return claim.until if claim.until is not None else claim.said


def numbers_differ(one: Sight, other: Sight) -> bool:
    """Whether both count the same kind of thing, and no number is both counts."""
    if one.event != other.event or not one.event.startswith(COUNTED) or one.count is None or other.count is None:
        return False
    if one.count.who != other.count.who or one.count.told is None or other.count.told is None:
        return False
    (low, high), (low2, high2) = one.count.bounds, other.count.bounds
    return high < low2 or high2 < low


def numbers_agree(one: Sight, other: Sight) -> bool:
    """Whether one number may be both counts; of what is no count the numbers do not matter."""
    if one.event != other.event or not one.event.startswith(COUNTED):
        return True
    if one.count is None or other.count is None:
        return one.count is other.count
    return one.count.who == other.count.who and not numbers_differ(one, other)
