"""Claims that answer others: "the army denied the report", "there was no comment", "it could not be verified".

What is denied or left open is told elsewhere: in the words below the answer, or in what the report told just before.
The answer takes the type and the actor of that event.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from fogline.extraction.events.clause import clause_of, trigger_of
from fogline.extraction.events.referent import Referents
from fogline.knowledge.load import load_yaml
from fogline.knowledge.schemas.answers import Answer, AnswerWords
from fogline.language.tree import children
from fogline.model import Event, Structure, Token

WEIGHT = 0.5  # of claims among answers in annotated reports
_POS = {"VERB": "verb", "NOUN": "noun", "PROPN": "noun", "ADJ": "adj", "ADP": "adp", "SCONJ": "adp"}
_TAGGED_NO = frozenset({"no", "neither", "nobody", "none", "any"})
HOPS = 3  # words above an answer's word that may keep it back ("was not able to verify")


@cache
def answers() -> tuple[Answer, ...]:
    """Every entry, in file order."""
    return load_yaml("events/answers.yaml", Answer)


@cache
def _by_word() -> dict[tuple[str, str], tuple[Answer, ...]]:
    found: dict[tuple[str, str], tuple[Answer, ...]] = {}
    for entry in answers():
        for pos in ("verb", "noun", "adj", "adp"):
            for lemma in getattr(entry, pos):
                found[pos, lemma] = (*found.get((pos, lemma), ()), entry)
    return found


@cache
def _group(name: str) -> frozenset[str]:
    return next(frozenset(group.lemmas) for group in load_yaml("events/answer_words.yaml", AnswerWords) if group.id == name)


def with_answers(structure: Structure, told: list[Event]) -> list[Event]:
    """The events with the answers among them, each in the place of what its own words told so far."""
    found = list(answering(structure, told))
    heads = {event.head for event in found}
    return [event for event in told if event.head not in heads] + found


def answering(structure: Structure, told: list[Event]) -> Iterator[Event]:
    """An event for each answer; `told` are the events that the lexicon found, in text order."""
    referents = Referents(structure, told)
    heads = {event.head: event for event in told}
    for token in structure.tokens:
        entry = next((e for e in _by_word().get((_POS.get(token.pos, ""), token.lemma), ()) if _holds(structure, token, e)), None)
        if entry is None:
            continue
        top = _top(structure, token)
        rival = heads.get(token.i) or heads.get(top.i)
        if rival is not None and rival.type not in {"other.statement", "politics.goal", "attack.other"}:
            continue
        if entry.id == "answer.deny" and _has_deed(structure, token, heads):
            continue  # "denied that they shelled it": the deed's own clause says it
        yield _event(structure, entry, token, top, referents)


def _holds(structure: Structure, token: Token, entry: Answer) -> bool:
    if entry.negated != (_kept_back(structure, token) or (entry.negated and _is_denied(structure, token))):
        return False
    if entry.passive and not any(c.dep == "auxpass" for c in children(structure, token.i)) and token.tag != "VBN":
        return False
    if entry.content and not children(structure, token.i, "ccomp", "dobj", "xcomp", "advcl"):
        return False
    if entry.object and not any(t.lemma in _group(name) for name in entry.object for t in _objects(structure, token)):
        return False
    if not entry.subject:
        return True
    about = _subjects(structure, token)
    return any(t.lemma in _group(name) or t.lower in _group(name) for name in entry.subject for t in about)


def _objects(structure: Structure, token: Token) -> list[Token]:
    found = children(structure, token.i, "dobj", "attr", "oprd", "nsubjpass", "acomp")
    for prep in children(structure, token.i, "prep", "dative"):
        found += children(structure, prep.i, "pobj")
    if token.dep in {"relcl", "acl"}:
        found.append(structure.tokens[token.head])
    return found + [c for t in found for c in children(structure, t.i, "conj")]


def _subjects(structure: Structure, token: Token) -> list[Token]:
    """What an adjective, noun or participle is said of."""
    found = children(structure, token.i, "nsubj", "nsubjpass")
    governor = structure.tokens[token.head]
    if token.dep in {"acomp", "attr", "oprd", "ccomp", "conj", "xcomp"}:
        found += children(structure, governor.i, "nsubj", "nsubjpass", "dobj")
    if token.dep in {"oprd", "ccomp"} and governor.lemma not in {"call", "brand", "label", "describe", "dismiss", "consider"}:
        return children(structure, token.i, "nsubj", "nsubjpass")
    if token.dep == "amod":
        found = []
    return found


def _is_denied(structure: Structure, token: Token) -> bool:
    """Whether "not", "no" or "neither" stands at the word, at its noun or at the verb above it."""
    words = [token]
    if token.pos in {"NOUN", "ADJ", "ADP"} and token.dep in {"dobj", "attr", "acomp", "prep", "nsubj", "nsubjpass", "advmod"}:
        words.append(structure.tokens[token.head])
    for word in words:
        below = children(structure, word.i)
        if any(c.dep == "neg" or c.lower in {"no", "never", "neither", "hardly", "nor"} for c in below):
            return True
        if word.pos in {"VERB", "AUX"} and any(
            c.dep in {"nsubj", "nsubjpass", "dobj"} and (c.lower in _TAGGED_NO - {"any"} or any(d.lower in {"no", "neither", "few", "little"} for d in children(structure, c.i)))
            for c in below
        ):
            return True
    return False


def _kept_back(structure: Structure, token: Token) -> bool:
    """Whether the word stands under one that keeps it back: "declined to", "impossible to", "without"."""
    at = token
    for _ in range(HOPS):
        governor = structure.tokens[at.head]
        if governor.i == at.i or at.dep not in {"xcomp", "pcomp", "ccomp", "pobj", "conj", "advcl", "csubj", "acomp"}:
            return False
        above = [governor, *children(structure, governor.i, "acomp")]
        if at.dep in {"pcomp", "pobj"} and governor.lower != "without":
            return False
        if at.dep != "conj" and any(w.lemma in _group("keeping") and (w.lemma not in {"available"}) for w in above):
            return True
        if at.dep == "xcomp" and _is_denied(structure, governor) and any(w.lemma in {"able", "possible", "want", "wish"} for w in above):
            return True
        at = governor
    return False


def _top(structure: Structure, token: Token) -> Token:
    """The word that governs the answer's clause: "declined" of "declined to comment", "was" of "was false"."""
    at = token
    while at.dep in {"xcomp", "acomp", "attr", "oprd", "dobj", "prep", "advmod"} and structure.tokens[at.head].pos in {"VERB", "AUX", "ADJ"}:
        at = structure.tokens[at.head]
    if at.pos == "NOUN" and at.dep in {"nsubj", "nsubjpass"} and structure.tokens[at.head].pos == "VERB":
        return at
    return at


