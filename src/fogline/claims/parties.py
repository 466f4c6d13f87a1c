"""Who the parties to the conflict are, told by the report itself."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from fogline.claims.chain import speaker
from fogline.claims.lookup import Lookup
from fogline.model import Actor, SourceKind

VIOLENT = ("control.", "attack.", "harm.")
ACTS, SUFFERS = 6, 3
SPEAKS: dict[SourceKind, int] = {"military": 3, "armed_group": 3, "government": 1}  # how much a statement counts
LEAST_SHARE = 0.05  # of the count over all sides; below it a side is a third party that acted once
LEAST_COUNT = 9


def parties_of(lookup: Lookup) -> frozenset[str]:
    """The sides that act in or suffer the fighting told of in the report, by their plain names.

    Each actor of a control, attack or harm event counts `ACTS`, each target `SUFFERS`, as does who denies such an
    event or keeps silent about it; each statement of armed forces, an armed group or a government counts `SPEAKS`. A
    side is a party where its sum is at least `LEAST_COUNT` and `LEAST_SHARE` of all, or where an armed group acts or
    suffers for it. Where that leaves fewer than two, the two greatest are taken; where none is told to act, those
    named most.
    """
    counts: Counter[str] = Counter()
    groups: set[str] = set()
    for actor, weight in _fighting(lookup):
        if actor.side is not None:
            counts[actor.side] += weight
            if actor.kind == "armed_group":
                groups.add(actor.side)
    for attribution in lookup.document.attributions:
        who = speaker(lookup, attribution)
        if who is not None and who.side is not None and who.kind in SPEAKS:
            counts[who.side] += SPEAKS[who.kind]
    total = sum(counts.values())
    found = groups | {side for side, n in counts.items() if n >= LEAST_COUNT and n >= LEAST_SHARE * total}
    named = Counter(actor.side for actor in lookup.document.actors if actor.side is not None)
    for ranking in (counts, named):
        if len(found) < 2:
            found |= {side for side, _ in ranking.most_common(2)}  # of equals those met first
    return frozenset(found)


def _fighting(lookup: Lookup) -> Iterator[tuple[Actor, int]]:
    """Those who act in the fighting, suffer it or answer for it, each with what that counts."""
    for event in lookup.document.events:
        if event.type.startswith(VIOLENT):
            told = ((event.actor, ACTS), (event.target, SUFFERS))
            for head, weight in told if event.answers is None else ((event.speaker, SUFFERS),):
                actor = lookup.actor_at(head)
                if actor is not None:
                    yield actor, weight
