"""Makes a place mention of a name in its context and the candidates it was resolved to."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import replace

from fogline.extraction.places.context import Context
from fogline.extraction.places.gazetteer import Record
from fogline.extraction.places.held import is_stand_in, put, widened
from fogline.extraction.places.located import located
from fogline.extraction.places.relations import is_adjectival
from fogline.extraction.places.resolve import Ranked
from fogline.extraction.places.scan import Name
from fogline.extraction.places.setoff import set_off
from fogline.extraction.places.sides import side
from fogline.extraction.places.unsure import rivals, without_point
from fogline.extraction.places.words import words
from fogline.extraction.places.wraps import unbroken
from fogline.model import Candidate, Document, Place

MOST_ALTERNATIVES = 5


def mention(document: Document, name: Name, context: Context, ranked: Sequence[Ranked]) -> Place:
    """The place that a name means; a direction word before a country or area makes it that side of it."""
    structure = document.structure
    best = ranked[0]
    record = widened(best.hit.record, context.feature) if context.type_last else best.hit.record
    first, last = name.first, name.last
    if context.type_last and structure.tokens[name.last].lower in words("type_after"):
        last = context.type_last
    part = side(structure, first, last, record)
    if part:
        first, last, record = part
    place = located(document, first, last, record, ("places.side", *best.because) if part else best.because)
    place = replace(
        place,
        alternatives=alternatives(ranked),
        used_by=best.hit.used_by,
        adjectival=is_adjectival(structure, last, record, context),
    )
    if is_stand_in(record):
        words_of = document.report.text[structure.tokens[name.first].start : structure.tokens[name.last - 1].end]
        place = put(replace(place, name=unbroken(words_of)), best.because)
    others = () if part else rivals(ranked)
    if others:
        place = without_point(replace(place, alternatives=alternatives(ranked, first=0)), best, others)
    return place if part else set_off(structure, place, near=context.facility)


def alternatives(ranked: Sequence[Ranked], first: int = 1) -> tuple[Candidate, ...]:
    """The runners-up, or all from the first one on, with each candidate's share of the evidence."""
    top = ranked[0].score
    total = sum(math.exp(r.score - top) for r in ranked)
    return tuple(
        _candidate(r.hit.record, math.exp(r.score - top) / total) for r in ranked[first : first + MOST_ALTERNATIVES]
    )


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
