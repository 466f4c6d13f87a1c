"""Events that the reader proposes where no rule does, and what it says of those that rules found."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from fogline.extraction.events.entries import PLAIN, READ
from fogline.extraction.events.mention import mention
from fogline.extraction.events.participants import participants
from fogline.extraction.events.reader import Readings
from fogline.extraction.events.roles import roles_of
from fogline.model import Document, Event, EventType, Structure, Token

# A proposal with a chance below this is hardly ever a claim; the claims stage judges the others in full.
LEAST_CHANCE = 0.08


def with_readings(document: Document, events: Sequence[Event], readings: Readings) -> list[Event]:
    """The events that rules found with what the reader says of each, and those that it alone proposes."""
    found = [*events, *_proposed(document.structure, readings, events)]
    told = [replace(event, reading=readings.of(event)) for event in found]
    return sorted(told, key=lambda event: (event.start, event.end))


def _proposed(structure: Structure, readings: Readings, events: Sequence[Event]) -> Iterator[Event]:
    """What the reader finds likely, but for what a rule of the same family tells in the same clause."""
    told = {(i, event.type) for event in events for i in readings.trigger(event)}
    heads: dict[tuple[int, str], list[Event]] = {}
    for event in events:
        if event.entry != PLAIN:
            heads.setdefault((structure.tokens[event.head].sentence, _family(event.type)), []).append(event)
    for i, kind, chance in readings.likely(LEAST_CHANCE):
        token = structure.tokens[i]
        if (i, kind) not in told and token.pos not in {"PUNCT", "SPACE"}:
            event = _event(structure, token, kind, chance)
            if not any(_one_deed(event, other) for other in heads.get((token.sentence, _family(kind)), ())):
                yield event


def _family(kind: EventType) -> str:
    return kind.partition(".")[0]


def _one_deed(event: Event, other: Event) -> bool:
    """Whether each of two events stands in the clause of the other ("launched strikes")."""
    return other.clause[0] <= event.head < other.clause[1] and event.clause[0] <= other.head < event.clause[1]


def _event(structure: Structure, token: Token, kind: EventType, chance: float) -> Event:
    actor, target = participants(structure, token, kind, roles_of(structure, token))
    told = mention(structure, token, kind, f"{READ}{kind}", actor=actor, target=target, weight=chance)
    return replace(told, because=(f"event: reader {chance:.2f}", *told.because[1:]))
