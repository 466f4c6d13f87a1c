"""Decides which place each name of a report means, by joint evidence.

One name has one sense in a report. Its candidates are scored by: what kind of place each is, how many live there and
how many languages name it, the countries that the report is about, the larger place named beside it, the type word
beside it, and the distance to the other places of the report. Scores are differences that were tuned on annotated
news; only their order matters.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from fogline.extraction.places.context import Context
from fogline.extraction.places.gazetteer import Hit, NameKind, Record
from fogline.extraction.places.geometry import kilometres
from fogline.extraction.places.scan import Name

_PER_TENFOLD = {"settlement": 0.35, "region": 0.28, "district": 0.22}
_PRIOR = {"country": 3.0, "area": 2.4, "water": 2.4, "mountains": 2.2, "island": 2.2, "facility": 2.4}
_OF_KIND = {NameKind.MAIN: 0.0, NameKind.REVIEWED: 0.0, NameKind.ALTERNATE: -0.6, NameKind.BARE: -0.3}
_OBSCURE = -0.6  # more for an alternate name of a place that few people live in
_PER_LANGUAGE, _MOST_LANGUAGES = 0.015, 80  # for each name that a settlement has in the sources
_LARGE = 1_000_000  # people of a region that a country of the same name must reckon with
_SOLE_COUNTRY = 2.5  # more for a country whose name no larger region elsewhere shares (Georgia is shared)
_HOLDS_OTHER = 1.5  # a place beside the name lies inside this candidate
_TOWN_FIRST = 0.8  # a town before the region of the same name, where no word says region
_FUZZY = -1.2
_IN_FOCUS = 1.8
_IN_CONTAINER = 3.0
_NEAR_OTHERS, _NEAR_KM = 2.2, 200.0
_TYPE = {
    ("settlement", "settlement"): 2.0, ("settlement", "region"): -1.5, ("settlement", "district"): -0.8,
    ("settlement", "area"): -1.5, ("settlement", "country"): -1.5,
    ("region", "region"): 2.5, ("region", "district"): 1.8, ("region", "settlement"): -0.5, ("region", "area"): 1.5,
    ("district", "district"): 2.5, ("district", "region"): 0.5, ("district", "settlement"): 0.2,
    ("area", "area"): 1.0, ("area", "region"): 0.3,
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Ranked:
    """A candidate with its score and the rules that made it."""

    hit: Hit
    score: float
    because: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Resolver:
    """The evidence of one report."""

    names: Sequence[Name]
    contexts: Sequence[Context]
    focus: Mapping[str, float]

    def resolve(self) -> list[Sequence[Ranked]]:
        """The candidates of each name, best first: once by names alone, once more with distances to the others."""
        groups: dict[tuple[str, str | None], list[int]] = defaultdict(list)
        for index, name in enumerate(self.names):
            groups[name.key, self.contexts[index].feature].append(index)
        same: dict[str, list[int]] = defaultdict(list)
        for index, name in enumerate(self.names):
            same[name.key].append(index)
        fixed: dict[str, Record] = {}
        for (key, feature), _ in groups.items():
            ranked = self._rank(same[key], feature, ())
            if ranked[0].hit.record.feature != "country" and (
                len(ranked) < 2 or ranked[0].score - ranked[1].score > 0.5
            ):
                fixed[key] = ranked[0].hit.record
        found: dict[tuple[str, str | None], list[Ranked]] = {}
        for key, feature in groups:
            others = [record for other, record in fixed.items() if other != key]
            found[key, feature] = self._rank(same[key], feature, others)
        return [found[name.key, context.feature] for name, context in zip(self.names, self.contexts, strict=True)]

    def _rank(self, indices: Sequence[int], feature: str | None, others: Sequence[Record]) -> list[Ranked]:
        hits = self.names[indices[0]].hits
        ranked = [self._score(hit, hits, indices, feature, others) for hit in hits]
        return sorted(ranked, key=lambda r: (-r.score, -r.hit.record.population, r.hit.record.id))

    def _score(
        self, hit: Hit, hits: Sequence[Hit], indices: Sequence[int], feature: str | None, others: Sequence[Record]
    ) -> Ranked:
        record = hit.record
        score = prior(record) + of_name(hit) + self._of_namesakes(hit, hits, feature)
        because = ["places.population"]
        share = self.focus.get(record.country or "", 0.0)
        score += _IN_FOCUS * share
        if share > 0.3 and record.feature != "country":
            because.append("places.country_named")
        if any(self._beside(record, index, inside=True) for index in indices):
            score += _IN_CONTAINER
            because.append("places.larger_place_beside")
        if record.feature in {"country", "region"} and any(self._beside(record, i, inside=False) for i in indices):
            score += _HOLDS_OTHER
        if feature:
            score += _TYPE.get((feature, record.feature), 0.0)
            because.append("places.type_word")
        if others and record.feature != "country":
            score += _NEAR_OTHERS * _nearness(record, others)
        if hit.used_by:
            because.append("places.alias")
        return Ranked(hit, score, tuple(because))

    def _of_namesakes(self, hit: Hit, hits: Sequence[Hit], feature: str | None) -> float:
        """What the other candidates of the name tell of this one."""
        record = hit.record
        if record.feature == "country":
            shared = any(
                h.record.feature == "region" and h.record.country != record.country
                and h.kind == NameKind.MAIN and h.record.population > _LARGE
                for h in hits
            )  # fmt: skip
            return 0.0 if shared else _SOLE_COUNTRY
        if record.feature == "settlement" and not feature:
            twins = [h.record for h in hits if h.record.country == record.country]
            if any(t.feature == "area" for t in twins):
                return -_TOWN_FIRST
            around = any(t.feature in {"region", "district"} and t.admin1 == record.admin1 for t in twins)
            return _TOWN_FIRST if around else 0.0
        return 0.0

    def _beside(self, record: Record, index: int, *, inside: bool) -> bool:
        """Whether a name beside mention `index` may be a place that this one lies inside, or one inside it."""
        return any(
            is_inside(record, hit.record) if inside else is_inside(hit.record, record)
            for c in self.contexts[index].containers
            for hit in self.names[c].hits[:8]
            if self.names[c].key != self.names[index].key
        )


def of_name(hit: Hit) -> float:
    """How well the name is known as this place's own."""
    if hit.fuzzy:
        return _FUZZY
    score = _OF_KIND[hit.kind]
    if hit.kind == NameKind.ALTERNATE and hit.record.population < 100_000:
        score += _OBSCURE
    return score


