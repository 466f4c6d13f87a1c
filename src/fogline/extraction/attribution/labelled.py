"""Quotations after a name and a colon, with no verb of saying: "Ana Lee, a teacher: “They burned the school.”"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from fogline.extraction.attribution.draft import Draft
from fogline.extraction.attribution.labels import described_length, parts
from fogline.extraction.attribution.lexicon import by_lemma
from fogline.model import Quote, Structure

_LONGEST = 14  # tokens of a label
_LEAST = 3  # fewest tokens of what is quoted


def labelled(structure: Structure, others: Sequence[Draft]) -> Iterator[Draft]:
    """The drafts of quotations that nobody in `others` utters and before whose mark a label and a colon stand.

    Further quotations of the paragraph are the same speaker's, until somebody else speaks.
    """
    (entry,) = by_lemma("phrase")[":"]
    uttered = {i for draft in others if draft.source for i in draft.content}
    last: Draft | None = None
    for quote in structure.quotes:
        if quote.scare or quote.first in uttered:
            last = last if quote.scare else None
            continue
        extent = _label(structure, quote)
        if extent is None:
            if last is not None and _paragraph(structure, last.cue_head) == _paragraph(structure, quote.first):
                last.content |= set(range(quote.first, quote.last))
            continue
        if last is not None:
            yield last
        first, end, colon = extent
        name, *_ = parts(structure.tokens[first:end])
        head = next((t.i for t in reversed(name) if t.head not in range(first, end)), name[-1].i)
        source, said = set(range(first, end)), set(range(quote.first, quote.last))
        last = Draft(entry, entry.stance, colon, {colon}, head, source, said, ["attribution.label_before_quotation"])
    if last is not None:
        yield last


def _label(structure: Structure, quote: Quote) -> tuple[int, int, int] | None:
    """First token and end of the label before a quotation, and its colon; it opens its paragraph or sentence."""
    colon = next((i for i in range(quote.first - 1, max(0, quote.first - 3), -1) if ":" in structure.tokens[i].text), 0)
    if not colon or quote.last - quote.first < _LEAST:
        return None
    paragraph = structure.paragraphs[_paragraph(structure, colon)]
    number = structure.tokens[colon].sentence
    for sentence in range(number, max(paragraph.first, number - 1) - 1, -1):  # "Gen." may have closed a sentence
        first = structure.sentences[sentence].first
        label = structure.tokens[first:colon]
        if 0 < len(label) <= _LONGEST and (length := described_length(label)):
            return first, first + length, colon
    return None


def _paragraph(structure: Structure, token: int) -> int:
    return structure.sentences[structure.tokens[token].sentence].paragraph
