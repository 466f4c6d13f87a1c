"""What "the claim", "the report", "this" point back to, where a source keeps back whether it is so."""

from __future__ import annotations

from collections.abc import Sequence

from fogline.extraction.attribution.draft import Draft
from fogline.extraction.attribution.lexicon import by_lemma, group
from fogline.language.tree import children
from fogline.model import Structure, Token

_REACH = 2  # sentences back: "He said the port had fallen. He gave no details. The claim could not be verified."
_POINTING = frozenset({"the", "this", "that", "these", "those", "its", "their", "his", "her", "either", "both"})
_PRONOUNS = frozenset({"this", "that", "it", "these", "those", "them", "which"})
_VERIFYING = ("silence.verify", "silence.confirm")


def refer(structure: Structure, drafts: Sequence[Draft]) -> None:
    """Adds what was said to the content of "could not verify the claim": the words of the source just before."""
    said = sorted((d for d in drafts if d.source and d.content and d.stance != "withholds"), key=lambda d: d.cue_head)
    for draft in drafts:
        if not draft.entry.id.startswith(_VERIFYING) or not _points_back(structure, draft):
            continue
        number = structure.tokens[draft.cue_head].sentence
        before = [
            d for d in said if d.cue_head < draft.cue_head and number - _reach(structure, d) <= _REACH and d.is_speech
        ]
        if before:
            nearest = max(_reach(structure, d) for d in before)
            last = [d for d in before if _reach(structure, d) == nearest]
            told = max(last, key=lambda d: (len(d.content), -d.cue_head))
            draft.content |= told.content - draft.cue - draft.source
            draft.because.append("attribution.points_back")


def recall(structure: Structure, verbs: Sequence[Draft]) -> None:
    """Adds the sentence before to "this was reported by the mayor", "the mayor said this", if nobody else says it."""
    spoken = {structure.tokens[i].sentence for d in verbs if d.source and d.is_speech for i in d.content}
    for draft in verbs:
        number = structure.tokens[draft.cue_head].sentence
        if not draft.is_speech or not draft.source:
            continue
        pronoun = [
            t
            for t in children(structure, draft.cue_head, "dobj", "nsubjpass")
            if t.lower in {"this", "that", "it"} and not structure.children[t.i]
        ]
        said = _said_before(structure, number)
        if pronoun and draft.content <= {pronoun[0].i} and said and spoken.isdisjoint(said):
            draft.content = {pronoun[0].i}
            for sentence in said:
                draft.content |= set(range(structure.sentences[sentence].first, structure.sentences[sentence].last))
            draft.because.append("attribution.points_back")


def _said_before(structure: Structure, number: int) -> list[int]:
    """Numbers of the sentences that "this" stands for: the one before, or the short paragraph before."""
    if number == 0:
        return []
    here, before = structure.sentences[number].paragraph, structure.sentences[number - 1].paragraph
    if here == before:
        return [number - 1]
    paragraph = structure.paragraphs[before]
    whole = before == here - 1 and paragraph.kind == "body" and paragraph.last - paragraph.first <= _REACH
    return list(range(paragraph.first, paragraph.last)) if whole else []


def _reach(structure: Structure, draft: Draft) -> int:
    return structure.tokens[max(draft.content)].sentence


def _points_back(structure: Structure, draft: Draft) -> bool:
    """Whether the content is empty or nothing but a word for something said before."""
    heads = [structure.tokens[i] for i in draft.content if structure.tokens[i].head not in draft.content]
    return all(_points(structure, head) for head in heads)


def _points(structure: Structure, token: Token) -> bool:
    if token.lower in _PRONOUNS or token.pos in {"PUNCT", "ADV"}:
        return True
    if token.lemma not in by_lemma("noun") and token.lemma not in group("accounts"):
        return False
    below = children(structure, token.i)
    if any(t.dep in {"acl", "ccomp", "relcl"} or t.lower in {"of", "about"} for t in below):
        return False
    return any(t.lower in _POINTING for t in below) or token.tag == "NNS"
