"""The reviewed tables: regions of conflict, waters and heights, and places under other names."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from pydantic import BaseModel, ConfigDict, Field

from fogline.extraction.places.gazetteer.records import Named, NameKind, Record
from fogline.extraction.places.gazetteer.sources import REVIEWED
from fogline.knowledge.load import load_csv

_FIRST_OWN_ID = 900_000_000  # above all GeoNames ids, so that our own rows never meet one


class AreaRow(BaseModel):
    """An area that has no administration of its own in the gazetteer, with its centre and radius in kilometres."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    id: str
    name: str
    names: str = ""
    country: str | None = None
    lat: float = Field(ge=-90, le=90)
    lon: float = Field(ge=-180, le=180)
    radius_km: float = Field(gt=0)
    feature: Literal["area", "water", "mountains", "island", "facility", "settlement"] = "area"
    example: str
    admin1: str | None = None  # the region that an area with a name of its own coincides with


class AliasRow(BaseModel):
    """A settlement under another name: the name used today, and who uses the other one where that tells a side."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    id: str
    alias: str
    name: str
    country: str
    used_by: str | None = None
    lat: float | None = None
    lon: float | None = None
    example: str


def areas() -> Iterator[Named]:
    """The reviewed areas as records with ids of our own."""
    rows = [*load_csv("places_areas.csv", AreaRow), *load_csv("places_waters.csv", AreaRow)]
    for number, row in enumerate(rows):
        record = Record(
            id=_FIRST_OWN_ID + number,
            name=row.name,
            lat=row.lat,
            lon=row.lon,
            geonames=None,
            country=row.country,
            admin1=row.admin1,
            feature=row.feature,
            population=0,
            radius_m=round(row.radius_km * 1000),
            source=REVIEWED.id,
        )
        names = dict.fromkeys([row.name, *row.names.split("|")])
        yield Named(record, tuple((n, NameKind.REVIEWED, None) for n in names if n))


def aliases() -> tuple[AliasRow, ...]:
    """The reviewed aliases, in the order of the table."""
    return load_csv("places_aliases.csv", AliasRow)
