"""Relations between claims: supports, denies, differs, revises, concedes, silent; each with the rule that says so.

A claim is related to those before it: of its incident, and, where it tells who holds a place, of the same place. How
many are looked at is bounded. The rules stand in `denials.py` and `agreement.py`; `docs/explanation/incidents.md` tells
them in words.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator, Sequence
from datetime import date
from typing import Any

from sqlalchemy import Connection, and_, delete, insert, select

from fogline.assessment import schema
from fogline.assessment.incidents import Joined
from fogline.assessment.incidents.sight import Sight, sight
from fogline.assessment.relations.rules import Relation, related

LOOK = 60  # claims before one that it is related to at most, of its incident and of its place each
_FEW = 300
_facts, _relations = schema.facts.c, schema.relations.c

__all__ = ["LOOK", "Relation", "relate", "related"]


def relate(connection: Connection, joined: Joined) -> None:
    """Relates claims to those that came into the ledger before them, in place of what was found so far."""
    if not joined.new:
        _forget(connection, joined.claims)
    of_incident = {c.claim: claims for claims in joined.incidents.values() for c in claims}
    claims = [c for number in joined.claims for c in of_incident.get(number, ()) if c.claim == number]
    of_place = _of_places(connection, claims, new=joined.new)
    rows: list[dict[str, Any]] = []
    for claim in claims:
        near = {c.claim: c for c in _before(claim, of_incident[claim.claim])}
        if claim.family == "control" and claim.place is not None:
            near |= {c.claim: c for c in _before(claim, of_place[claim.place])}
        rows += _rows(claim, related(claim, [near[number] for number in sorted(near)]))
    if rows:
        connection.execute(insert(schema.relations), rows)


def _forget(connection: Connection, claims: Sequence[int]) -> None:
    """Takes away the relations of claims to those before them."""
    for start in range(0, len(claims), _FEW):
        some = claims[start : start + _FEW]
        later = and_(_relations.claim.in_(some), _relations.other < _relations.claim)
        earlier = and_(_relations.other.in_(some), _relations.claim < _relations.other)
        for condition in (later, earlier):
            connection.execute(delete(schema.relations).where(condition))


def _before(claim: Sight, others: Sequence[Sight]) -> Sequence[Sight]:
    end = bisect_left(others, claim.claim, key=lambda other: other.claim)
    return others[max(0, end - LOOK) : end]


def _of_places(connection: Connection, claims: Sequence[Sight], *, new: bool) -> dict[str, list[Sight]]:
    """The claims of control of the places that some tell of, as many as are looked at, in order."""
    spans: dict[str, list[int]] = defaultdict(list)
    for claim in claims:
        if claim.family == "control" and claim.place is not None:
            spans[claim.place].append(claim.claim)
    return {place: _of_place(connection, place, numbers, new=new) for place, numbers in spans.items()}


def _of_place(connection: Connection, place: str, numbers: Sequence[int], *, new: bool) -> list[Sight]:
    """The claims of control of a place among which some stand, and those before; `new` ones are the last of all."""
    query = select(_facts.body, _facts.origin).where(_facts.place == place, _facts.family == "control")
    latest = query.order_by(_facts.claim.desc())
    if new:
        rows = connection.execute(latest.limit(LOOK + len(numbers))).all()
    else:
        since = latest.where(_facts.claim.between(min(numbers), max(numbers)))
        before = latest.where(_facts.claim < min(numbers)).limit(LOOK)
        rows = [*connection.execute(since), *connection.execute(before)]
    return [sight(row.body, row.origin) for row in reversed(rows)]


def _rows(claim: Sight, found: Sequence[Relation]) -> Iterator[dict[str, Any]]:
    for relation in found:
        yield {
            "claim": relation.claim.claim, "other": relation.other.claim, "kind": relation.kind,
            "place": claim.place or relation.claim.place or relation.other.place,
            "known": date.fromordinal(max(relation.claim.known, relation.other.known)).isoformat(),
            "because": relation.because,
        }  # fmt: skip
