"""Other claims about the conflict: full clauses that name a party or are somebody's words and match no entry."""

from __future__ import annotations

from collections.abc import Iterator

from fogline.extraction.events.clause import clause_of, trigger_of
from fogline.extraction.events.modality import modality_of
from fogline.extraction.events.roles import roles_of
from fogline.language.tree import SUBJECTS, children
from fogline.model import Document, Event, EventType, Structure, Token

CLAUSES = frozenset({"ROOT", "ccomp", "conj"})
SHORTEST = 6  # tokens; shorter clauses are asides ("he said", "that is true")
ATTRIBUTED = 0.34  # shares of claims among such clauses in annotated reports
NARRATED = 0.3
PROMISED = 0.5
FIRST_PERSONS = frozenset({"we", "i"})
PROMISING = frozenset({"will", "must", "shall", "'ll", "’ll"})


def residual(document: Document, kept: list[Event]) -> Iterator[Event]:
    """An `other.statement` for each finite clause that has no event of its own and bears on the conflict."""
    structure = document.structure
    taken = {event.head for event in kept}
    cues = {attribution.cue_head for attribution in document.attributions}
    sided = {actor.head for actor in document.actors if actor.side is not None}
    said = sorted((s.start, s.end) for a in document.attributions if a.source for s in a.content)
    for token in structure.tokens:
        if token.pos not in {"VERB", "AUX"} or token.dep not in CLAUSES or token.i in cues:
            continue
        if not any(c.dep in SUBJECTS for c in children(structure, token.i)):
            continue
        first, last = clause_of(structure, token)
        if last - first < SHORTEST or any(i in taken for i in range(first, last)):
            continue
        parties = sum(i in sided for i in range(first, last))
        attributed = any(start <= token.start < end for start, end in said)
        if _is_promise(structure, token):
            yield _statement(structure, token, (first, last), "politics.goal", PROMISED)
        elif parties or (attributed and token.pos == "AUX"):
            yield _statement(structure, token, (first, last), "other.statement", ATTRIBUTED if attributed else NARRATED)


def _is_promise(structure: Structure, token: Token) -> bool:
    """Whether a speaker says what "we" will or must do."""
    below = children(structure, token.i, "nsubj", "aux")
    return any(c.lower in FIRST_PERSONS for c in below) and any(c.lower in PROMISING for c in below)


def _statement(structure: Structure, token: Token, clause: tuple[int, int], kind: EventType, weight: float) -> Event:
    roles = roles_of(structure, token)
    completing = next((c.i for c in children(structure, token.i, "acomp", "attr", "dobj", "xcomp")), None)
    first, last = trigger_of(structure, token, (completing,) if completing is not None else ())
    negated, modality, cues = modality_of(structure, token)
    entry = "goal.first_person" if kind == "politics.goal" else "other.clause"
    return Event(
        type=kind,
        start=structure.tokens[first].start,
        end=structure.tokens[last - 1].end,
        head=token.i,
        actor=roles.subject if roles.subject is not None else roles.agent,
        target=roles.object,
        clause=clause,
        negated=negated,
        modality=modality,
        entry=entry,
        weight=weight,
        because=(f"event: {entry}", *(f"stance: {cue}" for cue in cues)),
    )
