"""Those that a deed was done to: its objects, what is joined to them, and whether the deed fits them."""

from __future__ import annotations

from collections.abc import Iterator

from fogline.extraction.amounts.counted import category_of
from fogline.extraction.amounts.harms import LISTED
from fogline.extraction.amounts.lexicon import Harm, Lexicon
from fogline.language.tree import children, conjuncts
from fogline.model import Structure, Token

PEOPLE = frozenset({
    "civilians", "children", "women", "soldiers", "officers", "fighters", "police", "journalists", "medics",
    "responders", "workers", "officials", "captives", "displaced", "people",
})  # fmt: skip
_THINGS = frozenset({"drones", "missiles", "aircraft", "vehicles", "ships", "weapons", "buildings"})
_CERTAIN = frozenset({"killed", "wounded", "detained"})  # entries whose verbs are done to people alone
_INTRANSITIVE = frozenset({"die", "perish"})
_OWN = frozenset({"death"})  # "Okello's death": of other deeds the owner may be the doer
_NOUNS = frozenset({"NOUN", "PROPN"})
_WITH = {"along": "with", "together": "with", "alongside": "alongside", "with": "with"}


def victims(structure: Structure, deed: int) -> Iterator[Token]:
    """The words for those that suffered the deed at token `deed`, in order; those named "along with" them too."""
    for victim in _objects(structure, structure.tokens[deed]):
        for noun in _list(structure, victim):
            yield noun
            yield from _companions(structure, noun.i)
    yield from _companions(structure, deed)


def _list(structure: Structure, victim: Token) -> Iterator[Token]:
    """A victim and those joined to it; one apposed to several is the next of the list ("two women, a boy and …")."""
    yield from conjuncts(structure, victim.i)
    for apposed in children(structure, victim.i, "appos"):
        if _goes_on(structure, victim, apposed):
            yield from conjuncts(structure, apposed.i)


def _goes_on(structure: Structure, victim: Token, apposed: Token) -> bool:
    """Whether a seeming apposition is the second of a list: "the governor, the judge and two guards"."""
    joined = children(structure, apposed.i, "conj")
    if not joined or not children(structure, joined[0].i, "det", "nummod", "poss", "amod"):
        return False
    if victim.tag == "NNS":
        return apposed.tag == "NN"
    own = [t.lower for t in children(structure, apposed.i, "det", "poss")]
    return victim.tag == "NN" and own != [] and own[0] not in {"a", "an"}


def _objects(structure: Structure, deed: Token) -> list[Token]:
    """The objects of a verb, those of "the arrest of two men", and whose death it was."""
    if deed.pos not in _NOUNS:
        return children(structure, deed.i, *(("nsubj",) if deed.lemma in _INTRANSITIVE else ("nsubjpass", "dobj")))
    of = [p.i for p in children(structure, deed.i, "prep") if p.lower == "of"]
    if of:
        return children(structure, of[0], "pobj")
    return children(structure, deed.i, "poss") if deed.lower in _OWN else []


def _companions(structure: Structure, at: int) -> Iterator[Token]:
    """Those named after "along with", "together with" or "as well as" beside the noun or verb at token `at`."""
    tokens = structure.tokens
    for child in children(structure, at, "prep", "npadvmod"):
        if child.dep == "npadvmod":
            if [t.lower for t in children(structure, at, "cc")][-1:] == ["as"] and child.pos in _NOUNS:
                yield from conjuncts(structure, child.i)
            continue
        if child.lower not in _WITH or (child.lower == "with" and tokens[child.i - 1].lower not in _WITH):
            continue
        within = next((t.i for t in children(structure, child.i, "prep") if t.lower == "with"), child.i)
        if tokens[within].lower == _WITH[child.lower]:
            for noun in children(structure, within, "pobj"):
                yield from conjuncts(structure, noun.i)


def category_hurt(noun: Token, governor: Token, harm: Harm | None, lexicon: Lexicon) -> str | None:
    """The category of those hurt whom `noun` names, or None where the deed of `governor` cannot be done to them."""
    if harm is None:
        return None
    category = category_of(noun, lexicon)
    certain = harm.id in _CERTAIN and governor.lemma in harm.verbs + harm.deeds and noun.text.isalpha()
    if category is None and certain and noun.pos in _NOUNS and (noun.dep != "nsubj" or governor.lemma in _INTRANSITIVE):
        return "people"
    return category if category in (PEOPLE if harm.people else _THINGS) else None


def deed_of(structure: Structure, told: Token) -> Token:
    """The word that governs the list in which a victim is named."""
    for _ in range(LISTED):
        if told.dep not in {"conj", "appos"}:
            break
        told = structure.tokens[told.head]
    above = structure.tokens[told.head]
    return structure.tokens[above.head] if told.dep == "pobj" and above.lower == "of" else above


def is_group(noun: Token, lexicon: Lexicon) -> bool:
    """Whether the singular noun names more than one: "a family", "a number"."""
    return noun.lemma in lexicon.group_nouns or noun.lemma in lexicon.indefinite_nouns


def last_of_name(structure: Structure, noun: Token) -> Token:
    """The noun that closes a name tied by hyphens: "commander" in "sub-commander"."""
    tokens = structure.tokens
    while (
        noun.i + 2 < len(tokens)
        and tokens[noun.i + 1].text == "-"
        and noun.end == tokens[noun.i + 1].start
        and tokens[noun.i + 1].end == tokens[noun.i + 2].start
        and tokens[noun.i + 2].pos in _NOUNS
    ):
        noun = tokens[noun.i + 2]
    return noun
