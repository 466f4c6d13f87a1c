"""What of a fact is compared when events are joined, in a form that is quick to compare."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import Any

from fogline.assessment.incidents.words import print_of, telling
from fogline.ledger.codec import loads

FUTURE = frozenset({"expects", "intends"})
WIDE = 31  # days from which on an interval is one of another kind: "since June" is no event of a day in it
SOME_DAYS = 3
RUNNING = 2  # days after its first one from which on a count "since Sunday" is a running toll
_REGIONS = frozenset({"region", "country"})
_MEASURES = frozenset({"time", "distance", "area", "weight", "energy", "money", "share", "age"})
_KEPT = 20_000  # sights that stay in memory


@dataclass(frozen=True, slots=True)
class Count:
    """A number of a claim, with its bounds; `who` is the category of those counted ("people", "soldiers")."""

    low: float | None
    best: float | None
    high: float | None
    who: str | None
    scope: str | None

    @property
    def bounds(self) -> tuple[float, float]:
        """The least and the most that it may be; without end where only one bound is told."""
        least = self.best if self.best is not None else self.low if self.low is not None else 0.0
        most = self.best if self.best is not None else self.high if self.high is not None else float("inf")
        return least, most

    @property
    def told(self) -> float | None:
        """The number as one value: the best one, else the bound that the text names."""
        return next((n for n in (self.best, self.low, self.high) if n is not None), None)


@dataclass(frozen=True, slots=True)
class Sight:
    """A fact's fields that the joining looks at; days are ordinals, `radius` is in metres.

    `level` is `point`, `region` or `country`, None without a place. `group` holds what may be one event at all,
    `day` is that by which it is found. `turn` is its place in the order of joining: of one report's claims attacks
    come before the harm that they do, and those first that tell place and day most exactly.
    """

    claim: int
    id: str
    report: str
    number: int
    origin: str
    event: str
    stance: str
    source: str
    kind: str
    side: str
    actor: str | None
    target: str | None
    place: str | None
    relation: str | None
    level: str | None
    lat: float | None
    lon: float | None
    radius: int
    region: str | None
    begin: int | None
    until: int | None
    throughout: bool
    said: int
    known: int
    counts: tuple[Count, ...]
    against: str | None
    words: frozenset[str]
    print: str | None
    group: str
    day: int
    turn: tuple[int, int, int]

    @property
    def family(self) -> str:
        """The event's family."""
        return self.event.partition(".")[0]

    @property
    def copied(self) -> bool:
        """Whether its words are another report's."""
        return self.origin != self.report

    @property
    def order(self) -> tuple[int, int, int]:
        """Where it stands in time: by the day of saying, of being known, and of coming into the ledger."""
        return self.said, self.known, self.claim

    @property
    def count(self) -> Count | None:
        """Its first number that counts something."""
        return self.counts[0] if self.counts else None


@lru_cache(maxsize=_KEPT)
def sight(body: str, origin: str) -> Sight:
    """The sight of a fact from its row's body and origin: the same for the same texts, so that it may be kept."""
    told = loads(body)
    get = told.get
    begin, until, known = _day(get("begin")), _day(get("until")), _day(told["known"])
    assert known is not None  # every fact has the day from which on it is known
    said, throughout = _day(get("said")), get("time_kind") == "throughout"
    level = _level(told)
    group = group_of(told["event"], told["stance"], begin, until, throughout=throughout)
    return Sight(
        claim=told["claim"], id=told["id"], report=told["report"], number=told["number"], origin=origin,
        event=told["event"], stance=told["stance"], source=told["source"], kind=told["kind"], side=told["side"],
        actor=get("actor_side"), target=get("target_side"), place=get("place"), relation=get("relation"), level=level,
        lat=get("lat"), lon=get("lon"), radius=get("precision_m") or 0, region=_region(told, level), begin=begin,
        until=until, throughout=throughout, said=said or known, known=known, counts=_counts(get("quantities") or ()),
        against=get("against"),
        words=telling(told["words"], (get("place_name"), get("actor_side"), get("target_side"), told["side"])),
        print=print_of(told["words"]), group=group, day=_found_by(group, begin, until, said or known),
        turn=(told["claim"] - told["number"], _rank(group, told["event"], level, begin, until), told["claim"]),
    )  # fmt: skip


def group_of(event: str, stance: str, begin: int | None, until: int | None, *, throughout: bool) -> str:
    """The group of claims of which one may be of one event with this.

    `strike` (attacks and their harm), `toll` (running counts), `control`, else its own type; `+` marks long intervals,
    `will.` what has not happened yet.
    """
    family = event.partition(".")[0]
    length = until - begin if begin is not None and until is not None else 0
    if family == "harm" and (length >= WIDE or (throughout and length >= RUNNING)):
        name = "toll"
    else:
        name = {"attack": "strike", "harm": "strike", "control": "control"}.get(family, event)
        name += "+" if length >= WIDE else ""
    return f"will.{name}" if stance in FUTURE else name


def by_first_day(group: str) -> bool:
    """Whether claims of a group are held together by their first day: what runs on ends with each report anew."""
    return group.endswith(("toll", "+"))


def _found_by(group: str, begin: int | None, until: int | None, told: int) -> int:
    if begin is None or until is None:
        return told
    return begin if by_first_day(group) else until


def _rank(group: str, event: str, level: str | None, begin: int | None, until: int | None) -> int:
    """Attacks before the harm that they do; of each those of one day and a point first, then those of some days."""
    harm = 3 if group == "strike" and event.startswith("harm.") else 0
    if level != "point" or begin is None or until is None or until - begin > SOME_DAYS:
        return harm + 2
    return harm + int(until > begin)


def _day(text: str | None) -> int | None:
    return date.fromisoformat(text).toordinal() if text else None


def _level(told: Mapping[str, Any]) -> str | None:
    if told.get("place") is None:
        return None
    precision = told.get("precision")
    return precision if precision in _REGIONS else "point"


def _region(told: Mapping[str, Any], level: str | None) -> str | None:
    country = told.get("country")
    if not country or level is None:
        return None
    return country if level == "country" else f"{country}/{told.get('admin1') or ''}"


def _counts(amounts: Sequence[Mapping[str, Any]]) -> tuple[Count, ...]:
    return tuple(
        Count(a.get("low"), a.get("best"), a.get("high"), a.get("category"), a.get("scope"))
        for a in amounts
        if a.get("category") not in _MEASURES and a.get("unit") != "percent"
    )
