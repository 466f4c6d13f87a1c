"""The passages that two texts share, word by word."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

SEED = 4  # words in a row that are the same: the shortest run that is looked at
PLACES = 8  # places of one seed that are tried: a sentence that stands there a hundred times costs no more
GAP = 8  # words that an editor may have put in, taken out or exchanged within one passage


@dataclass(frozen=True, slots=True)
class Run:
    """Words that are the same in both texts: `length` of them, from `a` in the first and `b` in the second."""

    a: int
    b: int
    length: int


Chain = list[Run]  # one passage, as its runs of equal words


def shared_chains(one: Sequence[str], other: Sequence[str]) -> list[Chain]:
    """The shared passages in the first text's order; time and memory grow with the length of the texts."""
    chains: list[Chain] = []
    for run in _runs(one, other):
        if chains and _continues(chains[-1][-1], run):
            chains[-1].append(run)
        else:
            chains.append([run])
    return chains


def size(chain: Chain) -> int:
    """How many words of a passage are the same in both texts."""
    return sum(run.length for run in chain)


def _runs(one: Sequence[str], other: Sequence[str]) -> Iterator[Run]:
    """Equal runs, longest at each place, not overlapping in the first text."""
    seeds = _seeds(other)
    at, expected = 0, 0  # expected: where the second text would carry on
    while at + SEED <= len(one):
        places = seeds.get(tuple(one[at : at + SEED]))
        if places is None:
            at += 1
            continue
        tried = [Run(at, place, _length(one, other, at, place)) for place in _nearest(places, expected)]
        best = max(tried, key=lambda run: (run.length, -abs(run.b - expected)))
        yield best
        at, expected = at + best.length, best.b + best.length


def _seeds(words: Sequence[str]) -> dict[tuple[str, ...], list[int]]:
    seeds: dict[tuple[str, ...], list[int]] = defaultdict(list)
    for place in range(len(words) - SEED + 1):
        seeds[tuple(words[place : place + SEED])].append(place)
    return dict(seeds)


def _nearest(places: list[int], expected: int) -> list[int]:
    """The places of a seed, at most PLACES: those about where the second text would carry on."""
    if len(places) <= PLACES:
        return places
    first = max(0, bisect_left(places, expected) - PLACES // 2)
    return places[first : first + PLACES]


def _length(one: Sequence[str], other: Sequence[str], at: int, place: int) -> int:
    longest = min(len(one) - at, len(other) - place)
    length = SEED
    while length < longest and one[at + length] == other[place + length]:
        length += 1
    return length


def _continues(before: Run, run: Run) -> bool:
    """Whether a run carries a passage on: after it in both texts, with a few other words between."""
    return 0 <= run.b - before.b - before.length <= GAP and run.a - before.a - before.length <= GAP
