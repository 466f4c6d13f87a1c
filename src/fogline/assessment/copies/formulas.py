"""An outlet's own formulas: sentences that it uses for one event after another, with other names in them."""

from __future__ import annotations

from itertools import pairwise

from fogline.assessment.copies.align import Chain, size
from fogline.assessment.copies.words import ToldWords


def without_formulas(chains: list[Chain], one: ToldWords, other: ToldWords, least: int) -> list[Chain]:
    """The passages of two reports of one outlet, cut where the one names something and the other something else.

    What is shorter than `least` words and beside such a cut is dropped: it tells of two events in the same words. An
    outlet writes a name alike each time, so that another spelling is no reason, as it would be between outlets.
    """
    kept: list[Chain] = []
    for chain in chains:
        pieces: list[Chain] = [[chain[0]]]
        for before, run in pairwise(chain):
            here = _names(one, before.a + before.length, run.a)
            there = _names(other, before.b + before.length, run.b)
            if here and there and here.isdisjoint(there):
                pieces.append([run])
            else:
                pieces[-1].append(run)
        kept += pieces if len(pieces) == 1 else [piece for piece in pieces if size(piece) >= least]
    return kept


def _names(told: ToldWords, first: int, last: int) -> set[str]:
    """The words written with a capital among some."""
    return {told.words[place] for place in range(first, last) if told.text[told.starts[place]].isupper()}
