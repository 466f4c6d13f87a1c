"""Groups of countries by a trait of their place names."""

from __future__ import annotations

from functools import cache

from fogline.knowledge.load import load_yaml
from fogline.knowledge.schemas.places import CountryGroup


@cache
def country_group(name: str) -> frozenset[str]:
    """The codes of a group of countries in `places_groups.yaml`."""
    return frozenset(
        code for g in load_yaml("places_groups.yaml", CountryGroup) if g.id == name for code in g.countries
    )
