"""Tells the earlier one of two counts: "rose to five from three", "up from three", "raising an earlier toll of three".

What was counted before is no second number of what is told now.
"""

from __future__ import annotations

from collections.abc import Sequence

from fogline.extraction.amounts.lexicon import Lexicon
from fogline.extraction.amounts.numerals import Numeral
from fogline.extraction.amounts.phrases import phrase_before
from fogline.model import Token

_BESIDE_NOUN = frozenset({"ADJ", "DET", "ADV", "PRON", "PROPN", "VERB", "PART"})  # "its previously reported toll"
_FROM = frozenset({"from", "by"})
_FAR = 12  # tokens between a verb and the number that it changes
_UNIT = 4  # tokens of a number and what it counts, up to "to" or "from"


def is_earlier(tokens: Sequence[Token], numeral: Numeral, first: int, end: int, lexicon: Lexicon) -> bool:
    """Whether a number of the sentence of tokens `first` to `end` was counted before another one that it names."""
    others = (*range(first, numeral.first), *range(numeral.last, end))
    if not any(_is_number(tokens[i], lexicon) for i in others):
        return False
    noun = _noun_before(tokens, numeral.first, first)
    start = numeral.first if noun is None else _opening(tokens, noun, first)
    if phrase_before(tokens, start, first, lexicon.earlier_phrases) is not None:
        return True
    described = {t.lower for t in tokens[start:noun]} if noun is not None else set()
    if noun is not None and tokens[noun].lemma in lexicon.counts and described & lexicon.earlier_words:
        return True
    return is_changed(tokens, numeral, first, lexicon) and _changes_to(tokens, numeral, first, end, lexicon)


def is_changed(tokens: Sequence[Token], numeral: Numeral, first: int, lexicon: Lexicon) -> bool:
    """Whether a number is what a verb changes: "raised it from three", "rose by three", "raising the toll of three"."""
    before = tokens[numeral.first - 1].lower if numeral.first > first else ""
    noun = _noun_before(tokens, numeral.first, first)
    counts = noun is not None and tokens[noun].lemma in lexicon.counts
    return (before in _FROM or counts) and _verb_before(tokens, numeral.first, first, lexicon) is not None


def _noun_before(tokens: Sequence[Token], at: int, first: int) -> int | None:
    """The noun whose number it is: "a toll of three"."""
    named = at - 2 >= first and tokens[at - 1].lower == "of" and tokens[at - 2].pos == "NOUN"
    return at - 2 if named else None


def _opening(tokens: Sequence[Token], noun: int, first: int) -> int:
    """The first token of the noun's phrase."""
    at = noun
    while at > first and (tokens[at - 1].pos in _BESIDE_NOUN or tokens[at - 1].dep == "compound"):
        if tokens[at - 1].pos == "VERB" and tokens[at - 1].dep != "amod":
            break
        at -= 1
    return at


def _verb_before(tokens: Sequence[Token], at: int, first: int, lexicon: Lexicon) -> int | None:
    for i in range(at - 1, max(at - _FAR, first) - 1, -1):
        if tokens[i].pos == "PUNCT":
            return None
        if tokens[i].lemma in lexicon.changing and tokens[i].pos in {"VERB", "NOUN"}:
            return i
    return None


def _changes_to(tokens: Sequence[Token], numeral: Numeral, first: int, end: int, lexicon: Lexicon) -> bool:
    """Whether the number that it became stands beside it: "from three to five", "to five people from three"."""
    verb = _verb_before(tokens, numeral.first, first, lexicon)
    near = (*range(verb or first, numeral.first), *range(numeral.last, min(numeral.last + _UNIT, end)))
    return any(tokens[i].lower == "to" and i + 1 < end and _is_number(tokens[i + 1], lexicon) for i in near)


def _is_number(token: Token, lexicon: Lexicon) -> bool:
    return token.text[0].isdecimal() or token.lower in lexicon.numerals
