"""Transcripts: paragraphs that begin with the name of who speaks, "OSEI: …", or with "Q." and "A."."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from fogline.extraction.attribution.draft import Draft
from fogline.extraction.attribution.lexicon import by_lemma, group
from fogline.model import Paragraph, Structure

_LONGEST = 6  # tokens of a speaker's label
_TURNS = 2  # fewest turns that make a transcript
_NAMING = frozenset({"NOUN", "PROPN", "ADJ", "X", "PUNCT"})


@dataclass(frozen=True, slots=True)
class _Turn:
    """A paragraph that begins with a label: tokens of the name, the mark after it, first token of what is said."""

    paragraph: int
    first: int
    last: int
    begin: int

    def label(self, structure: Structure) -> str:
        """The label in lower case."""
        return " ".join(t.lower for t in structure.tokens[self.first : self.last])


def turns(structure: Structure) -> Iterator[Draft]:
    """The drafts of the turns of a transcript, if the text is one.

    A paragraph without a label carries on its speaker's turn where a further turn follows.
    """
    (entry,) = by_lemma("phrase")["transcript"]
    found = _turns(structure)
    starts = [turn.paragraph for turn in found]
    for turn, end in zip(found, [*starts[1:], *(k + 1 for k in starts[-1:])], strict=True):
        last = structure.sentences[structure.paragraphs[end - 1].last - 1].last
        said = set(range(turn.begin, last))
        source = set(range(turn.first, turn.last))
        cue = set(range(turn.last, turn.begin)) or source
        stance = "questions" if structure.tokens[last - 1].text == "?" else entry.stance
        rule = ["attribution.transcript"]
        yield Draft(entry, stance, turn.begin - 1, cue, turn.last - 1, source, said, rule)


def _turns(structure: Structure) -> list[_Turn]:
    candidates = [turn for p in structure.paragraphs if (turn := _turn(structure, p)) is not None]
    capitals = [turn for turn in candidates if _is_capital(structure, turn)]
    if len(capitals) >= _TURNS:
        return capitals
    labels = [turn.label(structure) for turn in candidates]
    return candidates if len(set(labels)) < len(labels) > _TURNS else []


def _turn(structure: Structure, paragraph: Paragraph) -> _Turn | None:
    if paragraph.first == paragraph.last:
        return None
    first, last = structure.sentences[paragraph.first].first, structure.sentences[paragraph.last - 1].last
    opening = structure.tokens[first : min(last - 1, first + _LONGEST + 1)]
    if opening and opening[0].text in {"Q.", "A."}:
        return _Turn(paragraph.index, first, first + 1, first + 1)
    for place, token in enumerate(opening):
        if token.text in {":", "."} and place and (token.text == ":" or opening[0].text in {"Q", "A"}):
            name = opening[:place]
            rubric = any(t.lower in group("labels") for t in name)
            named = not rubric and all(
                t.text[:1].isupper() or t.text in {".", ","} or t.lower in {"of", "the", "de"} for t in name
            )
            return _Turn(paragraph.index, first, token.i, token.i + 1) if named else None
    return None


def _is_capital(structure: Structure, turn: _Turn) -> bool:
    """Whether a label is written in capitals, as speakers of transcripts are."""
    return structure.tokens[turn.last - 1].text.rstrip(".").isupper() and structure.tokens[turn.first].text.isupper()
