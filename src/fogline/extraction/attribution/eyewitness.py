"""What reporters saw: the sentences that follow on "reporters visited the town" until somebody else speaks."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from fogline.extraction.attribution.draft import Draft
from fogline.extraction.attribution.extents import cue_phrase, noun_phrase
from fogline.extraction.attribution.frames import FINDERS
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


def sights(structure: Structure, spoken: Sequence[Draft]) -> Iterator[Draft]:
    """The drafts of what reporters saw and heard themselves; `spoken` are attributions already found."""
    taken = {draft.cue_head for draft in spoken}
    for token in structure.tokens:
        if token.i in taken or token.pos != "VERB":
            continue
        for entry in by_lemma("sight").get(token.lemma, ()):
            subject = next(iter(children(structure, token.i, "nsubj")), None)
            content = FINDERS["clause"](structure, token.i) or FINDERS["object"](structure, token.i)
            if subject is not None and subject.lemma in group("reporters") and content:
                source = noun_phrase(structure, subject.i)
                cue = cue_phrase(structure, token.i)
                rule = ["attribution.sight"]
                yield Draft(entry, entry.stance, token.i, cue, subject.i, source, content - cue - source, rule)


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
