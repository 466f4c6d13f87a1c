"""An event as its word tells it: where it stands, its clause, and what the clause says of it."""

from __future__ import annotations

from fogline.extraction.events.clause import clause_of, trigger_of
from fogline.extraction.events.modality import Mood, modality_of
from fogline.model import Event, EventType, Structure, Token


def mention(
    structure: Structure,
    token: Token,
    kind: EventType,
    entry: str,
    *,
    actor: int | None,
    target: int | None,
    weight: float,
    completing: int | None = None,
    clause: tuple[int, int] | None = None,
    mood: Mood | None = None,
) -> Event:
    """The event of type `kind` at a word; `completing` is a token that belongs to its trigger ("launched … strikes").

    `actor` and `target` are the heads of the noun phrases that fill these roles. `clause` and `mood` are found where
    they are not given.
    """
    first, last = trigger_of(structure, token, () if completing is None else (completing,))
    mood = modality_of(structure, token) if mood is None else mood
    return Event(
        type=kind,
        start=structure.tokens[first].start,
        end=structure.tokens[last - 1].end,
        head=token.i,
        actor=actor,
        target=target,
        clause=clause_of(structure, token) if clause is None else clause,
        negated=mood.negated,
        modality=mood.modality,
        entry=entry,
        weight=weight,
        because=(f"event: {entry}", *(f"stance: {cue}" for cue in mood.because)),
        planned=mood.planned,
        modal=mood.at,
    )
