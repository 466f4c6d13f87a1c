"""Makes a place mention of a name in its context and the candidates it was resolved to."""

from __future__ import annotations

import math
from collections.abc import Sequence

from fogline.extraction.places.context import Context
from fogline.extraction.places.gazetteer import Record
from fogline.extraction.places.relations import is_adjectival, relation
from fogline.extraction.places.resolve import Ranked
from fogline.extraction.places.scan import Name
from fogline.extraction.places.words import words
from fogline.model import Candidate, Document, Place, Precision

MOST_ALTERNATIVES = 5
_PRECISION: dict[str, Precision] = {
    "settlement": "settlement", "district": "district", "region": "region", "country": "country", "area": "region",
    "water": "region", "mountains": "region", "island": "settlement", "facility": "exact",
}  # fmt: skip
_OFFSET_M = 15_000  # how far "near" or "west of" may lead from a place, where no distance is told


def mention(document: Document, name: Name, context: Context, ranked: Sequence[Ranked]) -> Place:
    """The place that a name means."""
    tokens, text = document.structure.tokens, document.report.text
    best = ranked[0]
    record = best.hit.record
    last = name.last
    if context.type_last and tokens[name.last].lower in words("type_after"):
        last = context.type_last
    start, end = tokens[name.first].start, tokens[last - 1].end
    related = relation(document.structure, name.first, last)
    return Place(
        start=start,
        end=end,
        text=text[start:end],
        first=name.first,
        last=last,
        name=record.name,
        lat=record.lat,
        lon=record.lon,
        geonames=record.geonames,
        country=record.country,
        admin1=record.admin1,
        feature=record.feature,
        precision=_precision(record, related, context),
        precision_m=record.radius_m + (_OFFSET_M if related else 0),
        because=best.because,
        alternatives=alternatives(ranked),
        relation=related,
        used_by=best.hit.used_by,
        adjectival=is_adjectival(document.structure, name, last, record.feature, context),
    )


def alternatives(ranked: Sequence[Ranked]) -> tuple[Candidate, ...]:
    """The runners-up, with each candidate's share of the evidence."""
    top = ranked[0].score
    total = sum(math.exp(r.score - top) for r in ranked)
    return tuple(_candidate(r.hit.record, math.exp(r.score - top) / total) for r in ranked[1 : MOST_ALTERNATIVES + 1])


def _candidate(record: Record, score: float) -> Candidate:
    return Candidate(
        record.name,
        record.lat,
        record.lon,
        record.geonames,
        record.country,
        record.admin1,
        record.feature,
        round(score, 3),
    )


def _precision(record: Record, related: str | None, context: Context) -> Precision:
    usual = _PRECISION[record.feature]
    return "near" if usual in {"settlement", "exact"} and (related or context.facility) else usual
