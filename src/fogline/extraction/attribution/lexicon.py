"""The lexicon of cues, looked up by the lemma of their head word."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from fogline.knowledge.load import load_yaml
from fogline.knowledge.schemas.attribution import Cue, Kind, Words

TABLES = (
    "silence", "saying", "writing", "showing", "asking", "believing", "intending", "denying", "judging", "nouns",
    "phrases", "visiting",
)  # fmt: skip

Index = Mapping[str, tuple[Cue, ...]]


@cache
def cues() -> tuple[Cue, ...]:
    """All cues, in the order of the tables; where several cues of a lemma fit, the first one counts."""
    return tuple(cue for table in TABLES for cue in load_yaml(f"attribution/{table}.yaml", Cue))


@cache
def by_lemma(kind: Kind) -> Index:
    """The cues of one kind by lemma; a lemma has several where its frames differ in stance."""
    index: dict[str, tuple[Cue, ...]] = {}
    for cue in cues():
        if cue.kind == kind:
            for lemma in (cue.lemma, *cue.also):
                index[lemma] = (*index.get(lemma, ()), cue)
    return index


@cache
def group(name: str) -> frozenset[str]:
    """The words of the group `name` of `groups.yaml`, or of all groups whose ids begin with `name.`."""
    groups = load_yaml("attribution/groups.yaml", Words)
    return frozenset(w for g in groups if g.id == name or g.id.startswith(f"{name}.") for w in g.words)
