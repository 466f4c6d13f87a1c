"""Claims that answer others: "the army denied the report", "there was no comment", "it could not be verified".

What is denied or left open is told elsewhere: in the words below the answer, or in what the report told just before.
The answer takes the type and the actor of that event.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache

from fogline.extraction.events.clause import clause_of, trigger_of
from fogline.extraction.events.kept_back import is_kept_back
from fogline.extraction.events.lexicon import POS, entries_by_word
from fogline.extraction.events.referent import Referents
from fogline.extraction.events.words import lemmas_of
from fogline.knowledge.load import load_yaml
from fogline.knowledge.schemas.answers import Answer
from fogline.language.tree import children
from fogline.model import Event, Structure, Token

WEIGHT = 0.5  # of claims among answers in annotated reports
_CONTENTS = frozenset({"ccomp", "dobj", "xcomp", "advcl"})
_COMPLETING = frozenset({"xcomp", "acomp", "attr", "oprd", "dobj", "prep", "advmod"})
# Readings of an answer's own words that give way to it: "rejected the charge" is no aim, "claimed" no attack.
_YIELDING = frozenset({"other.statement", "politics.goal", "attack.other"})


@cache
def answers() -> tuple[Answer, ...]:
    """Every entry, in file order."""
    return load_yaml("events/answers.yaml", Answer)


@cache
def _by_word() -> dict[tuple[str, str], tuple[Answer, ...]]:
    return entries_by_word(answers(), ("verb", "noun", "adj", "adp"))


def with_answers(structure: Structure, told: list[Event], sides: Mapping[int, str]) -> list[Event]:
    """The events with the answers among them; an answer stands in for what its own word tells.

    `told` are the events that the lexicon found, in text order; `sides` the sides of actors by their head token.
    """
    answering = [(token, entry) for token in structure.tokens if (entry := _entry(structure, token)) is not None]
    asked = {i for token, _ in answering for i in _asked(structure, token)}
    told = [event for event in told if event.head not in asked]
    found: dict[int, Event] = {}
    for event in _answering(structure, told, answering, Referents(structure, told, sides)):
        found.setdefault(event.head, event)
    return [event for event in told if event.head not in found] + list(found.values())


def _asked(structure: Structure, token: Token) -> Iterator[int]:
    """The words of asking that an answer names, which tell nothing: "did not return calls seeking comment"."""
    for noun in (*_objects(structure, token), *_subjects(structure, token)):
        if noun.lemma in lemmas_of("inquiry"):
            yield from (noun.i, *(c.i for c in children(structure, noun.i, "acl")))


def _answering(
    structure: Structure, told: list[Event], answering: list[tuple[Token, Answer]], referents: Referents
) -> Iterator[Event]:
    heads = {event.head: event for event in told}
    for token, entry in answering:
        top = _top(structure, token)
        rival = heads.get(token.i) or heads.get(top.i)
        if rival is not None and rival.type not in _YIELDING:
            continue
        if entry.id == "answer.deny" and _has_deed(structure, token, heads):
            continue  # "denied that they shelled it": the deed's own clause says it
        yield _event(structure, entry, token, top, referents)


def _entry(structure: Structure, token: Token) -> Answer | None:
    """The first entry that a token matches."""
    entries = _by_word().get((POS.get(token.pos, ""), token.lemma), ())
    return next((entry for entry in entries if _holds(structure, token, entry)), None)


def _holds(structure: Structure, token: Token, entry: Answer) -> bool:
    if entry.negated != is_kept_back(structure, token):
        return False
    below = children(structure, token.i)
    if entry.passive and token.tag != "VBN" and not any(c.dep == "auxpass" for c in below):
        return False
    if entry.content and not any(c.dep in _CONTENTS for c in below):
        return False
    objects = _objects(structure, token)
    wanting = entry.object and not (entry.bare and not any(c.dep in {"dobj", "dative"} for c in below))
    if wanting and not any(t.lemma in lemmas_of(name) for name in entry.object for t in objects):
        return False
    about = _subjects(structure, token) if entry.subject else []
    words = {word for t in about for word in (t.lemma, t.lower)}
    return not entry.subject or any(not words.isdisjoint(lemmas_of(name)) for name in entry.subject)


def _objects(structure: Structure, token: Token) -> list[Token]:
    found = children(structure, token.i, "dobj", "attr", "oprd", "nsubjpass", "acomp")
    for prep in children(structure, token.i, "prep", "dative"):
        found += children(structure, prep.i, "pobj")
    if token.dep in {"relcl", "acl"}:
        found.append(structure.tokens[token.head])
    return found + [c for t in found for c in children(structure, t.i, "conj")]


def _subjects(structure: Structure, token: Token) -> list[Token]:
    """What an adjective, noun or participle is said of."""
    own = children(structure, token.i, "nsubj", "nsubjpass")
    governor = structure.tokens[token.head]
    if token.dep in {"oprd", "ccomp"} and governor.lemma not in lemmas_of("calling"):
        return own
    if token.dep in {"acomp", "attr", "oprd", "ccomp", "conj", "xcomp"}:
        return own + children(structure, governor.i, "nsubj", "nsubjpass", "dobj")
    return [] if token.dep == "amod" else own


def _top(structure: Structure, token: Token) -> Token:
    """The word that governs the answer's clause: "declined" of "declined to comment", "was" of "was false"."""
    at = token
    while at.dep in _COMPLETING and structure.tokens[at.head].pos in {"VERB", "AUX", "ADJ"}:
        at = structure.tokens[at.head]
    return at


