"""The attribution stage: adds `Document.attributions`."""

from __future__ import annotations

from dataclasses import replace

from fogline.model import Document


def attributions(document: Document) -> Document:
    """Adds the attributions of a document."""
    return replace(document, attributions=())
