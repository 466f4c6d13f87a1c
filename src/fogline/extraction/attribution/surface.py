"""Content by word order, where the parse leaves a cue of speech without any."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from fogline.extraction.attribution.draft import Draft
from fogline.extraction.attribution.extents import noun_phrase
from fogline.extraction.attribution.lexicon import by_lemma, group
from fogline.language.tree import SUBJECTS, children, quote_at
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
    """Gives a cue without a subject the speaker around it, where it hangs on the clause in between.

    As in "said it leaked and added that", "said the king had fled, adding that", "a note saying it leaked and urging".
    """
    saying: dict[int, list[Draft]] = {}
    for draft in drafts:
        saying.setdefault(structure.tokens[draft.cue_head].sentence, []).append(draft)
    for draft in drafts:
        verb = structure.tokens[draft.cue_head]
        if not draft.content or any(t.dep in SUBJECTS for t in children(structure, verb.i)):
            continue
        around = [d for d in saying[verb.sentence] if d.is_speech and d.source and verb.i in d.content]
        if not around:
            continue
        outer = min(around, key=lambda d: (len(d.content), d.cue_head))
        if _carries_on(structure, draft, outer):
            outer.content -= draft.content | draft.cue
            draft.source_head, draft.source = outer.source_head, set(outer.source)
            draft.because.append("attribution.speaker_before")


def _carries_on(structure: Structure, draft: Draft, outer: Draft) -> bool:
    """Whether a cue in the content of another belongs beside it: a further verb of speech, or one in the same form."""
    verb = structure.tokens[draft.cue_head]
    if draft.entry.continues:
        return verb.dep in {"conj", "advcl"}
    governor, speaking = structure.tokens[verb.head], structure.tokens[outer.cue_head]
    if verb.dep != "conj" or governor.i == speaking.i:
        return False
    same_form = verb.tag == speaking.tag != governor.tag
    return same_form or (draft.is_speech and verb.tag == speaking.tag and "auxpass" not in _deps(structure, verb.i))


def _deps(structure: Structure, verb: int) -> set[str]:
    return {t.dep for t in children(structure, verb)}


def with_source_righted(structure: Structure, draft: Draft) -> None:
    """Takes back an object that was read as the speaker ("killed nine people, the mayor said", "… people said Odu")."""
    verb = structure.tokens[draft.cue_head]
    if not draft.is_speech or not draft.source or verb.tag not in _FINITE or max(draft.source) > verb.i:
        return
    first, last = min(draft.source), max(draft.source)
    before = structure.tokens[first - 1 : first] if first else ()
    if not before or before[0].sentence != verb.sentence:
        return
    if not _takes_object(structure, before[0]) and not _closes_content(structure, before[0], draft):
        return
    after = structure.tokens[verb.i + 1 : verb.i + 2]
    commas = [i for i in range(first, verb.i) if structure.tokens[i].text == ","]
    head = None
    if commas and commas[-1] < last and structure.tokens[last].pos in _NOMINAL:
        source = set(range(commas[-1] + 1, last + 1))
        head = next((i for i in sorted(source, reverse=True) if structure.tokens[i].head not in source), last)
    elif last == verb.i - 1 and not draft.entry.told and after and after[0].tag in {"DT", "NNP", "NNPS", "NN", "NNS"}:
        head = next(
            (t.i for t in structure.tokens[verb.i + 1 : verb.i + 7] if t.pos in _NOMINAL and t.head <= verb.i), None
        )
        source = set() if head is None else noun_phrase(structure, head)
    if head is not None:
        sentence = structure.sentences[verb.sentence]
        draft.source_head, draft.source = head, source
        draft.content = set(range(sentence.first, min(verb.i, min(source)))) - source - draft.cue
        draft.because.append("attribution.source_righted")


def _takes_object(structure: Structure, token: Token) -> bool:
    """Whether a word right before a noun phrase is a verb that governs it, not one that reports it ("said people")."""
    return token.tag in {"VBD", "VBN", "VBG", "VBZ"} and token.pos == "VERB" and token.lemma not in by_lemma("verb")


def _closes_content(structure: Structure, token: Token, draft: Draft) -> bool:
    """Whether what is said ends in a preposition whose noun was read as a speaker ("died in Odu, the mayor and …")."""
    head = structure.tokens[draft.source_head] if draft.source_head is not None else None
    governs = head is not None and head.dep in {"pobj", "nsubj", "conj"} and token.pos == "ADP"
    listed = any(structure.tokens[i].text == "," for i in draft.source)
    return governs and listed and max(draft.content, default=0) == token.i


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


def with_source_after(structure: Structure, draft: Draft) -> None:
    """Gives a cue right after a quotation the noun phrase that follows it (“…,” added her son)."""
    verb = structure.tokens[draft.cue_head]
    following = structure.tokens[verb.i + 1 : verb.i + 8]
    if (
        draft.source
        or not draft.takes_quote
        or draft.entry.told
        or verb.tag not in _FINITE
        or not following
        or verb.i == 0
    ):
        return
    closed = any(_ends_quotation(structure, i) for i in range(max(0, verb.i - 3), verb.i))
    if closed and following[0].tag in {"DT", "PRP$", "NNP", "NN", "JJ", "PRP"}:
        head = next((t.i for t in following if t.pos in _NOMINAL and t.head <= verb.i), None)
        head = _end_of_name(structure, verb.i + 1) if head is None else head
        if head is not None:
            draft.source_head, draft.source = head, noun_phrase(structure, head)
            draft.content -= draft.source
            draft.because.append("attribution.source_after_cue")


def _ends_quotation(structure: Structure, i: int) -> bool:
    quote = quote_at(structure, i)
    return quote is not None and quote.last == i + 1


def _end_of_name(structure: Structure, first: int) -> int | None:
    """The last token of the name that starts at `first`, where the parse hangs it on what comes later."""
    last = first
    while last < len(structure.tokens) and structure.tokens[last].pos == "PROPN":
        last += 1
    return last - 1 if last > first else None


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


def with_words_before(structure: Structure, draft: Draft) -> None:
    """Adds the rest of a clause that a quotation is part of ("Rebels 'seize airport' in the north, army says")."""
    if not draft.content or not draft.source or not draft.is_speech or "attribution.quotation" not in draft.because:
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
    return any(t.tag in _FINITE for t in tokens)


def _is_clause(tokens: tuple[Token, ...]) -> bool:
    return len(_words(tokens)) >= _LEAST and _has_verb(tokens)
