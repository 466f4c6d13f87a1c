"""Places claims into incidents, one after another in the order in which they came into the ledger.

Where a claim goes depends on the claims before it alone. So new claims at the end change nothing that was found, and
one that changes, comes back or goes makes those after it be placed anew that it may bear on: what stands in the end is
the same as if all had been placed from the start.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, field
from heapq import heapify, heappop, heappush

from sqlalchemy import Connection, func, select

from fogline.assessment import schema
from fogline.assessment.incidents.board import Board
from fogline.assessment.incidents.choice import Choice, choose
from fogline.assessment.incidents.filed import after, of_incidents, sights
from fogline.assessment.incidents.likeness import likeness
from fogline.assessment.incidents.sight import Sight
from fogline.assessment.incidents.ties import Ties

_members = schema.members.c


@dataclass(slots=True)
class Moved:
    """What a change stirred: claims that have to be placed (anew), and incidents that lost or got claims.

    `first` is the first claim that went, `places` are those of which it was, or is, told who holds them.
    """

    claims: set[int] = field(default_factory=set)
    incidents: set[int] = field(default_factory=set)
    first: int | None = None
    places: set[str] = field(default_factory=set)


def settle(connection: Connection, moved: Moved, ties: Ties) -> Moved:
    """Places all claims of `moved`, and those that follow from it; returns what was placed or changed."""
    done = Moved(incidents=set(moved.incidents))
    waiting = [(claim.turn, claim) for claim in sights(connection, moved.claims)]
    heapify(waiting)
    while waiting:
        last = connection.execute(select(func.max(_members.claim))).scalar() or 0
        if waiting[0][0][0] >= last:
            new = [claim for _, claim in sorted(waiting)]
            done.incidents |= _placed(connection, new, ties, new=True)
            done.claims.update(claim.claim for claim in new)
            break
        _, claim = heappop(waiting)
        if claim.claim in done.claims:
            continue
        done.claims.add(claim.claim)
        later = _placed_anew(connection, claim, ties, done.incidents)
        for one in sights(connection, later - done.claims):
            heappush(waiting, (one.turn, one))
    return done


def stirred(connection: Connection, gone: Collection[Sight], incidents: Collection[int]) -> set[int]:
    """The claims placed after some that change, on whose incident these may have borne."""
    found: set[int] = set()
    members = [m for some in of_incidents(connection, incidents).values() for m in some]
    first = min(gone, key=lambda claim: claim.turn)
    bearing = list({m.claim: m for m in (*members, *gone)}.values())
    for number, (claim, _) in after(connection, bearing, first).items():
        if any(m.turn < claim.turn and likeness(claim, m) is not None for m in bearing):
            found.add(number)
    return found - {claim.claim for claim in gone}


def _placed(connection: Connection, claims: Collection[Sight], ties: Ties, *, new: bool) -> set[int]:
    """Places claims in the order given, `new` ones after all that are placed; returns their incidents."""
    if not claims:
        return set()
    board = Board(connection, claims, new=new)
    for claim in claims:
        _choose(board, claim, ties)
    return board.write()


def _choose(board: Board, claim: Sight, ties: Ties) -> None:
    if claim.id in ties.lone:
        board.place(claim, Choice(claim.claim, None, "a person split it off"))
        return
    kept_apart = ties.apart.get(claim.id, frozenset())
    earlier = [(other, incident) for other, incident in board.earlier(claim) if other.id not in ties.lone]
    board.place(
        claim,
        choose(
            claim,
            earlier,
            lambda incident: board.state(incident, claim),
            lambda claim, incident: (
                bool(kept_apart) and any(m.id in kept_apart for m in board.members(incident, claim))
            ),
        ),
    )


def _placed_anew(connection: Connection, claim: Sight, ties: Ties, touched: set[int]) -> set[int]:
    """Places a claim that stands among others; returns those after it that this may bear on."""
    before = connection.execute(select(_members.found).where(_members.claim == claim.claim)).scalar()
    (now,) = _placed(connection, [claim], ties, new=False)
    if before == now:
        return set()
    incidents = {now} if before is None else {now, before}
    touched |= incidents
    return stirred(connection, [claim], incidents)
