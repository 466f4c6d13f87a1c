"""Countries with rival governments: where a report names one of them alone, the country's forces are that one's."""

from __future__ import annotations

from collections.abc import Sequence

from fogline.extraction.actors.mention import Mention

_STATES = frozenset({"government", "military"})


def put_under_rulers(found: Sequence[Mention]) -> None:
    """Gives forces and bodies of a country the side of its government that the report names ("the GNA"), if of one."""
    rulers: dict[str, set[str]] = {}
    for mention in found:
        named = mention.reading.named
        if named is not None and named.rules is not None and named.side is not None:
            rulers.setdefault(named.rules, set()).add(named.side)
    for mention in found:
        sides = rulers.get(mention.side or "", set())
        if len(sides) == 1 and mention.kind in _STATES and (mention.pronoun or mention.reading.role is not None):
            (mention.side,) = sides
            mention.because = (*mention.because, "actors.ruler")
            if mention.identity is not None and mention.identity.side in rulers:
                mention.identity.side = mention.side
