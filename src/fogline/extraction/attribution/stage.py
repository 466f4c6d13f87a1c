"""The attribution stage: adds `Document.attributions`."""

from __future__ import annotations

from dataclasses import replace

from fogline.extraction.attribution.draft import Draft
from fogline.extraction.attribution.headline import headlines
from fogline.extraction.attribution.lexicon import group
from fogline.extraction.attribution.nesting import finished
from fogline.extraction.attribution.nominal import nominal
from fogline.extraction.attribution.phrasal import phrasal
from fogline.extraction.attribution.quoted import with_quotations
from fogline.extraction.attribution.surface import with_content_around, with_source_before
from fogline.extraction.attribution.verbal import verbal
from fogline.model import Document, Structure


def attributions(document: Document) -> Document:
    """Adds the attributions of a document."""
    structure = document.structure
    verbs = list(verbal(structure))
    for draft in verbs:
        with_source_before(structure, draft)
    with_quotations(structure, verbs)
    for draft in verbs:
        with_content_around(structure, draft)
    drafts = [*verbs, *phrasal(structure, verbs), *nominal(structure, verbs), *headlines(structure)]
    return replace(document, attributions=finished(structure, [draft for draft in drafts if _counts(structure, draft)]))


def _counts(structure: Structure, draft: Draft) -> bool:
    """Whether anything is attributed to somebody who can say it."""
    if draft.source_head is not None and structure.tokens[draft.source_head].lemma in group("not_sources"):
        return False
    return bool(draft.content) or draft.stance == "withholds"
