"""The rows of incidents: what their claims have in common, and which of them people merged."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator
from datetime import date
from typing import Any

from sqlalchemy import Connection, bindparam, delete, insert, select, update

from fogline.assessment import schema
from fogline.assessment.incidents.sight import Sight, sight
from fogline.assessment.incidents.state import state_of
from fogline.assessment.incidents.ties import Ties

_members, _facts = schema.members.c, schema.facts.c
_FEW = 500


def gathered(connection: Connection, found: Collection[int], ties: Ties, *, retied: bool) -> dict[int, list[Sight]]:
    """Writes the rows of some found incidents, merged as people want it; returns the incidents with their claims."""
    numbers = set(found)
    if ties.merged or retied:
        merged = _merged(connection, ties)
        touched = merged.keys() | _merged_before(connection) | numbers
        old = _now(connection, touched)
        _assign(connection, old, {one: merged.get(one, one) for one in touched})
        numbers = {merged.get(one, one) for one in touched} | {incident for incident, _ in old.values()}
    return _summarised(connection, numbers)


def _merged(connection: Connection, ties: Ties) -> dict[int, int]:
    """Found incidents that people merged with others ▶ the lowest of each cluster."""
    ids = {claim for tie in ties.merged for claim in (tie.claim, tie.other or "")}
    if not ids:
        return {}
    query = select(_facts.id, _members.found).join(schema.members, _members.claim == _facts.claim)
    where = {row.id: row.found for row in connection.execute(query.where(_facts.id.in_(ids)))}
    leader: dict[int, int] = {}

    def lowest(one: int) -> int:
        while leader.get(one, one) != one:
            one = leader[one]
        return one

    for tie in ties.merged:
        if tie.claim in where and tie.other in where:
            one, other = lowest(where[tie.claim]), lowest(where[tie.other])
            leader[max(one, other)] = min(one, other)
    return {one: lowest(one) for one in set(where.values())}


def _merged_before(connection: Connection) -> set[int]:
    """Found incidents whose claims stand in another one."""
    query = select(_members.found).where(_members.found != _members.incident).distinct()
    return set(connection.execute(query).scalars())


def _now(connection: Connection, found: Collection[int]) -> dict[int, tuple[int, int]]:
    """The claims of found incidents ▶ the incident in which they stand, and that in which they were found."""
    rows: dict[int, tuple[int, int]] = {}
    for some in _chunks(found):
        query = select(_facts.claim, _facts.incident, _members.incident, _members.found).join(
            schema.members, _members.claim == _facts.claim
        )
        for claim, told, listed, one in connection.execute(query.where(_members.found.in_(some))):
            rows[claim] = (listed if told == listed else 0, one)
    return rows


def _assign(connection: Connection, now: dict[int, tuple[int, int]], target: dict[int, int]) -> None:
    """Writes the incidents into the rows of facts and members wherever they are others than those there."""
    rows = [
        {"b_claim": claim, "b_incident": target[one]}
        for claim, (incident, one) in now.items()
        if incident != target[one]
    ]
    if rows:
        for table in (schema.facts, schema.members):
            wanted = table.c.claim == bindparam("b_claim")
            connection.execute(update(table).where(wanted).values(incident=bindparam("b_incident")), rows)


def _summarised(connection: Connection, numbers: Collection[int]) -> dict[int, list[Sight]]:
    members: dict[int, list[Sight]] = defaultdict(list)
    for some in _chunks(numbers):
        query = select(_facts.incident, _facts.body, _facts.origin).where(_facts.incident.in_(some))
        for row in connection.execute(query.order_by(_facts.claim)):
            members[row.incident].append(sight(row.body, row.origin))
        connection.execute(delete(schema.incidents).where(schema.incidents.c.id.in_(some)))
    if members:
        connection.execute(insert(schema.incidents), [summary(number, members[number]) for number in sorted(members)])
    return members


def summary(number: int, claims: list[Sight]) -> dict[str, Any]:
    """The row of an incident with these claims: its commonest place, its days, how many claims and origins it has."""
    state = state_of(claims)
    places = Counter(claim.place for claim in claims if claim.place is not None and claim.level == "point")
    places = places or Counter(claim.place for claim in claims if claim.place is not None)
    return {
        "id": number, "family": claims[0].family, "place": places.most_common(1)[0][0] if places else None,
        "begin": _text(state.begin), "until": _text(state.until), "claims": len(claims),
        "origins": len({claim.origin for claim in claims}),
    }  # fmt: skip


def _text(day: int | None) -> str | None:
    return None if day is None else date.fromordinal(day).isoformat()


def _chunks(numbers: Iterable[int]) -> Iterator[list[int]]:
    rest = sorted(numbers)
    for start in range(0, len(rest), _FEW):
        yield rest[start : start + _FEW]
