"""The attribution stage: adds `Document.attributions`."""

from __future__ import annotations

from dataclasses import replace

from fogline.extraction.attribution.nesting import finished
from fogline.extraction.attribution.nominal import nominal
from fogline.extraction.attribution.phrasal import phrasal
from fogline.extraction.attribution.quoted import with_quotations
from fogline.extraction.attribution.verbal import verbal
from fogline.model import Document


def attributions(document: Document) -> Document:
    """Adds the attributions of a document."""
    structure = document.structure
    verbs = with_quotations(structure, list(verbal(structure)))
    drafts = [*verbs, *phrasal(structure, verbs), *nominal(structure, verbs)]
    kept = [draft for draft in drafts if draft.content or draft.stance == "withholds"]
    return replace(document, attributions=finished(structure, kept))
