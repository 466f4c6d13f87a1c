"""Who relays a cited source, where the parse hangs "citing" on another clause than the relaying one."""

from __future__ import annotations

from collections.abc import Sequence

from fogline.extraction.attribution.draft import Draft
from fogline.language.tree import subtree
from fogline.model import Structure

_CITING = "citing"  # the frame of phrases such as "citing"
_NOT_RELAYING = frozenset({"cite", "quote"})  # the same word read as a plain verb: "citing the ministry"


def with_relays(structure: Structure, drafts: Sequence[Draft]) -> None:
    """Gives the cited sources, and those who quote on from there, the draft that relays them as `outer`."""
    citing = [draft for draft in drafts if draft.entry.frames[0] == _CITING]
    if not citing:
        return
    for draft in citing:
        if draft.outer is None or min(draft.outer.source, default=0) > draft.cue_head:
            relaying = _relaying(structure, draft, drafts)
            if relaying is not None:
                _put_inside(structure, draft, relaying)
    cited = {draft.source_head: draft.outer for draft in citing if draft.outer is not None}
    for draft in drafts:
        outer = cited.get(draft.source_head)
        if outer is not None and draft.outer is None and draft.cue_head > outer.cue_head and draft not in citing:
            draft.outer = outer  # "citing the agency, which quoted the mayor as saying"
            draft.because.append("attribution.cited_quotes")


def _relaying(structure: Structure, draft: Draft, drafts: Sequence[Draft]) -> Draft | None:
    """The nearest draft before "citing" in whose content it stands; right before it, where it has a relaying one."""
    around = [
        other
        for other in drafts
        if other.source
        and other.cue_head < draft.cue_head
        and draft.cue_head in other.content
        and other.entry.lemma not in _NOT_RELAYING
        and (draft.outer is None or (draft.outer.cue_head in other.content and _adjoins(structure, other, draft)))
    ]
    return max(around, key=lambda other: other.cue_head, default=None)


def _adjoins(structure: Structure, relaying: Draft, draft: Draft) -> bool:
    between = structure.tokens[max(relaying.cue | relaying.source) + 1 : draft.cue_head]
    return all(token.pos == "PUNCT" for token in between)


def _put_inside(structure: Structure, draft: Draft, relaying: Draft) -> None:
    aside = {t.i for t in subtree(structure, draft.cue_head)} & (draft.source | draft.cue)
    relaying.content -= aside
    draft.content = relaying.content - relaying.source - relaying.cue
    draft.outer = relaying
    draft.because.append("attribution.cited_within")
