"""The event lexicon, indexed by lemma and part of speech."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from typing import TypeVar

from fogline.knowledge.load import load_yaml
from fogline.knowledge.schemas.events import NounClass, Pattern, Sense, Trigger, Weapon
from fogline.model import EventType

E = TypeVar("E")
P = TypeVar("P", bound=Pattern)
# How the tables call the parts of speech of the parse.
POS = {"VERB": "verb", "NOUN": "noun", "PROPN": "noun", "ADJ": "adj", "ADP": "adp", "SCONJ": "adp", "AUX": "aux"}
FILES = ("control", "attack", "harm", "people", "politics", "other")


@dataclass(frozen=True)
class Lexicon:
    """Triggers and other senses by (part of speech, lemma), each lemma's noun classes, each weapon's attack type."""

    triggers: dict[tuple[str, str], tuple[Trigger, ...]]
    senses: dict[tuple[str, str], tuple[Sense, ...]]
    classes: dict[str, frozenset[str]]
    weapons: dict[str, EventType]


@cache
def lexicon() -> Lexicon:
    """The lexicon of this process, loaded once."""
    classes: dict[str, set[str]] = defaultdict(set)
    for noun_class in load_yaml("events/classes.yaml", NounClass):
        for lemma in noun_class.lemmas:
            classes[lemma].add(noun_class.id)
    weapons = {lemma: weapon.event for weapon in all_weapons() for lemma in weapon.lemmas}
    return Lexicon(
        _by_word(all_triggers()),
        _by_word(all_senses()),
        {lemma: frozenset(ids) for lemma, ids in classes.items()},
        weapons,
    )


def _by_word(patterns: tuple[P, ...]) -> dict[tuple[str, str], tuple[P, ...]]:
    found: dict[tuple[str, str], list[P]] = defaultdict(list)
    for pattern in patterns:
        for lemma in pattern.lemmas:
            found[pattern.part_of_speech, lemma].append(pattern)
    return {key: tuple(listed) for key, listed in found.items()}


def entries_by_word(entries: Iterable[E], parts: Sequence[str]) -> dict[tuple[str, str], tuple[E, ...]]:
    """The entries of a table that lists lemmas by part of speech, under each part and lemma, in file order."""
    found: dict[tuple[str, str], list[E]] = defaultdict(list)
    for entry in entries:
        for part in parts:
            for lemma in getattr(entry, part):
                found[part, lemma].append(entry)
    return {key: tuple(listed) for key, listed in found.items()}


def all_triggers() -> tuple[Trigger, ...]:
    """Every trigger entry, in file order."""
    return tuple(entry for name in FILES for entry in load_yaml(f"events/{name}.yaml", Trigger))


def all_senses() -> tuple[Sense, ...]:
    """Every reading of a trigger's word that names no event, in file order."""
    return load_yaml("events/senses.yaml", Sense)


def all_weapons() -> tuple[Weapon, ...]:
    """Every weapon entry, in file order."""
    return load_yaml("events/weapons.yaml", Weapon)
