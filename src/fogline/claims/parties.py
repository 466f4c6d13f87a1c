"""Who the parties to the conflict are, told by the report itself."""

from __future__ import annotations

from collections import Counter

from fogline.claims.lookup import Lookup

VIOLENT = ("control.", "attack.", "harm.")
LEAST_SHARE = 0.12  # of the count over all sides; below it a side is a third party that acted once
LEAST_COUNT = 2


def parties_of(lookup: Lookup) -> frozenset[str]:
    """The sides that act in or suffer the fighting told of in the report, by their plain names.

    Each actor of a control, attack or harm event counts two, each target one, as does who denies such an event or
    keeps silent about it. A side is a party where its sum is at
    least `LEAST_COUNT` and `LEAST_SHARE` of all; where that leaves fewer than two, the two greatest are taken.
    """
    roles: Counter[str] = Counter()
    for event in lookup.document.events:
        if not event.type.startswith(VIOLENT):
            continue
        roles_told = ((event.actor, 2), (event.target, 1)) if event.answers is None else ((event.speaker, 1),)
        for head, weight in roles_told:
            actor = lookup.actor_at(head)
            if actor is not None and actor.side is not None:
                roles[actor.side] += weight
    total = sum(roles.values())
    found = {side for side, n in roles.items() if n >= LEAST_COUNT and n >= LEAST_SHARE * total}
    if len(found) < 2:
        found |= {side for side, _ in sorted(roles.items(), key=lambda item: (-item[1], item[0]))[:2]}
    return frozenset(found)
