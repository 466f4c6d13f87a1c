"""Which attribution stands in the content of which, and the final form."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from fogline.extraction.attribution.draft import Draft
from fogline.extraction.attribution.extents import spans
from fogline.language.tree import span_of
from fogline.model import Attribution, Quoted, Span, Structure

_UNMARKED = ("phrase.transcript", "phrase.post")  # direct speech without quotation marks
_DIRECT = 0.9  # share of the content's words within quotation marks from which on it counts as direct speech


def finished(structure: Structure, drafts: Sequence[Draft]) -> tuple[Attribution, ...]:
    """The drafts as attributions, in the order of their cues, each with the index of its parent."""
    ordered = sorted(drafts, key=lambda d: (d.cue_head, d.entry.id, min(d.content, default=0)))
    return tuple(
        Attribution(
            source=spans(structure, draft.source),
            cue=_cue(structure, draft),
            content=spans(structure, draft.content),
            quoted=_quoted(structure, draft),
            source_head=draft.source_head,
            cue_head=draft.cue_head,
            stance=draft.stance,
            entry=draft.entry.id,
            because=tuple(draft.because),
            parent=parent,
        )
        for draft, parent in zip(ordered, _parents(ordered), strict=True)
    )


def _cue(structure: Structure, draft: Draft) -> tuple[Span, ...]:
    """The cue's spans; a colon that stands for "said" is a cue too."""
    return spans(structure, draft.cue) or (span_of(structure, draft.cue_head, draft.cue_head + 1),)


def _parents(ordered: Sequence[Draft]) -> list[int | None]:
    """For each draft the one that relays it: told by its cue, or the smallest one whose content holds its cue.

    Of two with the same content ("quoted a commander as saying …") the one that is itself relayed is the nearer.
    """
    numbers = {id(draft): k for k, draft in enumerate(ordered)}
    at_cue: dict[int, list[int]] = {}
    for k, draft in enumerate(ordered):
        at_cue.setdefault(draft.cue_head, []).append(k)
    around: list[list[tuple[int, bool, int]]] = [[] for _ in ordered]
    for k, other in enumerate(ordered):
        for cue in sorted(other.content & at_cue.keys()):
            for inner in at_cue[cue]:
                if inner != k and other.cue_head not in ordered[inner].content:
                    around[inner].append((len(other.content), other.outer is None, k))
    return [
        numbers.get(id(draft.outer)) if draft.outer is not None else min(found)[-1] if found else None
        for draft, found in zip(ordered, around, strict=True)
    ]


def _quoted(structure: Structure, draft: Draft) -> Quoted:
    if draft.entry.id in _UNMARKED:
        return "direct"
    words = sorted(i for i in draft.content if structure.tokens[i].pos != "PUNCT")
    if not words:
        return "indirect"
    marked = spoken = 0  # words within quotation marks, and those of them that are speech
    for quote in structure.quotes[bisect_right(structure.quotes, words[0], key=lambda q: q.last) :]:
        if quote.first > words[-1]:
            break
        within = bisect_left(words, quote.last) - bisect_left(words, quote.first)
        marked += within
        spoken += 0 if quote.scare else within
    if spoken >= _DIRECT * len(words):
        return "direct"
    return "mixed" if marked else "indirect"
