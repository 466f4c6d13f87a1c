"""Which attribution stands in the content of which, and the final form."""

from __future__ import annotations

from collections.abc import Sequence

from fogline.extraction.attribution.draft import Draft
from fogline.extraction.attribution.extents import spans
from fogline.language.tree import span_of
from fogline.model import Attribution, Quote, Quoted, Span, Structure

_DIRECT = 0.9  # share of the content's words within quotation marks from which on it counts as direct speech


def finished(structure: Structure, drafts: Sequence[Draft]) -> tuple[Attribution, ...]:
    """The drafts as attributions, in the order of their cues, each with the index of its parent."""
    ordered = sorted(drafts, key=lambda d: (d.cue_head, d.entry.id, min(d.content, default=0)))
    quoted = structure.quotes
    return tuple(
        Attribution(
            source=spans(structure, draft.source),
            cue=_cue(structure, draft),
            content=spans(structure, draft.content),
            quoted=_quoted(structure, draft, quoted),
            source_head=draft.source_head,
            cue_head=draft.cue_head,
            stance=draft.stance,
            entry=draft.entry.id,
            because=tuple(draft.because),
            parent=_parent(ordered, draft),
        )
        for draft in ordered
    )


def _cue(structure: Structure, draft: Draft) -> tuple[Span, ...]:
    """The cue's spans; a colon that stands for "said" is a cue too."""
    return spans(structure, draft.cue) or (span_of(structure, draft.cue_head, draft.cue_head + 1),)


def _parent(ordered: Sequence[Draft], draft: Draft) -> int | None:
    """The attribution that relays this one: told by its cue, or the smallest one whose content holds its cue."""
    if draft.outer is not None:
        return next((k for k, other in enumerate(ordered) if other is draft.outer), None)
    around = [
        (len(other.content), k)
        for k, other in enumerate(ordered)
        if other is not draft and draft.cue_head in other.content and other.cue_head not in draft.content
    ]
    return min(around)[1] if around else None


def _quoted(structure: Structure, draft: Draft, quotes: Sequence[Quote]) -> Quoted:
    words = [i for i in draft.content if structure.tokens[i].pos != "PUNCT"]
    if not words:
        return "indirect"
    low, high = min(words), max(words)
    near = [q for q in quotes if q.first <= high and q.last > low]
    inside = sum(any(q.first <= i < q.last for q in near if not q.scare) for i in words)
    if inside >= _DIRECT * len(words):
        return "direct"
    return "mixed" if any(q.first <= i < q.last for q in near for i in words) else "indirect"
