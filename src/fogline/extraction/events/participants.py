"""Actor and target of an event by their roles: heads of the noun phrases of who does it and to whom."""

from __future__ import annotations

from functools import cache

from pydantic import BaseModel, ConfigDict

from fogline.extraction.events.lexicon import lexicon
from fogline.extraction.events.roles import Roles, roles_of
from fogline.extraction.events.words import lemmas_of
from fogline.knowledge.load import load_yaml
from fogline.language.tree import children, subject
from fogline.model import EventType, Structure, Token

# The noun's "of" names who moves: "the withdrawal of the army", "the advance of the rebels".
_GIVEN = ("politics.support",)
_OF_IS_ACTOR = ("control.withdrawn", "control.advanced", "politics.support", "politics.goal")


class LightVerbs(BaseModel):
    """Verbs whose subject does the deed that their object names ("waged a battle")."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    id: str
    lemmas: tuple[str, ...]
    example: str


@cache
def light_verbs() -> frozenset[str]:
    """Lemmas of the verbs whose object names what their subject does."""
    return frozenset(lemma for entry in load_yaml("events/light_verbs.yaml", LightVerbs) for lemma in entry.lemmas)


def participants(structure: Structure, token: Token, kind: EventType, roles: Roles) -> tuple[int | None, int | None]:
    """Head tokens of the actor and the target of the event at `token`, None where the clause leaves them out."""
    held = _held(structure, token, roles)
    if held is not None:
        return _holder(structure, held), roles.subject if roles.subject is not None else roles.object
    if kind in _GIVEN and token.lemma in lemmas_of("receiving") and not roles.passive:
        return _sender(structure, roles), roles.subject
    if token.pos in {"VERB", "AUX", "ADJ", "ADP"} and not _is_noun(structure, token):
        actor = roles.subject if roles.subject is not None else roles.agent
        if kind in _GIVEN and actor is not None and actor == roles.agent:  # "backed by air cover from the Alderans"
            given = roles_of(structure, structure.tokens[actor]).preps.get("from", []) + roles.preps.get("from", [])
            actor = next(iter(given), actor)
        return actor, _target_of_deed(structure, roles) if _names_deed(structure, token, roles) else roles.object
    objects = _aimed_at(roles)
    of = roles.preps.get("of", [])
    actor = _named_by_noun(structure, roles)
    if actor is None and kind in _OF_IS_ACTOR and of:
        return of[0], next((i for i in objects if i != of[0]), None)
    if actor is None:
        actor = _doer_of_light_verb(structure, token) or _claimed_by(structure, token)
    if actor is None and kind in _GIVEN:
        actor = _giver(structure, token)
    if not objects:  # "the attack by rebels on the camp", where the parse hangs the camp on the rebels
        objects = [i for by in roles.preps.get("by", []) for i in _aimed_at(roles_of(structure, structure.tokens[by]))]
    return actor, next(iter(objects), None)


def _is_noun(structure: Structure, token: Token) -> bool:
    """Whether an "-ing" that the tagger took for a verb is described as nouns are ("Alderan shelling killed three")."""
    labels = {child.dep for child in children(structure, token.i)}
    return token.tag == "VBG" and bool(labels & {"amod", "det", "poss"}) and not labels & {"dobj", "aux", "nsubj"}


def _aimed_at(roles: Roles) -> list[int]:
    """Whom or what a noun's deed is aimed at, the likeliest first."""
    return [i for lemma in ("on", "against", "at", "of", "in") for i in roles.preps.get(lemma, [])]


def _names_deed(structure: Structure, token: Token, roles: Roles) -> bool:
    """Whether a verb's object names what is done ("carried out a raid")."""
    if roles.object is None or token.lemma not in light_verbs():
        return False
    return ("noun", structure.tokens[roles.object].lemma) in lexicon().triggers


def _target_of_deed(structure: Structure, roles: Roles) -> int | None:
    """The target of a deed that a verb's object names: "a raid on the camp"; "carried out … against the camp"."""
    deed = roles_of(structure, structure.tokens[roles.object]) if roles.object is not None else Roles()
    against = [i for lemma in ("on", "against") for i in roles.preps.get(lemma, [])]
    return next(iter([*_aimed_at(deed), *against]), None)


