"""Content by word order, where the parse leaves a cue of speech without any."""

from __future__ import annotations

from fogline.extraction.attribution.draft import Draft
from fogline.extraction.attribution.extents import noun_phrase
from fogline.model import Structure, Token

_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
_NOMINAL = frozenset({"NOUN", "PROPN", "PRON"})
_TAIL = 8  # most words that may follow a cue that closes its sentence ("told the agency on Friday")
_LEAST = 4  # fewest words of a clause


def with_source_before(structure: Structure, draft: Draft) -> None:
    """Gives a finite cue without a subject the noun phrase that ends right before it ("…, the monitor said")."""
    verb = structure.tokens[draft.cue_head]
    if draft.source or not draft.is_speech or verb.tag not in _FINITE or min(draft.cue) == 0:
        return
    end = min(draft.cue) - 1
    if structure.tokens[end].pos not in _NOMINAL or structure.tokens[end].sentence != verb.sentence:
        return
    head = end
    while True:
        above = structure.tokens[head].head
        if above == head or structure.tokens[above].pos not in _NOMINAL or max(noun_phrase(structure, above)) != end:
            break
        head = above
    draft.source_head, draft.source = head, noun_phrase(structure, head)
    draft.content -= draft.source
    draft.because.append("attribution.source_before_cue")


def with_content_around(structure: Structure, draft: Draft) -> None:
    """Gives a cue of speech without content the clause before it, where it closes its sentence, or the one after it."""
    if draft.content or not draft.source or not draft.is_speech or draft.stance == "withholds":
        return
    sentence = structure.sentences[structure.tokens[draft.cue_head].sentence]
    first, last = min(draft.cue | draft.source), max(draft.cue | draft.source)
    before = structure.tokens[sentence.first : first]
    after = structure.tokens[max(draft.cue) + 1 : sentence.last] if last == max(draft.cue) else ()
    tail = structure.tokens[last + 1 : sentence.last]
    if _is_clause(before) and len(_words(tail)) <= _TAIL and not _has_verb(tail):
        draft.content = {t.i for t in before}
    elif _is_clause(after) and (first == sentence.first or not _has_verb(before)):
        draft.content = {t.i for t in after}
    if draft.content:
        draft.because.append("attribution.word_order")


def _words(tokens: tuple[Token, ...]) -> list[Token]:
    return [t for t in tokens if t.pos not in {"PUNCT", "SPACE"}]


def _has_verb(tokens: tuple[Token, ...]) -> bool:
    return any(t.tag in _FINITE for t in tokens)


def _is_clause(tokens: tuple[Token, ...]) -> bool:
    return len(_words(tokens)) >= _LEAST and _has_verb(tokens)
