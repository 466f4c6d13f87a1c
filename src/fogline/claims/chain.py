"""The chain of sources: who passed on whose words, from the outermost link to the one who first said it."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from fogline.claims.lookup import Lookup
from fogline.extraction.attribution.lookup import lineage
from fogline.language.tree import words
from fogline.model import Actor, Attribution, Relay, Words


def chain_to(lookup: Lookup, index: int, side_of: Callable[[str | None], str]) -> tuple[Relay, ...]:
    """The links that lead to the source of an attribution, outermost first; empty where nobody relays.

    An outlet that was told the words ("told Reuters") relays them too. The report's own outlet and agency are no links:
    they stand with the report.
    """
    links = list(_inwards(lookup, index, side_of))
    return tuple(reversed(links)) if len(links) > 1 else ()


def cue_of(lookup: Lookup, attribution: Attribution) -> Words | None:
    """The first stretch of an attribution's cue."""
    if not attribution.cue:
        return None
    span = attribution.cue[0]
    return words(lookup.document.report.text, span.start, span.end)


def _inwards(lookup: Lookup, index: int, side_of: Callable[[str | None], str]) -> Iterator[Relay]:
    """The links, innermost first, each source once."""
    met: set[str] = set()
    for at in lineage(lookup.document.attributions, index):
        attribution = lookup.attribution(at)
        told_to = lookup.actor_at(attribution.audience)
        outlet = told_to if told_to is not None and told_to.kind == "journalist" else None
        for actor in (lookup.speaker(attribution), outlet):
            if actor is None or (actor.name or actor.text) in met:
                continue
            met.add(actor.name or actor.text)
            yield _link(actor, cue_of(lookup, attribution), side_of)


def _link(actor: Actor, cue: Words | None, side_of: Callable[[str | None], str]) -> Relay:
    here = Words(actor.start, actor.end, actor.text)
    return Relay(actor.kind or "unnamed", here, actor.name, side_of(actor.side), cue)
