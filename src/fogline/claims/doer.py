"""Who does the deed and to whom it is done."""

from __future__ import annotations

from fogline.claims.lookup import Lookup
from fogline.language.tree import ancestors
from fogline.model import Actor, Event, Party, Words

_TAKES_CAUSE = ("harm.killed", "harm.wounded", "harm.damage", "harm.equipment", "people.displaced", "harm.stranded")


def actor_of(lookup: Lookup, event: Event, events: dict[int, Event]) -> tuple[Party | None, str]:
    """The party that does the deed, and the reason; harm takes the actor of the attack that did it."""
    found = lookup.actor_at(event.actor)
    if found is not None and (found.side is not None or event.type.startswith(("control.", "attack."))):
        return _party(found), "actor: subject"
    cause = events.get(event.actor) if event.actor is not None else None
    if cause is not None and cause is not event:
        inherited = lookup.actor_at(cause.actor)
        if inherited is not None:
            return _party(inherited), "actor: of the attack that did it"
    if event.type.startswith(("attack.", *_TAKES_CAUSE)):
        inherited = _from_clause(lookup, event, events)
        if inherited is not None:
            return _party(inherited), "actor: of the same deed"
    return (_party(found), "actor: subject") if found is not None else (None, "actor: not told")


def target_of(lookup: Lookup, event: Event) -> Party | None:
    """The party to whom it is done, where the text names one."""
    found = lookup.actor_at(event.target)
    return _party(found) if found is not None else None


def _from_clause(lookup: Lookup, event: Event, events: dict[int, Event]) -> Actor | None:
    """The actor of an attack that governs the event or that the event's clause names as its means."""
    for above in ancestors(lookup.structure, event.head):
        other = events.get(above.i)
        if other is not None and other.type.startswith("attack."):
            actor = lookup.actor_at(other.actor)
            if actor is not None and actor.side is not None:
                return actor
    first, last = event.clause
    for head in range(first, last):
        other = events.get(head)
        if other is not None and other is not event and other.type.startswith("attack."):
            actor = lookup.actor_at(other.actor)
            if actor is not None and actor.side is not None:
                return actor
    return None


def _party(actor: Actor) -> Party:
    return Party(Words(actor.start, actor.end, actor.text), actor.name, actor.side)
