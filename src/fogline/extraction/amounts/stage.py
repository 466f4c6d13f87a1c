"""The amounts stage: adds `Document.amounts`."""

from __future__ import annotations

from dataclasses import replace

from fogline.model import Document


def amounts(document: Document) -> Document:
    """Adds the amounts of a document."""
    return replace(document, amounts=())
