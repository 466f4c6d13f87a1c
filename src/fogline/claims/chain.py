"""The chain of a claim's source: who passed on whose words, from the outermost to the innermost.

The links are those that the report's own words name. Who published the report, and the agency that it has its text
from, stand in the report; they are no links, as the text need not name them.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from fogline.claims.lookup import Lookup
from fogline.claims.media import carriers_of
from fogline.extraction.coverage import lineage
from fogline.language.tree import ancestors, words
from fogline.model import Actor, Attribution, Relay, Words

_SPEECH = ("say.", "write.", "deny.", "phrase.")
TRANSCRIPT = "phrase.transcript"
HEADLINE = "phrase.headline"
_PLACES = ("actors.country:", "actors.capital:")
NOT_A_VOICE = ("belief.", "intent.", "perceive.")  # states of mind that the narrator reports in its own voice


def chain_of(lookup: Lookup, index: int, over: Sequence[int], parties: frozenset[str]) -> tuple[Relay, ...]:
    """The links from the outermost source to the speaker of the attribution `index`; empty where nobody relays.

    `over` are the attributions in whose content the words stand.
    """
    links: list[Relay] = []
    seen: set[str] = set()  # "I hope that …", the minister said: one and the same
    for actor, cue in _inside_out(lookup, index, over):
        who = actor.name or actor.text
        if who not in seen:
            seen.add(who)
            links.append(_link(actor, cue, parties))
    return tuple(reversed(links)) if len(links) > 1 else ()


def passes_on(lookup: Lookup, index: int) -> bool:
    """Whether an attribution tells only who passed on what the one around it reports.

    As in "the army said that X, Reuters reported" and "said in a statement carried by the agency that X": the parse
    puts the medium inside, but the words are the other's.
    """
    attribution = lookup.attribution(index)
    parent = lookup.attribution(attribution.parent) if attribution.parent is not None else None
    if parent is None or not attribution.content or parent.entry.startswith(NOT_A_VOICE):
        return False
    medium, first = speaker(lookup, attribution), speaker(lookup, parent)
    if medium is None or first is None or medium.kind != "journalist" or first.kind == "journalist":
        return False
    after = bool(attribution.cue) and attribution.cue[0].start >= attribution.content[-1].end
    return after or _carries(lookup, attribution)


def speaker(lookup: Lookup, attribution: Attribution) -> Actor | None:
    """The mention that an attribution's source names, where it is of a kind that speaks."""
    actor = lookup.actor_of(attribution.source, attribution.source_head)
    if actor is None or (attribution.entry == HEADLINE and is_topic(lookup, attribution, actor)):
        return None
    return with_kind(lookup, attribution, actor)


def is_topic(lookup: Lookup, attribution: Attribution, actor: Actor) -> bool:
    """Whether the place before a headline's colon tells where it happened ("Ethiopia: drone strike kills 20").

    It speaks where it is quoted, and where the headline tells of another's deed ("Nairobi: Ugandan drone kills 20").
    """
    if attribution.quoted != "indirect" or actor.role is not None or actor.body is not None:
        return False
    head = lookup.tokens[actor.head]
    placed = any(place.first <= head.i < place.last for place in lookup.places_in(head.sentence))
    if not placed and not any(reason.startswith(_PLACES) for reason in actor.because):
        return False
    if actor.side is None:
        return True  # a town has no voice of its own
    told = [a for span in attribution.content for a in lookup.actors_within(span)]
    return not any(a.side is not None and a.side != actor.side for a in told)


def with_kind(lookup: Lookup, attribution: Attribution, actor: Actor) -> Actor | None:
    """A mention that speaks, with the kind that speaking shows where nothing else does; else None."""
    if actor.kind is not None:
        return actor
    if attribution.entry == TRANSCRIPT:
        return replace(actor, kind="witness")  # who speaks in a transcript and is told to be nothing else
    if attribution.entry.startswith(_SPEECH) and lookup.tokens[actor.head].pos == "PROPN":
        return replace(actor, kind="organization")  # a name that nothing else is known of
    return None


def party_side(side: str | None, parties: frozenset[str]) -> str:
    """The side as a source's side: a party to the conflict, or `none`."""
    return side if side is not None and side in parties else "none"


def cue_of(text: str, attribution: Attribution) -> Words | None:
    """The first words of an attribution's cue."""
    if not attribution.cue:
        return None
    span = attribution.cue[0]
    return words(text, span.start, span.end)


def _inside_out(lookup: Lookup, index: int, over: Sequence[int]) -> Iterator[tuple[Actor, Words | None]]:
    passing = {lookup.attribution(k).parent: k for k in over if k != index and passes_on(lookup, k)}
    for at in lineage(lookup.document.attributions, index):
        if at in passing.values():
            continue
        yield from _voices(lookup, at)
        if at in passing:
            yield from _voices(lookup, passing[at])


def _voices(lookup: Lookup, index: int) -> Iterator[tuple[Actor, Words | None]]:
    """Who speaks in an attribution, and the media that it says carry it."""
    attribution = lookup.attribution(index)
    actor = speaker(lookup, attribution)
    if actor is not None:
        yield actor, cue_of(lookup.document.report.text, attribution)
        yield from carriers_of(lookup, attribution)


def _carries(lookup: Lookup, attribution: Attribution) -> bool:
    """Whether the source is the one by whom the thing said is "carried" or "published"."""
    if attribution.source_head is None:
        return False
    above = [token.i for token in ancestors(lookup.structure, attribution.source_head)][:3]
    participles = [i for i in above if lookup.tokens[i].tag == "VBN"]
    return attribution.cue_head in above and bool(participles)


def _link(actor: Actor, cue: Words | None, parties: frozenset[str]) -> Relay:
    here = Words(actor.start, actor.end, actor.text)
    return Relay(actor.kind or "unnamed", here, actor.name, party_side(actor.side, parties), cue)
