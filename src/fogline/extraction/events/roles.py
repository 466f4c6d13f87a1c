"""Who does what to whom: the arguments of a verb, noun, adjective or preposition in the parse."""

from __future__ import annotations

from dataclasses import dataclass, field

from fogline.language.tree import accused, children, extent, subject
from fogline.model import Structure, Token

_MODIFIERS = ("compound", "amod", "nmod", "poss", "nummod", "npadvmod", "quantmod")


@dataclass
class Roles:
    """Argument heads as token indices. `preps` maps a preposition to its objects, `modifiers` are a noun's."""

    subject: int | None = None
    object: int | None = None
    agent: int | None = None
    passive: bool = False
    preps: dict[str, list[int]] = field(default_factory=dict)
    modifiers: list[int] = field(default_factory=list)
    particles: list[str] = field(default_factory=list)
    complements: list[int] = field(default_factory=list)


def roles_of(structure: Structure, token: Token) -> Roles:
    """The arguments of a token, read off its dependents and, for participles and relative clauses, its governor."""
    found = Roles()
    for child in children(structure, token.i):
        _place(structure, child, found)
    if token.pos in {"VERB", "AUX"}:
        _verb_arguments(structure, token, found)
    elif token.pos in {"ADJ", "ADP"} and found.subject is None:
        shared = subject(structure, token.head) if token.dep in {"acomp", "prep", "advmod", "oprd"} else None
        found.subject = shared.i if shared is not None else None
    if token.pos == "ADP":
        _noun_arguments(structure, token, found)
    return found


def _noun_arguments(structure: Structure, preposition: Token, found: Roles) -> None:
    """What describes a preposition's noun: "in the hands of the army", "in rebel hands"."""
    for noun in children(structure, preposition.i, "pobj"):
        for child in children(structure, noun.i):
            if child.dep == "prep" or child.dep in _MODIFIERS:
                _place(structure, child, found)


def _place(structure: Structure, child: Token, found: Roles) -> None:
    if child.dep in {"nsubj", "csubj"}:
        found.subject = child.i
    elif child.dep in {"nsubjpass", "csubjpass"}:
        found.object, found.passive = child.i, True
    elif child.dep == "agent":
        found.agent = next((t.i for t in children(structure, child.i, "pobj")), None)
    elif child.dep == "dobj" and found.object is None:  # a second one is a complement ("took them prisoner")
        found.object = child.i
    elif child.dep in {"prep", "dative"}:
        objects = [t.i for t in children(structure, child.i) if t.dep in {"pobj", "pcomp", "amod"}]
        found.preps.setdefault(child.lemma, []).extend(objects)
    elif child.dep in {"prt", "advmod"}:
        found.particles.append(child.lower)
    elif child.dep in _MODIFIERS:
        found.modifiers.append(child.i)
    if child.dep in {"attr", "oprd", "acomp", "xcomp"} or (child.dep == "dobj" and child.i != found.object):
        found.complements.append(child.i)
    if child.dep == "auxpass":
        found.passive = True


def _verb_arguments(structure: Structure, verb: Token, found: Roles) -> None:
    governor = structure.tokens[verb.head]
    participle = verb.dep in {"acl", "amod"} and verb.head != verb.i
    if found.agent is not None and found.object is None and not children(structure, verb.i, "aux"):
        found.passive, found.object = True, found.subject  # "missiles shot down by the army fell": no "were" before it
    if verb.dep == "advcl" and verb.tag == "VBN" and found.agent is not None and found.subject is None:
        backed = subject(structure, verb.head)  # "Backed by the Alderans, the rebels took the hill"
        found.passive, found.object = True, backed.i if backed is not None else found.object
    if participle and verb.tag == "VBN":
        found.passive = True
        found.object = governor.i if found.object is None else found.object
        if verb.dep == "amod" and found.agent is None:  # "rebel-held": who holds stands before the hyphen
            found.agent = next(iter(found.modifiers), None)
    elif participle and found.subject is None:
        found.subject = governor.i
    elif found.subject is None and not found.passive and _passive_before(structure, verb) is not None:
        found.passive = True
    elif found.subject is None and not found.passive:
        charged = accused(structure, governor) if verb.dep == "pcomp" else None
        shared = subject(structure, verb.i) if charged is None else structure.tokens[charged]
        found.subject = shared.i if shared is not None else None
    if found.object is None and not found.passive and verb.dep == "ccomp":
        found.object = _taken_for_speaker(structure, verb)
    if verb.dep == "conj" and found.object is None and found.passive and governor.pos == "VERB":
        found.object = _undergoing(structure, _passive_before(structure, verb) or governor)
    if verb.dep == "relcl":
        found.subject = _antecedent(structure, found.subject, governor)
        found.object = _antecedent(structure, found.object, governor)
        if found.object is None and found.subject != governor.i and not found.passive:
            found.object = governor.i  # "the area it captured"
    if found.passive:
        if found.agent is None:
            found.agent = _agent_behind(structure, verb)
        found.subject = found.agent


def _passive_before(structure: Structure, verb: Token) -> Token | None:
    """The passive that a participle is joined to: "were killed and injured", "was occupied and then annexed"."""
    at = verb
    while at.dep == "conj" and at.tag == "VBN" and not children(structure, at.i, "aux"):
        at = structure.tokens[at.head]
        if at.pos != "VERB":
            return None
        if children(structure, at.i, "auxpass") or (at.dep == "acl" and at.tag == "VBN"):
            return at
    return None


def _undergoing(structure: Structure, passive: Token) -> int | None:
    """To whom a passive's deed is done: its subject, or the noun that it describes."""
    subjects = children(structure, passive.i, "nsubjpass")
    described = [structure.tokens[passive.head]] if passive.dep == "acl" else []
    return next((token.i for token in (*subjects, *described)), None)


def _agent_behind(structure: Structure, verb: Token) -> int | None:
    """The doer told at the end of joined passives: "was occupied and then annexed by Aldera"."""
    for other in children(structure, verb.i, "conj"):
        if other.tag == "VBN" and not children(structure, other.i, "aux", "auxpass", "nsubj", "nsubjpass"):
            for by in children(structure, other.i, "agent"):
                return next((noun.i for noun in children(structure, by.i, "pobj")), None)
    return None


def _taken_for_speaker(structure: Structure, verb: Token) -> int | None:
    """The object that the parse made a part of who speaks ("seized half of it, the mayor, Ada Lo, said")."""
    for noun in children(structure, verb.head, "nsubj"):
        first, last = extent(structure, noun.i)
        listed = any(token.text == "," for token in structure.tokens[noun.i : last])
        if first == verb.i + 1 and listed:
            return noun.i
    return None


def _antecedent(structure: Structure, argument: int | None, governor: Token) -> int | None:
    """The noun that a relative pronoun stands for."""
    if argument is not None and structure.tokens[argument].tag in {"WDT", "WP", "IN"}:
        return governor.i
    return argument
