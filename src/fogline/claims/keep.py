"""Which event mentions are claims: a learned model over the mention and its surroundings."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from fogline.claims.features import Mentions
from fogline.claims.loglinear import load_model
from fogline.claims.lookup import Lookup
from fogline.model import Event

# About half the F1 that is reached serves F1 best (Lipton, Elkan & Narayanaswamy 2014); chosen on wars left out.
LEAST = 0.26


def kept(lookup: Lookup) -> Iterator[Event]:
    """The event mentions of a document that are claims, in text order; their weight is the model's probability."""
    model = load_model("keep")
    for event, features in Mentions(lookup, lookup.document.events).described():
        chance = model.probabilities(features)["claim"]
        if chance >= LEAST:
            yield replace(event, weight=chance, because=(*event.because, f"event: model keep {chance:.2f}"))
