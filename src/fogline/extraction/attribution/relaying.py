"""Who relays a cited source, where the parse hangs "citing" on another clause than the relaying one."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from fogline.extraction.attribution.draft import Draft
from fogline.extraction.attribution.extents import noun_phrase
from fogline.extraction.attribution.lexicon import group
from fogline.language.tree import children, subtree
from fogline.model import Structure

_FAR = 500  # tokens between "citing" and the cue of who relays it, at most
_CITING = "citing"  # the frame of phrases such as "citing"
_ACCORDING = "according"
_NAMING = frozenset({"DET", "ADJ", "NOUN", "PROPN", "PART"})


def with_relays(structure: Structure, drafts: Sequence[Draft]) -> list[Draft]:
    """The drafts with those of sources that a relative clause cites, each cited one with `outer`, who relays it."""
    cited = [*drafts, *_cited_in_relative(structure, drafts)]
    citing = [draft for draft in drafts if draft.entry.frames[0] == _CITING]
    for draft in citing:
        _name_before(structure, draft)
    by_cue: dict[int, list[Draft]] = {}
    for draft in drafts:
        by_cue.setdefault(draft.cue_head, []).append(draft)
    for draft in drafts:
        if draft.entry.frames[0] == _ACCORDING:
            _told_beside(draft, by_cue)
    for draft in citing:
        if draft.outer is None or min(draft.outer.source, default=0) > draft.cue_head:
            near = [other for i in range(draft.cue_head - _FAR, draft.cue_head + _FAR) for other in by_cue.get(i, ())]
            relaying = _relaying(structure, draft, near) or _set_into(structure, draft, near)
            if relaying is not None:
                _put_inside(structure, draft, relaying)
    relayed = {draft.source_head: draft.outer for draft in citing if draft.outer is not None}
    for draft in drafts:
        outer = relayed.get(draft.source_head)
        if outer is not None and draft.outer is None and draft.cue_head > outer.cue_head and draft not in citing:
            draft.outer = outer  # "citing the agency, which quoted the mayor as saying"
            if all(structure.tokens[i].pos == "PUNCT" for i in outer.content):
                outer.content = draft.content | draft.cue | draft.source
            draft.because.append("attribution.cited_quotes")
    return cited


def _cited_in_relative(structure: Structure, drafts: Sequence[Draft]) -> Iterator[Draft]:
    """As in "according to the paper, which cited two officials": these say what the paper says."""
    said_by = {d.source_head: d for d in drafts if d.content and d.entry.lemma not in group("relaying")}
    for draft in drafts:
        outer = said_by.get(draft.source_head)
        if (
            outer is None
            or draft.entry.lemma not in group("relaying")
            or structure.tokens[draft.cue_head].dep != "relcl"
        ):
            continue
        named = next(iter(children(structure, draft.cue_head, "dobj")), None)
        if named is None or named.lemma in group("grounds") or draft.cue_head in outer.cue:
            continue
        source = noun_phrase(structure, named.i)
        content = outer.content - source - draft.cue
        because = ["attribution.which_cited"]
        yield Draft(draft.entry, draft.stance, draft.cue_head, draft.cue, named.i, source, content, because, outer)


def _name_before(structure: Structure, draft: Draft) -> None:
    """Rights who relays, where the one cited was taken for the speaker ("the agency N, citing a diplomat, said")."""
    outer = draft.outer
    if outer is None or outer.source_head != draft.source_head or not outer.source_guessed or draft.cue_head < 2:
        return
    end = draft.cue_head - 1 - (structure.tokens[draft.cue_head - 1].pos == "PUNCT")
    first = structure.sentences[structure.tokens[end].sentence].first
    named = structure.tokens[first : end + 1]
    if named and (named[-1].pos in _NAMING or named[-1].text.isupper()) and all(t.pos in _NAMING for t in named[:-1]):
        outer.source_head, outer.source = end, {token.i for token in named}
        outer.content -= outer.source
        draft.content -= outer.source
        draft.because.append("attribution.cited_within")


def _told_beside(draft: Draft, by_cue: Mapping[int, Sequence[Draft]]) -> None:
    """Puts "according to the police, the paper wrote, …" inside: the paper tells what the police say."""
    later = (i for i in sorted(draft.content) if i > draft.cue_head)
    beside = (other for i in later for other in by_cue.get(i, ()) if draft.cue_head in other.content)
    outer = next((other for other in beside if other.is_speech and other.source), None)
    if draft.outer is None and outer is not None:
        outer.content -= draft.source | draft.cue
        draft.content = outer.content - outer.source - outer.cue
        draft.outer = outer
        draft.because.append("attribution.told_beside")


def _relaying(structure: Structure, draft: Draft, drafts: Sequence[Draft]) -> Draft | None:
    """The nearest draft before "citing" in whose content it stands; right before it, where it has a relaying one."""
    around = [
        other
        for other in drafts
        if other.source
        and other.cue_head < draft.cue_head
        and draft.cue_head in other.content
        and other.entry.lemma not in group("relaying")
        and (draft.outer is None or (draft.outer.cue_head in other.content and _adjoins(structure, other, draft)))
    ]
    return max(around, key=lambda other: other.cue_head, default=None)


def _set_into(structure: Structure, draft: Draft, drafts: Sequence[Draft]) -> Draft | None:
    """The draft between whose source and cue "citing" is set ("the agency, citing the ministry, said")."""
    for other in drafts:
        if (
            draft.outer is None
            and other.source
            and other.content
            and max(other.source) < draft.cue_head < other.cue_head
        ):
            between = structure.tokens[max(other.source) + 1 : draft.cue_head]
            if between and all(token.pos == "PUNCT" for token in between):
                return other
    return None


def _adjoins(structure: Structure, relaying: Draft, draft: Draft) -> bool:
    between = structure.tokens[max(relaying.cue | relaying.source) + 1 : draft.cue_head]
    return all(token.pos == "PUNCT" for token in between)


def _put_inside(structure: Structure, draft: Draft, relaying: Draft) -> None:
    aside = {t.i for t in subtree(structure, draft.cue_head)} & (draft.source | draft.cue)
    relaying.content -= aside
    draft.content = relaying.content - relaying.source - relaying.cue
    draft.outer = relaying
    draft.because.append("attribution.cited_within")
