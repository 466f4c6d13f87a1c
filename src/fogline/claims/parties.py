"""Who the parties to the conflict are, told by the report itself."""

from __future__ import annotations

from collections import Counter

from fogline.claims.lookup import Lookup

VIOLENT = ("control.", "attack.", "harm.")
LEAST_SHARE = 0.12  # of the report's violent roles; below it a side is a third party that acted once
LEAST_ROLES = 2


def parties_of(lookup: Lookup) -> frozenset[str]:
    """The sides that act in or suffer the fighting told of in the report, by their plain names.

    A side is a party where it fills at least `LEAST_ROLES` roles (actor or target) of control, attack and harm events
    and `LEAST_SHARE` of all such roles; where that leaves fewer than two, the two sides with most roles are taken.
    """
    roles: Counter[str] = Counter()
    for event in lookup.document.events:
        if not event.type.startswith(VIOLENT):
            continue
        for head, weight in ((event.actor, 2), (event.target, 1)):
            actor = lookup.actor_at(head)
            if actor is not None and actor.side is not None:
                roles[actor.side] += weight
    total = sum(roles.values())
    found = {side for side, n in roles.items() if n >= LEAST_ROLES and n >= LEAST_SHARE * total}
    if len(found) < 2:
        found |= {side for side, _ in sorted(roles.items(), key=lambda item: (-item[1], item[0]))[:2]}
    return frozenset(found)
