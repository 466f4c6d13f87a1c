"""Who says it: the noun phrase that a cue's content comes from."""

from __future__ import annotations

from fogline.extraction.attribution.extents import clause, noun_phrase
from fogline.extraction.attribution.lexicon import by_lemma, group
from fogline.language.tree import SUBJECTS, children, extent, subtree
from fogline.model import Structure, Token

_RELATIVE = frozenset({"WP", "WDT"})
_FOLLOWS_SUBJECT = frozenset({"conj", "xcomp", "advcl", "pcomp", "dep", "parataxis"})


def of_verb(structure: Structure, verb: int, *, passive: bool) -> int | None:
    """Head token of the source of a verb: its subject, its agent in the passive, or the subject it shares."""
    if passive:
        return agent(structure, verb)
    seen: set[int] = set()
    start = verb
    while verb not in seen:
        seen.add(verb)
        own = [t for t in children(structure, verb) if t.dep in SUBJECTS and t.dep != "expl"]
        if own and own[0].lower == "it" and start != verb and structure.tokens[verb].lemma == "be":
            return None  # "it was not possible to verify"
        if own:
            token = structure.tokens[verb]
            if start != verb and token.dep == "advcl" and own[0].lemma in group("not_sources"):
                verb = _clause_verb(structure, token.head)  # "walked out after fire resumed, saying"
                continue
            after = [t for t in own if t.i > verb and t.dep == "nsubj"]
            if after and structure.tokens[verb - 1].text == ",":
                return after[0].i  # "Ten killed in blast, says army": what is said was read as a subject too
            right = [t for t in own if t.i < verb and t.dep == "nsubj"]  # of two, the one that stands by the verb
            return _antecedent(structure, _first_listed(structure, right) if right else own[0], verb)
        token = structure.tokens[verb]
        if token.dep in {"acl", "relcl"}:
            return _issuer(structure, token.head)
        if token.dep in _FOLLOWS_SUBJECT and token.head != verb:
            head = structure.tokens[token.head]
            if token.dep == "advcl" and head.pos in {"NOUN", "PROPN"}:
                return head.i
            verb = _clause_verb(structure, token.head)
            continue
        return None
    return None


def _first_listed(structure: Structure, subjects: list[Token]) -> Token:
    """The last of several subjects, or the first of a list that ends with it ("the army, the police and the mayor")."""
    found = subjects[-1]
    joined = bool(children(structure, found.i, "cc"))
    for before in reversed(subjects[:-1]):
        between = structure.tokens[extent(structure, before.i)[1] : extent(structure, found.i)[0]]
        linked = [structure.tokens[extent(structure, before.i)[1] - 1], *between]
        joined = joined or any(t.dep == "cc" for t in linked)
        if not joined or any(t.text != "," and t.dep != "cc" for t in between):
            break
        found = before
    return found


def _issuer(structure: Structure, noun: int) -> int:
    """Who issued a paper that says something ("released a letter saying", "told the paper, citing"); else the noun."""
    token = structure.tokens[noun]
    governor = structure.tokens[token.head]
    if token.dep == "dobj" and governor.lemma in group("carriers"):
        subject = of_verb(structure, governor.i, passive=False)
        return noun if subject is None else subject
    verb = structure.tokens[governor.head] if token.dep == "pobj" and governor.lower in {"in", "on"} else governor
    told = token.dep in {"dobj", "dative"} and verb.lemma in group("telling")
    if told or (verb is not governor and verb.lemma in by_lemma("verb") and token.lemma in group("papers")):
        subject = of_verb(structure, verb.i, passive=False)
        return noun if subject is None else subject
    return noun


def agent(structure: Structure, verb: int) -> int | None:
    """Head token of the "by" phrase of a passive."""
    for child in children(structure, verb, "agent", "prep"):
        if child.lower == "by":
            for inner in children(structure, child.i, "pobj"):
                return inner.i
    return None


def _clause_verb(structure: Structure, i: int) -> int:
    """The verb that governs token `i`, itself where it is one: participles may hang on a preposition or noun."""
    token = structure.tokens[i]
    while token.pos not in {"VERB", "AUX"} and token.head != token.i:
        token = structure.tokens[token.head]
    return token.i


def _antecedent(structure: Structure, subject: Token, verb: int) -> int:
    """What a relative pronoun stands for ("a spokesman, who said"); any other subject stands for itself."""
    if subject.tag not in _RELATIVE:
        return subject.i
    token = structure.tokens[verb]
    while token.dep in {"conj", "xcomp", "ccomp"} and token.head != token.i:
        token = structure.tokens[token.head]
    return token.head if token.dep in {"relcl", "acl"} else subject.i


def phrase(structure: Structure, head: int | None, cue: int) -> set[int]:
    """Tokens of the source's noun phrase, without any part that holds the cue."""
    if head is None:
        return set()
    inside = {cue} | {t.i for t in subtree(structure, cue)} if _above(structure, head, cue) else set()
    if structure.tokens[head].dep == "csubj":
        return clause(structure, head)
    return noun_phrase(structure, head, without=inside | _when(structure, head))


def _when(structure: Structure, head: int) -> set[int]:
    """Heads of phrases of time that the parser hung on a source ("announced by the staff on Sunday")."""
    days = group("days")
    return {
        token.i
        for token in subtree(structure, head)
        if (token.dep == "npadvmod" and token.lemma in days)
        or (token.dep == "prep" and any(t.lemma in days for t in children(structure, token.i, "pobj")))
    }


def _above(structure: Structure, head: int, token: int) -> bool:
    while structure.tokens[token].head != token:
        token = structure.tokens[token].head
        if token == head:
            return True
    return False
