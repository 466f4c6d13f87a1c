"""The times stage: adds `Document.expressions`."""

from __future__ import annotations

from dataclasses import replace

from fogline.model import Document


def expressions(document: Document) -> Document:
    """Adds the expressions of a document."""
    return replace(document, expressions=())