def _has_deed(structure: Structure, token: Token, heads: dict[int, Event]) -> bool:
    """Whether what the word governs tells an event of its own: a clause, a participle."""
    below = children(structure, token.i, "ccomp", "xcomp", "pcomp")
    below += [c for word in below for c in children(structure, word.i, "conj", "dobj", "xcomp")]
    return any(word.i in heads for word in below)


def _event(structure: Structure, entry: Answer, token: Token, top: Token, referents: Referents) -> Event:
    first, last = trigger_of(structure, top, (token.i,) if token.i != top.i else tuple(t.i for t in children(structure, top.i, "dobj")[:1]))
    begin, end = clause_of(structure, top)
    for content in children(structure, token.i, "ccomp"):
        low, high = clause_of(structure, content)
        begin, end = min(begin, low), max(end, high)
    answered, why = referents.of(token, top)
    if entry.alone and why != "what it names":
        answered = None
    return Event(
        type=answered.type if answered is not None else "other.statement",
        start=structure.tokens[first].start,
        end=structure.tokens[last - 1].end,
        head=top.i,
        actor=answered.actor if answered is not None else None,
        target=answered.target if answered is not None else None,
        clause=(begin, end),
        negated=entry.stance == "denies",
        modality="unknown" if entry.stance == "withholds" else "actual",
        entry=entry.id,
        weight=WEIGHT,
        because=(f"event: {entry.id}", f"stance: {entry.id}", f"event: answers {why}"),
        answers=answered.head if answered is not None else None,
        speaker=_speaker(structure, token, top),
    )


def _speaker(structure: Structure, token: Token, top: Token) -> int | None:
    """Who answers: the subject, the agent of a passive, or whom the comment would have come from."""
    for word in (top, token):
        for prep in children(structure, word.i, "prep", "agent"):
            if prep.lower in {"from", "by"}:
                for named in children(structure, prep.i, "pobj"):
                    return named.i
    if any(c.dep == "auxpass" for c in children(structure, top.i)) and token.lemma not in {"reach", "contact"}:
        return None
    named = next(iter(children(structure, top.i, "nsubj", "nsubjpass")), None)
    return named.i if named is not None else None