def _has_deed(structure: Structure, token: Token, heads: dict[int, Event]) -> bool:
    """Whether what the word governs tells an event of its own: a clause, a participle."""
    below = children(structure, token.i, "ccomp", "xcomp", "pcomp")
    preps = [p for part in children(structure, token.i, "dobj") for p in children(structure, part.i, "prep")]
    below += [c for p in preps for c in children(structure, p.i, "pcomp")]  # "denied responsibility for shelling it"
    below += [c for word in below for c in children(structure, word.i, "conj", "dobj", "xcomp")]
    return any(word.i in heads for word in below)


def _event(structure: Structure, entry: Answer, token: Token, top: Token, referents: Referents) -> Event:
    extra = (token.i,) if token.i != top.i else tuple(t.i for t in children(structure, top.i, "dobj")[:1])
    first, last = trigger_of(structure, top, extra)
    begin, end = clause_of(structure, top)
    for content in children(structure, token.i, "ccomp"):
        low, high = clause_of(structure, content)
        begin, end = min(begin, low), max(end, high)
    speaker = _speaker(structure, token, top)
    answered, why = referents.of(token, top, speaker)
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
        reply="denial" if entry.stance == "denies" else "silence",
        speaker=speaker,
    )


def _speaker(structure: Structure, token: Token, top: Token) -> int | None:
    """Who answers: the subject, the agent of a passive, or whom the comment would have come from."""
    preps = [p for word in (top, token) for p in children(structure, word.i, "prep", "agent")]
    named = [t for p in preps if p.lower in {"from", "by"} for t in children(structure, p.i, "pobj")]
    passive = any(c.dep == "auxpass" for c in children(structure, top.i)) and token.lemma not in lemmas_of("reached")
    asked = [t for t in children(structure, top.i, "nsubj") if t.lemma in lemmas_of("inquiry")]
    if asked:  # "calls to the ministry went unanswered"
        to = [p for t in asked for p in children(structure, t.i, "prep") if p.lower == "to"]
        named = [t for p in to for t in children(structure, p.i, "pobj")]
    elif not named and not passive:
        named = children(structure, top.i, "nsubj", "nsubjpass")
        named = [t for t in named if t.lemma not in lemmas_of("account")]  # "the claim is impossible to verify"
    return named[0].i if named else None
