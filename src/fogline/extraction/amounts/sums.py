"""The sum of victims that are listed: "killed a commander and two guards" tells of three."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from fogline.extraction.amounts.lexicon import Harm, Lexicon
from fogline.extraction.amounts.victims import PEOPLE, victims
from fogline.model import Amount, Structure


@dataclass(frozen=True, slots=True)
class Sum:
    """The sum of the members of a list that tokens `first` to `last` (not included) hold."""

    first: int
    last: int
    head: int
    low: float | None
    best: float | None
    high: float | None
    harm: Harm
    members: tuple[int, ...]  # their heads


def by_token(amounts: Sequence[Amount]) -> dict[int, Amount]:
    """The amounts that may count people, by their tokens and their heads."""
    fitting = [a for a in amounts if a.category in PEOPLE or a.category is None]
    return {i: a for a in reversed(fitting) for i in (*range(a.first, a.last), a.head)}


def sum_of(structure: Structure, deed: int, counted: Mapping[int, Amount], lexicon: Lexicon) -> Sum | None:
    """The sum of the people hurt by the deed at token `deed`, or None where it lists none; `counted` as `by_token`."""
    harm = lexicon.deeds.get(structure.tokens[deed].lemma)
    if harm is None or not harm.people:
        return None
    named = list(victims(structure, deed))
    members = [counted[victim.i] for victim in named if victim.i in counted]
    if len(members) < 2 or len({a.head for a in members}) < len(members):
        return None
    low, high = _total(_least(a) for a in members), _total(_most(a) for a in members)
    if len(members) < len(named):
        high = None  # others are listed whom no number counts
    first, last = min(a.first for a in members), max(max(a.last, a.head + 1) for a in members)
    exact = low if low == high else None
    if exact:
        low = high = None
    return Sum(first, last, members[0].head, low, exact, high, harm, tuple(a.head for a in members))


def _total(limits: Iterator[float | None]) -> float | None:
    total = 0.0
    for limit in limits:
        if limit is None:
            return None
        total += limit
    return total


def _least(amount: Amount) -> float:
    return next((v for v in (amount.best, amount.low) if v is not None), 0.0)


def _most(amount: Amount) -> float | None:
    return amount.best if amount.best is not None else amount.high
