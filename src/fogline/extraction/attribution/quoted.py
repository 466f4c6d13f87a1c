"""Ties quotations to their cues, also over sentences and paragraphs."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from fogline.extraction.attribution.draft import Draft
from fogline.model import Quote, Structure

_NEAR = 30  # tokens between a quotation and the cue that introduces or closes it


def with_quotations(structure: Structure, drafts: Sequence[Draft]) -> list[Draft]:
    """The drafts, with each quotation that is speech added to the content of the cue it belongs to.

    A quotation without a cue of its own carries on the one before it in its paragraph, or, where it opens its
    paragraph, the one that closed the paragraph before (free continuation).
    """
    owner: dict[int, Draft] = {}
    speech = [(k, q) for k, q in enumerate(structure.quotes) if not q.scare]
    for k, quote in speech:
        draft = _held(quote, drafts) or _beside(structure, quote, drafts)
        if draft is not None:
            owner[k] = draft
            _add(structure, draft, quote)
    for k, quote in speech:
        if k not in owner:
            before = _continued(structure, k, quote, speech, owner)
            if before is not None:
                owner[k] = before
                _add(structure, before, quote)
    return list(drafts)


def _tokens(quote: Quote) -> range:
    return range(quote.first, quote.last)


def _add(structure: Structure, draft: Draft, quote: Quote) -> None:
    draft.content |= set(_tokens(quote)) - draft.cue
    if "attribution.quotation" not in draft.because:
        draft.because.append("attribution.quotation")


def _held(quote: Quote, drafts: Iterable[Draft]) -> Draft | None:
    """The draft whose content holds most of the quotation while its cue stands outside; the nearest such."""
    inside = [
        draft
        for draft in drafts
        if draft.cue_head not in _tokens(quote)
        and 2 * sum(i in draft.content for i in _tokens(quote)) >= len(_tokens(quote))
    ]
    return min(inside, key=lambda d: (len(d.content), d.cue_head)) if inside else None


def _beside(structure: Structure, quote: Quote, drafts: Iterable[Draft]) -> Draft | None:
    """The cue that stands next to the quotation in its sentence, or ends the sentence before it with a colon."""
    tokens = structure.tokens
    first, last = tokens[quote.first].sentence, tokens[quote.last - 1].sentence
    best: tuple[int, int, Draft] | None = None
    for draft in drafts:
        cue = draft.cue_head
        if not draft.takes_quote or quote.first <= cue < quote.last or not _may_take(structure, draft, quote):
            continue
        where = tokens[cue].sentence
        after = cue >= quote.last
        gap = (min(draft.cue | draft.source, default=cue) if after else cue) - (quote.last if after else 0)
        gap = abs(gap) if after else quote.first - max(draft.cue)
        near = where == last if after else where == first
        if after and where == last + 1:
            near = gap <= 3 and tokens[quote.last].sentence == where
        if not after and where == first - 1:
            near = _opens(structure, quote)
        if near and gap <= _NEAR:
            rank = (0 if not draft.content else 1, gap)
            if best is None or rank < best[:2]:
                best = (*rank, draft)
    return best[2] if best else None


def _may_take(structure: Structure, draft: Draft, quote: Quote) -> bool:
    """A cue with content takes a further quotation only right after it ("X," he said. "Y")."""
    if not draft.content:
        return True
    end = max(max(draft.cue), max(draft.source, default=0))
    return quote.first > end and quote.first - end <= 4 and min(draft.content) < draft.cue_head


def _opens(structure: Structure, quote: Quote) -> bool:
    """Whether a colon stands before the quotation's mark."""
    before = [structure.tokens[i].text for i in range(max(0, quote.first - 3), quote.first)]
    return ":" in before


def _continued(
    structure: Structure, k: int, quote: Quote, speech: Sequence[tuple[int, Quote]], owner: dict[int, Draft]
) -> Draft | None:
    if quote.continues is not None and quote.continues in owner:
        return owner[quote.continues]
    here = _paragraph(structure, quote.first)
    before = [(j, q) for j, q in speech if j < k and j in owner]
    if before:
        j, previous = before[-1]
        there = _paragraph(structure, previous.last - 1)
        if there == here and _free(structure, quote):
            return owner[j]
        if there == here - 1 and _alone(structure, quote) and _closes(structure, previous, there):
            return owner[j]
    after = [(j, q) for j, q in speech if j > k and j in owner and _paragraph(structure, q.first) == here]
    if after and _free(structure, quote) and after[0][1].first - quote.last <= 4:
        return owner[after[0][0]]
    return None


def _paragraph(structure: Structure, token: int) -> int:
    return structure.sentences[structure.tokens[token].sentence].paragraph


def _free(structure: Structure, quote: Quote) -> bool:
    """Whether the quotation starts a sentence of its own."""
    return structure.tokens[quote.first].text[:1].isupper()


def _alone(structure: Structure, quote: Quote) -> bool:
    """Whether the quotation opens its paragraph."""
    paragraph = structure.paragraphs[_paragraph(structure, quote.first)]
    return quote.first - structure.sentences[paragraph.first].first <= 1 and _free(structure, quote)


def _closes(structure: Structure, quote: Quote, paragraph: int) -> bool:
    """Whether the quotation ends its paragraph, or all that follows in it is the cue."""
    last = structure.sentences[structure.paragraphs[paragraph].last - 1].last
    return last - quote.last <= _NEAR
