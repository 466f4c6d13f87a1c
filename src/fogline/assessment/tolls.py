"""Tolls: how many were killed, wounded, lost, by each source over time. Numbers of several sources are never summed."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal

from sqlalchemy import Connection, or_, select

from fogline.assessment import schema
from fogline.assessment.fact import Fact
from fogline.assessment.facts import fact_in
from fogline.model import Amount

Kind = Literal["total", "since", "further"]
COUNTED = ("harm.", "attack.intercept")
RUNNING = 2  # days after its first one from which on a count that runs on is one since a day
_TOLD = frozenset({"asserts", "hedges"})
_THINGS = frozenset({"harm.damage", "harm.equipment", "attack.intercept"})
_PERSONS = frozenset({"people", "civilians", "children", "women", "soldiers", "fighters", "dead", "casualties"})
_MEASURES = frozenset({"time", "distance", "area", "weight", "energy", "money", "share", "age"})


@dataclass(frozen=True, slots=True)
class Number:
    """One number of a source: its bounds as the text gives them, the day on which it was said, and the claim."""

    day: date
    low: float | None
    best: float | None
    high: float | None
    scope: str | None
    fact: Fact

    @property
    def told(self) -> float:
        """The number as one value: the best, else the bound that the text names."""
        return next(n for n in (self.best, self.low, self.high) if n is not None)


@dataclass(frozen=True, slots=True)
class SourceToll:
    """The numbers of one source, in order of days."""

    source: str
    name: str
    side: str
    numbers: tuple[Number, ...]

    @property
    def latest(self) -> Number:
        """Its last word."""
        return self.numbers[-1]


@dataclass(frozen=True, slots=True)
class Toll:
    """What sources say of one count of an incident: which harm (`event`), to whom (`who`: people, soldiers, …).

    `kind`: `total` of the incident, `since` a day that `since` names, or `further` to a count before. `sources` go from
    the lowest to the highest last word; `lowest` and `highest` are those.
    """

    incident: int | None
    event: str
    who: str | None
    kind: Kind
    since: date | None
    sources: tuple[SourceToll, ...]

    @property
    def lowest(self) -> float:
        """The lowest last word of a source."""
        return self.sources[0].latest.told

    @property
    def highest(self) -> float:
        """The highest last word of a source."""
        return self.sources[-1].latest.told


def tolls(connection: Connection, incident: int, *, as_of: date | None = None) -> list[Toll]:
    """The tolls of an incident, as known on a day."""
    return tolls_of(_facts(connection, [incident], as_of)[incident])


def tolls_at(connection: Connection, place: str, *, as_of: date | None = None, limit: int = 20) -> list[Toll]:
    """The tolls of the newest incidents of a place (a key of `places`), the newest incident first."""
    facts = schema.facts.c
    query = select(facts.incident).where(facts.place == place, facts.family == "harm", facts.incident.is_not(None))
    if as_of is not None:
        query = query.where(facts.known <= as_of.isoformat())
    numbers = connection.execute(query.order_by(facts.known.desc(), facts.claim.desc())).scalars()
    incidents, found = list(dict.fromkeys(numbers)), list[Toll]()
    for start in range(0, len(incidents), limit):  # nearly every one has a toll: the first ones mostly do
        some = incidents[start : start + limit]
        told = _facts(connection, some, as_of)
        found += (toll for incident in some for toll in tolls_of(told[incident]))
        if len(found) >= limit:
            break
    return found[:limit]


def _facts(connection: Connection, incidents: Sequence[int], as_of: date | None) -> dict[int, list[Fact]]:
    """The facts of some incidents that may count somebody, each in the order of the records."""
    facts = schema.facts.c
    counting = or_(*(facts.event.startswith(start, autoescape=True) for start in COUNTED))
    query = select(schema.facts).where(facts.incident.in_(incidents), counting)
    if as_of is not None:
        query = query.where(facts.known <= as_of.isoformat())
    found: dict[int, list[Fact]] = {incident: [] for incident in incidents}
    for row in connection.execute(query.order_by(facts.claim)):
        found[row.incident].append(fact_in(row))
    return found


def tolls_of(facts: Iterable[Fact]) -> list[Toll]:
    """The tolls that some facts tell, those of each incident apart; what is denied or expected counts nobody."""
    series: dict[tuple[int | None, str, str | None, Kind, date | None], list[Number]] = defaultdict(list)
    copied: set[tuple[str, str, str]] = set()
    for fact in facts:
        amount = _count(fact)
        if amount is None or (fact.origin, fact.event, fact.words) in copied:
            continue
        copied.add((fact.origin, fact.event, fact.words))  # ten outlets with one text tell one number
        kind = _kind(fact, amount)
        since = fact.begin if kind == "since" else None
        number = Number(fact.said or fact.known, amount.low, amount.best, amount.high, amount.scope, fact)
        series[fact.incident, fact.event, amount.category, kind, since].append(number)
    found = [
        Toll(incident, event, who, kind, since, _by_source(numbers))
        for (incident, event, who, kind, since), numbers in series.items()
    ]
    order = ("harm.killed", "harm.wounded")
    return sorted(found, key=lambda t: (order.index(t.event) if t.event in order else len(order), -len(t.sources)))


def _count(fact: Fact) -> Amount | None:
    """The number of a fact that counts harm."""
    if not fact.event.startswith(COUNTED) or fact.stance not in _TOLD:
        return None
    others = _MEASURES | (_PERSONS if fact.event in _THINGS else frozenset())
    told = (a for a in fact.quantities if a.category not in others and a.unit != "percent")
    return next((a for a in told if (a.low, a.best, a.high) != (None, None, None)), None)


def _kind(fact: Fact, amount: Amount) -> Kind:
    if amount.scope == "incremental":
        return "further"
    if fact.begin is None or fact.until is None or fact.time_kind != "throughout":
        return "total"
    return "since" if (fact.until - fact.begin).days >= RUNNING else "total"


def _by_source(numbers: Iterable[Number]) -> tuple[SourceToll, ...]:
    """Numbers by source; what a copy repeats, and what a source says again on one day, stands once."""
    told: dict[str, dict[tuple[date, float], Number]] = defaultdict(dict)
    for number in sorted(numbers, key=lambda n: (n.fact.origin != n.fact.report, n.fact.claim)):
        same = told[number.fact.source]
        if number.fact.origin == number.fact.report or number.told not in {value for _, value in same}:
            same.setdefault((number.day, number.told), number)
    found = []
    for source, numbered in told.items():
        series = tuple(sorted(numbered.values(), key=lambda n: (n.day, n.fact.known, n.fact.claim)))
        found.append(SourceToll(source, series[0].fact.source_name, series[0].fact.side, series))
    return tuple(sorted(found, key=lambda s: (s.latest.told, s.name, s.source)))
