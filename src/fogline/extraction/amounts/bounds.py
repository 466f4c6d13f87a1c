"""Applies the words that bound a number: "at least", "up to", "nearly", "or more", "has topped"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from fogline.extraction.amounts.lexicon import Lexicon
from fogline.extraction.amounts.numerals import Numeral
from fogline.extraction.amounts.phrases import phrase_after, phrase_before
from fogline.model import Structure, Token

_LASTS = frozenset({"last", "take", "spend", "be"})
_DURING = frozenset({"over", "around", "past", "beyond"})  # "over two days": while they lasted


@dataclass(frozen=True, slots=True)
class Bounded:
    """A number with its bounds: tokens `first` to `last` (not included) hold the number and the bounding words."""

    first: int
    last: int
    low: float | None
    best: float | None
    high: float | None
    scope: str | None
    because: tuple[str, ...]


def bounded(
    structure: Structure, numeral: Numeral, first: int, end: int, lexicon: Lexicon, *, duration: bool
) -> Bounded:
    """A number of the sentence of tokens `first` to `end` with the bounds beside it; `duration` if it counts time."""
    tokens = structure.tokens
    low, best, high = numeral.limits
    start, stop, scope = numeral.first, numeral.last, None
    because: list[str] = []
    if start > first and tokens[start - 1].tag == "$":
        start -= 1
    while True:
        if (found := phrase_before(tokens, start, first, lexicon.scopes_before)) is not None:
            scope, start = found
            continue
        bound = phrase_before(tokens, start, first, lexicon.bounds_before)
        if bound is None or (duration and _tells_when(tokens, bound[1], first)):
            break
        low, best, high = _apply(bound[0].effect, low, best, high)
        because.append(f"amounts.bound.{bound[0].id}")
        start = bound[1]
    if (after := phrase_after(tokens, stop, end, lexicon.bounds_after)) is not None:
        low, best, high = _apply(after[0].effect, low, best, high)
        because.append(f"amounts.bound.{after[0].id}")
        stop = after[1]
    if scope is None and (more := phrase_after(tokens, stop, end, lexicon.scopes_after)) is not None:
        scope = more[0]
    return Bounded(start, stop, low, best, high, scope, tuple(because))


def _tells_when(tokens: Sequence[Token], at: int, first: int) -> bool:
    """Whether "over" before a stretch of time means "while it lasted": not in "for over two days"."""
    before = tokens[at - 1] if at > first else None
    bounds = before is not None and (before.pos in {"ADP", "ADV", "SCONJ"} or before.lemma in _LASTS)
    return tokens[at].lower in _DURING and not bounds


def by_verb(structure: Structure, head: int, bounds: Bounded, lexicon: Lexicon) -> Bounded:
    """The bound that the verb sets whose object the number is: "casualties have topped 2,000"."""
    token = structure.tokens[head]
    entry = lexicon.bounding_verbs.get(structure.tokens[token.head].lemma) if token.dep == "dobj" else None
    if entry is None or bounds.best is None:
        return bounds
    because = (*bounds.because, f"amounts.bound.{entry.id}")
    return Bounded(bounds.first, bounds.last, *_apply(entry.effect, None, bounds.best, None), bounds.scope, because)


def _apply(
    effect: str, low: float | None, best: float | None, high: float | None
) -> tuple[float | None, float | None, float | None]:
    """A number known as `best` becomes a bound; a range loses the end that the bound takes away."""
    if effect == "low":
        return (best, None, None) if best is not None else (low, None, None if low is not None else high)
    if effect == "high":
        return (None, None, best) if best is not None else (None if high is not None else low, None, high)
    return low, best, high
