"""What the words at an event say of it: the cues among a word's dependents, and in what governs it."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import Annotated, Literal

from pydantic import BaseModel, BeforeValidator, ConfigDict

from fogline.extraction.events.words import lemmas_of
from fogline.knowledge.load import load_yaml
from fogline.language.tree import FINITE, children
from fogline.model import Modality, Structure, Token

_BELOW = frozenset({"aux", "auxpass", "neg", "advmod", "det", "amod", "preconj", "compound"})
_ARGUMENTS = frozenset({"nsubj", "nsubjpass", "dobj", "attr"})
_CLAUSAL = frozenset({"xcomp", "ccomp", "acl", "dobj", "pcomp", "csubj", "advcl", "oprd"})
_ABOVE = _CLAUSAL | {"nsubj", "nsubjpass"}
_PRESENT = frozenset({"VBZ", "VBP"})


class Cue(BaseModel):
    """Words that change the standing of an event.

    `role`: how the word stands to the event's verb or noun: `below` (auxiliary, adverb, determiner, adjective), `above`
    (governs it), `passive` (governs it in the passive), `mark` (opens its clause), `awaited` (opens its clause
    below what is still to come), `perfect` (what a modal for the future becomes before "have"), `state` (what it
    becomes before "be"), `past` (what an adverb becomes in the past), `yet` ("has yet to"). With `only_negated` it
    counts where it is negated, with `noun` as a noun alone; a `plan` is what the doer means to do.
    """

    model_config = ConfigDict(extra="forbid", frozen=True)

    id: str
    role: Literal["below", "above", "passive", "mark", "awaited", "perfect", "state", "past", "yet"]
    modality: Modality | None = None
    negates: bool = False
    only_negated: bool = False
    noun: bool = False
    plan: bool = False
    lemmas: Annotated[tuple[str, ...], BeforeValidator(lambda v: [v] if isinstance(v, str) else v)]
    example: str


@cache
def _cues() -> dict[tuple[str, str], Cue]:
    """The cues by role and lemma; those that count where they are negated alone have the role `negated`."""
    found: dict[tuple[str, str], Cue] = {}
    for cue in load_yaml("events/modality.yaml", Cue):
        role = "negated" if cue.only_negated else cue.role
        found |= {(role, lemma): cue for lemma in cue.lemmas}
    return found


def cues_at(structure: Structure, token: Token, *, arguments: bool) -> Iterator[Cue]:
    """Cues among a word's auxiliaries, adverbs and determiners; with `arguments` also "no" before its nouns."""
    cues = _cues()
    dependents = children(structure, token.i)
    role = _turned(token, dependents)
    for child in dependents:
        if child.dep == "mark" and (cue := cues.get(("mark", child.lower))) is not None:
            yield cue
        elif child.dep in {"mark", "advmod"} and (cue := cues.get(("awaited", child.lower))) is not None:
            if _is_awaited(structure, token, child):
                yield cue
        elif child.dep in _BELOW:
            cue = cues.get(("below", child.lower)) or cues.get(("below", child.lemma))
            if cue is not None and cue.id != "future.will":
                cue = cues.get((role, child.lower), cue)  # "may have struck" looks back
            if cue is not None and not _is_perceived(token, child):
                yield cue
        elif arguments and child.dep in _ARGUMENTS:
            for word in (child, *children(structure, child.i, "det", "preconj", "cc")):
                cue = cues.get(("below", word.lower))
                if cue is not None and cue.negates:
                    yield cue


def _turned(token: Token, dependents: list[Token]) -> str:
    """What the verb form makes of a modal or an adverb: nothing ("below"), or what its role for it says."""
    auxiliaries = [c for c in dependents if c.dep in {"aux", "auxpass"}]
    if any(c.dep == "aux" and c.lemma == "have" for c in auxiliaries):
        return "perfect"
    if not any(c.tag == "MD" for c in auxiliaries) and not any(c.tag == "TO" for c in auxiliaries):
        past = token.tag in {"VBD", "VBG"} or any(c.tag == "VBD" for c in auxiliaries)
        return "past" if past else "below"
    return "state" if token.lemma == "be" or any(c.lower == "be" for c in auxiliaries) else "below"


