"""A place found by its name, and the folding of one place that two files have."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from fogline.extraction.places.gazetteer.records import NameKind, Record

_ONE_PLACE_M = 5_000  # two settlements of one name are no nearer to each other
_MOST_M = 30_000  # that the points of one place may lie apart
_METRES_OF_DEGREE = 111_195


@dataclass(frozen=True, slots=True)
class Hit:
    """A place that goes by the name asked for; `fuzzy` where only its consonants agree with it.

    `spelling` is the name as its source writes it where the key asked for does not tell, `language` its ISO 639 code,
    `former` whether it is out of use, `source` the id of the source that has it.
    """

    record: Record
    kind: NameKind
    used_by: str | None = None
    fuzzy: bool = False
    spelling: str | None = None
    language: str | None = None
    former: bool = False
    source: str = ""


def merged(hits: Iterable[Hit]) -> tuple[Hit, ...]:
    """The hits in their order, each place once, even where two files have it at somewhat different points."""
    kept: dict[int, Hit] = {}
    by_kind: dict[tuple[str, str | None], list[Record]] = {}
    for hit in hits:
        record = hit.record
        same_kind = by_kind.setdefault((record.feature, record.country), [])
        if record.id in kept or any(
            r.source != record.source and is_near(r, record.lat, record.lon) for r in same_kind
        ):
            continue
        kept[record.id] = hit
        same_kind.append(record)
    return tuple(kept.values())


def is_near(record: Record, lat: float, lon: float) -> bool:
    """Whether a point is so near to a place that one of the same name there is the same place."""
    return reaches(record.lat, record.lon, record.radius_m, lat, lon)


def reaches(lat: float, lon: float, radius_m: int, other_lat: float, other_lon: float) -> bool:
    """Whether a place of that radius may hold the other point, or lies beside it."""
    reach = max(_ONE_PLACE_M, min(radius_m, _MOST_M)) / _METRES_OF_DEGREE
    return abs(lat - other_lat) < reach and abs(lon - other_lon) < 2 * reach
