"""Decides which place each name of a report means, by joint evidence.

One name has one sense in a report. Its candidates are scored by: what each is by itself, the countries that the report
is about, the larger place named beside it, the type word beside it, the distance told from another place, and the
other places of the report. What is settled in one round helps to settle the rest in the next.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from fogline.extraction.places.capitals import is_capital
from fogline.extraction.places.context import Context
from fogline.extraction.places.gazetteer import Hit, NameKind, Record
from fogline.extraction.places.geometry import kilometres
from fogline.extraction.places.held import holders, is_stand_in, is_stray, lies_in, reasons, stand_in
from fogline.extraction.places.nearby import MOST_CANDIDATES, Nearby, fit, in_district, is_inside
from fogline.extraction.places.scan import Name
from fogline.extraction.places.scores import of_name, of_namesakes, of_type_word, of_user, prior

_HOLDS_OTHER = 1.5  # a place beside the name lies inside this candidate
_IN_FOCUS = 1.8
_IN_CONTAINER = 3.0
_IN_NAMED = 1.5  # inside a region that the report names elsewhere
_NEAR_OTHERS = 2.6
_POINTED = 4.0
_SETTLED = 0.5  # by how much a candidate must lead to be taken as settled
_ELSEWHERE_KM = 25.0
_ROUNDS = 2  # with distances to the others, after one by names alone
_ANCHORS = 8  # candidates of the place that a distance is told from
_BESIDE = 8  # candidates of a name that another one may lie in
_SEAT = 3.0  # for the capital of a country whose name condemns and warns
_IN_DISTRICT = 0.4
_SAME_KM = 8.0  # two settlements of one name nearer than that are one place from two sources


class Sense(NamedTuple):
    """A name in one use: its key, the class its type word tells, and whether it speaks as the seat of a government."""

    key: str
    feature: str | None
    seat: bool


@dataclass(frozen=True, slots=True)
class Ranked:
    """A candidate with its score and the rules that made it."""

    hit: Hit
    score: float
    because: tuple[str, ...]


class Resolver:
    """The evidence of one report."""

    def __init__(self, names: Sequence[Name], contexts: Sequence[Context], focus: Mapping[str, float]) -> None:
        self._names, self._contexts, self._focus = names, contexts, focus
        self._speakers = {n.key for n, c in zip(names, contexts, strict=True) if c.speaks and not c.placed}
        self._same: dict[str, list[int]] = defaultdict(list)
        self._alone: dict[Sense, list[Ranked]] = {}
        for index, name in enumerate(names):
            self._same[name.key].append(index)
        beside = [self._named_beside(index) for index in range(len(names))]  # once, and not for each candidate
        self._larger = [self._larger_of(indices) for indices in beside]
        self._others = [[h.record for i in indices for h in names[i].hits[:_BESIDE]] for indices in beside]

    def resolve(self) -> list[Sequence[Ranked]]:
        """The candidates of each name, best first."""
        senses = dict.fromkeys(self._sense(i) for i in range(len(self._names)))
        found = self._held({sense: self._rank(sense, Nearby(())) for sense in senses})
        for _ in range(_ROUNDS):
            order = sorted(found.items(), key=lambda row: not row[0].seat)  # where it speaks counts least
            settled = {sense.key: ranked[0].hit.record for sense, ranked in order if is_settled(ranked)}
            unsettled = {sense.key: _candidates(ranked) for sense, ranked in found.items() if sense.key not in settled}
            found = self._held({s: self._rank(s, self._nearby(settled, unsettled, s.key)) for s in senses})
        return [found[self._sense(i)] for i in range(len(self._names))]

    def _sense(self, index: int) -> Sense:
        context = self._contexts[index]
        key = self._names[index].key
        return Sense(key, context.feature, key in self._speakers and not context.placed)

    def _held(self, found: Mapping[Sense, Sequence[Ranked]]) -> dict[Sense, Sequence[Ranked]]:
        """The candidates of each sense, those first that lie where the words say, or else a stand-in there."""
        return {sense: self._within(sense, ranked, found) for sense, ranked in found.items()}

    def _within(
        self, sense: Sense, ranked: Sequence[Ranked], found: Mapping[Sense, Sequence[Ranked]]
    ) -> Sequence[Ranked]:
        outer = [held for i in self._same[sense.key] if (held := self._holders(i, found))]
        best = ranked[0]
        if not outer or not all(is_stray(best.hit.record, best.hit.kind, o) for o in outer):
            return ranked
        inside = [r for r in ranked if not r.hit.fuzzy and lies_in(r.hit.record, outer[0])]
        if inside:
            return [*inside, *(r for r in ranked if r not in inside)]
        record = stand_in(best.hit.record.name, outer[0][0])
        return [Ranked(Hit(record, NameKind.MAIN), best.score + _SETTLED, reasons(outer[0][0])), *ranked]

    def _holders(self, index: int, found: Mapping[Sense, Sequence[Ranked]]) -> list[Record]:
        """What the nearest larger place named beside a mention may be."""
        for parent in self._contexts[index].parents:
            records = [r.hit.record for r in found[self._sense(parent)][:_BESIDE] if not is_stand_in(r.hit.record)]
            held = holders(records, self._contexts[parent].feature)
            if held:
                return held
        return []

    def _nearby(self, settled: Mapping[str, Record], unsettled: Mapping[str, tuple[Record, ...]], key: str) -> Nearby:
        counts = Counter({other: len(self._same[other]) for other in settled if other != key})
        most = max(counts.values(), default=1)
        return Nearby(
            tuple((settled[other], n / most) for other, n in counts.items()),
            tuple(records for other, records in unsettled.items() if other != key and records),
        )

    def _rank(self, sense: Sense, nearby: Nearby) -> list[Ranked]:
        if sense not in self._alone:
            indices = self._same[sense.key]
            hits = without_doubles(self._names[indices[0]].hits)
            self._alone[sense] = [self._by_itself(hit, hits, indices, sense) for hit in hits]
        ranked = [_with_others(one, nearby) for one in self._alone[sense]]
        return sorted(ranked, key=lambda r: (-r.score, -r.hit.record.population, r.hit.record.id))

    def _by_itself(self, hit: Hit, hits: Sequence[Hit], indices: Sequence[int], sense: Sense) -> Ranked:
        """A candidate with what the name's own words tell of it, which is the same in all rounds."""
        record, feature = hit.record, sense.feature
        share = self._focus.get(record.country or "", 0.0)
        score = prior(record) + of_name(hit, hits) + of_namesakes(hit, hits, feature) + of_type_word(feature, record)
        score += _IN_FOCUS * share + of_user(hit, self._focus)
        because = ["places.population"]
        if share > 0.3 and record.feature != "country":
            because.append("places.country_named")
        if any(self._beside(record, index, inside=True) for index in indices):
            score += _IN_CONTAINER * max(self._centred(record, index) for index in indices)
            because.append("places.larger_place_beside")
        if sense.seat and is_capital(record.geonames, record.country):
            score += _SEAT
            because.append("places.speaks")
        if record.feature in {"country", "region"} and any(self._beside(record, i, inside=False) for i in indices):
            score += _HOLDS_OTHER
        if feature:
            because.append("places.type_word")
        if record.feature != "country":
            pointed = max((self._pointed(record, index) for index in indices), default=0.0)
            score += _POINTED * pointed
            because += ["places.distance_told"] if pointed > 0.5 else []
        if hit.used_by:
            because.append("places.alias")
        return Ranked(hit, score, tuple(because))

    def _pointed(self, record: Record, index: int) -> float:
        """How well a place lies where a distance told beside mention `index` points."""
        context = self._contexts[index]
        if context.measured_from is None:
            return 0.0
        told = self._contexts[context.measured_from].offset
        anchors = [h.record for h in self._names[context.measured_from].hits[:_ANCHORS]]
        return fit(record, anchors, told) if told else 0.0

    def _beside(self, record: Record, index: int, *, inside: bool) -> bool:
        """Whether a name beside mention `index` may be a place that this one lies inside, or one inside it."""
        if inside:
            return any(is_inside(record, o) for o in self._larger[index] + self._others[index])
        return any(is_inside(o, record) for o in self._others[index])

    def _centred(self, record: Record, index: int) -> float:
        """More than 1 for a place that lies in the very district named beside it, and not just near its rim."""
        return max((1.0 + _IN_DISTRICT * in_district(record, o) for o in self._larger[index]), default=1.0)

    def _larger_of(self, beside: Sequence[int]) -> list[Record]:
        """The districts and regions that type words make of towns beside a mention, and those named so."""
        return [
            record
            for c in beside
            for record in holders([h.record for h in self._names[c].hits[:_BESIDE]], self._contexts[c].feature)
        ]

    def _named_beside(self, index: int) -> list[int]:
        context, own = self._contexts[index], self._names[index].key
        return [c for c in dict.fromkeys((*context.containers, *context.parents)) if self._names[c].key != own]


