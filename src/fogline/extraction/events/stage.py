"""The events stage: adds `Document.events`."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from fogline.extraction.events.answers import with_answers
from fogline.extraction.events.attempts import has_failed
from fogline.extraction.events.charges import Charges
from fogline.extraction.events.classes import Nouns
from fogline.extraction.events.clause import clause_of
from fogline.extraction.events.learned import with_readings
from fogline.extraction.events.lexicon import lexicon
from fogline.extraction.events.match import Match, Matcher
from fogline.extraction.events.means import attack_type
from fogline.extraction.events.mention import mention
from fogline.extraction.events.nominal import standing
from fogline.extraction.events.participants import participants
from fogline.extraction.events.reader import read
from fogline.extraction.events.residual import residual
from fogline.language.tree import children
from fogline.model import Document, Event, Structure, Token

# A mention is passed on where the share of claims among its like is at least this; the claims stage judges it in full.
LEAST_WEIGHT = 0.1


def hybrid_events(document: Document) -> Document:
    """Adds the events that rules and the reader find, each with what the reader says of it, in text order."""
    ruled = events(document).events
    return replace(document, events=tuple(with_readings(document, ruled, read(document, ruled))))


def learned_events(document: Document) -> Document:
    """Adds the events that the reader proposes by itself, told what rules find."""
    return replace(document, events=tuple(with_readings(document, (), read(document, events(document).events))))


def events(document: Document) -> Document:
    """Adds the events that rules find, in text order."""
    lex = lexicon()
    nouns = Nouns(document, lex)
    matcher = Matcher(document.structure, lex, nouns)
    matches = [m for token in document.structure.tokens if (m := matcher.match(token)) is not None]
    undone = _undone(document.structure, matches)
    absorbed = _absorbed(document.structure, [match for match in matches if match.token.i not in undone]) | set(undone)
    found: list[Event] = []
    nouns_met: set[str] = set()
    for match in matches:
        token = match.token
        if token.i in absorbed:
            continue
        event = _event(document.structure, match)
        if token.i in undone.values():
            event = replace(event, negated=True, because=(*event.because, "stance: failed attempt"))
        if token.pos in {"NOUN", "PROPN"}:
            event = replace(event, weight=event.weight * standing(document.structure, token, token.lemma in nouns_met))
            nouns_met.add(token.lemma)
        found.append(event)
    found = list(_told_once(document.structure, found))
    found = Charges(document.structure, nouns, found).applied()
    told = [event for event in found if event.weight >= LEAST_WEIGHT]
    told = with_answers(document.structure, told, nouns.sides)
    told += residual(document, told)
    return replace(document, events=tuple(sorted(told, key=lambda event: (event.start, event.end))))


def _told_once(structure: Structure, found: list[Event]) -> Iterator[Event]:
    """Drops a noun's event that its verb tells already ("took control", "carried out an attack")."""
    verbs = {(event.head, event.type) for event in found if structure.tokens[event.head].pos == "VERB"}
    for event in found:
        token = structure.tokens[event.head]
        governors = (token.head, structure.tokens[token.head].head)
        if token.pos == "VERB" or not any((i, event.type) in verbs for i in governors if i != token.i):
            yield event


def _undone(structure: Structure, matches: list[Match]) -> dict[int, int]:
    """For each attempt that failed the deed that was tried, where an entry tells of it."""
    deeds = {match.token.i for match in matches if not match.entry.purpose}
    undone: dict[int, int] = {}
    for match in matches:
        if match.entry.attempt and has_failed(structure, match.token):
            tried = next((t.i for t in _aimed_at(structure, match.token) if t.i in deeds), None)
            if tried is not None:
                undone[match.token.i] = tried
    return undone


def _absorbed(structure: Structure, matches: list[Match]) -> set[int]:
    """Tokens whose event is part of another's: what is aimed at ("trying to capture"), what is carried out."""
    by_token = {m.token.i: m for m in matches}
    absorbed: set[int] = set()
    for match in matches:
        if match.entry.goal:
            absorbed |= {
                t.i for t in _aimed_at(structure, match.token) if t.i in by_token and by_token[t.i].token.pos == "VERB"
            }
        if match.entry.light:
            absorbed |= {i for i in _completes(structure, match) if i in by_token}
    return absorbed


def _aimed_at(structure: Structure, token: Token) -> list[Token]:
    """The verbs of what somebody tries, wants or promises to do."""
    found = []
    for child in children(structure, token.i, "xcomp", "acl", "ccomp", "relcl"):
        if any(c.tag == "TO" for c in children(structure, child.i)) or child.tag == "VBG" or child.dep == "ccomp":
            found.append(child)
            found += children(structure, child.i, "conj")
    for prep in children(structure, token.i, "prep"):
        found += children(structure, prep.i, "pcomp")
    return found


def _completes(structure: Structure, match: Match) -> list[int]:
    """The noun that carries the meaning of a light verb ("launched an offensive")."""
    objects = [match.roles.object, *match.roles.complements]
    return [i for i in objects if i is not None and structure.tokens[i].pos in {"NOUN", "PROPN"}]


def _clause(structure: Structure, match: Match) -> tuple[int, int]:
    """The clause of an event; for an aim, what is aimed at belongs to it.

    Of what a place is ("is no longer under its control") the subject belongs to it, and whether it still is so.
    """
    token = match.token
    above = structure.tokens[token.head]
    first, last = clause_of(structure, above if token.dep == "prep" and above.lemma == "be" else token)
    aimed = _aimed_at(structure, match.token) if match.entry.goal else []
    for verb in aimed:
        begin, end = clause_of(structure, verb)
        first, last = min(first, begin), max(last, end)
    return first, last


def _event(structure: Structure, match: Match) -> Event:
    entry, token = match.entry, match.token
    completing: int | None = None
    if entry.goal:
        completing = next((t.i for t in _aimed_at(structure, token)), None)
    elif entry.light:
        completing = next(iter(_completes(structure, match)), None)
    kind = (attack_type(structure, lexicon(), token, match.roles) if entry.means else None) or entry.event
    actor, target = participants(structure, token, kind, match.roles)
    done_to = match.roles.object is not None and not match.roles.passive and not entry.object
    sufferer = {match.roles.subject, *match.roles.modifiers}  # the latter of a noun: "the army's losses"
    if entry.undergoes and actor in sufferer and not done_to:  # "sank the cruiser" is done by the subject
        actor, target = match.roles.agent, actor if actor is not None else target
    if actor is None:
        actor = next((i for lemma in entry.doer for i in match.roles.preps.get(lemma, ())), None)
    told = mention(
        structure,
        token,
        kind,
        entry.id,
        actor=actor,
        target=target,
        weight=entry.weight,
        completing=completing,
        clause=_clause(structure, match),
    )
    return replace(told, negated=told.negated != entry.denies, voiced=entry.voiced)
