"""Finds the words that the language model quotes: a trigger that stands in the text, or nothing."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

from fogline.extraction.events.language_model.costs import Drop
from fogline.extraction.events.language_model.pieces import Piece, Range
from fogline.extraction.events.language_model.proposals import Proposal
from fogline.model import Structure

# Models put in quotation marks and dashes of another shape, and end a quotation with a stop of their own.
_SHAPES = str.maketrans(dict.fromkeys("‘’‚‛´`", "'") | dict.fromkeys("“”„‟«»", '"') | dict.fromkeys("–—‐‑−", "-"))
_ENDS = " \t\r\n.,;:…'\""
LONGEST_TRIGGER = 80  # characters; what is longer names more than an event
Stretch = tuple[int, int]  # characters of a piece


class _Place(NamedTuple):
    evidence: Stretch
    trigger: Stretch


@dataclass(frozen=True, slots=True)
class Located:
    """A proposal with the tokens of its trigger and of its clause, which lie in one sentence."""

    proposal: Proposal
    trigger: Range
    clause: Range


def located(piece: Piece, structure: Structure, proposal: Proposal) -> Located | Drop:
    """Where a proposal's words stand, or why it is dropped.

    They must stand in the text as quoted, but for white space, the shape of quotation marks and dashes, and the marks
    that a quotation begins and ends with. Where they stand several times, the words that the
    model says come before decide, or those nearest before; if these do not decide either, nobody knows what is meant.
    """
    if len(proposal.trigger) > LONGEST_TRIGGER:
        return "off_schema"
    text = piece.text.translate(_SHAPES)  # each sign stays one sign
    places = [
        _Place(evidence, trigger)
        for evidence in _found(text, proposal.evidence)
        for trigger in _found(text, proposal.trigger, evidence)
    ]
    places = list({place.trigger: place for place in places}.values())
    places = [place for place in places if _in_one_sentence(piece, structure, place.trigger)]
    if not places:
        return "not_in_text"
    place = places[0] if len(places) == 1 else _meant(text, places, proposal.before)
    if place is None:
        return "ambiguous"
    trigger = piece.tokens_of(*place.trigger)
    return Located(proposal, trigger, _clause(piece, structure, place.evidence, trigger))


def _found(text: str, words: str, within: Stretch | None = None) -> Iterator[Stretch]:
    """Where words stand as whole words; any white space stands for any other."""
    parts = words.translate(_SHAPES).strip(_ENDS).split()
    if not parts:
        return
    left = r"(?<!\w)" if parts[0][0].isalnum() else ""
    right = r"(?!\w)" if parts[-1][-1].isalnum() else ""
    pattern = re.compile(left + r"\s+".join(map(re.escape, parts)) + right)
    begin, end = within or (0, len(text))
    for match in pattern.finditer(text, begin, end):
        yield match.start(), match.end()


def _meant(text: str, places: list[_Place], before: str) -> _Place | None:
    """The one place right behind the words given, else the one nearest behind them; None where two are as near."""
    ends = [end for _, end in _found(text, before)]
    gaps = {place: min((place.trigger[0] - end for end in ends if end <= place.trigger[0]), default=None)
            for place in places}  # fmt: skip
    known = {place: gap for place, gap in gaps.items() if gap is not None}
    nearest = [place for place, gap in known.items() if gap == min(known.values())]
    return nearest[0] if len(nearest) == 1 else None


def _in_one_sentence(piece: Piece, structure: Structure, stretch: Stretch) -> bool:
    first, last = piece.tokens_of(*stretch)
    return structure.tokens[first].sentence == structure.tokens[last - 1].sentence


def _clause(piece: Piece, structure: Structure, evidence: Stretch, trigger: Range) -> Range:
    """The tokens of the evidence, as far as they stand in the trigger's sentence."""
    sentence = structure.sentences[structure.tokens[trigger[0]].sentence]
    first, last = piece.tokens_of(*evidence)
    return max(first, sentence.first), min(last, sentence.last)
