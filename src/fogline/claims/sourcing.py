"""Whose claim an event is: the innermost attribution over it, those named beside its source, and the chain."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import partial
from typing import Any

from fogline.claims.chain import chain_to, cue_of
from fogline.claims.coordinated import beside
from fogline.claims.lookup import Lookup
from fogline.language.tree import words
from fogline.model import Actor, Attribution, Event, Source, Words

NARRATOR = Source("narrator", None, None, "none")
ATTEMPTS = ("goal.try", "goal.effort", "goal.retake", "goal.stop", "goal.purpose")
NOT_A_VOICE = ("belief.", "intent.", "perceive.")  # states of mind that the narrator reports in its own voice


@dataclass(frozen=True)
class Voice:
    """Who speaks: the source, the attribution that ties it to the words, and the mention that names it."""

    source: Source
    attribution: Attribution | None
    actor: Actor | None
    because: str


def voices_of(lookup: Lookup, event: Event, parties: frozenset[str]) -> list[Voice]:
    """The sources of an event's claims: one, or each of those named together ("the ministry and the governor said")."""
    first = voice_of(lookup, event, parties)
    if first.attribution is None or first.actor is None:
        return [first]
    named = beside(lookup, first.actor)
    return [replace(first, source=replace(first.source, **_own_part(a, parties)), actor=a) for a in named] or [first]


def _own_part(actor: Actor, parties: frozenset[str]) -> dict[str, Any]:
    """What a source has for itself where several are named together."""
    return {
        "kind": actor.kind or "unnamed",
        "words": Words(actor.start, actor.end, actor.text),
        "name": actor.name,
        "side": party_side(actor.side, parties),
        "role": actor.role,
        "body": actor.body,
    }


def voice_of(lookup: Lookup, event: Event, parties: frozenset[str]) -> Voice:
    """The source of an event's claim; the narrator where no attribution covers it.

    An aim is the claim of whoever holds it, where its verb says that it was voiced ("vowed to") or where the narrator
    alone would tell of it ("wants to"); attempts are deeds that the narrator tells of.
    """
    if event.voiced or event.type == "other.statement":
        own = _by_own_verb(lookup, event, parties)
        if own is None and event.voiced:
            own = _by_own_actor(lookup, event, parties)
        if own is not None:
            return own
    for index in lookup.attributions_over(event):
        attribution = lookup.attribution(index)
        if attribution.entry.startswith(NOT_A_VOICE) or attribution.cue_head == event.head or not attribution.source:
            continue
        if (actor := lookup.speaker(attribution)) is not None:
            return _voice(lookup, index, attribution, actor, parties)
    if event.type == "politics.goal" and event.entry not in ATTEMPTS:
        holder = _by_own_verb(lookup, event, parties) or _by_own_actor(lookup, event, parties)
        if holder is not None:
            return holder
    return Voice(NARRATOR, None, None, "source: narrator")


def _by_own_verb(lookup: Lookup, event: Event, parties: frozenset[str]) -> Voice | None:
    """The source of the attribution that the event's own verb makes ("condemned", "demanded")."""
    index = lookup.attribution_by(event.head)
    if index is None:
        return None
    attribution = lookup.attribution(index)
    actor = lookup.speaker(attribution)
    return _voice(lookup, index, attribution, actor, parties) if actor is not None else None


def _by_own_actor(lookup: Lookup, event: Event, parties: frozenset[str]) -> Voice | None:
    """Who holds an aim whose verb makes no attribution: the event's actor."""
    actor = lookup.actor_at(event.actor)
    if actor is None or actor.kind is None:
        return None
    text = lookup.document.report.text
    source = Source(
        kind=actor.kind,
        words=words(text, actor.start, actor.end),
        name=actor.name,
        side=party_side(actor.side, parties),
        cue=words(text, event.start, event.end),
        quoted="indirect",
        role=actor.role,
        body=actor.body,
    )
    return Voice(source, None, actor, f"source: {event.entry}")


def _voice(lookup: Lookup, index: int, attribution: Attribution, actor: Actor, parties: frozenset[str]) -> Voice:
    text = lookup.document.report.text
    span = max(attribution.source, key=lambda s: s.end - s.start)
    source = Source(
        kind=actor.kind or "unnamed",
        words=words(text, span.start, span.end),
        name=actor.name,
        side=party_side(actor.side, parties),
        cue=cue_of(lookup, attribution),
        quoted=attribution.quoted,
        chain=chain_to(lookup, index, partial(party_side, parties=parties)),
        role=actor.role,
        body=actor.body,
    )
    return Voice(source, attribution, actor, f"source: {attribution.entry}")


def party_side(side: str | None, parties: frozenset[str]) -> str:
    """The side as a source's side: a party to the conflict, or `none`."""
    return side if side is not None and side in parties else "none"
