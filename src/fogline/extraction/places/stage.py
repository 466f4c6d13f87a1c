"""The places stage: adds `Document.places`."""

from __future__ import annotations

from dataclasses import replace

from fogline.extraction.places.accept import accepted
from fogline.extraction.places.context import contexts
from fogline.extraction.places.epithets import epithets
from fogline.extraction.places.focus import focus
from fogline.extraction.places.gazetteer import gazetteer
from fogline.extraction.places.mention import mention
from fogline.extraction.places.resolve import Resolver
from fogline.extraction.places.scan import scan
from fogline.model import Document


def places(document: Document) -> Document:
    """Adds the places of a document: names that the gazetteer knows, then the epithets that stand for them."""
    structure = document.structure
    names = list(scan(structure, gazetteer()))
    around = contexts(structure, names)
    weights = focus(structure, names)
    ranked = Resolver(names, around, weights).resolve()
    taken = accepted(structure, names, around, ranked, weights)
    found = [
        mention(document, name, context, candidates)
        for name, context, candidates, take in zip(names, around, ranked, taken, strict=True)
        if take
    ]
    return replace(document, places=epithets(document, found))