def _held(structure: Structure, token: Token, roles: Roles) -> Token | None:
    """The noun of holding in "under rebel control", "in the hands of the army"."""
    held = children(structure, token.i, "pobj") if token.pos == "ADP" else []
    held += [structure.tokens[i] for lemma in ("in", "under") for i in roles.preps.get(lemma, ())]
    found = next((noun for noun in held if noun.lemma in lemmas_of("holding")), None)
    if found is not None and found.lemma == "control" and structure.tokens[found.head].lower == "in":
        return None  # who is in control of the town is the subject
    return found


def _holder(structure: Structure, held: Token) -> int | None:
    inner = [t.i for prep in children(structure, held.i, "prep") for t in children(structure, prep.i, "pobj")]
    inner += [t.i for t in children(structure, held.i, "poss", "compound", "nmod")]
    inner += [t.i for t in children(structure, held.i, "amod") if t.lemma not in lemmas_of("degree")]
    return next(iter(inner), None)


def _named_by_noun(structure: Structure, roles: Roles) -> int | None:
    """Possessor, "by" phrase or name before the noun: "Aldera's attack", "an attack by rebels", "rebel attacks"."""
    possessor = _possessor(structure, roles)
    by = roles.preps.get("by", [])
    if possessor is not None:
        return possessor
    if by:
        return by[0]
    describing = [structure.tokens[i] for i in roles.modifiers if structure.tokens[i].lemma not in lexicon().weapons]
    names = [t.i for t in describing if t.text[:1].isupper() and t.lower not in lemmas_of("calendar")]
    if names:
        return names[0]
    sources = roles.preps.get("from", [])
    if sources:
        return sources[0]
    return next((t.i for t in describing if t.dep == "compound"), None)


def _possessor(structure: Structure, roles: Roles) -> int | None:
    for i in roles.modifiers:
        if structure.tokens[i].dep == "poss":
            if structure.tokens[i].lower in lemmas_of("calendar"):  # "Monday's attack by rebels"
                continue
            return i
        for inner in children(structure, i, "poss"):  # "Aldera's missile and drone attacks"
            return inner.i
    return None


def _claimed_by(structure: Structure, token: Token) -> int | None:
    """As in "an attack claimed by the group", "a raid led by the militia", "an Alderan-led raid"."""
    for participle in children(structure, token.i, "acl", "amod"):
        if participle.tag == "VBN" and participle.lemma in lemmas_of("done"):
            if participle.dep == "amod":
                return roles_of(structure, participle).agent
            for by in children(structure, participle.i, "agent", "prep"):
                if by.lower == "by":
                    return next((noun.i for noun in children(structure, by.i, "pobj")), None)
    return None


def _giver(structure: Structure, token: Token) -> int | None:
    """From whom it comes, where the parse hangs that on what stands above: "they won heavy backing from Aldera"."""
    above = structure.tokens[token.head]
    if token.dep == "pobj":
        above = structure.tokens[above.head]
    if token.dep not in {"dobj", "pobj", "nsubjpass"}:
        return None
    return next(iter(roles_of(structure, above).preps.get("from", [])), None)


def _sender(structure: Structure, roles: Roles) -> int | None:
    """Who gave what is received: "received weapons from Aldera", "received Alderan weapons"."""
    given = roles_of(structure, structure.tokens[roles.object]) if roles.object is not None else Roles()
    sources = roles.preps.get("from", []) + given.preps.get("from", [])
    return next(iter(sources), None) or _named_by_noun(structure, given)


def _doer_of_light_verb(structure: Structure, token: Token) -> int | None:
    governor = structure.tokens[token.head]
    if token.dep == "pobj":
        governor = structure.tokens[governor.head]
    if token.dep not in {"dobj", "pobj", "attr"} or governor.lemma not in light_verbs():
        return None
    doer = subject(structure, governor.i)
    return doer.i if doer is not None else None
