"""Disputes: claims that cannot both hold, with both sides' words. Who is right is not said."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal

from sqlalchemy import Connection

from fogline.assessment.contradictions import Group, about, groups, incident, known_on
from fogline.assessment.fact import Fact
from fogline.assessment.facts import facts_of

What = Literal["control", "blame", "count", "event"]


@dataclass(frozen=True, slots=True)
class Contradiction:
    """`claim` contradicts `other` (numbers of their records), by the rule `because`."""

    claim: int
    other: int
    because: str


@dataclass(frozen=True, slots=True)
class DisputeSide:
    """What one side says in a dispute, the newest claim last; `side` is `none` for third parties."""

    side: str
    facts: tuple[Fact, ...]


@dataclass(frozen=True, slots=True)
class Dispute:
    """Claims that cannot all hold: of one incident and about one thing (its dead, a strike), or tied by shared claims.

    `what`: who has a place (`control`), who did it (`blame`), how many (`count`), or whether it happened (`event`).
    `since` and `latest` are the days from which on its first and its last contradiction are known. `sides` are in the
    order of their first claims.
    """

    incident: int
    what: What
    place: str | None
    place_name: str | None
    since: date
    latest: date
    sides: tuple[DisputeSide, ...]
    contradictions: tuple[Contradiction, ...]


def disputes(
    connection: Connection, *, place: str | None = None, as_of: date | None = None, limit: int = 50,
    among: Sequence[Group] | None = None,
) -> list[Dispute]:  # fmt: skip
    """The disputes that were known on a day (today where none is given), newest first.

    `place` is a key of `places`: only disputes with claims about it. `among` as for `chosen`.
    """
    return told(connection, chosen(connection, (place,) if place else (), as_of, among)[:limit])


def chosen(
    connection: Connection, at: Collection[str] = (), as_of: date | None = None, among: Sequence[Group] | None = None
) -> list[Group]:
    """The disputes about some places (about all where none is given) as known on a day, the newest first.

    `among` are the contradictions of all disputes, where they are at hand already.
    """
    found = groups(connection, at) if among is None else about(among, at)
    return found if as_of is None else about(known_on(found, as_of), at)


def told(connection: Connection, some: Sequence[Group]) -> list[Dispute]:
    """Disputes with the words of their claims."""
    facts = facts_of(connection, {end.claim for group in some for one in group for end in one.ends})
    return [_dispute(group, facts) for group in some]


def what(group: Group) -> What:
    """What a dispute is about."""
    ends = [end for one in group for end in one.ends]
    if all(end.event.startswith("control.") for end in ends):
        return "control"
    if all(one.kind == "differs" for one in group):
        return "count"
    done_by = {end.actor_side for end in ends if end.event.startswith("attack.") and end.stance == "asserts"}
    return "blame" if len(done_by - {None, ""}) > 1 else "event"


def _dispute(group: Group, known: dict[int, Fact]) -> Dispute:
    numbers = {end.claim for one in group for end in one.ends}
    facts = sorted((known[number] for number in numbers), key=lambda fact: (fact.known, fact.claim))
    sides: dict[str, list[Fact]] = defaultdict(list)
    for fact in facts:
        sides[fact.side].append(fact)
    placed = next((fact for fact in facts if fact.place is not None), None)
    return Dispute(
        incident=incident(group),
        what=what(group),
        place=placed.place if placed else None,
        place_name=placed.place_name if placed else None,
        since=group[-1].known,
        latest=group[0].known,
        sides=tuple(DisputeSide(side, tuple(said)) for side, said in sides.items()),
        contradictions=tuple(Contradiction(one.later.claim, one.earlier.claim, one.because) for one in reversed(group)),
    )
