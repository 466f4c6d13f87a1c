"""Whether a claim that was read agrees with an annotated one, field by field."""

from __future__ import annotations

import math
from datetime import date, timedelta
from typing import Any

from eval.annotation import Located
from eval.spans import is_compact, share_of_shorter, span_of

Row = dict[str, Any]

FIELDS = ("stance", "source", "source_kind", "source_side", "actor_side", "place", "time", "value")
NEAR_KM = 25.0  # two points nearer than this are one place: the spread of centre points given for one district
EARTH_RADIUS_KM = 6371.0
SOURCE_LENGTH = 120  # a source with its title and appositions may be this long, in characters


def agreement(gold: Located, claim: Row) -> dict[str, bool]:
    """For each of FIELDS whether the claim read says what the annotated one says."""
    wanted = gold.claim
    source, actor = claim.get("source") or {}, claim.get("actor") or {}
    return {
        "stance": claim.get("stance") == wanted.stance,
        "source": _source_agrees(gold, source),
        "source_kind": (source.get("kind") or "narrator") == wanted.source_kind,
        "source_side": same_name(source.get("side"), wanted.source_side),
        "actor_side": same_name(actor.get("side"), wanted.actor_side),
        "place": _place_agrees(gold, claim.get("place")),
        "time": days_agree(wanted.time_from, wanted.time_to, claim.get("time")),
        "value": _value_agrees(gold, claim.get("quantities") or []),
    }


def same_name(one: str | None, other: str | None) -> bool:
    """Whether two names are the same but for case, blanks and punctuation; no name is `none`."""
    return _letters(one) == _letters(other)


def days_agree(first: date | None, last: date | None, read: Row | None) -> bool:
    """Whether two intervals of days share half of their union, or lie within a day of one another."""
    begin, until = _days(read)
    if first is None or last is None:
        return begin is None
    if begin is None or until is None:
        return False
    common = min(last, until) - max(first, begin) + timedelta(days=1)
    union = max(last, until) - min(first, begin) + timedelta(days=1)
    slack = abs(first - begin) + abs(last - until)
    return common > timedelta(0) and (common / union >= 0.5 or slack <= timedelta(days=1))


def _days(read: Row | None) -> tuple[date | None, date | None]:
    if not read or not read.get("from"):
        return None, None
    until = read.get("to")
    return date.fromisoformat(read["from"][:10]), date.fromisoformat(until[:10]) if until else None


def _letters(name: str | None) -> str:
    return "".join(filter(str.isalnum, (name or "none").casefold()))


def _source_agrees(gold: Located, source: Row) -> bool:
    spoken = bool(source) and source.get("kind") != "narrator"
    if gold.claim.source is None or not spoken:
        return gold.claim.source is None and not spoken
    span = span_of(source)
    same_words = share_of_shorter(gold.source, span) > 0 and is_compact(span, gold.source, SOURCE_LENGTH)
    return same_words or any(same_name(gold.claim.source, source.get(key)) for key in ("text", "name"))


def _place_agrees(gold: Located, place: Row | None) -> bool:
    wanted = gold.claim
    if not wanted.place or not place:
        return not wanted.place and not place
    if wanted.place_lat is not None and wanted.place_lon is not None and place.get("lat") is not None:
        return kilometres((wanted.place_lat, wanted.place_lon), (place["lat"], place["lon"])) <= NEAR_KM
    return same_name(wanted.place_name or wanted.place, place.get("name") or place.get("text"))


def _value_agrees(gold: Located, quantities: list[Row]) -> bool:
    """A number that the annotator left out is no fault; of those read, the first two count."""
    wanted = {v for v in (gold.claim.value, gold.claim.value_low, gold.claim.value_high) if v is not None}
    read = [q[key] for q in quantities[:2] for key in ("low", "best", "high") if q.get(key) is not None]
    return not wanted or any(math.isclose(w, r, abs_tol=0.0005) for w in wanted for r in read)


def kilometres(one: tuple[float, float], other: tuple[float, float]) -> float:
    """Distance of two points (latitude, longitude in degrees) on the sphere, by the haversine formula."""
    lat1, lon1, lat2, lon2 = map(math.radians, (*one, *other))
    half_chord = math.sin((lat2 - lat1) / 2) ** 2 + math.cos(lat1) * math.cos(lat2) * math.sin((lon2 - lon1) / 2) ** 2
    return 2 * EARTH_RADIUS_KM * math.asin(math.sqrt(half_chord))
