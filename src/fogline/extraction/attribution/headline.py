"""Headlines that name their source beside a colon or dash: "Bridge falls after blast: mayor", "UN: 40,000 flee"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from fogline.extraction.attribution.draft import Draft
from fogline.extraction.attribution.lexicon import by_lemma, group
from fogline.language.tree import FINITE
from fogline.model import Structure, Token

_LONGEST_SOURCE = 5
_LONGEST = 25  # tokens of a headline
_LEAST = 2  # fewest words of what is told
_TITLES = 2  # paragraphs at the top whose stop may have been put there by a converter
_NAMING = frozenset({"NOUN", "PROPN", "ADJ", "CCONJ"})
_TELLING = FINITE | {"VBN", "VBG"}
_VERBLIKE = frozenset({"NNS", "VB"})  # how headlines' verbs are misread ("Town falls", "Rebels seize port")
_DASHES = frozenset({"-", "–", "—", "--"})


def headlines(structure: Structure, others: Sequence[Draft]) -> Iterator[Draft]:
    """The drafts of short paragraphs that are a clause and a name with a colon or dash between, and have no stop.

    `others` are attributions that were found already: a headline with "X says" of its own is left alone.
    """
    (entry,) = by_lemma("phrase")[":"]
    said = {structure.tokens[draft.cue_head].sentence for draft in others if draft.source}
    for paragraph in structure.paragraphs:
        sentences = range(paragraph.first, paragraph.last)
        if not sentences or not said.isdisjoint(sentences):
            continue
        tokens = structure.tokens[structure.sentences[sentences[0]].first : structure.sentences[sentences[-1]].last]
        title = paragraph.index < _TITLES and len(sentences) == 1 and tokens[-1].text == "."
        if len(tokens) > _LONGEST or (tokens[-1].text in {".", "?", ":"} and not title):
            continue
        marks = [k for k, t in enumerate(tokens) if t.text == ":" or (t.text in _DASHES and _spaced(tokens, k))]
        if len(marks) == 1:
            source, content = _parts(tokens, marks[0])
            if title and not all(t.text[:1].isupper() for t in source):
                continue
            if source:
                cue = tokens[marks[0]].i
                words = {t.i for t in source}
                yield Draft(
                    entry, entry.stance, cue, {cue}, max(words), words, {t.i for t in content}, ["attribution.headline"]
                )


def _spaced(tokens: Sequence[Token], k: int) -> bool:
    return 0 < k < len(tokens) - 1 and tokens[k - 1].end < tokens[k].start and tokens[k].end < tokens[k + 1].start


def _parts(tokens: Sequence[Token], mark: int) -> tuple[Sequence[Token], Sequence[Token]]:
    """The name and the clause on either side of a mark; after a dash a name in capitals is the publisher's."""
    before, after = tokens[:mark], tokens[mark + 1 :]
    if _is_name(after) and _is_told(before) and (tokens[mark].text == ":" or after[-1].text.islower()):
        return after, before
    if tokens[mark].text == ":" and _is_name(before) and _is_told(after):
        return before, after
    return (), ()


def _is_name(tokens: Sequence[Token]) -> bool:
    naming = 0 < len(tokens) <= _LONGEST_SOURCE and all(t.pos in _NAMING for t in tokens)
    return naming and tokens[-1].lower not in group("labels") and tokens[0].lower not in group("labels")


def _is_told(tokens: Sequence[Token]) -> bool:
    words = [t for t in tokens if t.pos != "PUNCT"]
    finite = any(t.tag in _TELLING for t in words)
    return len(words) >= _LEAST and (finite or any(t.tag in _VERBLIKE for t in words[1:]))
