"""Attempts that the text says failed: "a failed bid to take the town" tells that the town was not taken."""

from __future__ import annotations

from fogline.extraction.events.words import lemmas_of
from fogline.language.tree import children
from fogline.model import Structure, Token


def has_failed(structure: Structure, attempt: Token) -> bool:
    """Whether what is tried at a token did not come about: by its own adjective or adverb, or by what befell it."""
    own = children(structure, attempt.i, "amod", "advmod")
    if any({child.lower, child.lemma} & lemmas_of("failed") for child in own):
        return True
    above = structure.tokens[attempt.head]
    if attempt.dep == "nsubj" and above.pos == "VERB":
        return above.lemma in lemmas_of("failing")
    return attempt.dep in {"dobj", "nsubjpass"} and above.lemma in lemmas_of("foiling")
