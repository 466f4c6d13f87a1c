"""Which claims are shown: those that the reader is sure enough of."""

from __future__ import annotations

from dataclasses import replace

from fogline.model import Document


def sure_enough(document: Document, least: float) -> Document:
    """The document with the claims of at least that confidence; one that is left out is named by no other either."""
    claims = [claim for claim in document.claims if claim.confidence >= least]
    shown = {claim.id for claim in claims}
    return replace(
        document,
        claims=tuple(claim if claim.against in shown else replace(claim, against=None) for claim in claims),
    )
