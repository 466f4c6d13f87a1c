"""The tense of an event's clause, as far as its time depends on it."""

from __future__ import annotations

from typing import Literal

from fogline.language.tree import ancestors, children
from fogline.model import Event, Structure, Token

Tense = Literal["past", "perfect", "present", "progressive", "future", "none"]


def tense_of(structure: Structure, event: Event) -> Tense:
    """The tense of the finite verb that the event's word stands under."""
    token = structure.tokens[event.head]
    for verb in (token, *ancestors(structure, token.i)):
        if verb.pos in {"VERB", "AUX"}:
            found = _of_verb(structure, verb)
            if found != "none" or verb.dep in {"ROOT", "ccomp", "relcl"}:
                return found
    return "none"


def _of_verb(structure: Structure, verb: Token) -> Tense:
    auxiliaries = children(structure, verb.i, "aux", "auxpass")
    if any(a.tag == "MD" for a in auxiliaries):
        return "future"
    if any(a.lemma == "have" and a.tag in {"VBP", "VBZ"} for a in auxiliaries):
        return "perfect"
    present = any(a.tag in {"VBP", "VBZ"} for a in auxiliaries)
    if verb.tag == "VBG" and auxiliaries:
        return "progressive" if present else "past"
    if verb.tag in {"VBP", "VBZ"} or present:
        return "present"
    return "past" if verb.tag == "VBD" or any(a.tag == "VBD" for a in auxiliaries) else "none"
