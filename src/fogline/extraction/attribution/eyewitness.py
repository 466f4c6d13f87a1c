"""What reporters saw: the sentences that follow on "reporters visited the town" until somebody else speaks."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from fogline.extraction.attribution.draft import Draft
from fogline.extraction.attribution.extents import noun_phrase
from fogline.extraction.attribution.lexicon import by_lemma, group
from fogline.language.tree import children
from fogline.model import Structure

LONGEST = 4  # sentences; reports come back to news after a scene of a few


def passages(structure: Structure, spoken: Sequence[Draft]) -> Iterator[Draft]:
    """The drafts of reporters' visits; `spoken` are attributions whose sentences end such a passage."""
    visits, reporters = by_lemma("visit"), group("reporters")
    taken = {structure.tokens[draft.cue_head].sentence for draft in spoken if draft.source}
    for token in structure.tokens:
        if token.pos != "VERB" or token.lemma not in visits:
            continue
        subject = next(iter(children(structure, token.i, "nsubj")), None)
        if subject is None or subject.lemma not in reporters or token.sentence in taken:
            continue
        content = _scene(structure, token.sentence, taken)
        if content:
            entry = visits[token.lemma][0]
            source = noun_phrase(structure, subject.i)
            yield Draft(entry, entry.stance, token.i, {token.i}, subject.i, source, content, ["attribution.eyewitness"])


def _scene(structure: Structure, visit: int, taken: set[int]) -> set[int]:
    """The tokens of the sentences after a visit's, up to a caption, a quotation or another's words."""
    quoted = {structure.tokens[quote.first].sentence for quote in structure.quotes if not quote.scare}
    found: set[int] = set()
    for sentence in structure.sentences[visit + 1 : visit + 1 + LONGEST]:
        kind = structure.paragraphs[sentence.paragraph].kind
        if kind != "body" or sentence.index in taken or sentence.index in quoted:
            break
        found.update(range(sentence.first, sentence.last))
    return found
