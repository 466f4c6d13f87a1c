"""The actors stage: adds `Document.actors`."""

from __future__ import annotations

from dataclasses import replace

from fogline.model import Document


def actors(document: Document) -> Document:
    """Adds the actors of a document."""
    return replace(document, actors=())