def _with_others(one: Ranked, nearby: Nearby) -> Ranked:
    """A candidate with what the settled places add, each rule named where it counts for much."""
    record = one.hit.record
    if record.feature == "country" or not (nearby.records or nearby.open):
        return one
    near, within = nearby.nearness(record), nearby.within(record)
    because = [*(["places.near_others"] if near > 0.5 else []), *(["places.region_named"] if within > 0.5 else [])]
    return Ranked(one.hit, one.score + _NEAR_OTHERS * near + _IN_NAMED * within, (*one.because, *because))


def _candidates(ranked: Sequence[Ranked]) -> tuple[Record, ...]:
    """The candidates of a name that is not settled; none where there are so many that one lies near everything."""
    records = tuple(r.hit.record for r in ranked if r.hit.record.feature != "country" and not is_stand_in(r.hit.record))
    return records if len(records) <= MOST_CANDIDATES else ()


def is_settled(ranked: Sequence[Ranked]) -> bool:
    """Whether the first candidate, a place finer than a country, leads the next one elsewhere by enough."""
    best = ranked[0]
    return (
        best.hit.record.feature != "country"
        and not is_stand_in(best.hit.record)
        and not any(is_elsewhere(r, best) for r in ranked[1:] if best.score - r.score <= _SETTLED)
    )


def is_elsewhere(one: Ranked, other: Ranked) -> bool:
    """Whether two candidates are not at one spot, as a town and the district named after it are."""
    a, b = one.hit.record, other.hit.record
    return kilometres(a.lat, a.lon, b.lat, b.lon) > _ELSEWHERE_KM


def without_doubles(hits: Sequence[Hit]) -> Sequence[Hit]:
    """The hits without settlements that stand in two sources: of two at one spot the one that more is known of."""
    kept: list[Hit] = []
    for hit in hits:
        twin = next((i for i, k in enumerate(kept) if _is_double(k, hit)), None)
        if twin is None:
            kept.append(hit)
        elif (kept[twin].kind, -kept[twin].record.population) > (hit.kind, -hit.record.population):
            kept[twin] = hit
    return kept


def _is_double(one: Hit, other: Hit) -> bool:
    a, b = one.record, other.record
    if a.feature != "settlement" or b.feature != "settlement" or a.country != b.country:
        return False
    if abs(a.lat - b.lat) > 0.1 or abs(a.lon - b.lon) > 0.2 or (a.population and b.population):
        return False
    return kilometres(a.lat, a.lon, b.lat, b.lon) < _SAME_KM
