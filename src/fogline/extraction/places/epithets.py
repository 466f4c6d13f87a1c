"""Epithets: "the town", "the industrial hub" and the mentions that they stand for."""

from __future__ import annotations

from collections.abc import Sequence

from fogline.model import Document, Place


def epithets(document: Document, found: Sequence[Place]) -> tuple[Place, ...]:
    """All mentions in order, epithets among them."""
    return tuple(found)
