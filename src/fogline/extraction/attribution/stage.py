"""The attribution stage: adds `Document.attributions`."""

from __future__ import annotations

from dataclasses import replace

from fogline.extraction.attribution.draft import Draft
from fogline.extraction.attribution.eyewitness import passages, sights
from fogline.extraction.attribution.headline import headlines
from fogline.extraction.attribution.labelled import labelled
from fogline.extraction.attribution.lexicon import group
from fogline.extraction.attribution.nesting import finished
from fogline.extraction.attribution.nominal import nominal
from fogline.extraction.attribution.phrasal import phrasal
from fogline.extraction.attribution.posts import posts
from fogline.extraction.attribution.quoted import with_quotations
from fogline.extraction.attribution.referring import recall, refer
from fogline.extraction.attribution.relaying import with_relays
from fogline.extraction.attribution.surface import (
    with_block_after,
    with_content_around,
    with_source_after,
    with_source_before,
    with_source_righted,
    with_speaker_before,
    with_words_before,
)
from fogline.extraction.attribution.transcript import turns
from fogline.extraction.attribution.verbal import verbal
from fogline.language.tree import quote_at
from fogline.model import Document, Structure

_UNTOLD = frozenset({"VB", "VBP", "VBG"})  # forms that are no passive, so that a subject should be there
_SPEAKER = frozenset({"i", "we", "you"})


def attributions(document: Document) -> Document:
    """Adds the attributions of a document."""
    structure = document.structure
    verbs = list(verbal(structure))
    for draft in verbs:
        with_source_before(structure, draft)
        with_source_righted(structure, draft)
    with_speaker_before(structure, verbs)
    for draft in verbs:
        _keep_inside(structure, draft)
        with_source_after(structure, draft)
    with_quotations(structure, verbs)
    for draft in verbs:
        with_block_after(structure, draft)
        with_content_around(structure, draft)
    for draft in verbs:
        with_words_before(structure, draft)
        _keep_inside(structure, draft)
    recall(structure, verbs)
    phrases = list(phrasal(structure, verbs))
    cited = {draft.cue_head for draft in phrases}
    verbs = [draft for draft in verbs if draft.cue_head not in cited]
    drafts = [*verbs, *phrases, *nominal(structure, verbs)]
    drafts += turns(structure)
    drafts += labelled(structure, drafts)
    drafts += [*headlines(structure, drafts), *posts(structure)]
    drafts += sights(structure, drafts)
    drafts += passages(structure, drafts)
    refer(structure, drafts)
    drafts = with_relays(structure, drafts)
    return replace(document, attributions=finished(structure, [draft for draft in drafts if _counts(structure, draft)]))


def _counts(structure: Structure, draft: Draft) -> bool:
    """Whether anything is attributed to somebody who can say it."""
    head = None if draft.source_head is None else structure.tokens[draft.source_head]
    if head is not None and head.lemma in group("not_sources") and draft.entry.lemma not in group("uttering"):
        return False
    untold = head is None and structure.tokens[draft.cue_head].tag in _UNTOLD
    if untold and draft.entry.kind == "verb" and draft.entry.stance != "withholds":
        return False  # "Ask yourself why", "thank you"
    if head is not None and head.lower in _SPEAKER and draft.entry.id.startswith(("belief.", "intent.plan.")):
        return False  # "I think", "we want": the words of whoever is quoted
    if (
        head is not None
        and head.lower in _SPEAKER
        and quote_at(structure, draft.cue_head)
        and draft.stance == "asserts"
    ):
        return False  # "as I said", "we tell them": the same
    return any(structure.tokens[i].pos != "PUNCT" for i in draft.content) or draft.entry.stance == "withholds"


def _keep_inside(structure: Structure, draft: Draft) -> None:
    """Cuts the content of a cue within a quotation to the quotation: what stands outside are others' words."""
    quote = quote_at(structure, draft.cue_head)
    if quote is None:
        return
    if structure.tokens[quote.first].sentence == structure.tokens[quote.last - 1].sentence:
        draft.content &= set(range(quote.first, quote.last))  # longer ones may have lost their end
