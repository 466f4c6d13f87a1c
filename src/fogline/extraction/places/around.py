"""The larger place that an epithet means where only a settlement in it was named: "Sumy … the border region"."""

from __future__ import annotations

from functools import cache

from fogline.extraction.places.gazetteer import Record, gazetteer
from fogline.extraction.places.gazetteer.fold import key
from fogline.extraction.places.geometry import kilometres
from fogline.knowledge.load import load_yaml
from fogline.knowledge.schemas.places import CalledRow
from fogline.model import Place

_UNITS = frozenset({"province", "oblast", "governorate"})
_VAGUE_UNITS = frozenset({"region"})  # "in the region" may be half a continent; "the border region" is a unit


def larger_of(place: Place, noun: str, *, qualified: bool) -> Record | None:
    """The region around a settlement that a noun calls so; `qualified` where a word tells more of it."""
    if place.lat is None or place.lon is None:
        return None
    for record in _called().get(noun, ()):
        if kilometres(place.lat, place.lon, record.lat, record.lon) * 1000 <= record.radius_m:
            return record
    if noun in _UNITS or (qualified and noun in _VAGUE_UNITS):
        return _first_level(place.admin1, place.country)
    return None


@cache
def _first_level(name: str | None, country: str | None) -> Record | None:
    hits = gazetteer().find(key(name)) if name else ()
    return next((h.record for h in hits if h.record.feature == "region" and h.record.country == country), None)


@cache
def _called() -> dict[str, tuple[Record, ...]]:
    found: dict[str, tuple[Record, ...]] = {}
    for row in load_yaml("places_called.yaml", CalledRow):
        hits = [[h.record for h in gazetteer().find(key(name))] for name in row.places]
        records = tuple(next(r for r in rs if r.feature == "area" or r is rs[-1]) for rs in hits if rs)
        found.update(dict.fromkeys(row.nouns, records))
    return found
