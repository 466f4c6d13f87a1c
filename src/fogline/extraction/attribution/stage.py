"""The attribution stage: adds `Document.attributions`."""

from __future__ import annotations

from dataclasses import replace

from fogline.extraction.attribution.content_order import with_block_after, with_content_around, with_words_before
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
from fogline.extraction.attribution.source_order import (
    with_source_after,
    with_source_before,
    with_source_righted,
    with_speaker_before,
)
from fogline.extraction.attribution.transcript import turns
from fogline.extraction.attribution.verbal import verbal
from fogline.language.tree import quote_at
from fogline.model import Document, Structure

_UNTOLD = frozenset({"VB", "VBP", "VBG"})  # forms that are no passive, so that a subject should be there
_SPEAKER = frozenset({"i", "we", "you"})


def attributions(document: Document) -> Document:
    """Adds the attributions of a document.

    Each pass looks only at what the passes before it left open, so that the surer reading wins: verbs of saying, then
    other cues, then layout without any cue.
    """
    structure = document.structure
    verbs = _of_verbs(structure)
    phrases = list(phrasal(structure, verbs))  # after verbs, for a phrase comments on no more than a verb reports
    cited = {draft.cue_head for draft in phrases}
    verbs = [draft for draft in verbs if draft.cue_head not in cited]  # "citing" is one cue, not two
    drafts = [*verbs, *phrases, *nominal(structure, verbs)]  # after verbs, for a noun may be no more than their object
    drafts += turns(structure)  # before labels, for the quotations in a turn are its speaker's
    drafts += labelled(structure, drafts)  # quotations that nobody utters so far
    drafts += headlines(structure, drafts)  # lines in which nobody speaks so far
    drafts += posts(structure)
    drafts += sights(structure, drafts)  # verbs that are no other's cue
    drafts += passages(structure, drafts)  # last of those that speak, for what reporters saw ends where others speak
    refer(structure, drafts)  # "the claim" may be the words of any of them
    drafts = with_relays(structure, drafts)  # whom one cites may be any of them too
    return replace(document, attributions=finished(structure, [draft for draft in drafts if _counts(structure, draft)]))


def _of_verbs(structure: Structure) -> list[Draft]:
    """The drafts of verbs with what the parse does not tie to them: first who speaks, then what is said."""
    drafts = list(verbal(structure))
    for draft in drafts:
        with_source_before(structure, draft)
        with_source_righted(structure, draft)  # also what word order gave: it may be an object of what is said
    with_speaker_before(structure, drafts)  # borrows the source of another, which had to be found first
    for draft in drafts:
        _keep_inside(structure, draft)  # before quotations are tied, which go by how much of them a content holds
        with_source_after(structure, draft)  # the last resort for a source: most nouns after a cue are its object
    with_quotations(structure, drafts)  # after sources: a quotation without a cue is carried on by who spoke before
    for draft in drafts:
        with_block_after(structure, draft)  # before the clause around, for the colon shows where the words are
        with_content_around(structure, draft)
        with_words_before(structure, draft)
        _keep_inside(structure, draft)  # again, for the passes since then may have gone beyond the quotation
    recall(structure, drafts)  # "this" is the sentence before, unless that is in anybody's content by now
    return drafts


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
