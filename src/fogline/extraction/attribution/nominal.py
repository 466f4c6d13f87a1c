"""Attributions whose cue is a noun: the claim that, a statement saying, calls for."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from fogline.extraction.attribution import sources
from fogline.extraction.attribution.draft import Draft
from fogline.extraction.attribution.extents import clause, is_negated, noun_phrase
from fogline.extraction.attribution.lexicon import by_lemma, group
from fogline.extraction.attribution.stances import stance_of
from fogline.knowledge.schemas.attribution import Cue
from fogline.language.tree import children
from fogline.model import Structure, Token

_NOUNS = frozenset({"NOUN", "PROPN"})


def nominal(structure: Structure, verbs: Sequence[Draft]) -> Iterator[Draft]:
    """The drafts of all nouns that are cues, in order."""
    index = by_lemma("noun")
    cue_verbs = {draft.cue_head for draft in verbs}
    for token in structure.tokens:
        if token.lemma not in index or token.pos not in _NOUNS:
            continue
        for entry in index[token.lemma]:
            draft = _of_noun(structure, entry, token, cue_verbs)
            if draft is not None:
                yield draft
                break


def _of_noun(structure: Structure, entry: Cue, token: Token, cue_verbs: set[int]) -> Draft | None:
    if structure.tokens[token.i - 1].lower == "in" and token.i:  # "in order to", "in response to"
        return None
    if entry.only_negated:
        return _silent(structure, entry, token)
    content: set[int] = set()
    extra: set[int] = set()
    frame = ""
    for frame in entry.frames:
        content, extra = _content(structure, token, frame)
        if content:
            break
    if not content:
        return None
    head, carrier = _source(structure, token)
    if head is None and (token.head in cue_verbs or frame not in {"clause", "infinitive"}):
        return None
    cue = {token.i} | extra
    if carrier is not None:
        cue |= set(range(carrier, token.i))
    source = sources.phrase(structure, head, token.i) if carrier is not None else _named(structure, head, token)
    stance, because = stance_of(structure, entry, token.i, content)
    if entry.negated is not None and _is_denied(structure, token):
        stance, because = entry.negated, "attribution.stance_negated_cue"
    return Draft(entry, stance, token.i, cue, head, source, content - source - cue, ["attribution.noun", because])


def _named(structure: Structure, head: int | None, token: Token) -> set[int]:
    return set() if head is None else noun_phrase(structure, head, without={token.i})


def _is_denied(structure: Structure, token: Token) -> bool:
    """As in "no evidence that", "did not find evidence that"."""
    no = any(t.lower in {"no", "little"} for t in children(structure, token.i, "det", "amod"))
    return no or (token.dep == "dobj" and is_negated(structure, token.head))


def _content(structure: Structure, token: Token, frame: str) -> tuple[set[int], set[int]]:
    if frame == "clause":
        astray = _astray(structure, token)
        if astray is not None:
            return clause(structure, astray), set()
    for child in children(structure, token.i):
        if frame == "clause" and child.dep in {"acl", "ccomp", "relcl"}:
            if any(t.lower == "that" and (t.dep == "mark" or t.tag == "IN") for t in children(structure, child.i)):
                return clause(structure, child.i), set()
        elif frame == "infinitive" and child.dep in {"acl", "relcl", "xcomp"}:
            if child.tag == "VB" and any(t.lower == "to" for t in children(structure, child.i, "aux")):
                return clause(structure, child.i), set()
        elif child.dep == "prep" and child.lower == frame and child.i > token.i:
            return clause(structure, child.i) - {child.i}, {child.i}
    return set(), set()


def _astray(structure: Structure, token: Token) -> int | None:
    """The clause of a noun that the parser hung on its source ("a report by monitors that the well had dried up")."""
    for by in children(structure, token.i, "prep"):
        for named in children(structure, by.i, "pobj") if by.lower in {"by", "from"} else ():
            for verb in children(structure, named.i, "relcl", "acl"):
                subjects = children(structure, verb.i, "nsubj", "nsubjpass")
                that = [t for t in children(structure, verb.i) if t.lower == "that"]
                if that and any(t.i > that[0].i for t in subjects):
                    return verb.i
    return None


def _source(structure: Structure, token: Token) -> tuple[int | None, int | None]:
    """Head of the source and, where it is the subject of a verb that carries the noun, that verb."""
    for child in children(structure, token.i, "poss"):
        return child.i, None
    for child in children(structure, token.i, "prep", "acl"):
        if child.lower in {"by", "from"}:
            for inner in children(structure, child.i, "pobj"):
                return inner.i, None
        if child.tag == "VBN":
            by = sources.agent(structure, child.i)
            if by is not None:
                return by, None
    named = [t for t in children(structure, token.i, "compound", "nmod", "amod") if _names(t)]
    if named:  # "a UN report that", "Chadian claims that"
        return named[-1].i, None
    verb = structure.tokens[token.head]
    if token.dep == "dobj" and verb.lemma in group("carriers"):
        return sources.of_verb(structure, verb.i, passive=False), verb.i
    if token.dep == "nsubjpass" and verb.lemma in group("carriers"):
        return sources.agent(structure, verb.i), None
    return None, None


def _names(token: Token) -> bool:
    """Whether a word before a noun of saying is the name of who says it."""
    return token.pos == "PROPN" or (token.tag == "JJ" and token.text[:1].isupper()) or token.lemma in group("bodies")


def _silent(structure: Structure, entry: Cue, token: Token) -> Draft | None:
    """As in "had no comment on", "there was no word from"."""
    no = next((t for t in children(structure, token.i, "det") if t.lower == "no"), None)
    verb = structure.tokens[token.head]
    if no is None or verb.lemma not in group("carriers_of_silence"):
        return None
    head, _ = _source(structure, token)
    if head is None:
        head = next((t.i for t in children(structure, verb.i, "nsubj") if t.i != token.i), None)
    if head is None and "of" not in entry.frames:
        return None
    content: set[int] = set()
    cue = {token.i, no.i, verb.i} | set(range(no.i, token.i))
    for prep in (*children(structure, token.i, "prep"), *children(structure, verb.i, "prep")):
        if prep.lower in entry.frames and prep.i > token.i:
            content |= clause(structure, prep.i) - {prep.i}
            cue.add(prep.i)
    if head is None and not content:
        return None
    source = set() if head is None else noun_phrase(structure, head, without={token.i})
    rule = ["attribution.noun_of_silence"]
    return Draft(entry, entry.stance, verb.i, cue, head, source, content - source, rule)
