"""Whom "the enemy" and "the occupiers" stand for: of a report's two main sides, the one that is not the speaker's."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from fogline.extraction.actors.mention import Mention
from fogline.extraction.actors.pronouns import Pronouns

MAIN_SHARE = 0.6  # of all mentions with a side: what the two main sides must have together
_FIGHTING = frozenset({"military", "armed_group", "government", "authority"})


def name_enemies(found: Sequence[Mention], pronouns: Pronouns, country: str | None) -> None:
    """Gives "the enemy" its side where the speaker's is known; without a speaker, `country` is taken to speak."""
    main = _main_sides(found)
    if main is None:
        return
    for mention in found:
        role = mention.reading.role
        if role is None or role.id != "enemy" or mention.side is not None:
            continue
        speaker = pronouns.voice(mention)
        told = speaker.side if speaker is not None else None
        own = told or country
        if own in main:
            mention.side = main[1] if own == main[0] else main[0]
            mention.because = (*mention.because, "actors.other_side" if told is not None else "actors.home_enemy")


def _main_sides(found: Sequence[Mention]) -> tuple[str, str] | None:
    counts = Counter(m.side for m in found if m.side is not None and m.kind in _FIGHTING)
    ranked = counts.most_common(2)  # of equals those met first
    if len(ranked) < 2 or sum(count for _, count in ranked) < MAIN_SHARE * sum(counts.values()):
        return None
    return ranked[0][0], ranked[1][0]
