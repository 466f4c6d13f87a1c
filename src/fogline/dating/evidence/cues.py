"""Words beside a date or a name that tell what it is of (`knowledge/times_cues.yaml`)."""

from __future__ import annotations

from functools import cache
from typing import Literal

from pydantic import BaseModel, ConfigDict

from fogline.knowledge.load import load_yaml


class Cue(BaseModel):
    """Words that tell what a date is of, as `knowledge/times_cues.yaml` has them."""

    model_config = ConfigDict(extra="forbid")

    id: str
    kind: Literal["stated", "photo", "archive", "post", "no_longer", "invade", "ahead"]
    words: list[str]
    example: str


@cache
def cues(kind: str) -> tuple[str, ...]:
    """The words of all entries of a kind, in lower case."""
    return tuple(word.lower() for cue in load_yaml("times_cues.yaml", Cue) if cue.kind == kind for word in cue.words)
