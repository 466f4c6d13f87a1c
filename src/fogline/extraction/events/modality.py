"""What the clause itself says of its event: whether it is denied, possible, future, asked or left open."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Annotated, Literal

from pydantic import BaseModel, BeforeValidator, ConfigDict

from fogline.extraction.events.participants import light_verbs
from fogline.extraction.events.words import lemmas_of
from fogline.knowledge.load import load_yaml
from fogline.language.tree import FINITE, children
from fogline.model import Modality, Structure, Token


class Cue(BaseModel):
    """Words that change the standing of an event.

    `role`: how the word stands to the event's verb or noun: `below` (auxiliary, adverb, determiner, adjective), `above`
    (governs it), `passive` (governs it in the passive), `mark` (opens its clause), `awaited` (opens its clause
    below what is still to come), `perfect` (what a modal for the
    future becomes before "have"), `state` (what it becomes before "be"), `past` (what an adverb becomes in the past),
    `yet` ("has yet to"). With `only_negated` it counts where it is negated, with `noun` as a noun alone; a `plan` is
    what the doer means to do.
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


_BELOW = frozenset({"aux", "auxpass", "neg", "advmod", "det", "amod", "preconj", "compound"})
_ARGUMENTS = frozenset({"nsubj", "nsubjpass", "dobj", "attr"})
# Edges over which a word shares the standing of its governor: what somebody will do, its object, its coordinates.
_SHARED = frozenset({"xcomp", "dobj", "conj", "attr", "acomp", "pcomp", "oprd", "dative", "nsubjpass", "prep", "pobj"})
# Edges that a negation does not cross: "did not flee from the fighting" says nothing of the fighting.
_NOT_NEGATED = frozenset({"prep", "pobj", "pcomp"})
_CLAUSAL = frozenset({"xcomp", "ccomp", "acl", "dobj", "pcomp", "csubj", "advcl", "oprd"})
_ABOVE = _CLAUSAL | {"nsubj", "nsubjpass"}
# A noun that is spoken of as known keeps its standing under whatever governs it: "did not mention the attack".
_KNOWN = frozenset({"the", "this", "that", "these", "those", "its", "their", "his", "her", "our", "whose"})
_PRESENT = frozenset({"VBZ", "VBP"})
HOPS = 4  # words between an event and the modal of its clause; further up it is another clause's


@dataclass(frozen=True, slots=True)
class Reading:
    """What the clause says of its event; `because` are the ids of the cues that say so.

    `planned`: the doer means to do it; `awaited`: it is what the clause above waits for. `at` is the token at which
    the cue of the modality stands: the event's own or one that governs it.
    """

    negated: bool
    modality: Modality
    planned: bool
    awaited: bool
    at: int | None
    because: tuple[str, ...]


def modality_of(structure: Structure, token: Token) -> Reading:
    """Whether the event at `token` is negated, its modality, and whether a modal makes a plan of it."""
    negated = planned = awaited = False
    modality: Modality = "actual"
    at: int | None = None
    because: list[str] = []
    for cue, word in _found(structure, token):
        if cue.id in because:
            continue
        negated ^= cue.negates
        planned |= cue.plan
        awaited |= cue.role == "awaited"
        if cue.modality is not None and modality == "actual":
            modality, at = cue.modality, word
        because.append(cue.id)
    sentence = structure.sentences[token.sentence]
    last_words = structure.tokens[max(sentence.first, sentence.last - 2) : sentence.last]
    if modality == "actual" and any(token.text == "?" for token in last_words):
        modality = "question"
        because.append("modality.question_mark")
    return Reading(negated, modality, planned, awaited, at, tuple(because))


def _found(structure: Structure, token: Token) -> Iterator[tuple[Cue, int]]:
    """The cues at the event's word, then at the words whose standing it shares, each with the word's token."""
    yield from ((cue, token.i) for cue in _below(structure, token, arguments=token.pos == "VERB"))
    known = _is_known(structure, token)
    for cue, word in _over(structure, token):
        if cue.role == "awaited" and token.pos in {"NOUN", "PROPN"}:
            continue  # "until the siege ends": there is one
        if not known or (cue.modality == "future" and cue.id != "future.could"):
            yield cue, word


