"""Whose claim an event is: the innermost attribution over it, and the chain that leads there."""

from __future__ import annotations

from dataclasses import dataclass, replace

from fogline.claims.chain import NOT_A_VOICE, chain_of, cue_of, party_side, passes_on, speaker
from fogline.claims.lookup import Lookup
from fogline.claims.together import joined, speakers, two_sides
from fogline.language.tree import children, words
from fogline.model import Actor, Attribution, Event, Source, Span, Words

_DENYING = "deny."
NARRATOR = Source("narrator", None, None, "none")
ATTEMPTS = ("goal.try", "goal.effort", "goal.retake", "goal.stop", "goal.purpose")


@dataclass(frozen=True)
class Voice:
    """Who speaks: the source, the attribution that ties it to the words, and the mention that names it."""

    source: Source
    attribution: Attribution | None
    actor: Actor | None
    because: str
    rival: Actor | None = None  # the other one, of two who say a thing of each other
    shared: bool = False  # its words name the other one as well ("both sides")

    @property
    def denies(self) -> bool:
        """Whether its words of saying reject what was said ("denied", "refuted")."""
        return self.attribution is not None and self.attribution.entry.startswith(_DENYING)


def voices_of(lookup: Lookup, event: Event, parties: frozenset[str]) -> tuple[Voice, ...]:
    """The sources of an event's claims, in text order: one, or each of those who say it together."""
    voice = voice_of(lookup, event, parties)
    if event.mutual:
        return each_other(lookup, event, voice, parties)
    if voice.attribution is None:
        return (voice,)
    together = speakers(lookup, voice.attribution)
    if not together and voice.actor is not None and _is_both(lookup, voice.actor):
        together = two_sides(lookup, event, voice.actor, parties)
    return tuple(_one_of(voice, actor, parties) for actor in together) or (voice,)


def _is_both(lookup: Lookup, actor: Actor) -> bool:
    """Whether a source is "both", "both sides"."""
    near = (lookup.tokens[actor.head], *children(lookup.structure, actor.head, "det", "predet", "amod"))
    return any(token.lower == "both" for token in near)


def each_other(lookup: Lookup, event: Event, voice: Voice, parties: frozenset[str]) -> tuple[Voice, ...]:
    """The voices of those who say a thing of one another; with two, each is told of its rival."""
    head = voice.attribution.source_head if voice.attribution is not None else event.speaker
    actors = joined(lookup, head)
    both = two_sides(lookup, event, voice.actor, parties) if not actors and voice.actor is not None else ()
    found = tuple(_one_of(voice, actor, parties) for actor in actors or both)
    if len(found) != 2:
        return found or (voice,)
    first, second = found
    shared = bool(both)
    return replace(first, rival=second.actor, shared=shared), replace(second, rival=first.actor, shared=shared)


def voice_of(lookup: Lookup, event: Event, parties: frozenset[str]) -> Voice:
    """The source of an event's claim; the narrator where no attribution covers it.

    An aim is the claim of whoever holds it, where its verb says that it was voiced ("vowed to") or where the narrator
    alone would tell of it ("wants to"); attempts are deeds that the narrator tells of.
    """
    if event.reply is not None:
        return _of_answer(lookup, event, parties)
    if event.voiced or event.type == "other.statement":
        own = _by_own_verb(lookup, event, parties)
        if own is None and event.voiced:
            own = _by_own_actor(lookup, event, parties)
        if own is not None:
            return own
    over = lookup.attributions_over(event)
    for index in over:
        attribution = lookup.attribution(index)
        if attribution.entry.startswith(NOT_A_VOICE) or attribution.cue_head == event.head or not attribution.source:
            continue
        if attribution.parent in over and passes_on(lookup, index):
            continue
        if (actor := speaker(lookup, attribution)) is not None:
            return _voice(lookup, event, index, actor, parties)
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
    over = lookup.attributions_over(event)
    if event.reply == "silence" and event.speaker is None and event.answers is not None:
        told = lookup.attributions_at(lookup.tokens[event.answers].start)
        over = [index for index in over if index not in told]  # nobody leaves open what they say in the same breath
    for index in over:
        attribution = lookup.attribution(index)
        if attribution.source and (actor := speaker(lookup, attribution)) is not None:
            return _voice(lookup, event, index, actor, parties)
    return Voice(NARRATOR, None, None, "source: narrator")


def _by_own_verb(lookup: Lookup, event: Event, parties: frozenset[str]) -> Voice | None:
    """The source of the attribution that the event's own verb makes ("condemned", "demanded")."""
    index = lookup.attribution_by(event.head)
    if index is None:
        return None
    attribution = lookup.attribution(index)
    actor = speaker(lookup, attribution)
    return _voice(lookup, event, index, actor, parties) if actor is not None else None


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
        role=actor.role,
        body=actor.body,
    )
    return Voice(source, None, actor, f"source: {event.entry}")


def _voice(lookup: Lookup, event: Event, index: int, actor: Actor, parties: frozenset[str]) -> Voice:
    text = lookup.document.report.text
    attribution = lookup.attribution(index)
    span = max(attribution.source, key=lambda s: s.end - s.start)
    chain = chain_of(lookup, index, lookup.attributions_over(event), parties)
    if any(link.words and span.start < link.words.start and link.words.end <= span.end for link in chain[:-1]):
        span = Span(actor.start, actor.end)  # "a source cited by the newspaper": the newspaper relays, and is no part
    own = words(text, span.start, span.end)
    source = Source(
        kind=actor.kind or "unnamed",
        words=own,
        name=actor.name,
        side=party_side(actor.side, parties),
        cue=cue_of(text, attribution),
        quoted=attribution.quoted,
        chain=(*chain[:-1], replace(chain[-1], words=own)) if chain else (),
        role=actor.role,
        body=actor.body,
    )
    return Voice(source, attribution, actor, f"source: {attribution.entry}")


def _one_of(voice: Voice, actor: Actor, parties: frozenset[str]) -> Voice:
    """One of several who say a thing together; those who relay them relay each."""
    own = Words(actor.start, actor.end, actor.text)
    kind, side = actor.kind or voice.source.kind, party_side(actor.side, parties)
    chain = voice.source.chain
    if chain:
        chain = (*chain[:-1], replace(chain[-1], kind=kind, words=own, name=actor.name, side=side))
    source = replace(
        voice.source,
        kind=kind,
        words=own,
        name=actor.name,
        side=side,
        chain=chain,
        role=actor.role,
        body=actor.body,
    )
    return replace(voice, source=source, actor=actor, because=f"{voice.because}; claims.together")
