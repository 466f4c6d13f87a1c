"""The lexicon of cues, looked up by the lemma of their head word."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from fogline.knowledge.load import load_yaml
from fogline.knowledge.schemas.attribution import Cue, Kind, Words

TABLES = (
    "saying", "writing", "showing", "asking", "believing", "intending", "denying", "silence", "judging", "nouns",
    "phrases",
)  # fmt: skip

Index = Mapping[str, tuple[Cue, ...]]


@cache
def cues() -> tuple[Cue, ...]:
    """All cues, in the order of the tables."""
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
def grounds() -> frozenset[str]:
    """Nouns that name a ground rather than a source after "citing"."""
    return _words("grounds")


@cache
def not_sources() -> frozenset[str]:
    """Nouns for events and abstractions, which say nothing."""
    return _words("not_sources")


def _words(table: str) -> frozenset[str]:
    return frozenset(word for group in load_yaml(f"attribution/{table}.yaml", Words) for word in group.words)
