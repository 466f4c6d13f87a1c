"""Who controls a place holds it: a state that lasts, not the deed by which it came about."""

from __future__ import annotations

from dataclasses import replace

from fogline.claims.lookup import Lookup
from fogline.extraction.events.words import lemmas_of
from fogline.language.tree import children
from fogline.model import Event, EventType

_TAKING: EventType = "control.captured"
_HOLDING: EventType = "control.held"
_LASTING = frozenset({"VBZ", "VBP", "VBD", "VBN"})  # tags; what one wants "to control" is yet to be taken


def as_state(lookup: Lookup, event: Event) -> Event:
    """The event, as one of holding where its verb tells of a state ("controls").

    Full control ("fully controls") stays what annotators call a capture, and so do what is still to come and what is
    denied: that others do not control a town means that they have not taken it.
    """
    if event.type != _TAKING or event.modality == "future" or event.negated or _is_denied(lookup, event):
        return event
    verb = lookup.tokens[event.head]
    if verb.lemma not in lemmas_of("state_of_control") or verb.tag not in _LASTING:
        return event
    if any(child.lower in lemmas_of("wholly") for child in children(lookup.structure, verb.i, "advmod")):
        return event
    return replace(event, type=_HOLDING, because=(*event.because, f"event: {verb.lemma} is a state"))


def _is_denied(lookup: Lookup, event: Event) -> bool:
    over = lookup.attributions_over(event)
    return bool(over) and lookup.attribution(over[0]).stance == "denies"
