"""The places stage: adds `Document.places`."""

from __future__ import annotations

from dataclasses import replace

from fogline.extraction.places.accept import accepted
from fogline.extraction.places.adjectives import adjectives
from fogline.extraction.places.context import contexts
from fogline.extraction.places.derived import derived
from fogline.extraction.places.epithets import epithets, merged
from fogline.extraction.places.focus import focus
from fogline.extraction.places.gazetteer import gazetteer
from fogline.extraction.places.local import with_local
from fogline.extraction.places.located import unlocated
from fogline.extraction.places.mention import mention
from fogline.extraction.places.resolve import Resolver
from fogline.extraction.places.scan import scan
from fogline.extraction.places.setoff import between
from fogline.extraction.places.unlisted import countries_in, respelled, unlisted
from fogline.extraction.places.within import within
from fogline.model import Document


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
    found += [unlocated(document, u.first, u.last, u.feature, ("places.type_word",)) for u in unknown]
    found = between(document, within(document, found))
    found += derived(document, found)
    told = epithets(document, found)
    return replace(document, places=merged(told, [(p, None) for p in adjectives(document, told)]))
