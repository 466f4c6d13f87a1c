"""The events stage: adds `Document.events`."""

from __future__ import annotations

from dataclasses import replace

from fogline.model import Document


def events(document: Document) -> Document:
    """Adds the events of a document."""
    return replace(document, events=())
