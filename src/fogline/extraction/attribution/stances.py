"""The stance of a cue: its entry's, turned by negation and by content that looks forward."""

from __future__ import annotations

from fogline.extraction.attribution.extents import is_negated
from fogline.extraction.attribution.lexicon import group
from fogline.knowledge.schemas.attribution import Cue
from fogline.model import Stance, Structure

_NEGATED: dict[Stance, Stance] = {
    "asserts": "withholds",  # "did not say that", "has not confirmed"
    "hedges": "denies",  # "does not believe"
    "expects": "denies",  # "does not expect"
    "denies": "hedges",  # "did not deny", "has not ruled out"
    "intends": "denies",  # "would not promise", "does not plan"
    "questions": "withholds",
    "withholds": "withholds",
}


def stance_of(structure: Structure, entry: Cue, verb: int, content: set[int]) -> tuple[Stance, str]:
    """The stance and the rule that gave it."""
    if is_negated(structure, verb) and not entry.only_negated:
        return entry.negated or _NEGATED[entry.stance], "attribution.stance_negated_cue"
    if entry.future is not None and any(structure.tokens[i].lower in group("forward") for i in content):
        return entry.future, "attribution.stance_forward_content"
    return entry.stance, "attribution.stance_of_cue"
