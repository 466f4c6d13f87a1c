"""Which countries a report is about: the countries, peoples and unmistakable places it names."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence

from fogline.extraction.places.gazetteer.countries import people
from fogline.extraction.places.scan import Name
from fogline.model import Structure

_OF_COUNTRY, _OF_PEOPLE, _OF_AREA, _OF_LARGE = 1.0, 0.7, 1.0, 0.5
_LARGE = 200_000  # people of a place whose namesakes abroad are so much smaller that its name tells its country
_TIMES = 10
_ABBREVIATION = 3  # letters; what is that short ("QC") tells no country
_ENOUGH = 0.5  # share of the most named country's count that makes another one as much in focus


def focus(structure: Structure, names: Sequence[Name]) -> dict[str, float]:
    """The weight of each country in a report, 0 to 1; several can have 1."""
    counts: dict[str, float] = defaultdict(float)
    for name in names:
        top = name.hits[0].record
        if top.feature == "country" and top.country and not _shared(name):
            counts[top.country] += _OF_COUNTRY
        elif len(name.key) <= _ABBREVIATION:
            continue
        elif top.country and all(h.record.country == top.country for h in name.hits):
            counts[top.country] += _OF_AREA
        elif top.country and _outweighs(name):
            counts[top.country] += _OF_LARGE
    words = people()
    for token in structure.tokens:
        if token.text in words:
            counts[words[token.text]] += _OF_PEOPLE
    return weights(counts)


def _shared(name: Name) -> bool:
    """Whether a region of another country has the country's name (Georgia)."""
    top = name.hits[0].record
    return any(
        h.record.feature == "region" and h.record.country != top.country and h.record.population > 1_000_000
        for h in name.hits
    )


def _outweighs(name: Name) -> bool:
    """Whether the best known place of a name has many more people than its namesakes abroad (Donetsk)."""
    top = name.hits[0].record
    abroad = max((h.record.population for h in name.hits if h.record.country != top.country), default=0)
    return top.population >= max(_LARGE, _TIMES * abroad)


def weights(counts: Mapping[str, float]) -> dict[str, float]:
    """Counts as weights from 0 to 1."""
    if not counts:
        return {}
    most = max(counts.values())
    return {code: min(1.0, n / (_ENOUGH * most)) for code, n in sorted(counts.items())}
