"""A stretch of text as a mention of a gazetteer record."""

from __future__ import annotations

from fogline.extraction.places.gazetteer import Record
from fogline.extraction.places.wraps import unbroken
from fogline.model import Document, Place, Precision

_PRECISION: dict[str, Precision] = {
    "settlement": "settlement", "district": "district", "region": "region", "country": "country", "area": "region",
    "water": "region", "mountains": "region", "island": "settlement", "facility": "exact",
}  # fmt: skip


def precision_of(record: Record) -> Precision:
    """How precise a mention of a record is by itself."""
    return _PRECISION[record.feature]


def located(document: Document, first: int, last: int, record: Record, because: tuple[str, ...]) -> Place:
    """Tokens `first` to `last` (not included) as a mention of `record`."""
    tokens = document.structure.tokens
    start, end = tokens[first].start, tokens[last - 1].end
    return Place(
        start=start,
        end=end,
        text=document.report.text[start:end],
        first=first,
        last=last,
        name=record.name,
        lat=record.lat,
        lon=record.lon,
        geonames=record.geonames,
        country=record.country,
        admin1=record.admin1,
        feature=record.feature,
        precision=precision_of(record),
        precision_m=record.radius_m,
        because=because,
        population=record.population or None,
    )


def unlocated(document: Document, first: int, last: int, feature: str, because: tuple[str, ...]) -> Place:
    """Tokens that name a place of a class which the gazetteer does not have: nothing but its words is known."""
    tokens = document.structure.tokens
    start, end = tokens[first].start, tokens[last - 1].end
    text = document.report.text[start:end]
    return Place(
        start, end, text, first, last, unbroken(text), None, None, None, None, None, feature,
        _PRECISION[feature], None, because,
    )  # fmt: skip
