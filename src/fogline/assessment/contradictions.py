"""What contradicts what, and which contradictions are of one dispute: without the words of the claims."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import Connection, FromClause, Select, or_, select

from fogline.assessment import schema
from fogline.assessment.incidents.sight import sight
from fogline.assessment.relations.pairs import COUNTED

KINDS = ("denies", "differs")
_FEW = 400
Tie = int | tuple[int, str]
"""What holds contradictions together: a claim, or a thing that they are about in an incident."""
_later, _earlier = schema.facts.alias("later"), schema.facts.alias("earlier")


@dataclass(frozen=True, slots=True)
class End:
    """One of two claims that cannot both hold; `counts` is whom or what it counts, where it counts anything."""

    claim: int
    incident: int
    event: str
    stance: str
    actor_side: str | None
    place: str | None
    counts: str | None


@dataclass(frozen=True, slots=True)
class Pair:
    """Two claims that cannot both hold, by the rule `because`; `known` is the day of the later one."""

    later: End
    earlier: End
    kind: str
    because: str
    known: date

    @property
    def ends(self) -> tuple[End, End]:
        """Both claims."""
        return self.later, self.earlier


Group = tuple[Pair, ...]
"""The contradictions of one dispute, the newest first."""


def groups(connection: Connection, at: Collection[str] = ()) -> list[Group]:
    """The contradictions of each dispute, the newest dispute first; takes a while on a large ledger.

    `at` are keys of `places`: only disputes with claims about one of them, where any are given.
    """
    if not at:
        return grouped(_pairs(connection, _query()))
    found = {(one.later.claim, one.earlier.claim, one.kind): one for one in _around(connection, at)}
    return about(grouped(found.values()), at)


def about(some: Iterable[Group], at: Collection[str]) -> list[Group]:
    """Those disputes that have claims about one of some places; all where no place is given."""
    return [group for group in some if not at or any(end.place in at for one in group for end in one.ends)]


def known_on(some: Iterable[Group], day: date) -> list[Group]:
    """The same disputes as they were known on a day: one that only later claims tie together was several then."""
    found: list[Group] = []
    for group in some:
        known = [one for one in group if one.known <= day]
        found += [group] if len(known) == len(group) else grouped(known)
    return sorted(found, key=_newest, reverse=True)


def grouped(some: Iterable[Pair]) -> list[Group]:
    """Contradictions that claims tie together, or an incident and what they are about; the newest first."""
    told = sorted(some, key=lambda one: (one.known, one.later.claim, one.earlier.claim), reverse=True)
    leader: dict[Tie, Tie] = {}

    def first(one: Tie) -> Tie:
        while leader.setdefault(one, one) != one:
            one = leader[one]
        return one

    for one in told:
        for tie in (one.earlier.claim, *_ties(one)):
            leader[first(tie)] = first(one.later.claim)
    found: dict[Tie, list[Pair]] = defaultdict(list)
    for one in told:
        found[first(one.later.claim)].append(one)
    return sorted(map(tuple, found.values()), key=_newest, reverse=True)


def incident(group: Group) -> int:
    """The first of the incidents that a dispute is about."""
    return min(end.incident for one in group for end in one.ends)


def _newest(group: Group) -> tuple[date, int, int]:
    return group[0].known, incident(group), max(one.later.claim for one in group)


def _ties(one: Pair) -> set[Tie]:
    """What a contradiction is about, in each of its incidents: two about one thing are of one dispute."""
    families = {end.event.partition(".")[0] for end in one.ends}
    if "control" in families:
        about = {"control"}
    elif _is_count(one.later.event, one.earlier.event):
        # Where one claim does not say who was hit, it is about those of the other.
        whom = {end.counts for end in one.ends}
        about = {f"{one.later.event} {who or ''}" for who in (whom - {None} or whom)}
    else:
        about = families
    return {(end.incident, thing) for end in one.ends for thing in about}


def _is_count(event: str, other: str) -> bool:
    return event == other and event.startswith(COUNTED)


def _around(connection: Connection, at: Collection[str]) -> Iterator[Pair]:
    """All contradictions of the incidents in which one is about some places, and of those that these lead to."""
    new = list(_pairs(connection, _query().where(or_(_later.c.place.in_(at), _earlier.c.place.in_(at)))))
    seen: set[int] = set()
    while new:
        incidents = {end.incident for one in new for end in one.ends} - seen
        seen |= incidents
        new = []
        for some in _parts(sorted(incidents)):
            for end in (_later, _earlier):
                new += _pairs(connection, _query().where(end.c.incident.in_(some)))
        yield from new


def _query() -> Select[Any]:
    table = schema.relations
    return (
        select(table.c.kind, table.c.because, table.c.known, *_columns(_later, "later"), *_columns(_earlier, "earlier"))
        .join(_later, _later.c.claim == table.c.claim)
        .join(_earlier, _earlier.c.claim == table.c.other)
        .where(table.c.kind.in_(KINDS))
    )


def _columns(facts: FromClause, name: str) -> Iterator[Any]:
    """What is asked of one of both claims, in the order of the fields of `End`."""
    for column in ("claim", "incident", "event", "stance", "actor_side", "place"):
        yield facts.c[column].label(f"{name}_{column}")


def _pairs(connection: Connection, query: Select[Any]) -> list[Pair]:
    rows = [(row[:3], [*row[3:9]], [*row[9:]]) for row in connection.execute(query)]
    counting = [end[0] for _, *ends in rows if _is_count(*(end[2] for end in ends)) for end in ends]
    counts = _counted(connection, set(counting))

    def end(told: list[Any]) -> End:
        return End(*[*told, counts.get(told[0])])

    return [
        Pair(end(later), end(earlier), kind, because, date.fromisoformat(known))
        for (kind, because, known), later, earlier in rows
    ]


def _counted(connection: Connection, claims: Collection[int]) -> dict[int, str | None]:
    """Whom or what some claims count, by the category of the first number that counts something."""
    facts, found = schema.facts.c, dict[int, str | None]()
    for some in _parts(sorted(claims)):
        for row in connection.execute(select(facts.claim, facts.body).where(facts.claim.in_(some))):
            count = sight(row.body, "").count
            found[row.claim] = None if count is None else count.who
    return found


def _parts(numbers: Sequence[int]) -> Iterator[Sequence[int]]:
    """The same numbers, as many at once as one question may hold."""
    for start in range(0, len(numbers), _FEW):
        yield numbers[start : start + _FEW]
