"""The dating stage: adds `Document.published`, `Document.times` and warnings."""

from __future__ import annotations

from dataclasses import replace

from fogline.model import Document


def dated(document: Document) -> Document:
    """Adds the publication date and the resolved times of a document."""
    return replace(document, published=document.report.published, times=())
