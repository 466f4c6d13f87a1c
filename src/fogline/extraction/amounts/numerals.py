"""Reads a number from the words that spell it: "1.5 million", "two hundred and fifty", "tens of thousands"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from fogline.extraction.amounts.lexicon import Lexicon
from fogline.knowledge.schemas.numerals import Numeral as Word
from fogline.model import Token

_DIGITS = re.compile(r"(\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?|\d{1,3},\d{1,2})(k|m|mn|bn|tn)?$")
_FRACTION = re.compile(r"([1-9])/([2348]|10)$")
_VULGAR = {"½": 0.5, "¼": 0.25, "¾": 0.75, "⅓": 1 / 3, "⅔": 2 / 3}
_FEW = frozenset({"several", "few"})
_HEDGES = frozenset({"nearly", "about", "around", "almost", "than", "roughly", "over", "approximately", "some"})
_ARTICLES = frozenset({"a", "an"})


@dataclass(frozen=True, slots=True)
class Numeral:
    """A number spelled by tokens `first` to `last` (not included); a share is in percent.

    `best` is None for numbers that are left open ("dozens"), whose limits are `low` and `high`. `plain` tells
    digits without separator or scale, such as a year or a day of the month may have.
    """

    first: int
    last: int
    low: float | None
    best: float | None
    high: float | None
    share: bool = False
    plain: bool = False

    @property
    def limits(self) -> tuple[float | None, float | None, float | None]:
        """Least, best and greatest value."""
        return self.low, self.best, self.high


def read_numeral(tokens: Sequence[Token], i: int, end: int, lexicon: Lexicon) -> Numeral | None:
    """The number that starts at token `i`, of tokens up to `end` (not included), or None."""
    word = tokens[i].lower
    if word in _FEW:
        return _few(tokens, i, end, lexicon)
    entry = lexicon.numerals.get(word)
    if entry is not None and entry.role == "plural":
        return _plural(tokens, i, end, lexicon, entry)
    if entry is not None and entry.role == "share":
        return _share(tokens, i, end, lexicon, entry)
    if entry is not None and entry.role in {"hundred", "scale", "group"}:
        return _after_article(tokens, i, end, lexicon, entry)
    return _cardinal(tokens, i, end, lexicon)


def digits(word: str, lexicon: Lexicon) -> float | None:
    """The value of a number in digits, with a glued scale ("733m") or as a fraction ("1/2"), or None."""
    if word in _VULGAR:
        return _VULGAR[word]
    if fraction := _FRACTION.match(word):
        above, below = int(fraction[1]), int(fraction[2])
        return above / below if above < below else None
    match = _DIGITS.match(word)
    if match is None or len(match[1].replace(",", "")) > 15:
        return None
    number = match[1]
    grouped = "," in number and len(number.split(".")[0].split(",")[-1]) == 3
    value = float(number.replace(",", "" if grouped else "."))
    return value * lexicon.numerals[match[2]].value if match[2] else value


def _cardinal(tokens: Sequence[Token], i: int, end: int, lexicon: Lexicon) -> Numeral | None:
    value, at, plain = _small(tokens, i, end, lexicon)
    if at == i:
        return None
    total = 0.0
    while at < end:
        entry = lexicon.numerals.get(tokens[at].lower)
        if entry is None or entry.role not in {"hundred", "scale", "group"} or _is_no_scale(tokens, at, entry):
            share = _thirds(tokens, i, at, end, value, lexicon)
            if share is not None:
                return share
            break
        plain, at = False, at + 1
        value *= entry.value
        if entry.role == "scale":
            total, value = total + value, 0.0
        more, after, _ = _small(tokens, _skip_and(tokens, at, end, lexicon), end, lexicon, words_only=True)
        if after > _skip_and(tokens, at, end, lexicon):
            value, at = value + more, after
    half, at = _and_a_half(tokens, at, end)
    value += half
    return Numeral(i, at, None, total + value, None, plain=plain)


def _small(
    tokens: Sequence[Token], i: int, end: int, lexicon: Lexicon, *, words_only: bool = False
) -> tuple[float, int, bool]:
    """A number below a hundred in words, or any in digits; its value, the token after it, whether plain digits."""
    if i >= end:
        return 0.0, i, False
    if not words_only and (tokens[i].text[0].isdecimal() or tokens[i].text in _VULGAR):
        return _in_digits(tokens, i, end, lexicon)
    entry = lexicon.numerals.get(tokens[i].lower)
    if entry is None or entry.role not in {"unit", "tens"}:
        return 0.0, i, False
    value, at = entry.value, i + 1
    if entry.role == "tens":
        step = at + 1 if at < end and tokens[at].text == "-" else at
        ones = lexicon.numerals.get(tokens[step].lower) if step < end else None
        if ones is not None and ones.role == "unit" and 0 < ones.value < 10:
            value, at = value + ones.value, step + 1
    return value, at, False


def _in_digits(tokens: Sequence[Token], i: int, end: int, lexicon: Lexicon) -> tuple[float, int, bool]:
    value = digits(tokens[i].lower, lexicon)
    if value is None:
        return 0.0, i, False
    at = i + 1
    if at < end and tokens[i].text.isdecimal() and tokens[i].end + 1 == tokens[at].start:
        if len(tokens[i].text) <= 3 and value > 0 and _spaced_groups(tokens, at, end):  # "473 400"
            return value * 1000 + float(tokens[at].text), at + 1, False
        part = digits(tokens[at].text, lexicon) if not tokens[at].text.isdecimal() else None
        if part is not None and part < 1:  # "2 1/2"
            return value + part, at + 1, False
    return value, at, tokens[i].text.isdecimal()


def _spaced_groups(tokens: Sequence[Token], at: int, end: int) -> bool:
    group = tokens[at].text
    more = at + 1 < end and tokens[at + 1].text.isdecimal()
    return len(group) == 3 and group.isdecimal() and not more


def _is_no_scale(tokens: Sequence[Token], at: int, entry: Word) -> bool:
    """Whether "m", "k" or "b" after a number is something else than its scale: metres ("500 m") and the like."""
    glued = tokens[at - 1].end == tokens[at].start
    return tokens[at].lower.rstrip(".") in {"m", "k", "b"} and not glued and entry.role == "scale"


def _skip_and(tokens: Sequence[Token], at: int, end: int, lexicon: Lexicon) -> int:
    """Past the "and" of "two hundred and fifty", where a number below a hundred follows."""
    if at + 1 < end and tokens[at].lower == "and":
        entry = lexicon.numerals.get(tokens[at + 1].lower)
        if entry is not None and entry.role in {"unit", "tens"}:
            return at + 1
    return at


def _and_a_half(tokens: Sequence[Token], at: int, end: int) -> tuple[float, int]:
    if at + 2 < end and [t.lower for t in tokens[at : at + 3]] == ["and", "a", "half"]:
        return 0.5, at + 3
    return 0.0, at


def _thirds(tokens: Sequence[Token], i: int, at: int, end: int, value: float, lexicon: Lexicon) -> Numeral | None:
    """The share where a share word follows the number: "two-thirds", "one third"."""
    step = at + 1 if at < end and tokens[at].text == "-" else at
    if step >= end:
        return None
    entry = lexicon.numerals.get(tokens[step].lower)
    if entry is None or entry.role != "share" or entry.id == "half" or not 0 < value < 10:
        return None
    return Numeral(i, step + 1, None, float(round(value * entry.value)), None, share=True)


def _plural(tokens: Sequence[Token], i: int, end: int, lexicon: Lexicon, entry: Word) -> Numeral:
    """An open number between two limits: "dozens", "hundreds of thousands"."""
    low, high, at = entry.low or 0, entry.high or 0, i + 1
    if at + 1 < end and tokens[at].lower == "of":
        scale = lexicon.numerals.get(tokens[at + 1].lower)
        if scale is not None and scale.role == "plural" and (scale.low or 0) >= 200:
            unit = (scale.low or 0) / 2
            low, high, at = low * unit, (high + 1) * unit - 1, at + 2
    return Numeral(i, at, low, None, high)


def _few(tokens: Sequence[Token], i: int, end: int, lexicon: Lexicon) -> Numeral | None:
    """Like the plural: "several dozen", "a few hundred"; "several" alone is no number."""
    entry = lexicon.numerals.get(tokens[i + 1].lower) if i + 1 < end else None
    if entry is None or entry.role not in {"hundred", "scale", "group"} or entry.value in {2, 20}:
        return None
    first = i - 1 if i and tokens[i - 1].lower in _ARTICLES else i
    high = 99.0 if entry.role == "group" else entry.value * 10 - 1
    return Numeral(first, i + 2, entry.value * 2, None, high)


def _after_article(tokens: Sequence[Token], i: int, end: int, lexicon: Lexicon, entry: Word) -> Numeral | None:
    """A group word after an article or a half: "a hundred", "a couple of", "half a million", "a half-dozen"."""
    factor, first = 1.0, i - 1
    if i == 0:
        return None
    if tokens[first].text == "-" and i >= 2:
        first -= 1
    if tokens[first].lower == "half":
        factor = 0.5
        if first and tokens[first - 1].lower in _ARTICLES:
            first -= 1
    elif tokens[first].lower in _ARTICLES:
        if first and tokens[first - 1].lower == "half":
            factor, first = 0.5, first - 1
    else:
        return None
    at = i + 1
    if entry.id in {"couple", "pair", "score"} and (at >= end or tokens[at].lower != "of"):
        return None
    value = factor * entry.value
    if entry.role == "hundred" and at < end and tokens[at].lower in {"thousand", "million"}:
        value, at = value * lexicon.numerals[tokens[at].lower].value, at + 1
    return Numeral(first, at, None, value, None)


def _share(tokens: Sequence[Token], i: int, end: int, lexicon: Lexicon, entry: Word) -> Numeral | None:
    """The share "half" or "a third of"; "the third", "second half" and "half a million" are none."""
    before = tokens[i - 1] if i else None
    after = tokens[i + 1] if i + 1 < end else None
    of = after is not None and after.lower == "of"
    if entry.id != "half":
        hedged = i >= 2 and tokens[i - 2].lower in _HEDGES
        found = before is not None and before.lower in _ARTICLES and (of or hedged)
        whole = lexicon.numerals.get(tokens[i + 3].lower) if found and of and i + 3 < end else None
        if whole is not None and whole.role == "scale" and tokens[i + 2].lower in _ARTICLES:  # "a quarter of a million"
            return Numeral(i - 1, i + 4, None, float(round(entry.value * whole.value / 100)), None)
        return Numeral(i - 1, i + 1, None, float(round(entry.value)), None, share=True) if found else None
    if before is not None and (before.pos in {"ADJ", "NOUN", "PROPN", "NUM"} or before.text == "-"):
        return None
    if after is not None and (after.text == "-" or after.lower in _ARTICLES or after.lower in lexicon.numerals):
        return None
    if before is not None and before.lower in {"and", "a"} and not of:
        return None
    return Numeral(i, i + 1, None, entry.value, None, share=True)
