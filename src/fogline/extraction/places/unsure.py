"""Names that may be one of several places where nothing tells which: such a mention is left without a point."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from fogline.extraction.places.resolve import Ranked, is_elsewhere
from fogline.extraction.places.wraps import unbroken
from fogline.model import Place

LEAST_LEAD = 0.35  # over the next candidate elsewhere; with less, seven of ten such settlements were wrong
_TELLING = frozenset(
    {"places.larger_place_beside", "places.region_named", "places.near_others", "places.distance_told"}
)


def rivals(ranked: Sequence[Ranked], least: float = LEAST_LEAD) -> Sequence[Ranked]:
    """The candidates elsewhere that the first one of a settlement or district does not lead by `least`."""
    best = ranked[0]
    if best.hit.record.feature not in {"settlement", "district"} or _TELLING.intersection(best.because):
        return ()
    return [r for r in ranked[1:] if best.score - r.score < least and is_elsewhere(r, best)]


def without_point(place: Place, best: Ranked, others: Sequence[Ranked]) -> Place:
    """The mention without a point; what all candidates share is kept."""
    records = [best.hit.record, *(r.hit.record for r in others)]
    name = place.name if len({r.name for r in records}) == 1 else unbroken(place.text)
    country = place.country if len({r.country for r in records}) == 1 else None
    admin1 = place.admin1 if country and len({r.admin1 for r in records}) == 1 else None
    return replace(
        place, name=name, lat=None, lon=None, geonames=None, country=country, admin1=admin1, precision_m=None,
        population=None, because=("places.unsure", *place.because),
    )  # fmt: skip
