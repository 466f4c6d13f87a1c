"""The places stage: adds `Document.places`."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from fogline.extraction.places.accept import accepted
from fogline.extraction.places.adjectives import adjectives
from fogline.extraction.places.context import Context, contexts
from fogline.extraction.places.derived import derived
from fogline.extraction.places.epithets import epithets, merged
from fogline.extraction.places.focus import focus
from fogline.extraction.places.gazetteer import gazetteer
from fogline.extraction.places.held import holders, unknown_in
from fogline.extraction.places.local import with_local
from fogline.extraction.places.mention import mention
from fogline.extraction.places.parents import Parents
from fogline.extraction.places.resolve import Ranked, Resolver
from fogline.extraction.places.scan import Name, scan
from fogline.extraction.places.setoff import between
from fogline.extraction.places.unlisted import Unlisted, countries_in, respelled, unlisted
from fogline.extraction.places.within import within
from fogline.model import Document, Place


def places(document: Document) -> Document:
    """Adds the places of a document: names known and respelled, names in no gazetteer, then epithets for them."""
    structure = document.structure
    listed = list(scan(structure, gazetteer()))
    weights = focus(structure, listed)
    listed = with_local(listed, gazetteer(), weights)
    countries = countries_in(weights)
    further, unknown = unlisted(structure, listed, gazetteer(), countries)
    names = sorted([*respelled(structure, listed, gazetteer(), countries), *further], key=lambda n: n.first)
    around = contexts(structure, names)
    ranked = Resolver(names, around, weights).resolve()
    taken = accepted(structure, names, around, ranked, weights)
    found = [
        mention(document, name, context, candidates)
        for name, context, candidates, take in zip(names, around, ranked, taken, strict=True)
        if take
    ]
    found += _unknown(document, names, around, ranked, unknown)
    found = between(document, within(document, found))
    found += derived(document, found)
    told = epithets(document, found)
    return replace(document, places=merged(told, [(p, None) for p in adjectives(document, told)]))


def _unknown(
    document: Document,
    names: Sequence[Name],
    around: Sequence[Context],
    ranked: Sequence[Sequence[Ranked]],
    unknown: Sequence[Unlisted],
) -> Iterator[Place]:
    """The places in no gazetteer, each at the larger place beside it; without a type word it must not be an actor."""
    larger = Parents(document.structure, names)
    actors = [(a.start, a.end) for a in document.actors if a.kind]  # a name of which nothing is told may be either
    for one in unknown:
        parents = larger.of(one.first, one.last)
        outer = next((h for p in parents for h in holders([ranked[p][0].hit.record], around[p].feature)), None)
        place = unknown_in(document, one.first, one.last, one.feature, outer)
        acts = any(start < place.end and place.start < end for start, end in actors)
        if one.typed or (outer is not None and outer.feature != "country" and not acts):
            yield place
