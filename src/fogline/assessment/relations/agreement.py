"""Who supports, revises or concedes what, and who keeps silent about it."""

from __future__ import annotations

from collections.abc import Collection, Iterable

from fogline.assessment.incidents.sight import Sight
from fogline.assessment.relations.pairs import (
    NONE,
    TOLD,
    last_day,
    numbers_agree,
    numbers_differ,
    same_actor,
    same_days,
    same_event,
    same_place,
    two_sides,
)

_STRIKES = ("attack.", "harm.")
_MUTUAL = frozenset({"attack.ground", "attack.other", "attack.intercept"})  # what no side would deny to have done


def support(claim: Sight, other: Sight) -> str | None:
    """The rule by which two claims say the same independently; None where they do not, or are of one origin."""
    if claim.origin == other.origin or claim.source == other.source or claim.copied or other.copied:
        return None
    if claim.stance != other.stance or claim.stance not in {"asserts", "denies"} or claim.event != other.event:
        return None
    if not same_place(claim, other) or not same_days(claim, other) or not numbers_agree(claim, other):
        return None
    if not same_actor(claim, other, known=claim.family == "control"):
        return None
    if claim.side == other.side != NONE:
        return "another source of the same side says the same"
    return "the other side says the same" if two_sides(claim, other) else "another source says the same"


def revision(later: Sight, earlier: Sight) -> str | None:
    """The rule by which a source's, or a side's, later word replaces its earlier one; None where it does not."""
    if later.copied or earlier.copied or (later.said, later.known) <= (earlier.said, earlier.known):
        return None
    own = later.source == earlier.source
    if later.stance in TOLD and earlier.stance in TOLD and numbers_differ(later, earlier):
        if own:
            return "a later number by the same source"
        return "a later number by the same side" if later.side == earlier.side != NONE else None
    if not own or not same_event(later, earlier) or not same_actor(later, earlier) or not same_place(later, earlier):
        return None
    if {later.stance, earlier.stance} == {"asserts", "denies"}:
        return "the source takes its denial back" if later.stance == "asserts" else "the source takes it back"
    return None


def concession(claim: Sight, other: Sight, losers: Collection[str]) -> str | None:
    """The rule by which a side admits what another side claimed before; None where it does not.

    `losers` are the sides that the place was taken from, as what was said of it before shows.
    """
    if claim.copied or not two_sides(claim, other) or (last_day(claim), claim.order) < (last_day(other), other.order):
        return None
    if other.stance not in TOLD or not same_place(claim, other):
        return None
    if claim.family == "control":
        return _lost(claim, other, losers)
    if claim.stance != "asserts":
        return None
    if claim.event.startswith(_STRIKES) and claim.event == other.event and same_days(claim, other):
        if claim.actor == claim.side == other.actor and claim.family == "attack" and claim.event not in _MUTUAL:
            return "the side says that it did what another laid to it"
        if claim.event == "harm.equipment" and claim.target == claim.side == other.target and claim.actor != claim.side:
            return "the side says that it lost what another says it destroyed"
    return None


def losers_of(claims: Iterable[Sight]) -> frozenset[str]:
    """The sides that say they held a place, deny that another took it, or say that they left it."""
    found: set[str] = set()
    for claim in claims:
        if claim.side == NONE or claim.family != "control":
            continue
        own = claim.actor == claim.side
        if own and claim.event in {"control.held", "control.withdrawn", "control.captured"}:
            found.add(claim.side)
        if claim.stance == "denies" and claim.event == "control.captured" and not own:
            found.add(claim.side)
    return frozenset(found)


def silence(claim: Sight, earlier: Iterable[Sight]) -> tuple[Sight, str] | None:
    """What a source keeps silent about: the nearest claim before it of its report and type by another source."""
    if claim.stance != "withholds":
        return None
    told = [
        other
        for other in earlier
        if other.report == claim.report and other.stance in TOLD and other.source != claim.source
    ]
    same = [other for other in told if other.event == claim.event]
    nearest = max(same, key=lambda other: other.number, default=None)
    return None if nearest is None else (nearest, "does not comment on it, or cannot confirm it")


def _lost(claim: Sight, other: Sight, losers: Collection[str]) -> str | None:
    """A side's own word that it has lost what another said it took."""
    if other.event != "control.captured" or other.actor is None or other.actor == claim.side:
        return None
    if other.actor != other.side or claim.relation is not None:
        return None
    if claim.stance == "denies" and claim.event == "control.held" and claim.actor == claim.side:
        return "the side says that it does not hold the place any more"
    if claim.stance != "asserts":
        return None
    if claim.event == "control.withdrawn" and claim.actor == claim.side:
        return "the side says that it left the place"
    if claim.event == "control.captured" and claim.actor == other.actor and claim.side in losers:
        return "the losing side says that the other took the place"
    return None
