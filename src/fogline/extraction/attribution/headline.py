"""Headlines that name their source after or before a colon: "Bridge falls after blast: mayor"."""

from __future__ import annotations

from collections.abc import Iterator

from fogline.extraction.attribution.draft import Draft
from fogline.extraction.attribution.lexicon import by_lemma
from fogline.model import Sentence, Structure

_LONGEST_SOURCE = 5
_LEAST = 4
_NAMING = frozenset({"NOUN", "PROPN", "ADJ"})
_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD", "VBN", "VBG"})


def headlines(structure: Structure) -> Iterator[Draft]:
    """The drafts of paragraphs of one sentence that are a clause, a colon and a name, and have no stop at the end."""
    (entry,) = by_lemma("phrase")[":"]
    for paragraph in structure.paragraphs:
        if paragraph.last - paragraph.first != 1:
            continue
        sentence = structure.sentences[paragraph.first]
        tokens = structure.tokens[sentence.first : sentence.last]
        colons = [t.i for t in tokens if t.text == ":"]
        if len(colons) != 1 or tokens[-1].pos == "PUNCT":
            continue
        source = _after(structure, sentence, colons[0])
        if source:
            content = set(range(sentence.first, colons[0]))
            head = max(source)
            yield Draft(entry, entry.stance, colons[0], {colons[0]}, head, source, content, ["attribution.headline"])


def _after(structure: Structure, sentence: Sentence, colon: int) -> set[int]:
    """The name after the colon, where a clause stands before it."""
    name = structure.tokens[colon + 1 : sentence.last]
    clause = structure.tokens[sentence.first : colon]
    named = 0 < len(name) <= _LONGEST_SOURCE and all(t.pos in _NAMING for t in name)
    told = len(clause) >= _LEAST and any(t.tag in _FINITE for t in clause)
    return {t.i for t in name} if named and told else set()
