"""What was done to those counted: killed, wounded, detained, shot down."""

from __future__ import annotations

from fogline.extraction.amounts.lexicon import Harm, Lexicon
from fogline.language.tree import ancestors, children, subject
from fogline.model import Structure, Token

LISTED = 64  # members of one list that are looked at: a longer one is a register, and would take too long
_VICTIM = frozenset({"dobj", "nsubjpass", "nsubj", "npadvmod", "attr", "oprd", "ccomp"})
_COMPANY = frozenset({"along", "together"})  # "killed along with two guards"


def harm_of(structure: Structure, token: int, after: int, end: int, lexicon: Lexicon) -> Harm | None:
    """What happened to those counted: by a state beside the number, a verb that governs it, or a toll."""
    tokens = structure.tokens
    if after < end and (state := lexicon.harm_states.get(tokens[after].lower)):
        return state
    for child in children(structure, token, "acl", "amod", "relcl"):
        found = lexicon.harm_verbs.get(child.lemma) or lexicon.harm_states.get(child.lower)
        suffered = child.tag in {"VBN", "JJ"} and (child.dep != "relcl" or children(structure, child.i, "nsubjpass"))
        if found is not None and suffered:
            return found
    return _by_toll(structure, token, lexicon) or _by_verb(structure, token, lexicon)


def _by_verb(structure: Structure, token: int, lexicon: Lexicon) -> Harm | None:
    tokens = structure.tokens
    at = _first_of_list(structure, tokens[token])
    verb = at if at.pos == "VERB" else tokens[at.head]
    if at is not verb and at.dep not in _VICTIM:
        return None
    later = _suffered_next(structure, verb, lexicon) if at.dep in {"nsubj", "nsubjpass"} else None
    if at.dep == "nsubj" and children(structure, verb.i, "dobj"):
        return later
    return (
        lexicon.harm_verbs.get(verb.lemma)
        or lexicon.harm_states.get(verb.lower)
        or _complement(structure, verb, lexicon)
        or later
    )


def _suffered_next(structure: Structure, verb: Token, lexicon: Lexicon) -> Harm | None:
    """What the subject of a verb suffered in the next clause: "the gunmen opened fire and were killed"."""
    for joined in children(structure, verb.i, "conj"):
        own = children(structure, joined.i, "nsubj", "nsubjpass")
        if not own and children(structure, joined.i, "auxpass") and joined.lemma in lexicon.harm_verbs:
            return lexicon.harm_verbs[joined.lemma]
    return None


def _first_of_list(structure: Structure, at: Token) -> Token:
    """The first of the list that a noun stands in, past "along with" too; a verb where that hangs on the verb."""
    tokens = structure.tokens
    for _ in range(LISTED):
        above = tokens[at.head]
        if at.dep in {"conj", "appos"} and above.pos not in {"VERB", "AUX"}:
            at = above
        elif at.dep == "pobj" and above.lower == "with" and tokens[above.i - 1].lower in _COMPANY:
            along = above if tokens[above.head].lower not in _COMPANY else tokens[above.head]
            at = tokens[along.head]
        else:
            break
    return at


def _complement(structure: Structure, verb: Token, lexicon: Lexicon) -> Harm | None:
    """The state in the verb's complement: "left 12 dead", "12 were dead"."""
    for child in children(structure, verb.i, "acomp", "oprd", "xcomp", "ccomp", "attr"):
        if found := lexicon.harm_states.get(child.lower):
            return found
    return None


def _joined_to(structure: Structure, token: int) -> int:
    """The first noun of a list after "of": that of "the arrest of two men and a boy"."""
    tokens = structure.tokens
    for _ in range(LISTED):
        if tokens[token].dep != "conj" or tokens[tokens[token].head].pos not in {"NOUN", "PROPN", "NUM"}:
            break
        token = tokens[token].head
    return token


def _by_toll(structure: Structure, token: int, lexicon: Lexicon) -> Harm | None:
    for above in ancestors(structure, _joined_to(structure, token)):
        found = lexicon.tolls.get(above.lemma) or lexicon.tolls.get(above.lower)
        if found is not None and above.pos not in {"VERB", "AUX"}:
            return found
        if above.pos in {"VERB", "AUX"}:
            named = [subject(structure, above.i), *children(structure, above.i, "dobj")]
            tolls = [lexicon.tolls.get(t.lemma) for t in named if t is not None and t.i != token]
            return next((t for t in tolls if t is not None), None)
        if above.pos not in {"ADP", "NUM", "SCONJ"}:
            return None
    return None
