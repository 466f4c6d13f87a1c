"""Places from named columns: the cells of a CSV file or the properties of a GeoJSON feature."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from fogline.extraction.places.gazetteer.added import features
from fogline.extraction.places.gazetteer.added.rows import AddedName, AddedPlace, Bad, point, whole
from fogline.extraction.places.gazetteer.cities import is_foreign
from fogline.extraction.places.gazetteer.records import NameKind
from fogline.extraction.places.gazetteer.regions import stem

# What each column may be called; case, spaces and underscores do not matter.
KNOWN = {
    "name": ("name", "name:en", "name_en", "place", "placename", "toponym", "asciiname", "settlement", "locality"),
    "lat": ("lat", "latitude", "y", "ycoord"),
    "lon": ("lon", "lng", "long", "longitude", "x", "xcoord"),
    "country": ("country", "countrycode", "iso2", "iso", "iso3166", "cc"),
    "admin1": (
        "admin1", "adm1", "admin1name", "adm1name", "adm1en", "region", "province", "oblast", "governorate", "state",
    ),
    "admin2": ("admin2", "adm2", "admin2name", "adm2name", "adm2en", "district", "county", "raion"),
    "feature": ("feature", "featureclass", "featurecode", "type", "kind", "fclass", "place_type"),
    "population": ("population", "pop", "people"),
    "geonames": ("geonames", "geonameid", "geonamesid"),
    "names": ("names", "alternatenames", "altnames", "aliases", "othernames", "alias"),
    "former": ("former", "formernames", "oldnames", "oldname", "formername"),
    "used_by": ("usedby", "formerusedby"),
    "radius_km": ("radiuskm",),
}  # fmt: skip
_LANGUAGE = re.compile(r"(?:name|alt_name|old_name)[:_]([a-z]{2,3})")
_BETWEEN = re.compile(r"[|;]")
_LONGEST_NAME = 200


def assigned(columns: Iterable[str], given: Mapping[str, str]) -> dict[str, str]:
    """The column for each field: the one that the user named, else the first with a known name."""
    by_plain: dict[str, str] = {}
    for column in columns:
        by_plain.setdefault(_plain(column), column)
    found = dict(given)
    for field, names in KNOWN.items():
        match = next((by_plain[p] for name in names if (p := _plain(name)) in by_plain), None)
        if field not in found and match is not None:
            found[field] = match
    return found


def languages(columns: Iterable[str]) -> dict[str, str]:
    """The columns that hold a name in one language ("name:uk", "name_ar"), each with the language."""
    return {c: m[1] for c in columns if (m := _LANGUAGE.fullmatch(c.strip().casefold()))}


def place(
    cells: Mapping[str, str], columns: Mapping[str, str], spoken: Mapping[str, str], *, radius_m: int = 0
) -> AddedPlace | Bad:
    """The place of one row; `columns` as `assigned` gives them, `spoken` as `languages` does."""
    told = {field: cells.get(column, "").strip() for field, column in columns.items()}
    at = point(told.get("lat", ""), told.get("lon", ""))
    people = whole(told.get("population", ""))
    feature = features.of_word(told["feature"]) if told.get("feature") else "settlement"
    country = told.get("country", "").upper() or None
    own = told.get("name", "")
    if isinstance(at, Bad):
        return at
    if isinstance(people, Bad):
        return people
    if not own or len(own) > _LONGEST_NAME:
        return Bad("no name")
    if feature is None:
        return Bad(f"no kind of place that is known: {told['feature'][:20]!r}")
    if country and not (len(country) == 2 and country.isascii() and country.isalpha()):
        return Bad(f"no country code of two letters: {country[:20]!r}")
    number = told.get("geonames", "")
    names = (AddedName(own, NameKind.MAIN), *_others(told, {cells.get(c, "").strip(): s for c, s in spoken.items()}))
    return AddedPlace(
        at[0], at[1], int(number) if number.isascii() and number.isdigit() and len(number) < 16 else None, country,
        stem(told.get("admin1", "")) or None, stem(told.get("admin2", "")) or None, feature, people,
        radius_m or _radius(told.get("radius_km", "")) or features.radius(feature, people), len(names), names,
    )  # fmt: skip


def _others(told: Mapping[str, str], spoken: Mapping[str, str]) -> Iterable[AddedName]:
    kind = NameKind.REVIEWED  # somebody entered them for this place: they count as much as its own
    used_by = told.get("used_by") or None
    for name in _parts(told.get("names", "")):
        yield AddedName(name, NameKind.ALTERNATE if is_foreign(name) else kind)
    for name in _parts(told.get("former", "")):
        yield AddedName(name, kind, None, former=True, used_by=used_by)
    for text, language in spoken.items():
        for name in _parts(text):
            yield AddedName(name, kind if language == "en" else NameKind.ALTERNATE, language)


def _parts(text: str) -> list[str]:
    return [p for part in _BETWEEN.split(text) if (p := part.strip()) and len(p) <= _LONGEST_NAME]


def _radius(text: str) -> int:
    try:
        return max(0, min(5_000_000, round(float(text) * 1000))) if text else 0
    except (ValueError, OverflowError):
        return 0


def _plain(column: str) -> str:
    return re.sub(r"[\s_\-]", "", column.strip().casefold())
