"""Track records: what became of a source's claims to have taken places. They count; they pass no verdict."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from fogline.assessment.assessors import Assessed
from fogline.assessment.control.statements import GAP, Statement, concedes, gives_a_hold, in_order

AGAIN = timedelta(days=90)
"""A capture of one place that is told again within these days is the same one."""


@dataclass(frozen=True, slots=True)
class Capture:
    """One claim of a side to have taken a place, first made on `day`, and what the ledger holds on it since.

    `conceded` is the day on which another side admitted it, by whom in `conceded_by`; `denied_by` are the sides that
    denied it within a month; `reversed` is the day on which the claiming side itself said that it lost the place.
    `mapped` is, per assessor, the first day from then on whose map has the place in the claiming side's area. What did
    not happen is None, and where neither was conceded nor reversed the claim is still open.
    """

    place: str
    place_name: str
    side: str
    day: date
    claims: tuple[int, ...]
    conceded: date | None
    conceded_by: tuple[str, ...]
    denied_by: tuple[str, ...]
    reversed: date | None
    mapped: Mapping[str, date | None]

    @property
    def open(self) -> bool:
        """Whether it was neither conceded nor reversed so far."""
        return self.conceded is None and self.reversed is None


@dataclass(frozen=True, slots=True)
class TrackRecord:
    """All captures that one source claimed for its own side, in order."""

    source: str
    captures: tuple[Capture, ...]

    def count(self, what: str) -> int:
        """How many were `conceded`, `denied`, `reversed` or are `open`."""
        match what:
            case "conceded":
                return sum(c.conceded is not None for c in self.captures)
            case "denied":
                return sum(bool(c.denied_by) for c in self.captures)
            case "reversed":
                return sum(c.reversed is not None for c in self.captures)
        return sum(c.open for c in self.captures)

    @property
    def days_to_concession(self) -> tuple[int, ...]:
        """The days from each claim to its concession, in rising order; 0 where the concession came first."""
        return tuple(sorted(max(0, (c.conceded - c.day).days) for c in self.captures if c.conceded is not None))


def track_record(
    source: str,
    own: Iterable[Statement],
    told: Mapping[str, Sequence[Statement]],
    maps: Mapping[str, Sequence[Assessed]] | None = None,
) -> TrackRecord:
    """The record of a source: `own` are its statements on places, `told` all statements on these places, by place."""
    captures: list[list[Statement]] = []
    latest: dict[str, list[Statement]] = {}
    for statement in in_order(own):
        place = statement.fact.place
        if place is None or not statement.captures or statement.holder != statement.speaker or statement.hedged:
            continue
        found = latest.get(place)
        if found is None or statement.begin - found[0].begin > AGAIN:
            found = latest[place] = []
            captures.append(found)
        found.append(statement)
    answers = {place: _answers(told.get(place, ())) for place in latest}
    return TrackRecord(
        source,
        tuple(_capture(found, answers[found[0].fact.place or ""], (maps or {}).get(found[0].fact.place or "", ()))
              for found in captures),
    )  # fmt: skip


@dataclass(frozen=True, slots=True)
class _Answers:
    """All statements on a place, and those that concede: after what was said `until` then, or at any time (`ever`)."""

    about: Sequence[Statement]
    until: tuple[Statement, ...]
    ever: tuple[Statement, ...]


def _answers(about: Sequence[Statement]) -> _Answers:
    """Looks through the statements once for all captures of a place, of which there may be hundreds."""
    had: dict[str, date] = {}
    for one in about:
        for side in gives_a_hold(one):
            had[side] = min(one.begin, had.get(side, one.begin))
    ever = tuple(s for s in about if concedes(s, had))
    until = tuple(s for s in ever if s.says == "lost" or had[s.speaker] <= s.begin)
    return _Answers(about, until, ever)


def _capture(found: Sequence[Statement], answers: _Answers, maps: Sequence[Assessed]) -> Capture:
    first = found[0]
    side, day = first.speaker, first.begin
    conceding = [
        s for s in answers.until
        if s.speaker != side and s.holder in {side, s.speaker} and s.begin >= day - timedelta(days=GAP)
    ]  # fmt: skip
    losing = (s.begin for s in answers.ever if s.speaker == side and s.begin > day)
    denying = {
        s.speaker
        for s in answers.about
        if s.party and s.speaker != side and abs((s.begin - day).days) <= GAP
        and ((s.says == "not" and s.holder == side) or (s.says == "holds" and s.holder != side and s.begin >= day))
    }  # fmt: skip
    assessors = sorted({one.assessor for one in maps})
    return Capture(
        first.fact.place or "", first.fact.place_name or "", side, day, tuple(s.fact.claim for s in found),
        min((s.begin for s in conceding), default=None), tuple(sorted({s.speaker for s in conceding})),
        tuple(sorted(denying)), min(losing, default=None),
        {name: _mapped(name, side, day, maps) for name in assessors},
    )  # fmt: skip


def _mapped(assessor: str, side: str, day: date, maps: Sequence[Assessed]) -> date | None:
    return min(
        (max(day, m.begin) for m in maps if (m.assessor, m.side) == (assessor, side) and m.until >= day), default=None
    )
