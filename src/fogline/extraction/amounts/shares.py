"""Shares told by two numbers ("one in five residents"), and what a share of a count comes to."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from fogline.extraction.amounts.lexicon import Lexicon
from fogline.extraction.amounts.numerals import Numeral, read_numeral
from fogline.model import Amount, Structure, Token

_BASES = frozenset({*range(2, 11), 20, 100, 1000})
_RELATIVE = frozenset({"whom", "which", "them"})
_OWN = frozenset({"the", "its", "their", "his", "these", "those"})
_FALLS = frozenset({"fall", "drop", "shrink", "decline", "decrease", "plunge", "plummet"})


def one_in(tokens: Sequence[Token], numeral: Numeral, end: int, lexicon: Lexicon) -> Numeral:
    """The share that `numeral` opens ("three in four", "nine out of every ten"), or `numeral` itself."""
    words = [t.lower for t in tokens[numeral.last : min(numeral.last + 3, end)]]
    if numeral.best is None or numeral.share or not words:
        return numeral
    if words[0] == "in":
        step = 2 if words[1:2] == ["every"] else 1
    elif words == ["out", "of", "every"]:
        step = 3
    else:
        return numeral
    base = read_numeral(tokens, numeral.last + step, end, lexicon) if numeral.last + step < end else None
    if base is None or base.best not in _BASES or not 0 < numeral.best < (base.best or 0):
        return numeral
    return Numeral(
        numeral.first, base.last, None, float(round(100 * numeral.best / (base.best or 1))), None, share=True
    )


def products(structure: Structure, text: str, amounts: Sequence[Amount]) -> Iterator[Amount]:
    """What shares of counts come to, marked as derived.

    "Half of its 20,000 residents" are 10,000; "30,000, 90 percent of whom have fled" tells of 27,000; "a population of
    30,000 has fallen by 90 percent" leaves 3,000.
    """
    for one, other in pairwise(amounts):
        if structure.tokens[one.first].sentence != structure.tokens[other.first].sentence:
            continue
        share, count = (one, other) if one.category == "share" else (other, one)
        if share.category != "share" or count.category in {None, "share", "time", "money"} or count.best is None:
            continue
        if share.best is None or not 0 < share.best < 100:
            continue
        part = _part(structure.tokens, share, count)
        if part is not None:
            first, last = min(one.first, other.first), max(one.last, other.last)
            start, end = structure.tokens[first].start, structure.tokens[last - 1].end
            yield replace(
                count, start=start, end=end, text=text[start:end], first=first, last=last,
                best=float(round(count.best * part)), derived=True, because=("amounts.share_of_count",),
            )  # fmt: skip


def _part(tokens: Sequence[Token], share: Amount, count: Amount) -> float | None:
    """How much of the count is told of, from 0 to 1."""
    told = (share.best or 0) / 100
    after = [t.lower for t in tokens[share.last : share.last + 4] if t.lower not in {"percent", "%", "per", "cent"}]
    if count.first < share.first:
        if len(after) > 1 and after[0] == "of" and after[1] in _RELATIVE:
            return told
        falls = any(t.lemma in _FALLS for t in tokens[count.last : share.first])
        return 1 - told if falls and tokens[share.first - 1].lower == "by" else None
    between = [t.lower for t in tokens[share.last : count.first] if t.lower not in {"percent", "%", "per", "cent"}]
    return told if between[:1] == ["of"] and len(between) < 3 and set(between[1:]) <= _OWN else None
