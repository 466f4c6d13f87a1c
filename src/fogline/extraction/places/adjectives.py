"""Words for a place's people and things that stand before a noun: "Russian troops", "Gazan doctors", "Sri Lankan navy".

They name a place without locating anything there, so each is a mention marked as adjectival. A people ("the Russians")
is no place, and neither is a language.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache

from fogline.extraction.places.gazetteer import Record, gazetteer
from fogline.extraction.places.gazetteer.countries import countries, people
from fogline.extraction.places.gazetteer.fold import key
from fogline.extraction.places.located import located
from fogline.extraction.places.wraps import HYPHENS, joined, word_at
from fogline.knowledge.load import load_csv
from fogline.knowledge.schemas.places import PeopleRow
from fogline.model import Document, Place, Structure, Token

_RULE = "places.people"
_BEFORE_NOUN = frozenset({"amod", "compound", "nmod"})
_PLURAL = frozenset({"NNS", "NNPS"})
_NAMED = frozenset({"area", "region", "water"})
_CITY = 500_000  # people
_LONGEST = 2  # words of an adjective that are looked up together


def adjectives(document: Document, found: Sequence[Place]) -> list[Place]:
    """The adjective forms of a document outside the mentions found so far."""
    structure = document.structure
    covered = {i for place in found for i in range(place.first, place.last)}
    return [
        replace(located(document, first, last, record, (_RULE,)), adjectival=True, of_people=True)
        for first, last, record in _told(structure)
        if not covered.intersection(range(first, last))
    ]


def _told(structure: Structure) -> Iterator[tuple[int, int, Record]]:
    i, tokens = 0, structure.tokens
    while i < len(tokens):
        found = _longest(tokens, i) if tokens[i].text[0].isupper() else None
        if found is None:
            i += 1
            continue
        last, record = found
        if _qualifies(structure, last - 1):
            yield i, last, record
        i = last


def _longest(tokens: Sequence[Token], i: int) -> tuple[int, Record] | None:
    cut = joined(tokens, i)
    record = None if cut is None else named_by(cut)
    if record is not None:
        return word_at(tokens, i)[1], record
    for size in range(_LONGEST, 0, -1):
        record = named_by(" ".join(t.text for t in tokens[i : i + size]))
        if record is not None:
            return min(i + size, len(tokens)), record
    return None


def _qualifies(structure: Structure, i: int) -> bool:
    """Whether the word stands before what it qualifies, also through a hyphen or as one of several."""
    tokens = structure.tokens
    token = tokens[i]
    if token.tag in _PLURAL:
        return False
    if i + 1 < len(tokens) and tokens[i + 1].text in HYPHENS and tokens[i + 1].start == token.end:
        return True
    while token.dep == "conj" and token.head < token.i:
        token = tokens[token.head]
    return token.dep in _BEFORE_NOUN and token.head > i


@cache
def named_by(word: str) -> Record | None:
    """The country or area whose people and things a word names."""
    return _areas().get(word) or _countries().get(people().get(word, ""))


@cache
def _countries() -> dict[str, Record]:
    return {named.record.country or "": named.record for named in countries()}


@cache
def _areas() -> dict[str, Record]:
    found: dict[str, Record] = {}
    for row in load_csv("places_people.csv", PeopleRow):
        hits = [h.record for h in gazetteer().find(key(row.place)) if row.country in {None, h.record.country}]
        large = next((r for r in hits if r.feature in _NAMED), None)
        city = next((r for r in hits if row.country and r.feature == "settlement" and r.population > _CITY), None)
        record = city or large  # "Aleppine" is the city's and not the province's
        if record is not None:
            found[row.word] = record
    return found
