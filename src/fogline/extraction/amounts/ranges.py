"""Joins two numbers to a range: "10 to 15", "between 3 and 5", "20-30", "two or three million"."""

from __future__ import annotations

from collections.abc import Sequence

from fogline.extraction.amounts.earlier import is_changed
from fogline.extraction.amounts.lexicon import Lexicon
from fogline.extraction.amounts.numerals import Numeral, read_numeral
from fogline.model import Token

_DASHES = frozenset({"-", "–", "—", "‑"})
_RANGES = frozenset({"range", "vary"})
_WORDS = frozenset({"to", "or"})


def read_range(tokens: Sequence[Token], numeral: Numeral, first: int, end: int, lexicon: Lexicon) -> Numeral:
    """The range that `numeral` opens, or `numeral` itself; `first` and `end` bound the sentence."""
    at = numeral.last
    if at + 1 >= end or numeral.best is None:
        return numeral
    before = tokens[numeral.first - 1].lower if numeral.first > first else ""
    joined = tokens[at].lower
    if joined == "percent" or joined == "%":
        at += 1
        joined = tokens[at].lower
    between = before == "between" and joined == "and"
    if (
        not (
            between
            or joined in _DASHES
            or (joined in _WORDS and (before != "from" or _spans(tokens, numeral, first, end)))
        )
        or at + 1 >= end
    ):
        return numeral
    if joined == "to" and is_changed(tokens, numeral, first, lexicon):
        return numeral
    second = read_numeral(tokens, at + 1, end, lexicon)
    if second is None or second.best is None or second.share != numeral.share:
        return numeral
    low = numeral.best * _scale(tokens, second, lexicon)
    low = low if low <= second.best else numeral.best
    if low >= second.best:
        return numeral if low > second.best else second
    return Numeral(
        numeral.first - (between or before == "from"),
        second.last,
        low,
        None,
        second.best,
        numeral.share,
        numeral.plain and second.plain,
    )


def _spans(tokens: Sequence[Token], numeral: Numeral, first: int, end: int) -> bool:
    """Whether "from 30 to 40" is a range: not where something changed from the one to the other."""
    before = tokens[numeral.first - 2] if numeral.first - 1 > first else None
    if before is not None and before.lemma in _RANGES:
        return True
    after = numeral.last + 2
    return (before is None or before.pos in {"PUNCT", "ADP"}) and after < end and tokens[after].tag == "NNS"


def _scale(tokens: Sequence[Token], numeral: Numeral, lexicon: Lexicon) -> float:
    """The scale that ends a number, which its partner shares: "two to three million"."""
    last = lexicon.numerals.get(tokens[numeral.last - 1].lower)
    return last.value if last is not None and last.role in {"hundred", "scale", "group"} else 1.0
