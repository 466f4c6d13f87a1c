"""Makes a place mention of a name in its context and the candidates it was resolved to."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import replace

from fogline.extraction.places.context import Context
from fogline.extraction.places.gazetteer import Record
from fogline.extraction.places.located import located
from fogline.extraction.places.relations import is_adjectival, relation
from fogline.extraction.places.resolve import Ranked
from fogline.extraction.places.scan import Name
from fogline.extraction.places.sides import side
from fogline.extraction.places.words import words
from fogline.model import Candidate, Document, Place

MOST_ALTERNATIVES = 5
_OFFSET_M = 15_000  # how far "near" or "west of" may lead from a place, where no distance is told


def mention(document: Document, name: Name, context: Context, ranked: Sequence[Ranked]) -> Place:
    """The place that a name means; a direction word before a country or area makes it that side of it."""
    structure = document.structure
    best = ranked[0]
    record = best.hit.record
    first, last = name.first, name.last
    if context.type_last and structure.tokens[name.last].lower in words("type_after"):
        last = context.type_last
    part = side(structure, first, last, record)
    if part:
        first, last, record = part
    related = None if part else relation(structure, first, last)
    place = located(document, first, last, record, ("places.side", *best.because) if part else best.because)
    near = bool(related or context.facility)
    return replace(
        place,
        precision="near" if near and place.precision in {"settlement", "exact"} else place.precision,
        precision_m=record.radius_m + (_OFFSET_M if near else 0),
        alternatives=alternatives(ranked),
        relation=related,
        used_by=best.hit.used_by,
        adjectival=is_adjectival(structure, last, record, context),
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
