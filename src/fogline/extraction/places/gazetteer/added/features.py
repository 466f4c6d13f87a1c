"""Classes of GeoNames and of other sources in terms of fogline's."""

from __future__ import annotations

from fogline.extraction.places.gazetteer.cities import settlement_radius
from fogline.extraction.places.gazetteer.records import Feature

_OF_CLASS: dict[str, Feature] = {
    "A": "district", "P": "settlement", "H": "water", "T": "mountains", "L": "area", "S": "facility", "R": "facility",
    "U": "water", "V": "area",
}  # fmt: skip
_OF_CODE: dict[str, Feature] = {
    "ADM1": "region", "ADM1H": "region", "LTER": "area", "PRSH": "area", "TERR": "area", "ZN": "area", "ZNB": "area",
    "PCL": "area", "PCLD": "area", "PCLF": "area", "PCLH": "area", "PCLI": "area", "PCLIX": "area", "PCLS": "area",
    "ISL": "island", "ISLS": "island", "ISLET": "island", "ISLF": "island", "ATOL": "island",
}  # fmt: skip
_WORDS: dict[str, Feature] = {
    "city": "settlement", "town": "settlement", "village": "settlement", "hamlet": "settlement",
    "settlement": "settlement", "locality": "settlement", "suburb": "settlement", "camp": "settlement",
    "district": "district", "county": "district", "admin2": "district", "adm2": "district",
    "region": "region", "province": "region", "governorate": "region", "oblast": "region", "admin1": "region",
    "adm1": "region", "area": "area", "water": "water", "river": "water", "lake": "water", "sea": "water",
    "mountain": "mountains", "mountains": "mountains", "hill": "mountains", "island": "island",
    "facility": "facility", "airport": "facility", "base": "facility", "bridge": "facility", "dam": "facility",
    "crossing": "facility", "plant": "facility",
}  # fmt: skip
_RADIUS_M: dict[Feature, int] = {
    "district": 20_000, "region": 80_000, "area": 20_000, "water": 10_000, "mountains": 10_000, "island": 10_000,
    "facility": 1_000, "country": 300_000,
}  # fmt: skip
_SEARCHED: frozenset[Feature] = frozenset({"settlement", "district", "region"})
_KNOWN_ABROAD = 5  # names from which on a river or a hill is well enough known to be looked for in reports


def of_geonames(letter: str, code: str) -> Feature | None:
    """The class of a GeoNames feature; None where the letter is none of GeoNames'."""
    return _OF_CODE.get(code) or _OF_CLASS.get(letter)


def of_word(word: str) -> Feature | None:
    """The class that a word or a GeoNames code in a column stands for."""
    word = word.strip()
    if word.casefold() in _WORDS:
        return _WORDS[word.casefold()]
    code = word.upper().rpartition(".")[2]
    return _OF_CODE.get(code) or ("settlement" if code.startswith("PPL") else _OF_CLASS.get(code))


def radius(feature: Feature, population: int) -> int:
    """A radius in metres that holds most of such a place."""
    return settlement_radius(population) if feature == "settlement" else _RADIUS_M[feature]


def is_searched(feature: Feature, code: str, fame: int) -> bool:
    """Whether reports are searched for such a place.

    A country's dump has a stream called John, a farm called Victory and a hill called Hope: taken for what reports
    name, they would do more harm than good.
    """
    if code.startswith("PCL") or code in {"ADM1H", "ADM2H", "ADM3H", "ADM4H", "ADM5H", "ADMDH"}:
        return False
    return feature in _SEARCHED or fame >= _KNOWN_ABROAD
