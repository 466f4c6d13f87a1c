"""What is true of an event whichever place, actor or time it has: the setting that the slot models are told."""

from __future__ import annotations

from fogline.claims.features import bin_of
from fogline.claims.lookup import Lookup
from fogline.claims.tense import tense_of
from fogline.model import Event

CORE = ("control.", "attack.", "harm.", "people.", "aid.")
Setting = dict[str, str]


def setting_of(lookup: Lookup, event: Event) -> Setting:
    """Named traits of an event and its clause; none of them holds a name."""
    token = lookup.tokens[event.head]
    over = lookup.attributions_over(event)
    return {
        "family": event.type.partition(".")[0],
        "type": event.type,
        "core": str(event.type.startswith(CORE)),
        "tense": tense_of(lookup.structure, event),
        "modality": event.modality,
        "voice": lookup.attribution(over[0]).stance if over else "narrator",
        "at": str(bin_of(token.sentence)),
        "pos": token.pos,
    }


def follows(lookup: Lookup, event: Event, before: Event | None) -> str:
    """How far after the claim before it an event is told, and whether that one is of its kind."""
    if before is None:
        return "first"
    sentences = lookup.structure.sentences
    here, there = sentences[lookup.tokens[event.head].sentence], sentences[lookup.tokens[before.head].sentence]
    likeness = "same" if before.type == event.type else "alike" if before.type[:4] == event.type[:4] else "other"
    return f"{min(3, here.index - there.index)}{'p' if here.paragraph == there.paragraph else ''}.{likeness}"
