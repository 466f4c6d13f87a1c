"""Whether a word is negated or kept back: "did not comment", "no comment", "unable to confirm"."""

from __future__ import annotations

from fogline.extraction.events.words import lemmas_of
from fogline.language.tree import children
from fogline.model import Structure, Token

HOPS = 3  # words above one that may keep it back ("was not able to verify")
_SHARING = frozenset({"dobj", "attr", "acomp", "prep", "nsubj", "nsubjpass", "advmod"})
_GOVERNED = frozenset({"xcomp", "pcomp", "ccomp", "conj", "advcl", "csubj", "acomp"})


def is_kept_back(structure: Structure, token: Token) -> bool:
    """Whether the word is negated or stands under one that keeps it back."""
    return _is_denied(structure, token) or _is_under_keeping(structure, token)


def _is_denied(structure: Structure, token: Token) -> bool:
    """Whether "not", "no" or "neither" stands at the word, at its noun or at the verb above it."""
    words = [token]
    if token.pos in {"NOUN", "ADJ", "ADP"} and token.dep in _SHARING:
        words.append(structure.tokens[token.head])
    return any(_has_negative(structure, word) for word in words)


def _has_negative(structure: Structure, word: Token) -> bool:
    below = children(structure, word.i)
    if any(c.dep == "neg" or c.lower in lemmas_of("negative") for c in below):
        return True
    if word.pos not in {"VERB", "AUX"}:
        return False
    arguments = [c for c in below if c.dep in {"nsubj", "nsubjpass", "dobj"}]
    inner = [d for c in arguments for d in children(structure, c.i)]
    inner += [d for owner in inner if owner.dep == "poss" for d in children(structure, owner.i)]  # "neither side's"
    if any(c.lower in lemmas_of("nobody") for c in arguments):
        return True
    return any(d.lower in lemmas_of("few") for d in inner)


def _is_under_keeping(structure: Structure, token: Token) -> bool:
    """Whether a verb, adjective or preposition above keeps the word back: "declined to", "impossible to", "without"."""
    at = token
    for _ in range(HOPS):
        governor = structure.tokens[at.head]
        if governor.i == at.i or at.dep not in _GOVERNED or (at.dep == "pcomp" and governor.lower != "without"):
            return False
        above = {word.lemma for word in (governor, *children(structure, governor.i, "acomp", "advmod"))}
        if at.dep != "conj" and not above.isdisjoint(lemmas_of("keeping")):
            return True
        if at.dep == "xcomp" and not above.isdisjoint(lemmas_of("able")) and _is_denied(structure, governor):
            return True
        at = governor
    return False
