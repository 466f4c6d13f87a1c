"""Same event: claims of different reports joined into incidents, with the reason of each join.

    sight ▶ filed: what is near ▶ likeness: points for each pair ▶ choice ▶ settle: all in order ▶ summary

The rules stand in `likeness.py`, `state.py` and `choice.py`; `docs/explanation/incidents.md` tells them in words.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field

from sqlalchemy import Connection, delete, func, select

from fogline.assessment import schema
from fogline.assessment.fact import Fact
from fogline.assessment.incidents.board import remove
from fogline.assessment.incidents.filed import sights
from fogline.assessment.incidents.settle import Moved, settle, stirred
from fogline.assessment.incidents.sight import Sight
from fogline.assessment.incidents.summary import gathered
from fogline.assessment.incidents.ties import KINDS, renewed, ties
from fogline.ledger.view import View

__all__ = ["KINDS", "Joined", "Moved", "join", "leave", "retie"]

_members, _facts = schema.members.c, schema.facts.c


@dataclass(frozen=True, slots=True)
class Joined:
    """Claims whose relations have to be drawn (again), in order, and their incidents with all claims, in order.

    `new` says that nothing was known of the claims before.
    """

    claims: tuple[int, ...] = ()
    incidents: Mapping[int, Sequence[Sight]] = field(default_factory=dict)
    new: bool = False


def leave(connection: Connection, claims: Sequence[int]) -> Moved:
    """Takes claims out of their incidents and relations; returns what has to be looked at again (see `join`)."""
    gone = sights(connection, claims)
    if not gone:
        return Moved()
    query = select(_members.found).where(_members.claim.in_(claims))
    incidents = set(connection.execute(query).scalars())
    waiting = stirred(connection, gone, incidents)
    first = min(claim.claim for claim in gone)
    places = {claim.place for claim in gone if claim.family == "control" and claim.place is not None}
    remove(connection, claims)
    relations = schema.relations
    connection.execute(delete(relations).where(relations.c.claim.in_(claims) | relations.c.other.in_(claims)))
    return Moved(waiting, incidents, first, places)


def join(connection: Connection, facts: Sequence[Fact], moved: Moved | None = None) -> Joined:
    """Joins new facts to incidents that are there, or to new ones, and places those anew that `leave` stirred."""
    moved = moved or Moved()
    places = {fact.place for fact in facts if fact.family == "control" and fact.place is not None}
    claims = moved.claims | {fact.claim for fact in facts}
    return _settled(connection, Moved(claims, moved.incidents, moved.first, moved.places | places))


def retie(view: View) -> Joined:
    """Applies the merges and splits that are new, or were taken back."""
    connection = view.connection
    changed = renewed(view)
    if not changed:
        return Joined()
    query = select(_facts.claim, _members.found).join(schema.members, _members.claim == _facts.claim)
    rows = connection.execute(query.where(_facts.id.in_(changed))).all()
    if not rows:
        return Joined()
    claims, incidents = {row.claim for row in rows}, {row.found for row in rows}
    later = stirred(connection, sights(connection, claims), incidents)
    return _settled(connection, Moved(claims | later, incidents), retied=True)


def _settled(connection: Connection, moved: Moved, *, retied: bool = False) -> Joined:
    held = ties(connection)
    new = not moved.incidents and not retied and _last(connection, moved.claims)
    done = settle(connection, moved, held)
    first = min(moved.claims | {moved.first} if moved.first is not None else moved.claims, default=0)
    beside = set() if new else _holding(connection, moved.places, first)
    incidents = gathered(connection, done.incidents | beside, held, retied=retied)
    anew = moved.claims if new else {c.claim for claims in incidents.values() for c in claims if c.claim >= first}
    return Joined(tuple(sorted(anew)), incidents, new)


def _holding(connection: Connection, places: Collection[str], first: int) -> set[int]:
    """The incidents of claims from the first one on that tell who holds some places: such are related to each other."""
    query = select(_members.found).join(schema.facts, _facts.claim == _members.claim)
    query = query.where(_facts.place.in_(places), _facts.family == "control", _facts.claim >= first)
    return set(connection.execute(query).scalars()) if places else set()


def _last(connection: Connection, claims: Collection[int]) -> bool:
    """Whether claims come after all that are placed."""
    last = connection.execute(select(func.max(_members.claim))).scalar() or 0
    return last < min(claims, default=0)
