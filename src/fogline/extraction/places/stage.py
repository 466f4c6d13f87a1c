"""The places stage: adds `Document.places`."""

from __future__ import annotations

from dataclasses import replace

from fogline.model import Document


def places(document: Document) -> Document:
    """Adds the places of a document."""
    return replace(document, places=())
