"""Decides whether a name in its context is a mention of a place at all."""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence

from fogline.extraction.places.capitals import is_capital
from fogline.extraction.places.context import Context
from fogline.extraction.places.gazetteer import NameKind
from fogline.extraction.places.gazetteer.groups import country_group
from fogline.extraction.places.held import is_stand_in
from fogline.extraction.places.resolve import Ranked
from fogline.extraction.places.scan import Name
from fogline.extraction.places.words import words as words_of
from fogline.model import Structure

_ENOUGH = 1.5
_NO_ENGLISH = 0.25  # a name from a language of another script is hardly ever an English word
_BY_OTHERS = frozenset({"places.region_named", "places.near_others", "places.distance_told"})
_FROM_ANOTHER = 0.5  # less for a mention that leans on the evidence of another one


def accepted(
    structure: Structure,
    names: Sequence[Name],
    contexts: Sequence[Context],
    ranked: Sequence[Sequence[Ranked]],
    focus: Mapping[str, float],
) -> list[bool]:
    """For each name, whether it is taken as a place.

    A name that is plainly a place once in the report is taken wherever no person's name swallows it; one that is part
    of a person's name is that person's wherever nothing beside it says place.
    """
    own = [_evidence(structure, n, c, r[0], focus) for n, c, r in zip(names, contexts, ranked, strict=True)]
    best: dict[str, float] = defaultdict(lambda: -9.0)
    surnames: Counter[str] = Counter()
    placed: Counter[str] = Counter()
    called: dict[int, float] = defaultdict(lambda: -9.0)  # the best evidence of a place under any of its names
    for name, context, candidates, score in zip(names, contexts, ranked, own, strict=True):
        if context.surname:
            surnames[name.key] += 1
        elif not context.person:
            best[name.key] = max(best[name.key], score)
            called[candidates[0].hit.record.id] = max(called[candidates[0].hit.record.id], score)
            placed[name.key] += context.placed
    taken = []
    for name, context, candidates, score in zip(names, contexts, ranked, own, strict=True):
        person = context.person or context.surname
        if (
            surnames[name.key] > placed[name.key]
            and not context.placed
            and candidates[0].hit.record.feature != "country"
        ):
            person = True
        top = candidates[0].hit
        own_name = top.kind <= NameKind.REVIEWED and not is_stand_in(top.record)
        also = called[top.record.id] if own_name else -9.0
        taken.append(not person and max(score, best[name.key] - _FROM_ANOTHER, also - _FROM_ANOTHER) >= _ENOUGH)
    return taken


def _evidence(structure: Structure, name: Name, context: Context, top: Ranked, focus: Mapping[str, float]) -> float:
    record, words = top.hit.record, name.last - name.first
    score = 0.0
    if record.feature in {"country", "area", "water", "mountains", "facility", "island"}:
        score += 1.6
    elif record.feature == "region":
        score += 1.2
    else:
        score += max(0.0, 0.45 * (math.log10(record.population + 1) - 3.5))
    if top.hit.kind == NameKind.ALTERNATE:  # also of those found by their consonants
        score -= 0.6
    score += 0.9 * focus.get(record.country or "", 0.0)
    if record.country in country_group("romanised"):
        score += _NO_ENGLISH
    if words > 1:
        score += 0.4
    if context.locative:
        score += 1.4
    if context.feature or context.facility:
        score += 1.4
    if context.undergoes:
        score += 1.0
    if context.qualified:
        score += 0.7
    if name.last < len(structure.tokens) and structure.tokens[name.last].lower in words_of("resident"):
        score += 0.7
    if "places.larger_place_beside" in top.because and context.containers:
        score += 1.5
    if top.hit.kind == NameKind.REVIEWED and record.feature == "region":  # abbreviated behind a town
        score += 0.6
    if is_capital(record.geonames, record.country):
        score += 0.8
    if _BY_OTHERS.intersection(top.because):
        score += 0.6
    if context.speaks and record.feature == "settlement" and record.population < 500_000:
        score -= 0.8
    token = structure.tokens[name.first]
    opens = token.i == structure.sentences[token.sentence].first
    if words == 1 and token.pos != "PROPN":
        score -= 1.2 if opens else 0.4
    return score
