"""Epithets: "the town", "the industrial hub", "the capital", and the mentions that they stand for.

An epithet stands for an earlier mention that fits it: of the right class and size, near, and often named. The report's
topic, the place named most, wins over one named in passing. Only sentences in which something happens are looked at:
elsewhere "the city" need not be on a map.
"""

from __future__ import annotations

import math
from bisect import bisect_left
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache

from fogline.extraction.places.around import larger_of
from fogline.extraction.places.capitals import capital_of, is_capital
from fogline.extraction.places.gazetteer.countries import people
from fogline.extraction.places.located import located
from fogline.extraction.places.setoff import set_off
from fogline.knowledge.load import load_yaml
from fogline.knowledge.schemas.places import EpithetRow
from fogline.language.tree import subtree
from fogline.model import Document, Place, Structure, Token

_DETERMINERS = frozenset({"the", "that", "this"})
_FARTHEST = 10
_NEAREST = 3  # sentences back in which the settlement stands that a region is around
_MISFIT = 1.5  # a village called a city
_SAME_COUNTRY = 1.0  # for a place in the country that most places of the report are in


_LOOK_BACK = 300  # mentions before an epithet that it may stand for


@dataclass(frozen=True, slots=True)
class _Epithet:
    first: int
    last: int
    row: EpithetRow


def epithets(document: Document, found: Sequence[Place]) -> tuple[Place, ...]:
    """All mentions in order, epithets with the index of the mention that they stand for as `anchor`."""
    structure = document.structure
    named = sorted(found, key=lambda p: p.start)
    covered = {i for place in named for i in range(place.first, place.last)}
    counts = Counter(place.name for place in named)
    nations = Counter(place.country for place in named)
    new: list[tuple[Place, int | None]] = []
    for epithet in _epithets(structure, covered):
        placed = _stand_in(document, epithet, named, counts, nations)
        if placed:
            new.append(placed)
    return merged(named, new)


def merged(named: Sequence[Place], new: Sequence[tuple[Place, int | None]]) -> tuple[Place, ...]:
    """Both in text order, anchors renumbered; a new one comes with the index in `named` of what it stands for."""
    tagged = [(p.start, p, p.anchor, i) for i, p in enumerate(named)] + [
        (p.start, p, anchor, None) for p, anchor in new
    ]
    tagged.sort(key=lambda row: row[0])
    at = {old: i for i, (_, _, _, old) in enumerate(tagged) if old is not None}
    return tuple(p if a is None else replace(p, anchor=at[a]) for _, p, a, _ in tagged)


@cache
def _rows() -> dict[str, EpithetRow]:
    return {noun: row for row in load_yaml("places_epithets.yaml", EpithetRow) for noun in row.nouns}


def _epithets(structure: Structure, covered: set[int]) -> list[_Epithet]:
    found = []
    for token in structure.tokens:
        row = _rows().get(token.lower)
        if row is None or not token.text.islower() or token.i in covered:
            continue
        if row.adverb:
            found += [_Epithet(token.i, token.i + 1, row)] if token.pos == "ADV" and token.dep == "advmod" else []
            continue
        if token.pos not in {"NOUN", "PROPN"} or token.dep == "compound":
            continue
        first = _determiner(structure, token)
        if first is not None and not _names_it(structure, token, covered):
            found.append(_Epithet(first, token.i + 1, row))
    return found


def _determiner(structure: Structure, noun: Token) -> int | None:
    """The token of "the", "that", "this" that opens the noun phrase."""
    for i in structure.children[noun.i]:
        child = structure.tokens[i]
        if child.dep == "det" and child.lower in _DETERMINERS and i < noun.i:
            return i
    return None


def _names_it(structure: Structure, noun: Token, covered: set[int]) -> bool:
    """Whether the phrase itself names the place ("the town of Toretsk", "the Mosul hospital")."""
    if noun.i + 1 < len(structure.tokens) and structure.tokens[noun.i + 1].lower == "of":
        return True
    return any(t.i in covered for t in subtree(structure, noun.i) if t.i < noun.i + 6)


