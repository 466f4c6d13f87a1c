"""Other claims about the conflict: clauses that match no entry. Whether one is a claim is judged with its voice."""

from __future__ import annotations

from collections.abc import Iterator

from fogline.extraction.events.clause import clause_of
from fogline.extraction.events.entries import PLAIN
from fogline.extraction.events.mention import mention
from fogline.extraction.events.modality import Mood, modality_of
from fogline.extraction.events.roles import roles_of
from fogline.language.tree import children
from fogline.model import Document, Event, EventType, Structure, Token

CLAUSES = frozenset({"ROOT", "ccomp", "conj", "relcl", "advcl", "acl", "pcomp", "xcomp", "parataxis"})
SHORTEST = 3  # tokens; shorter clauses are asides ("he said")
SHARE = 0.3  # of claims among finite clauses that name a party or are somebody's words, in annotated reports
FIRST_PERSONS = frozenset({"we", "i"})
PROMISING = frozenset({"will", "must", "shall", "'ll", "’ll"})


def residual(document: Document, kept: list[Event]) -> Iterator[Event]:
    """An `other.statement` for each clause whose verb has no event yet; a goal for what "we will" do and for orders."""
    structure = document.structure
    taken = {event.head for event in kept}
    spoken = {i for quote in structure.quotes if not quote.scare for i in range(quote.first, quote.last)}
    for token in structure.tokens:
        if token.pos not in {"VERB", "AUX"} or token.dep not in CLAUSES or token.i in taken:
            continue
        first, last = clause_of(structure, token)
        if last - first >= SHORTEST:
            told = _is_promise(structure, token) or _is_order(structure, token, spoken)
            kind: EventType = "politics.goal" if told else "other.statement"
            mood = modality_of(structure, token)
            if told or not mood.awaited:  # what is waited for is a condition, no statement
                yield _statement(structure, token, (first, last), kind, mood)


def _is_promise(structure: Structure, token: Token) -> bool:
    """Whether a speaker says what "we" will or must do."""
    below = children(structure, token.i, "nsubj", "aux")
    return any(c.lower in FIRST_PERSONS for c in below) and any(c.lower in PROMISING for c in below)


def _is_order(structure: Structure, token: Token, spoken: set[int]) -> bool:
    """Whether a speaker says "stop the attacks", "let us talk"."""
    if token.tag != "VB" or token.dep not in {"ROOT", "conj", "ccomp"} or token.i not in spoken:
        return False
    return not children(structure, token.i, "nsubj", "nsubjpass", "aux", "mark", "expl")


def _statement(structure: Structure, token: Token, clause: tuple[int, int], kind: EventType, mood: Mood) -> Event:
    roles = roles_of(structure, token)
    return mention(
        structure,
        token,
        kind,
        "goal.first_person" if kind == "politics.goal" else PLAIN,
        actor=roles.subject if roles.subject is not None else roles.agent,
        target=roles.object,
        weight=SHARE,
        completing=next((c.i for c in children(structure, token.i, "acomp", "attr", "dobj", "xcomp")), None),
        clause=clause,
        mood=mood,
    )
