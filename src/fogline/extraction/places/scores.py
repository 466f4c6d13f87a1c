"""What a candidate is worth by itself: its kind, its people, and how well the name is known as its own.

Scores are differences that were tuned on annotated news; only their order matters.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from functools import cache

from fogline.extraction.places.gazetteer import Hit, NameKind, Record
from fogline.extraction.places.gazetteer.countries import countries

_PER_TENFOLD = {"settlement": 0.35, "region": 0.28, "district": 0.22}
_PRIOR = {"country": 3.0, "area": 2.4, "water": 2.4, "mountains": 2.2, "island": 2.2, "facility": 2.4}
_OF_KIND = {NameKind.MAIN: 0.0, NameKind.REVIEWED: 0.0, NameKind.ALTERNATE: -0.6, NameKind.BARE: -0.3}
_OBSCURE = -0.6  # more for an alternate name of a place that few people live in
_UNKNOWN = 300  # people of a settlement whose number is not known
_PER_LANGUAGE, _MOST_LANGUAGES = 0.015, 80  # for each name that a settlement has in the sources
_LARGE = 1_000_000  # people of a region that a country of the same name must reckon with
_SOLE_COUNTRY = 2.5  # more for a country whose name no larger region elsewhere shares (Georgia is shared)
_TOWN_FIRST = 0.8  # a town before the region of the same name, where no word says region
_FUZZY = -1.2
_FUZZY_BESIDE_EXACT = -2.5  # where a place of the same country is spelled exactly so
_OF_USER = 1.2  # for a form of the name that one country uses, where the report is about both
_TYPE = {
    ("settlement", "settlement"): 2.0, ("settlement", "region"): -1.5, ("settlement", "district"): -0.8,
    ("settlement", "area"): -1.5, ("settlement", "country"): -1.5,
    ("region", "region"): 2.5, ("region", "district"): 1.8, ("region", "settlement"): -0.5, ("region", "area"): 1.5,
    ("district", "district"): 2.5, ("district", "region"): 0.5, ("district", "settlement"): 0.2,
    ("area", "area"): 1.0, ("area", "region"): 0.3,
}  # fmt: skip


def prior(record: Record) -> float:
    """How likely a record is meant when nothing else is known."""
    slope = _PER_TENFOLD.get(record.feature)
    if slope is None:
        return _PRIOR[record.feature]
    people = record.population or _UNKNOWN
    return slope * math.log10(people + 1) + _PER_LANGUAGE * min(record.fame, _MOST_LANGUAGES)


def of_name(hit: Hit, hits: Sequence[Hit]) -> float:
    """How well the name is known as this place's own; `hits` are all that go by it."""
    if hit.fuzzy:
        exact = any(not h.fuzzy and h.record.country == hit.record.country for h in hits)
        return _FUZZY_BESIDE_EXACT if exact else _FUZZY
    score = _OF_KIND[hit.kind]
    if hit.kind == NameKind.ALTERNATE and hit.record.population < 100_000:
        score += _OBSCURE
    return score


def of_user(hit: Hit, focus: Mapping[str, float]) -> float:
    """What it tells that a country whose name for the place this is ("Dzerzhinsk": Russia) is one of the report's."""
    user = _codes().get(hit.used_by or "")
    return _OF_USER * min(focus.get(user, 0.0), focus.get(hit.record.country or "", 0.0)) if user else 0.0


@cache
def _codes() -> Mapping[str, str]:
    return {named.record.name: named.record.country or "" for named in countries()}


def of_type_word(feature: str | None, record: Record) -> float:
    """What the type word beside the name tells."""
    return _TYPE.get((feature, record.feature), 0.0) if feature else 0.0


def of_namesakes(hit: Hit, hits: Sequence[Hit], feature: str | None) -> float:
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
