"""What the clause itself says of its event: whether it is denied, possible, future, asked or left open."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from fogline.extraction.events.modality_cues import Cue, cues_above, cues_at, cues_within
from fogline.extraction.events.participants import light_verbs
from fogline.extraction.events.words import lemmas_of
from fogline.language.tree import children
from fogline.model import Modality, Structure, Token

# Edges over which a word shares the standing of its governor: what somebody will do, its object, its coordinates.
_SHARED = frozenset(
    {"xcomp", "agent", "dobj", "conj", "attr", "acomp", "pcomp", "oprd", "dative", "nsubjpass", "prep", "pobj"}
)
# Those of them that a negation crosses: "did not flee from the fighting" says nothing of the fighting.
_NEGATABLE = _SHARED - {"prep", "pobj", "pcomp", "agent"}
# A noun that is spoken of as known keeps its standing under whatever governs it: "did not mention the attack".
_KNOWN = frozenset({"the", "this", "that", "these", "those", "its", "their", "his", "her", "our", "whose"})
HOPS = 4  # words between an event and the modal of its clause; further up it is another clause's


@dataclass(frozen=True, slots=True)
class Mood:
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


def modality_of(structure: Structure, token: Token) -> Mood:
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
    return Mood(negated, modality, planned, awaited, at, tuple(because))


def _found(structure: Structure, token: Token) -> Iterator[tuple[Cue, int]]:
    """The cues at the event's word, then at the words whose standing it shares, each with the word's token."""
    yield from ((cue, token.i) for cue in cues_at(structure, token, arguments=token.pos == "VERB"))
    yield from ((cue, token.i) for cue in cues_within(structure, token))
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
        yield from ((cue, governor.i) for cue in cues_above(structure, below, governor))
        if below.dep in {"nsubj", "nsubjpass"} and governor.head != governor.i:  # "unclear if the toll includes …"
            yield from (
                (cue, governor.head) for cue in cues_above(structure, governor, structure.tokens[governor.head])
            )
        if below.dep not in _SHARED and not _is_infinitive_under(structure, below):
            return
        if below.dep == "conj" and any(c.dep in {"nsubj", "aux"} for c in children(structure, below.i)):
            return
        negatable = negatable and (below.dep in _NEGATABLE or below.pos == "ADP" == token.pos)
        for cue in cues_at(structure, governor, arguments=False):
            if negatable or not cue.negates:
                yield cue, governor.i
        below = governor


def _is_infinitive_under(structure: Structure, token: Token) -> bool:
    """Whether a word is what the verb above lets happen or is done for: "allow them to advance", "see them go"."""
    auxiliaries = children(structure, token.i, "aux")
    if token.dep == "ccomp" and token.tag == "VB" and not auxiliaries:
        return True
    return token.dep in {"ccomp", "advcl", "acl", "relcl"} and any(c.tag == "TO" for c in auxiliaries)


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
