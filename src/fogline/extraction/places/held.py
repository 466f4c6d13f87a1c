"""Places that the gazetteer does not have where the words put them: they are told by the larger place beside them.

"Krymske, Donetsk region" is not the Krymske of another region. Where no candidate lies in the larger place named, the
mention keeps its name and has no point: that of the larger place would be a guess in disguise, and two villages of one
region would seem to be one. What is known of it is the country and the region; the namesakes are its alternatives.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from fogline.extraction.places.gazetteer import NameKind, Record
from fogline.extraction.places.gazetteer.records import Feature
from fogline.extraction.places.located import unlocated
from fogline.extraction.places.nearby import is_inside
from fogline.model import Document, Place, Precision

HELD = "places.none_in_larger_place"
_NUMBER = -1  # of a record that stands for a place in no gazetteer
_HOLDERS = frozenset({"region", "district", "area", "island", "country"})
_SAME_COUNTRY_PEOPLE = 50_000  # a town that large is not unknown to the gazetteer: the report errs or is misread
_OTHER_COUNTRY_PEOPLE = 200_000
_WIDE_M = {"district": 25_000, "region": 60_000}  # radius of one that is known by its chief town only
_PRECISION: Mapping[str, Precision] = {"district": "district", "region": "region", "area": "region", "island": "region"}


def widened(record: Record, feature: str | None) -> Record:
    """The district or region that a type word makes of a town's record ("Musa Qala district")."""
    wide = _WIDE_M.get(feature or "") if record.feature == "settlement" else None
    if wide is None:
        return record
    wider: Feature = "district" if feature == "district" else "region"
    return replace(record, feature=wider, radius_m=wide, geonames=None, population=0)


def holders(records: Sequence[Record], feature: str | None) -> list[Record]:
    """Those of the candidates of a name, best first, that a place may lie in; `feature` is told by its type word."""
    wide = [widened(r, feature) for r in records]
    return [r for r in wide if r.feature in _HOLDERS]


def is_stray(record: Record, kind: NameKind, outer: Sequence[Record]) -> bool:
    """Whether a candidate lies in none of the places that the one named beside it may be."""
    if record.feature not in {"settlement", "district"} or lies_in(record, outer):
        return False
    known = _SAME_COUNTRY_PEOPLE if record.country == outer[0].country else _OTHER_COUNTRY_PEOPLE
    return kind > NameKind.REVIEWED or record.population < known


def lies_in(record: Record, outer: Sequence[Record]) -> bool:
    """Whether a candidate lies in one of the places that the one named beside it may be."""
    return any(is_inside(record, o) or record.id == o.id for o in outer)


def stand_in(name: str, outer: Record) -> Record:
    """A record for a settlement of this name somewhere in a larger place."""
    return Record(
        _NUMBER, name, outer.lat, outer.lon, None, outer.country,
        outer.admin1 or (outer.name if outer.feature == "region" else None), "settlement", 0, outer.radius_m,
        admin2=outer.name if outer.feature == "district" else outer.admin2,
    )  # fmt: skip


def reasons(outer: Record) -> tuple[str, ...]:
    """Why a place is put where its larger place is, and which kind of place that is."""
    return HELD, f"places.at_{outer.feature}", "places.larger_place_beside"


def is_stand_in(record: Record) -> bool:
    """Whether a record stands for a place in no gazetteer."""
    return record.id == _NUMBER


def put(place: Place, because: Sequence[str]) -> Place:
    """A mention of a stand-in, without a point; its precision is that of the larger place, unless this is a country."""
    outer = next((b.removeprefix("places.at_") for b in because if b.startswith("places.at_")), "region")
    return replace(place, lat=None, lon=None, precision_m=None, precision=_PRECISION.get(outer, place.precision))


def unknown_in(document: Document, first: int, last: int, feature: str, outer: Record | None) -> Place:
    """Tokens that name a place in no gazetteer, with what is known by the larger place beside it where there is one."""
    place = unlocated(document, first, last, feature, ("places.type_word",) if outer is None else reasons(outer))
    if outer is None:
        return place
    record = stand_in(place.name, outer)
    return put(replace(place, country=record.country, admin1=record.admin1), place.because)
