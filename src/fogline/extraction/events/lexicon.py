"""The event lexicon, indexed by lemma and part of speech."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from functools import cache

from fogline.knowledge.load import load_yaml
from fogline.knowledge.schemas.events import NounClass, Trigger, Weapon
from fogline.model import EventType

FILES = ("control", "attack", "harm", "people", "politics", "other")


@dataclass(frozen=True)
class Lexicon:
    """Triggers by (part of speech, lemma), the noun classes of each lemma, and the attack type of each weapon word."""

    triggers: dict[tuple[str, str], tuple[Trigger, ...]]
    classes: dict[str, frozenset[str]]
    weapons: dict[str, EventType]


@cache
def lexicon() -> Lexicon:
    """The lexicon of this process, loaded once."""
    triggers: dict[tuple[str, str], list[Trigger]] = defaultdict(list)
    for trigger in all_triggers():
        for pos in ("verb", "noun", "adj", "adp", "aux"):
            for lemma in getattr(trigger, pos):
                triggers[pos, lemma].append(trigger)
    classes: dict[str, set[str]] = defaultdict(set)
    for noun_class in load_yaml("events/classes.yaml", NounClass):
        for lemma in noun_class.lemmas:
            classes[lemma].add(noun_class.id)
    weapons = {lemma: weapon.event for weapon in all_weapons() for lemma in weapon.lemmas}
    return Lexicon(
        {key: tuple(found) for key, found in triggers.items()},
        {lemma: frozenset(ids) for lemma, ids in classes.items()},
        weapons,
    )


def all_triggers() -> tuple[Trigger, ...]:
    """Every trigger entry, in file order."""
    return tuple(entry for name in FILES for entry in load_yaml(f"events/{name}.yaml", Trigger))


def all_weapons() -> tuple[Weapon, ...]:
    """Every weapon entry, in file order."""
    return load_yaml("events/weapons.yaml", Weapon)
