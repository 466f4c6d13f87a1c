"""Content by word order, where the parse leaves a cue of speech without any."""

from __future__ import annotations

from collections.abc import Sequence

from fogline.extraction.attribution.draft import Draft
from fogline.extraction.attribution.extents import noun_phrase
from fogline.extraction.attribution.lexicon import group
from fogline.model import Structure, Token

_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
_RELATIVE = frozenset({"WRB", "WDT", "WP"})
_NOMINAL = frozenset({"NOUN", "PROPN", "PRON"})
_TAIL = 8  # most words that may follow a cue that closes its sentence ("told the agency on Friday")
_LEAST = 4  # fewest words of a clause


def with_source_before(structure: Structure, draft: Draft) -> None:
    """Gives a finite cue without a subject the noun phrase that ends right before it ("…, the monitor said")."""
    verb = structure.tokens[draft.cue_head]
    if draft.source or not draft.is_speech or verb.tag not in _FINITE or min(draft.cue) == 0:
        return
    end = min(draft.cue) - 1
    if end and structure.tokens[end].text == ",":
        end -= 1
    if structure.tokens[end].text == ")":
        end = next((i - 1 for i in range(end, 0, -1) if structure.tokens[i].text == "("), end)
    last = structure.tokens[end]
    if last.pos not in _NOMINAL | {"NUM"} or last.sentence != verb.sentence or last.tag in _RELATIVE:
        return
    head = _head_of_phrase(structure, end, draft.cue_head)
    draft.source_head, draft.source = head, noun_phrase(structure, head)
    draft.content -= draft.source
    draft.because.append("attribution.source_before_cue")


def with_speaker_before(structure: Structure, drafts: Sequence[Draft]) -> None:
    """Gives "added" the source of "said" where it hangs on the clause in between ("said it leaked and added that")."""
    saying: dict[int, list[Draft]] = {}
    for draft in drafts:
        saying.setdefault(structure.tokens[draft.cue_head].sentence, []).append(draft)
    for draft in drafts:
        verb = structure.tokens[draft.cue_head]
        if not draft.entry.continues or verb.dep != "conj" or not draft.content:
            continue
        around = [d for d in saying[verb.sentence] if d.is_speech and d.source and verb.i in d.content]
        if around:
            outer = min(around, key=lambda d: (len(d.content), d.cue_head))
            outer.content -= draft.content | draft.cue
            draft.source_head, draft.source = outer.source_head, set(outer.source)
            draft.because.append("attribution.speaker_before")


def _head_of_phrase(structure: Structure, end: int, verb: int) -> int:
    """Head of the noun phrase that ends with token `end`; of one set after "In the east, …" the apposition alone."""
    head = at = end
    while structure.tokens[at].head not in {at, verb}:
        below, at = structure.tokens[at], structure.tokens[at].head
        above = structure.tokens[at]
        if above.pos == "ADP" or _qualifies(structure, above):
            continue
        if above.pos not in _NOMINAL:
            break
        if max(noun_phrase(structure, at)) != end or (below.dep == "appos" and _governed(above)):
            break
        head = at
    return head


def _qualifies(structure: Structure, token: Token) -> bool:
    """Whether an adjective or participle describes a noun before it ("a source close to", "people briefed on")."""
    noun = structure.tokens[token.head]
    return token.dep in {"amod", "acl"} and noun.pos in _NOMINAL and noun.i < token.i


def _governed(token: Token) -> bool:
    """Whether a noun is an object, so that an apposition before a cue is a speaker ("hit by a jet, a source said")."""
    return token.dep in {"pobj", "dobj", "attr", "oprd"}


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
    if _is_clause(before) and (circumstance or (len(_words(tail)) <= _TAIL and not _has_verb(tail))):
        draft.content = {t.i for t in before}
    elif _is_clause(after) and (first == sentence.first or not _has_verb(before) or before[-1].tag in _RELATIVE):
        draft.content = {t.i for t in after}
    if draft.content:
        draft.because.append("attribution.word_order")


def with_words_before(structure: Structure, draft: Draft) -> None:
    """Adds the first words of a clause that ends in a quotation ("Rebels 'seize airport', army says")."""
    if not draft.content or not draft.source or not draft.is_speech:
        return
    sentence = structure.sentences[structure.tokens[draft.cue_head].sentence]
    first, start = min(draft.content), min(draft.cue | draft.source)
    if not sentence.first < first < start or max(draft.content) > start or "attribution.quotation" not in draft.because:
        return
    before = structure.tokens[sentence.first : first]
    quoted = any(quote.first == first for quote in structure.quotes)
    if quoted and structure.tokens[first].text[:1].islower() and _words(before):
        draft.content |= set(range(sentence.first, first))
        draft.because.append("attribution.words_before_quotation")


def _words(tokens: tuple[Token, ...]) -> list[Token]:
    return [t for t in tokens if t.pos not in {"PUNCT", "SPACE"}]


def _has_verb(tokens: tuple[Token, ...]) -> bool:
    return any(t.tag in _FINITE for t in tokens)


def _is_clause(tokens: tuple[Token, ...]) -> bool:
    return len(_words(tokens)) >= _LEAST and _has_verb(tokens)
