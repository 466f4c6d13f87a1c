"""What stands around an expression: its preposition and the tense of the verb that it belongs to."""

from __future__ import annotations

from collections.abc import Sequence

from fogline.extraction.times.words import context_words
from fogline.language.tree import extent
from fogline.model import Structure, Token

_OF = frozenset({"of", "into"})
_QUALIFIES = frozenset({"compound", "nmod", "amod", "poss", "nummod"})


def preposition(structure: Structure, first: int) -> str | None:
    """The preposition before the token `first`; adverbs and articles between are stepped over."""
    tokens, at = structure.tokens, first - 1
    sentence = tokens[first].sentence
    while at >= 0 and tokens[at].sentence == sentence and first - at <= 4:
        lower = tokens[at].lower
        if lower in context_words("preposition") and not (
            lower in context_words("stepped_over") and at > 0 and tokens[at - 1].lower in context_words("preposition")
        ):
            if lower == "to" and at > 0 and tokens[at - 1].lower in context_words("dating_back"):
                return "since"
            return "until" if lower == "till" else lower
        if lower not in context_words("stepped_over"):
            return None
        at -= 1
    return None


def head_of(structure: Structure, first: int, last: int) -> int:
    """The token that governs the others of an expression."""
    return next((t.i for t in structure.tokens[first:last] if not first <= t.head < last), first)


def attributive(structure: Structure, first: int, last: int) -> bool:
    """Whether an expression qualifies a noun outside of it: "the March 10 agreement", "a 1990s war"."""
    token = structure.tokens[head_of(structure, first, last)]
    above = structure.tokens[token.head]
    return token.dep in _QUALIFIES and above.pos in {"NOUN", "PROPN"} and above.i != token.i


def tense(structure: Structure, first: int, last: int) -> str | None:
    """`past`, `present` or `future` of the nearest verb above the tokens `first` to `last` (not included)."""
    tokens = structure.tokens
    if attributive(structure, first, last):
        return None  # "the March 10 agreement": the verb tells when it is spoken of, not when it was
    at = head_of(structure, first, last)
    for _ in range(12):
        token = tokens[at]
        if token.pos in {"VERB", "AUX"}:
            return _verb_tense(structure, at)
        if token.head == at:
            return None
        at = token.head
    return None


def _verb_tense(structure: Structure, verb: int) -> str | None:
    tokens = structure.tokens
    token = tokens[verb]
    helpers = [tokens[c] for c in structure.children[verb] if tokens[c].dep in {"aux", "auxpass"}]
    if any(h.lower in context_words("future_modal") for h in helpers) and not any(h.lower == "have" for h in helpers):
        return "future"
    if token.lemma in context_words("scheduled"):
        return "future"
    if token.tag == "VBD" or any(h.lower in context_words("perfect") for h in helpers):
        return "past"
    if token.tag in {"VBP", "VBZ"} or any(h.tag in {"VBP", "VBZ"} for h in helpers):
        return "present"
    if any(h.lower == "to" for h in helpers):
        return "future" if tokens[token.head].lemma in context_words("ahead") else None
    if token.tag in {"VBN", "VBG"} and token.head != verb and token.dep != "amod":
        return _above(structure, token.head)
    return "past" if token.tag == "VBN" else None


def _above(structure: Structure, at: int) -> str | None:
    """The tense that a participle takes from the verb above it; one step only."""
    token = structure.tokens[at]
    if token.pos not in {"VERB", "AUX"} or token.tag in {"VBN", "VBG"}:
        return None
    return _verb_tense(structure, at)


def since_phrase(structure: Structure, first: int, last: int) -> tuple[int, int] | None:
    """First and last token (not included) of the phrase or clause of "since" that tells the time in `first` to `last`.

    "since the raid began in June" tells June of the raid, and tells of all else that it holds since June.
    """
    tokens, sentence = structure.tokens, _sentence_start(structure, first)
    for at in range(first - 1, sentence - 1, -1):
        if tokens[at].lower != "since":
            continue
        token = tokens[at]
        top = token.head if token.dep == "mark" else at
        begin, end = extent(structure, top)
        if begin <= first and last <= end:
            return max(begin, at), end
        return (at, last) if _is_phrase(tokens[at + 1 : first]) else None
    return None


def _is_phrase(between: Sequence[Token]) -> bool:
    """Whether words after "since" are one phrase with what follows, however the parse hangs it: "the raid on"."""
    return not any(t.pos in {"VERB", "AUX", "PUNCT", "CCONJ"} for t in between)


def _sentence_start(structure: Structure, at: int) -> int:
    """The first token of the sentence that holds token `at`."""
    return structure.sentences[structure.tokens[at].sentence].first


def companion(structure: Structure, last: int) -> str | None:
    """The noun that a duration is of: "war" in "a three-year war", "a week into the war", "months of war"."""
    tokens = structure.tokens
    end = structure.sentences[tokens[last - 1].sentence].last
    at = last
    if at < end and tokens[at].lower in _OF:
        at += 1
    elif at >= end or tokens[at].tag.startswith(("V", "I")):
        return None
    nouns = None
    for token in tokens[at : min(end, at + 6)]:
        if token.pos in {"NOUN", "PROPN"} or token.tag == "VBG":
            nouns = token.lower
        elif nouns is not None or (token.pos not in {"ADJ", "DET", "ADV", "PUNCT", "PART"} and token.tag != "VBN"):
            break
    return nouns


def compared(structure: Structure, first: int) -> bool:
    """Whether a superlative or a count of times stands before: "the worst raid in four years"."""
    tokens = structure.tokens
    start = max(_sentence_start(structure, first), first - 8)
    return any(t.tag in {"JJS", "RBS"} or t.lower == "time" for t in tokens[start:first])
