"""Transcripts: paragraphs that begin with the name of who speaks, "OSEI: …", or with "Q." and "A."."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import zip_longest

from fogline.extraction.attribution.draft import Draft
from fogline.extraction.attribution.labels import parts, speaker_length
from fogline.extraction.attribution.lexicon import by_lemma
from fogline.model import Paragraph, Structure

_LONGEST = 14  # tokens of a speaker's label with office and remark: "ANA DE LA CRUZ-LEE, MAYOR (on the phone):"
_TURNS = 2  # fewest turns that make a transcript


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
    for turn, following in zip_longest(found, found[1:]):
        end = following.paragraph if following is not None else turn.paragraph + 1
        last = structure.sentences[structure.paragraphs[end - 1].last - 1].last
        said = set(range(turn.begin, last))
        source = set(range(turn.first, turn.last))
        cue = set(range(turn.last, turn.begin)) or source
        stance = "questions" if structure.tokens[last - 1].text == "?" else entry.stance
        rule = ["attribution.transcript"]
        head = _head(structure, turn)
        yield Draft(entry, stance, turn.begin - 1, cue, head, source, said, rule)


def _head(structure: Structure, turn: _Turn) -> int:
    """The last token of the speaker's name, before any office."""
    name, *_ = parts(structure.tokens[turn.first : turn.last])
    return name[-1].i


def _turns(structure: Structure) -> list[_Turn]:
    candidates = [turn for p in structure.paragraphs if (turn := _turn(structure, p)) is not None]
    capitals = [turn for turn in candidates if _is_capital(structure, turn)]
    if len(capitals) >= _TURNS:
        return capitals
    labels = [turn.label(structure) for turn in candidates]
    returns = len(set(labels)) < len(labels)  # somebody speaks twice
    return candidates if returns and len(candidates) > _TURNS else []


def _turn(structure: Structure, paragraph: Paragraph) -> _Turn | None:
    if paragraph.first == paragraph.last:
        return None
    first, last = structure.sentences[paragraph.first].first, structure.sentences[paragraph.last - 1].last
    opening = structure.tokens[first : min(last - 1, first + _LONGEST + 1)]
    if opening and opening[0].text in {"Q.", "A."}:
        return _Turn(paragraph.index, first, first + 1, first + 1)
    if len(opening) > 1 and opening[0].text in {"Q", "A"} and opening[1].text == ".":
        return _Turn(paragraph.index, first, first + 1, first + 2)
    colon = next((k for k, token in enumerate(opening) if token.text.endswith(":")), 0)  # also "):", one token
    end = speaker_length(opening[:colon])
    return _Turn(paragraph.index, first, first + end, first + colon + 1) if end else None


def _is_capital(structure: Structure, turn: _Turn) -> bool:
    """Whether a label is written in capitals, as speakers of transcripts are."""
    name, *_ = parts(structure.tokens[turn.first : turn.last])
    letters = [t.text.rstrip(".") for t in name if t.text[:1].isupper()]
    return bool(letters) and all(word.isupper() for word in (letters[0], letters[-1]))
