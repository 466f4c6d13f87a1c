"""Adds to each name the small places of the countries that a report deals with; those of the others are not weighed."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from fogline.extraction.places.gazetteer import Gazetteer
from fogline.extraction.places.scan import Name


def with_local(names: Sequence[Name], gazetteer: Gazetteer, focus: Mapping[str, float]) -> list[Name]:
    """The names, with all places of the countries in focus and of those that the best known place of a name lies in."""
    dealt_with = {*focus, *(n.hits[0].record.country or "" for n in names)}
    countries = tuple(sorted(dealt_with - {""}))
    return [_widened(name, gazetteer, countries) for name in names]


def _widened(name: Name, gazetteer: Gazetteer, countries: tuple[str, ...]) -> Name:
    if gazetteer.find(name.key) != name.hits:  # found in another way than by its key
        return name
    return replace(name, hits=gazetteer.within(name.key, countries))
