"""By what means an attack was made, told by the words around its trigger."""

from __future__ import annotations

from fogline.extraction.events.lexicon import Lexicon
from fogline.extraction.events.roles import Roles
from fogline.language.tree import children
from fogline.model import EventType, Structure, Token

_INSTRUMENTS = ("with", "by", "using", "from", "of", "involve", "through")


def attack_type(structure: Structure, lexicon: Lexicon, token: Token, roles: Roles) -> EventType | None:
    """The attack type told by a weapon among the trigger's modifiers, subject, object or instruments, or None."""
    for i in _places_to_look(roles):
        found = _weapon(structure, lexicon, i)
        if found is not None:
            return found
    for child in children(structure, token.i, "advcl", "acl"):  # "attacked the town, using drones"
        if child.lower == "using":
            for used in children(structure, child.i, "dobj"):
                found = _weapon(structure, lexicon, used.i)
                if found is not None:
                    return found
    return None


def _places_to_look(roles: Roles) -> list[int]:
    found = [*roles.modifiers]
    found += [i for i in (roles.object, roles.subject, roles.agent) if i is not None]
    found += [i for lemma in _INSTRUMENTS for i in roles.preps.get(lemma, ())]
    return found


def _weapon(structure: Structure, lexicon: Lexicon, i: int) -> EventType | None:
    token = structure.tokens[i]
    for word in (token, *children(structure, i, "compound", "amod", "nmod", "conj")):
        found = lexicon.weapons.get(word.lemma) or lexicon.weapons.get(word.lower)
        if found is not None:
            return found
    return None