def prior(record: Record) -> float:
    """How likely a record is meant when nothing else is known."""
    slope = _PER_TENFOLD.get(record.feature)
    if slope is None:
        return _PRIOR[record.feature]
    return slope * math.log10(record.population + 1) + _PER_LANGUAGE * min(record.fame, _MOST_LANGUAGES)


def is_inside(record: Record, outer: Record) -> bool:
    """Whether a place lies in a larger one."""
    if record.id == outer.id or outer.feature in {"settlement", "facility"} or record.feature == "country":
        return False
    if outer.feature == "country":
        return record.country == outer.country
    if record.feature == outer.feature:
        return False
    if outer.feature == "region":
        return record.country == outer.country and record.admin1 == outer.admin1
    if outer.country and record.country and outer.country != record.country:
        return False
    return kilometres(record.lat, record.lon, outer.lat, outer.lon) * 1000 <= 1.4 * outer.radius_m


MOST_OTHERS = 200  # other places of a report that a place is measured against; a book's worth would take for ever


def _nearness(record: Record, others: Sequence[Record]) -> float:
    """0 to 1: the mean nearness to the three nearest other places."""
    near = sorted(
        (
            math.exp(-kilometres(record.lat, record.lon, o.lat, o.lon) / _NEAR_KM)
            for o in others[:MOST_OTHERS]
            if o.id != record.id
        ),
        reverse=True,
    )[:3]
    return sum(near) / len(near) if near else 0.0
