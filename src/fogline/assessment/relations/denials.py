"""Who denies whom: a denial of what another side tells, or its word that the opposite is so."""

from __future__ import annotations

from fogline.assessment.incidents.sight import Sight
from fogline.assessment.incidents.state import blamed
from fogline.assessment.relations.pairs import (
    TOLD,
    numbers_differ,
    same_actor,
    same_days,
    same_event,
    same_place,
    still_stood,
    two_sides,
)

APART = 1  # days between two counts that are of one time


def denial(claim: Sight, other: Sight) -> str | None:
    """The rule by which the first claim denies the second; None where it does not.

    Counts that differ are no denial of each other (see `rival_counts`).
    """
    if claim.source == other.source:
        return None
    if claim.report == other.report and claim.against == other.id and not _counts(claim, other):
        return "the report sets it against the other"
    if not two_sides(claim, other):
        return None
    if claim.stance == "denies" and other.stance in TOLD:
        return _denied(claim, other)
    if claim.stance == other.stance == "asserts":
        return _opposite(claim, other)
    return None


def rival_counts(claim: Sight, other: Sight) -> str | None:
    """The rule by which two sources' counts of one event cannot both hold; None where they can.

    A later count that is higher is none: tolls grow.
    """
    if claim.source == other.source or claim.side == other.side or claim.copied or other.copied:
        return None
    if "narrator" in (claim.kind, other.kind):
        return None  # an outlet that repeats an earlier count has none of its own
    if not (claim.stance == other.stance == "asserts") or not numbers_differ(claim, other):
        return None
    first, second = sorted((claim, other), key=lambda c: c.order)
    assert first.count is not None and second.count is not None
    grown = second.said - first.said > APART and second.count.bounds[0] > first.count.bounds[1]
    return None if grown else "counts of two sides that do not overlap"


def _denied(claim: Sight, other: Sight) -> str | None:
    if not same_place(claim, other):
        return None
    if claim.family == other.family == "control":
        if not still_stood(claim, other):
            return None
        if claim.event == "control.withdrawn" and other.event == "control.captured":
            return "denies having lost what another says it took" if claim.actor != other.actor else None
    elif not same_days(claim, other):
        return None
    if same_event(claim, other) and same_actor(claim, other):
        return "denies what another side tells"
    return None


def _opposite(claim: Sight, other: Sight) -> str | None:
    """Two sides' accounts that cannot both be so: who says that it holds a place denies, else who spoke later."""
    if not same_place(claim, other):
        return None
    spoke_later = claim.order > other.order
    if (
        claim.family == "attack"
        and spoke_later
        and same_event(claim, other)
        and same_days(claim, other)
        and blamed(claim, other)
    ):
        return "each side lays the attack at the other's door"
    if claim.family != "control" or None in (claim.actor, other.actor):
        return None
    events = (claim.event, other.event)
    if events == ("control.held", "control.captured") and claim.actor != other.actor and still_stood(claim, other):
        return "says that it holds what another says it took"
    if events == ("control.held", "control.withdrawn") and claim.actor == other.actor and still_stood(claim, other):
        return "says that it holds what another says it left"
    both_took = events == ("control.captured", "control.captured") and claim.actor != other.actor
    return "both say that they took it" if both_took and spoke_later and same_days(claim, other) else None


def _counts(claim: Sight, other: Sight) -> bool:
    return claim.stance == other.stance == "asserts" and claim.event == other.event and claim.count is not None
