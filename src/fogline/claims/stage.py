"""The claims stage: adds `Document.claims`."""

from __future__ import annotations

from dataclasses import replace

from fogline.model import Document


def claims(document: Document) -> Document:
    """Adds the claims of a document."""
    return replace(document, claims=())
