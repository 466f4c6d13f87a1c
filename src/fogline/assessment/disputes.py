"""Disputes: claims that cannot both hold, with both sides' words. Who is right is not said."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import Any, Literal

from sqlalchemy import Connection, Row, Select, select

from fogline.assessment import schema
from fogline.assessment.fact import Fact
from fogline.assessment.facts import fact_in
from fogline.assessment.incidents.sight import sight
from fogline.assessment.relations.pairs import COUNTED

What = Literal["control", "blame", "count", "event"]
KINDS = ("denies", "differs")
PER_DISPUTE = 40  # relations that are looked through at first for each dispute asked for
_FEW = 400
_KEPT = 20_000  # bodies of facts of which it is remembered whom they count
Tie = int | tuple[int, str]
"""What holds contradictions together: a claim, or a thing that they are about in an incident."""
_one, _other = schema.facts.alias("one"), schema.facts.alias("another")


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
    connection: Connection, *, place: str | None = None, as_of: date | None = None, limit: int = 50
) -> list[Dispute]:
    """The disputes that were known on a day (today where none is given), newest first.

    `place` is a key of `places`: only disputes with claims about it.
    """
    groups = _newest_groups(connection, _tied(place, as_of), limit)
    wanted = {incident for incidents, _ in groups for incident in incidents}
    rows = {(row.claim, row.other, row.kind): row for row in _of_incidents(connection, wanted, as_of)}
    found = [_dispute(connection, among) for _, among in _grouped(rows.values())]
    found = [dispute for dispute in found if place is None or place in _places(dispute)]
    return sorted(found, key=_newest, reverse=True)[:limit]


def _newest_groups(
    connection: Connection, query: Select[Any], limit: int
) -> list[tuple[frozenset[int], list[Row[Any]]]]:
    """The newest groups of contradictions; one with very many of them does not hide those before it."""
    most = limit * PER_DISPUTE
    while True:
        rows = connection.execute(query.limit(most)).all()
        groups = _grouped(rows)
        if len(groups) >= limit or len(rows) < most:
            return groups[:limit]
        most *= 4


def _newest(dispute: Dispute) -> tuple[date, int, int]:
    return dispute.latest, dispute.incident, max(one.claim for one in dispute.contradictions)


def _tied(place: str | None, as_of: date | None) -> Select[Any]:
    """Contradictions with the incidents of both claims, the newest first."""
    table = schema.relations
    query = (
        select(
            table,
            _one.c.incident.label("mine"),
            _other.c.incident.label("theirs"),
            _one.c.event,
            _one.c.body,
            _other.c.event.label("other_event"),
            _other.c.body.label("other_body"),
        )
        .join(_one, _one.c.claim == table.c.claim)
        .join(_other, _other.c.claim == table.c.other)
        .where(table.c.kind.in_(KINDS))
        .order_by(table.c.known.desc(), table.c.claim.desc(), table.c.other.desc())
    )
    if place is not None:
        query = query.where(table.c.place == place)
    return query if as_of is None else query.where(table.c.known <= as_of.isoformat())


def _of_incidents(connection: Connection, incidents: Collection[int], as_of: date | None) -> Iterable[Row[Any]]:
    numbers = sorted(incidents)
    for start in range(0, len(numbers), _FEW):
        some = numbers[start : start + _FEW]
        for end in (_one, _other):
            yield from connection.execute(_tied(None, as_of).where(end.c.incident.in_(some)))


def _grouped(rows: Iterable[Row[Any]]) -> list[tuple[frozenset[int], list[Row[Any]]]]:
    """Contradictions that claims tie together, or an incident and what they are about; the newest first."""
    told = sorted(rows, key=lambda row: (row.known, row.claim, row.other), reverse=True)
    leader: dict[Tie, Tie] = {}

    def first(one: Tie) -> Tie:
        while leader.setdefault(one, one) != one:
            one = leader[one]
        return one

    for row in told:
        for tie in (row.other, *_ties(row)):
            leader[first(tie)] = first(row.claim)
    groups: dict[Tie, list[Row[Any]]] = defaultdict(list)
    for row in told:
        groups[first(row.claim)].append(row)
    return [(frozenset(n for row in some for n in (row.mine, row.theirs)), some) for some in groups.values()]


def _ties(row: Row[Any]) -> set[Tie]:
    """What a contradiction is about, in each of its incidents: two about one thing are of one dispute."""
    families = {row.event.partition(".")[0], row.other_event.partition(".")[0]}
    if "control" in families:
        about = {"control"}
    elif row.event == row.other_event and row.event.startswith(COUNTED):
        # Where one claim does not say who was hit, it is about those of the other.
        whom = {_counted(row.body), _counted(row.other_body)}
        about = {f"{row.event} {who or ''}" for who in (whom - {None} or whom)}
    else:
        about = families
    return {(incident, thing) for incident in (row.mine, row.theirs) for thing in about}


@lru_cache(maxsize=_KEPT)
def _counted(body: str) -> str | None:
    """Whom or what a fact counts, by the category of its first number that counts something."""
    count = sight(body, "").count
    return None if count is None else count.who


def _dispute(connection: Connection, rows: Sequence[Row[Any]]) -> Dispute:
    facts = _facts(connection, {number for row in rows for number in (row.claim, row.other)})
    sides: dict[str, list[Fact]] = defaultdict(list)
    for fact in facts:
        sides[fact.side].append(fact)
    placed = next((fact for fact in facts if fact.place is not None), None)
    known = [date.fromisoformat(row.known) for row in rows]
    return Dispute(
        incident=min(n for row in rows for n in (row.mine, row.theirs)),
        what=_what(rows, facts),
        place=placed.place if placed else None,
        place_name=placed.place_name if placed else None,
        since=min(known),
        latest=max(known),
        sides=tuple(DisputeSide(side, tuple(told)) for side, told in sides.items()),
        contradictions=tuple(Contradiction(row.claim, row.other, row.because) for row in reversed(rows)),
    )


def _facts(connection: Connection, claims: Collection[int]) -> list[Fact]:
    """Facts in the order in which they became known."""
    numbers, found = sorted(claims), list[Fact]()
    for start in range(0, len(numbers), _FEW):
        query = select(schema.facts).where(schema.facts.c.claim.in_(numbers[start : start + _FEW]))
        found += [fact_in(row) for row in connection.execute(query)]
    return sorted(found, key=lambda fact: (fact.known, fact.claim))


def _what(rows: Sequence[Row[Any]], facts: Sequence[Fact]) -> What:
    if all(fact.family == "control" for fact in facts):
        return "control"
    if all(row.kind == "differs" for row in rows):
        return "count"
    told = [fact for fact in facts if fact.family == "attack" and fact.stance == "asserts"]
    return "blame" if len({fact.actor_side for fact in told if fact.actor_side}) > 1 else "event"


def _places(dispute: Dispute) -> set[str | None]:
    return {fact.place for side in dispute.sides for fact in side.facts}
