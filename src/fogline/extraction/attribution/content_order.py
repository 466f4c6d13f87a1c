"""What is said by word order, where the parse leaves a cue of speech without content or with a part of it."""

from __future__ import annotations

from itertools import pairwise

from fogline.extraction.attribution.draft import Draft
from fogline.extraction.attribution.lexicon import group
from fogline.language.tree import FINITE, quote_at
from fogline.model import Structure, Token

_RELATIVE = frozenset({"WRB", "WDT", "WP"})
_NOMINAL = frozenset({"NOUN", "PROPN", "PRON"})
_TAIL = 8  # most words that may follow a cue that closes its sentence ("told the agency on Friday")
_LEAST = 4  # fewest words of a clause


def with_block_after(structure: Structure, draft: Draft) -> None:
    """Gives a cue that ends its paragraph with a colon the paragraph that follows ("The paper reports:")."""
    number = structure.tokens[draft.cue_head].sentence
    sentence = structure.sentences[number]
    paragraph = structure.paragraphs[sentence.paragraph]
    following = structure.paragraphs[paragraph.index + 1 : paragraph.index + 2]
    ends = paragraph.last == number + 1 and structure.tokens[sentence.last - 1].text == ":"
    if ends and following and draft.source and draft.is_speech and not draft.content and following[0].kind == "body":
        block = following[0]
        draft.content = set(range(structure.sentences[block.first].first, structure.sentences[block.last - 1].last))
        draft.because.append("attribution.block_after_colon")


def with_content_around(structure: Structure, draft: Draft) -> None:
    """Gives a cue of speech without content the clause before it, where it closes its sentence, or the one after it."""
    if draft.content or not draft.source or not draft.is_speech or draft.stance == "withholds":
        return
    sentence = structure.sentences[structure.tokens[draft.cue_head].sentence]
    first, last = min(draft.cue | draft.source), max(draft.cue | draft.source)
    before = structure.tokens[sentence.first : first]
    after = structure.tokens[max(draft.cue) + 1 : sentence.last] if last == max(draft.cue) else ()
    tail = structure.tokens[last + 1 : sentence.last]
    circumstance = bool(tail) and tail[0].lower in group("circumstances")
    headline = structure.tokens[sentence.last - 1].pos != "PUNCT" and any(t.tag == "VBN" for t in before)
    told = _is_clause(before) or (headline and len(_words(before)) >= _LEAST)
    if told and (circumstance or (len(_words(tail)) <= _TAIL and not _has_verb(tail))):
        draft.content = {t.i for t in before}
    elif (_is_clause(after) or _is_bare(structure, after)) and (
        first == sentence.first or not _has_verb(before) or before[-1].tag in _RELATIVE
    ):
        draft.content = {t.i for t in after}
    if draft.content:
        draft.because.append("attribution.word_order")


def _is_bare(structure: Structure, tokens: tuple[Token, ...]) -> bool:
    """Whether what ends a headline is a clause without its auxiliary ("10 killed in Koro")."""
    if not tokens or tokens[-1].pos == "PUNCT" or structure.sentences[tokens[-1].sentence].last != tokens[-1].i + 1:
        return False
    told = any(before.pos in _NOMINAL | {"NUM"} and t.tag in {"VBN", "VBD"} for before, t in pairwise(tokens))
    return told and not any(t.tag in {"VBZ", "VBP", "MD"} for t in tokens)


def with_words_before(structure: Structure, draft: Draft) -> None:
    """Adds the rest of a clause that a quotation is part of ("Rebels 'seize airport' in the north, army says")."""
    if not draft.content or not draft.source or not draft.is_speech or not draft.holds_quotation:
        return
    sentence = structure.sentences[structure.tokens[draft.cue_head].sentence]
    first, last, start = min(draft.content), max(draft.content), min(draft.cue | draft.source)
    if not sentence.first <= first <= last < start:
        return
    before, between = structure.tokens[sentence.first : first], structure.tokens[last + 1 : start]
    quote = quote_at(structure, first)
    embedded = quote is not None and quote.first == first and structure.tokens[first].text[:1].islower()
    if (embedded and _words(before)) or (_words(between) and (embedded or not _words(before))):
        draft.content |= set(range(sentence.first, start))
        draft.because.append("attribution.words_around_quotation")


def _words(tokens: tuple[Token, ...]) -> list[Token]:
    return [t for t in tokens if t.pos not in {"PUNCT", "SPACE"}]


def _has_verb(tokens: tuple[Token, ...]) -> bool:
    return any(t.tag in FINITE for t in tokens)


def _is_clause(tokens: tuple[Token, ...]) -> bool:
    return len(_words(tokens)) >= _LEAST and _has_verb(tokens)