def _over(structure: Structure, token: Token) -> Iterator[tuple[Cue, int]]:
    """The cues above an event's word, as far as it shares the standing of what governs it, each with its token."""
    below, negatable = token, True
    for _ in range(HOPS):
        governor = structure.tokens[below.head]
        if governor.i == below.i:
            return
        yield from ((cue, governor.i) for cue in _above(structure, below, governor))
        if below.dep in {"nsubj", "nsubjpass"} and governor.head != governor.i:  # "unclear if the toll includes …"
            yield from ((cue, governor.head) for cue in _above(structure, governor, structure.tokens[governor.head]))
        if below.dep not in _SHARED:
            return
        if below.dep == "conj" and any(c.dep in {"nsubj", "aux"} for c in children(structure, below.i)):
            return
        negatable = negatable and (below.dep not in _NOT_NEGATED or below.pos == "ADP" == token.pos)
        for cue in _below(structure, governor, arguments=False):
            if negatable or not cue.negates:
                yield cue, governor.i
        below = governor


def _is_known(structure: Structure, token: Token) -> bool:
    """Whether a noun's event is taken for granted, and is not what the verb above brings about."""
    if token.pos != "NOUN" or token.dep in {"nsubj", "nsubjpass", "attr"}:
        return False
    known = any(
        (c.dep in {"det", "poss"} and (c.lower in _KNOWN or c.dep == "poss"))
        or (c.dep == "amod" and c.lower in lemmas_of("past"))
        for c in children(structure, token.i)
    )
    return known and not (token.dep == "dobj" and structure.tokens[token.head].lemma in light_verbs())


def _above(structure: Structure, below: Token, governor: Token) -> Iterator[Cue]:
    """The cue that governs an event's word: "likely to attack", "the risk of an attack", "unclear who attacked"."""
    cues = _cues()
    if below.dep in {"pobj", "pcomp"} and governor.pos in {"ADP", "SCONJ"}:
        governor = structure.tokens[governor.head]
    elif below.dep not in _ABOVE:
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


def _turned(token: Token, dependents: list[Token]) -> str:
    """What the verb form makes of a modal or an adverb: nothing ("below"), or what its role for it says."""
    auxiliaries = [c for c in dependents if c.dep in {"aux", "auxpass"}]
    if any(c.dep == "aux" and c.lower == "have" for c in auxiliaries):
        return "perfect"
    if not any(c.tag == "MD" for c in auxiliaries) and not any(c.tag == "TO" for c in auxiliaries):
        past = token.tag in {"VBD", "VBG"} or any(c.tag == "VBD" for c in auxiliaries)
        return "past" if past else "below"
    return "state" if token.lemma == "be" or any(c.lower == "be" for c in auxiliaries) else "below"


def _is_perceived(token: Token, cue: Cue) -> bool:
    """Whether a modal tells what is to be seen, not what may come: "explosions could be heard"."""
    return cue.id == "future.could" and token.lemma in lemmas_of("perceived")


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


def _is_negated(structure: Structure, *words: Token) -> bool:
    """Whether "not" or "no" stands at one of the words."""
    return any(c.dep == "neg" or c.lower == "no" for word in words for c in children(structure, word.i))


def _is_passive(structure: Structure, verb: Token) -> bool:
    """Whether a participle is passive and leaves out who does it ("are believed to", "was accused of")."""
    below = children(structure, verb.i)
    return (verb.dep == "acl" or any(c.dep == "auxpass" for c in below)) and not any(c.dep == "agent" for c in below)


def _below(structure: Structure, token: Token, *, arguments: bool) -> Iterator[Cue]:
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
            if cue is not None and not _is_perceived(token, cue):
                yield cue
        elif arguments and child.dep in _ARGUMENTS:
            for word in (child, *children(structure, child.i, "det", "preconj", "cc")):
                cue = cues.get(("below", word.lower))
                if cue is not None and cue.negates:
                    yield cue
