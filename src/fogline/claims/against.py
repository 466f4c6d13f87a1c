"""Ties claims of one report that contradict each other."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from fogline.model import Claim, EventType, Stance

_REJECTING: frozenset[Stance] = frozenset({"denies", "withholds", "questions"})
_TOLD: frozenset[Stance] = frozenset({"asserts", "hedges"})
# Pairs of states that two sides cannot both be right about at one place.
_OPPOSED: frozenset[tuple[EventType, EventType]] = frozenset(
    {
        ("control.held", "control.captured"),
        ("control.captured", "control.held"),
        ("control.held", "control.withdrawn"),
        ("control.withdrawn", "control.held"),
        ("control.captured", "control.captured"),
    }
)
# Of these a report tells many at a time: a denial of one says nothing of the next.
_MANY = ("politics.goal", "politics.talks", "other.statement")
_TOLLS = ("harm.killed", "harm.wounded", "attack.intercept", "harm.equipment", "harm.detained")
REACH = 50  # claims of one family; a denial answers what was told a page before at most
NEAR = 12  # claims between two tolls, or two accounts of one strike, that are still of one event
CLOSE = 6  # claims between a denial and an assertion that answers it
TOLD_OUT = 0.466  # confidence of a claim that is told rather than mentioned on the way
APART = 0.1  # share by which two tolls differ at least


@dataclass(frozen=True, slots=True)
class Retort:
    """How a claim answers others: `to` is the `id` of the claim that its own words name.

    `rebuts`: it says of itself that it rejects what was said ("denied", "called the charge a lie"). `accuses`: its
    source lays the deed at the door of who accuses it ("blamed each other").
    """

    to: str | None = None
    rebuts: bool = False
    accuses: bool = False


@dataclass(frozen=True, slots=True)
class _Told:
    """A claim with its number in the report and how it answers others."""

    claim: Claim
    index: int
    retort: Retort


def tied(claims: Sequence[Claim], retorts: Mapping[str, Retort] | None = None) -> Iterator[Claim]:
    """The claims, each with `against` set where it contradicts one before it by another source.

    A denial contradicts the assertion of the same event; an assertion contradicts the denial before it; a side that
    says it holds a place contradicts the other that says it took it; two sides that lay one strike at each other's
    door contradict each other, and so do two sources that count the dead of one event differently. `retorts` tells,
    by `id`, how claims answer others in their own words.
    """
    told: dict[str, deque[_Told]] = {}
    by_id = {claim.id: claim for claim in claims}
    for index, claim in enumerate(claims):
        family = claim.event.partition(".")[0]
        rivals = reversed(told.get(family, ()))
        this = _Told(claim, index, (retorts or {}).get(claim.id, Retort()))
        named = by_id.get(this.retort.to or "")
        opposed = named if named is not None and (this.retort.accuses or _answers(claim, named)) else None
        if opposed is None:
            opposed = _opposed(this, list(rivals))
        told.setdefault(family, deque(maxlen=REACH)).append(this)
        yield replace(claim, against=opposed.id) if opposed is not None else claim


def _answers(claim: Claim, other: Claim) -> bool:
    return claim.stance == "denies" and other.stance not in _REJECTING and not _same_source(claim, other)


def _opposed(this: _Told, rivals: list[_Told]) -> Claim | None:
    """The claim that one contradicts: of those of its own type the nearest, else of its family."""
    found = [rival.claim for rival in rivals if _contradicts(this, rival)]
    return next((other for other in found if other.event == this.claim.event), next(iter(found), None))


def _contradicts(this: _Told, rival: _Told) -> bool:
    claim, other, apart = this.claim, rival.claim, this.index - rival.index
    if _same_source(claim, other):
        return False
    if claim.stance == "denies" and other.stance in _TOLD:
        return _denied(this, other)
    if claim.stance in _TOLD and other.stance == "denies":
        return apart <= CLOSE and _two_sides(claim, other) and _denied(rival, claim)
    if claim.stance == other.stance == "asserts":
        return _rival_states(claim, other) or (
            apart <= NEAR and (_rival_blame(claim, other) or _rival_tolls(claim, other))
        )
    return False


def _denied(denying: _Told, told: Claim) -> bool:
    """Whether one claim denies what another tells."""
    denial = denying.claim
    if denial.event.startswith(_MANY) or denial.source.kind == "narrator" or told.confidence < TOLD_OUT:
        return False
    if not denying.retort.rebuts and not _two_sides(denial, told):
        return False  # that something did not happen seldom answers anybody
    if denial.event == "control.withdrawn" and told.event == "control.captured":  # "denied losing the town"
        return _named_place(denial, told) and _actors(denial) != _actors(told)
    alike = denial.event == told.event or "attack.other" in (denial.event, told.event)
    return alike and _same_place(denial, told) and _same_actor(denial, told)


def _rival_states(claim: Claim, other: Claim) -> bool:
    """Two sides' accounts of who has a place."""
    if (claim.event, other.event) not in _OPPOSED or not _two_sides(claim, other):
        return False
    if not _named_place(claim, other) or not _same_days(claim, other):
        return False
    if claim.event == other.event or "control.withdrawn" in (claim.event, other.event):
        same = _actors(claim) == _actors(other)
        return same == (claim.event != other.event) and None not in (_actors(claim), _actors(other))
    return True


def _rival_blame(claim: Claim, other: Claim) -> bool:
    """Two sides that lay one attack at each other's door."""
    if not claim.event.startswith("attack.") or claim.event == "attack.intercept" or not _two_sides(claim, other):
        return False
    if not _named_place(claim, other):
        return False
    if claim.event != other.event and "attack.other" not in (claim.event, other.event):
        return False
    mutual = _actors(claim) == other.source.side and _actors(other) == claim.source.side
    return mutual and _same_days(claim, other)


def _rival_tolls(claim: Claim, other: Claim) -> bool:
    """Two sources' different counts of one event's dead."""
    if claim.event != other.event or claim.event not in _TOLLS or not _two_sides(claim, other):
        return False
    counts = [next((q for q in c.quantities if q.best is not None), None) for c in (claim, other)]
    if counts[0] is None or counts[1] is None or not _named_place(claim, other):
        return False
    one, two = counts[0].best or 0.0, counts[1].best or 0.0
    if abs(one - two) <= APART * max(one, two) or counts[0].unit != counts[1].unit:
        return False
    return _same_days(claim, other) and _same_actor(claim, other)


def _two_sides(claim: Claim, other: Claim) -> bool:
    return claim.source.side != other.source.side and "none" not in (claim.source.side, other.source.side)


def _same_source(claim: Claim, other: Claim) -> bool:
    if claim.source.kind == other.source.kind == "narrator":
        return True
    return claim.source.name is not None and claim.source.name == other.source.name


def _same_place(claim: Claim, other: Claim) -> bool:
    return claim.place is None or other.place is None or claim.place.name == other.place.name


def _named_place(claim: Claim, other: Claim) -> bool:
    """Whether both claims tell their place, and it is one."""
    return claim.place is not None and other.place is not None and _same_place(claim, other)


def _same_days(claim: Claim, other: Claim) -> bool:
    if claim.time is None or other.time is None:
        return True
    return claim.time.begin <= other.time.until and other.time.begin <= claim.time.until


def _actors(claim: Claim) -> str | None:
    return claim.actor.side if claim.actor else None


def _same_actor(claim: Claim, other: Claim) -> bool:
    sides = (_actors(claim), _actors(other))
    return None in sides or sides[0] == sides[1]
