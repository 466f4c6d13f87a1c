"""What the clause itself says of its event: whether it is denied, possible, future or asked."""

from __future__ import annotations

from functools import cache
from typing import Annotated

from pydantic import BaseModel, BeforeValidator, ConfigDict

from fogline.knowledge.load import load_yaml
from fogline.language.tree import children
from fogline.model import Modality, Structure, Token


class Cue(BaseModel):
    """Words that change the standing of an event. `role`: how the word stands to the event's verb or noun."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    id: str
    role: str  # below (auxiliary, adverb, determiner) | above (governs the event) | start (opens the sentence)
    modality: Modality | None = None
    negates: bool = False
    lemmas: Annotated[tuple[str, ...], BeforeValidator(lambda v: [v] if isinstance(v, str) else v)]
    example: str


@cache
def _cues() -> dict[tuple[str, str], Cue]:
    return {(cue.role, lemma): cue for cue in load_yaml("events/modality.yaml", Cue) for lemma in cue.lemmas}


def modality_of(structure: Structure, token: Token) -> tuple[bool, Modality, tuple[str, ...]]:
    """Whether the event at `token` is negated, its modality, and the ids of the cues that say so."""
    negated, modality, because = False, "actual", []
    for cue in _found(structure, token):
        negated ^= cue.negates
        if cue.modality is not None and modality == "actual":
            modality = cue.modality
        because.append(cue.id)
    sentence = structure.sentences[token.sentence]
    if modality == "actual" and structure.tokens[sentence.last - 1].text == "?":
        modality = "question"
        because.append("modality.question_mark")
    return negated, modality, tuple(because)  # type: ignore[return-value]  # a Modality literal throughout


def _found(structure: Structure, token: Token) -> list[Cue]:
    cues = _cues()
    found: list[Cue] = []
    perfect = False
    for child in children(structure, token.i):
        if child.dep in {"aux", "auxpass", "neg", "advmod", "det", "amod", "preconj"}:
            cue = cues.get(("below", child.lower)) or cues.get(("below", child.lemma))
            found += [cue] if cue else []
            perfect |= child.lower == "have" and child.dep == "aux"
    if perfect:  # "may have struck" looks back: possible, not future
        found = [
            cues.get(("perfect", "may"), c) if c.modality == "future" and c.id != "future.will" else c for c in found
        ]
    governor, below = structure.tokens[token.head], token
    while governor.i != below.i:
        if below.dep in {"xcomp", "ccomp", "acl", "pobj", "pcomp", "dobj", "prep", "nsubj", "nsubjpass", "conj"}:
            cue = cues.get(("above", governor.lemma)) if below.dep not in {"conj"} else None
            if cue and (below.dep in {"xcomp", "ccomp", "acl", "dobj", "pcomp"} or cue.id.startswith("negation.noun")):
                found.append(cue)
                break
        if below.dep not in {"prep", "pobj", "conj", "compound", "amod", "acl", "xcomp"}:
            break
        below, governor = governor, structure.tokens[governor.head]
    return found
