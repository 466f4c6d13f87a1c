"""GeoJSON (RFC 7946) of claims, and of control on a day, for QGIS and the like.

What has no place keeps its feature, with a null geometry: a map that leaves such claims out would hide them.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any

from fogline.assessment.control import Span
from fogline.assessment.fact import Fact
from fogline.exports.ledger.plain import fact_row
from fogline.exports.ledger.told import aged_row, map_row
from fogline.query import PlaceRow
from fogline.query.places import PlaceOnMap
from fogline.query.spots import Spots

Feature = dict[str, Any]


def claims(facts: Iterable[Fact]) -> Feature:
    """A collection with a feature for each claim; `precision_m` tells the radius in which the true point lies."""
    return _collection(map(claim, facts))


def claim(fact: Fact) -> Feature:
    """The feature of one claim."""
    return _feature(fact.lat, fact.lon, fact.id, _flat(fact_row(fact)))


def control(status: Iterable[tuple[PlaceRow, Span]], day: date) -> Feature:
    """A collection with a feature for each place: who says they hold it on `day`."""
    return _collection(
        _feature(
            place.lat, place.lon, place.key,
            {"name": place.name, "country": place.country, "admin1": place.admin1, "day": day.isoformat(),
             **aged_row(span, day)},
        )
        for place, span in status
    )  # fmt: skip


def places(found: Iterable[PlaceOnMap], day: date) -> Feature:
    """A collection with a feature for each place: its names, its claims, and its status on `day`."""
    return _collection(
        _feature(shown.place.lat, shown.place.lon, shown.place.key, _on_one_level(map_row(shown, day)))
        for shown in found
    )


def spots(found: Spots) -> Feature:
    """A collection with a feature for each place and point: how many claims of which family; and how many in all."""
    features = [
        _feature(
            spot.lat, spot.lon, f"{spot.place}@{spot.lat},{spot.lon}",
            {"key": spot.place, "name": spot.name, "total": spot.total, "families": dict(spot.families),
             "disputed": spot.disputed, "latest": spot.latest.isoformat()},
        )
        for spot in found.spots
    ]  # fmt: skip
    return {"type": "FeatureCollection", "total": found.total, "unplaced": found.unplaced, "features": features}


def _on_one_level(row: Feature) -> Feature:
    """A place's row with what its status holds beside the rest."""
    status = row.pop("status") or {}
    events = {f"claims_{family}": number for family, number in row.pop("events").items()}
    return {**row, "forms": list(row["forms"]), **events, **status}


def _collection(features: Iterable[Feature]) -> Feature:
    return {"type": "FeatureCollection", "features": list(features)}


def _feature(lat: float | None, lon: float | None, identity: str, properties: Feature) -> Feature:
    point = None if lat is None or lon is None else {"type": "Point", "coordinates": [lon, lat]}
    return {"type": "Feature", "id": identity, "geometry": point, "properties": properties}


def _flat(row: Feature) -> Feature:
    """Properties on one level, as tables of attributes want them: `source_name`, `place_precision`."""
    flat: Feature = {}
    for key, value in row.items():
        if isinstance(value, dict):
            flat.update({f"{key}_{name}": v for name, v in value.items() if not isinstance(v, list)})
        elif not isinstance(value, list):
            flat[key] = value
    if row["quantities"]:
        flat.update({key: row["quantities"][0][key] for key in ("low", "best", "high", "unit")})
    return flat
