"""Whose claim an event is: the innermost attribution over it, and the chain that leads there."""

from __future__ import annotations

from dataclasses import dataclass

from fogline.claims.lookup import Lookup
from fogline.language.tree import words
from fogline.model import Actor, Attribution, Event, Relay, Source, Words

NARRATOR = Source("narrator", None, None, "none")
NOT_A_VOICE = ("belief.", "intent.", "perceive.")  # states of mind that the narrator reports in its own voice


@dataclass(frozen=True)
class Voice:
    """Who speaks: the source, the attribution that ties it to the words, and the mention that names it."""

    source: Source
    attribution: Attribution | None
    actor: Actor | None
    because: str


def voice_of(lookup: Lookup, event: Event, parties: frozenset[str]) -> Voice:
    """The source of an event's claim; the narrator where no attribution covers it."""
    for index in lookup.attributions_over(event):
        attribution = lookup.attribution(index)
        if not _speaks(attribution) or attribution.cue_head == event.head:
            continue
        actor = lookup.actor_of(attribution.source, attribution.source_head)
        if not attribution.source or actor is None or actor.kind is None:
            continue
        return _voice(lookup, index, attribution, actor, parties)
    if event.type == "politics.goal":
        return _holder(lookup, event, parties)
    return Voice(NARRATOR, None, None, "source: narrator")


def _speaks(attribution: Attribution) -> bool:
    return not attribution.entry.startswith(NOT_A_VOICE)


def _holder(lookup: Lookup, event: Event, parties: frozenset[str]) -> Voice:
    """The one who voices an aim ("vowed to", "the minister's demand") is its source."""
    for index, attribution in enumerate(lookup.document.attributions):
        if attribution.cue_head != event.head or not attribution.source:
            continue
        actor = lookup.actor_of(attribution.source, attribution.source_head)
        if actor is not None and actor.kind is not None:
            return _voice(lookup, index, attribution, actor, parties)
    return Voice(NARRATOR, None, None, "source: narrator")


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
    seen: set[int] = set()
    at: int | None = index
    while at is not None and at not in seen:
        seen.add(at)
        attribution = lookup.attribution(at)
        actor = lookup.actor_of(attribution.source, attribution.source_head)
        if actor is not None and actor.kind is not None:
            here = Words(actor.start, actor.end, actor.text)
            links.append(Relay(actor.kind, here, actor.name, party_side(actor.side, parties)))
        at = attribution.parent
    return tuple(reversed(links)) if len(links) > 1 else ()
