"""Whose claim an event is: the innermost attribution over it, and the chain that leads there."""

from __future__ import annotations

from dataclasses import dataclass

from fogline.claims.lookup import Lookup
from fogline.extraction.attribution.lookup import lineage
from fogline.language.tree import words
from fogline.model import Actor, Attribution, Event, Relay, Source, Words

NARRATOR = Source("narrator", None, None, "none")
ATTEMPTS = ("goal.try", "goal.effort", "goal.retake", "goal.stop", "goal.purpose")
NOT_A_VOICE = ("belief.", "intent.", "perceive.")  # states of mind that the narrator reports in its own voice
ANSWERS = "answer."  # entries of events that answer another


@dataclass(frozen=True)
class Voice:
    """Who speaks: the source, the attribution that ties it to the words, and the mention that names it."""

    source: Source
    attribution: Attribution | None
    actor: Actor | None
    because: str


def voice_of(lookup: Lookup, event: Event, parties: frozenset[str]) -> Voice:
    """The source of an event's claim; the narrator where no attribution covers it.

    An aim is the claim of whoever holds it, where its verb says that it was voiced ("vowed to") or where the narrator
    alone would tell of it ("wants to"); attempts are deeds that the narrator tells of.
    """
    if event.entry.startswith(ANSWERS):
        return _of_answer(lookup, event, parties)
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
        if (actor := _speaker(lookup, attribution)) is not None:
            return _voice(lookup, index, attribution, actor, parties)
    if event.type == "politics.goal" and event.entry not in ATTEMPTS:
        holder = _by_own_verb(lookup, event, parties) or _by_own_actor(lookup, event, parties)
        if holder is not None:
            return holder
    return Voice(NARRATOR, None, None, "source: narrator")


def _of_answer(lookup: Lookup, event: Event, parties: frozenset[str]) -> Voice:
    """Who denies or keeps silent: whom the answer's own words name, else whoever is speaking."""
    own = _by_own_verb(lookup, event, parties)
    if own is not None:
        return own
    actor = lookup.actor_at(event.speaker)
    if actor is not None and actor.kind is not None:
        return _by_actor(lookup, event, actor, parties)
    for index in lookup.attributions_over(event):
        attribution = lookup.attribution(index)
        if attribution.source and (actor := _speaker(lookup, attribution)) is not None:
            return _voice(lookup, index, attribution, actor, parties)
    return Voice(NARRATOR, None, None, "source: narrator")


def _by_own_verb(lookup: Lookup, event: Event, parties: frozenset[str]) -> Voice | None:
    """The source of the attribution that the event's own verb makes ("condemned", "demanded")."""
    index = lookup.attribution_by(event.head)
    if index is None:
        return None
    attribution = lookup.attribution(index)
    actor = _speaker(lookup, attribution)
    return _voice(lookup, index, attribution, actor, parties) if actor is not None else None


def _speaker(lookup: Lookup, attribution: Attribution) -> Actor | None:
    """The mention that an attribution's source names, where it is of a kind that speaks."""
    actor = lookup.actor_of(attribution.source, attribution.source_head)
    return actor if actor is not None and actor.kind is not None else None


def _by_own_actor(lookup: Lookup, event: Event, parties: frozenset[str]) -> Voice | None:
    """Who holds an aim whose verb makes no attribution: the event's actor."""
    actor = lookup.actor_at(event.actor)
    if actor is None or actor.kind is None:
        return None
    return _by_actor(lookup, event, actor, parties)


def _by_actor(lookup: Lookup, event: Event, actor: Actor, parties: frozenset[str]) -> Voice:
    """The voice of a mention that no attribution names."""
    text = lookup.document.report.text
    source = Source(
        kind=actor.kind or "unnamed",
        words=words(text, actor.start, actor.end),
        name=actor.name,
        side=party_side(actor.side, parties),
        cue=words(text, event.start, event.end),
        quoted="indirect",
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
        cue=_cue(text, attribution),
        quoted=attribution.quoted,
        chain=_chain(lookup, index, parties),
    )
    return Voice(source, attribution, actor, f"source: {attribution.entry}")


def party_side(side: str | None, parties: frozenset[str]) -> str:
    """The side as a source's side: a party to the conflict, or `none`."""
    return side if side is not None and side in parties else "none"


def _cue(text: str, attribution: Attribution) -> Words | None:
    if not attribution.cue:
        return None
    span = attribution.cue[0]
    return words(text, span.start, span.end)


def _chain(lookup: Lookup, index: int, parties: frozenset[str]) -> tuple[Relay, ...]:
    """The links from the outermost source to the innermost; empty where nobody relays."""
    links: list[Relay] = []
    for at in lineage(lookup.document.attributions, index):
        actor = _speaker(lookup, lookup.attribution(at))
        if actor is not None:
            here = Words(actor.start, actor.end, actor.text)
            links.append(Relay(actor.kind or "unnamed", here, actor.name, party_side(actor.side, parties)))
    return tuple(reversed(links)) if len(links) > 1 else ()