def _is_perceived(token: Token, modal: Token) -> bool:
    """Whether a modal tells what is to be seen, not what may come: "explosions could be heard"."""
    return modal.lower in {"can", "could"} and token.lemma in lemmas_of("perceived")


def _is_awaited(structure: Structure, verb: Token, mark: Token) -> bool:
    """Whether an adverbial clause tells what is waited for: "will fight until they leave", "stay unless they leave"."""
    governor = structure.tokens[verb.head]
    if verb.dep != "advcl" or governor.i == verb.i:
        return False
    did = any(c.lemma == "do" and c.dep == "aux" for c in children(structure, governor.i))
    auxiliaries = [c for c in children(structure, verb.i) if c.dep in {"aux", "auxpass"}]
    finite = next((c for c in auxiliaries if c.tag in FINITE), verb)
    conditional = mark.lower == "if"  # in the present tense it may be so: "if they are there, we do not see them"
    if conditional and structure.tokens[mark.i - 1].lower == "even":
        return False
    return (finite.tag in _PRESENT and not conditional) or (governor.tag == "VB" and not did)


def cues_above(structure: Structure, below: Token, governor: Token) -> Iterator[Cue]:
    """The cue that governs an event's word: "likely to attack", "the risk of an attack", "unclear who attacked"."""
    cues = _cues()
    if below.dep in {"pobj", "pcomp"} and governor.pos in {"ADP", "SCONJ"}:
        governor = structure.tokens[governor.head]
    elif below.dep not in _ABOVE or _is_apart(structure, below, governor):
        return
    over = [governor]
    if below.dep in {"pobj", "pcomp"} and structure.tokens[below.head].lower in {"without"}:
        over.append(structure.tokens[below.head])
    if below.dep == "xcomp" and any(c.lower == "yet" for c in children(structure, governor.i)):
        yield from (cue for cue in (cues.get(("yet", "yet")),) if cue is not None)
    if below.dep in _CLAUSAL:
        over += children(structure, governor.i, "acomp", "attr")
    for word in over:
        cue = cues.get(("above", word.lemma))
        if _is_negated(structure, word, governor):
            cue = cues.get(("negated", word.lemma), cue)
        if cue is None or (cue.noun and word.pos != "NOUN"):
            continue
        if below.dep in _CLAUSAL or below.dep in {"pobj", "nsubjpass"} or word.pos in {"NOUN", "ADJ"}:
            yield cue
    if governor.tag == "VBN" and (below.dep in _CLAUSAL or below.dep == "nsubjpass"):
        cue = cues.get(("passive", governor.lemma))
        if cue is not None and _is_passive(structure, governor):
            yield cue


def cues_within(structure: Structure, token: Token) -> Iterator[Cue]:
    """What an event's own word says of it, where it is a passive that looks ahead: "are set to resume"."""
    if token.tag == "VBN" and _is_passive(structure, token) and children(structure, token.i, "xcomp"):
        cues = _cues()
        cue = cues.get(("passive", token.lemma)) or cues.get(("above", token.lemma))
        if cue is not None and cue.modality == "future":
            yield cue


def _is_apart(structure: Structure, below: Token, governor: Token) -> bool:
    """Whether the word stands in a clause told for itself.

    That is one after a semicolon ("the army blamed them; they did not comment"), or an adverbial one that a
    conjunction opens: what is told in "the city is set to be next, as they have shelled it" has happened.
    """
    if below.dep == "advcl" and any(c.lower != "that" for c in children(structure, below.i, "mark")):
        return True
    first, last = sorted((below.i, governor.i))
    return any(token.text == ";" for token in structure.tokens[first:last])


def _is_negated(structure: Structure, *words: Token) -> bool:
    """Whether "not" or "no" stands at one of the words."""
    return any(c.dep == "neg" or c.lower == "no" for word in words for c in children(structure, word.i))


def _is_passive(structure: Structure, verb: Token) -> bool:
    """Whether a participle is passive and leaves out who does it ("are believed to", "was accused of")."""
    below = children(structure, verb.i)
    return (verb.dep == "acl" or any(c.dep == "auxpass" for c in below)) and not any(c.dep == "agent" for c in below)