def _stand_in(
    document: Document,
    epithet: _Epithet,
    named: Sequence[Place],
    counts: Counter[str],
    nations: Counter[str | None],
) -> tuple[Place, int | None] | None:
    best = _anchor(document.structure, epithet, named, counts, nations)
    if best is None and not epithet.row.capital:
        around = _around(document, epithet, named, counts, nations)
        return None if around is None else (around, None)
    if best is None:
        capital = _own_capital(document, epithet, named) if epithet.row.capital else None
        return None if capital is None else (capital, None)
    return _like(document, epithet, named[best], "places.epithet"), best


def _around(
    document: Document,
    epithet: _Epithet,
    named: Sequence[Place],
    counts: Counter[str],
    nations: Counter[str | None],
) -> Place | None:
    """The region around the settlement last spoken of, where the noun is one for such a region."""
    structure = document.structure
    settled = replace(epithet, row=epithet.row.model_copy(update={"fits": ("settlement",)}))
    i = _anchor(structure, settled, named, counts, nations)
    noun = structure.tokens[epithet.last - 1]
    if i is None or noun.sentence - structure.tokens[named[i].first].sentence > _NEAREST:
        return None
    record = larger_of(named[i], noun.lower, qualified=epithet.last - epithet.first > 2)
    if record is None:
        return None
    return located(document, epithet.first, epithet.last, record, ("places.around_settlement",))


def _anchor(
    structure: Structure,
    epithet: _Epithet,
    named: Sequence[Place],
    counts: Counter[str],
    nations: Counter[str | None],
) -> int | None:
    ranked = []
    end = bisect_left(named, epithet.first, key=lambda place: place.first)
    most = max(nations.values(), default=1)
    sentence = structure.tokens[epithet.first].sentence
    for i in range(max(0, end - _LOOK_BACK), end):
        place = named[i]
        if place.feature not in epithet.row.fits or not _may_anchor(place, epithet.row):
            continue
        gap = min(sentence - structure.tokens[place.first].sentence, _FARTHEST)
        score = (
            math.log2(1 + counts[place.name]) - epithet.row.fading * gap - 0.3 * epithet.row.fits.index(place.feature)
        )
        score -= 0.7 * place.adjectival
        score -= _MISFIT * _misfit(place, epithet.row)
        score += _SAME_COUNTRY * nations[place.country] / most
        ranked.append((score, i))
    return max(ranked)[1] if ranked else None


def _may_anchor(place: Place, row: EpithetRow) -> bool:
    if place.feature == "facility" and place.name.split()[-1].lower() not in row.nouns:
        return False
    capital = is_capital(place.geonames, place.country)
    return capital if row.capital else not (place.adjectival and capital)


def _misfit(place: Place, row: EpithetRow) -> bool:
    people = place.population
    return people is not None and (people < row.least or (row.most is not None and people > row.most))


def _own_capital(document: Document, epithet: _Epithet, named: Sequence[Place]) -> Place | None:
    """The capital of the people or country named in the phrase, else of the country named last before."""
    tokens = document.structure.tokens[epithet.first : epithet.last]
    told = next((people()[t.text] for t in tokens if t.text in people()), None)
    before = [p.country for p in named if p.first < epithet.first and p.feature == "country"]
    record = capital_of(told or (before[-1] if before else None))
    if record is None:
        return None
    return located(document, epithet.first, epithet.last, record, ("places.capital",))


def _like(document: Document, epithet: _Epithet, anchor: Place, because: str) -> Place:
    tokens = document.structure.tokens
    start, end = tokens[epithet.first].start, tokens[epithet.last - 1].end
    lat, lon = anchor.anchor_point or (anchor.lat, anchor.lon)
    own = replace(
        anchor,
        start=start,
        end=end,
        text=document.report.text[start:end],
        first=epithet.first,
        last=epithet.last,
        lat=lat,
        lon=lon,
        because=(because, f"{because}.{epithet.row.id}"),
        alternatives=(),
        relation=None,
        anchor=None,
        anchor_point=None,
        used_by=None,
        adjectival=tokens[epithet.last - 1].dep in {"compound", "amod", "nmod"},
    )
    return set_off(document.structure, own, near=epithet.row.near)
