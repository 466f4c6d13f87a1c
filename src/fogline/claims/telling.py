"""The days on which a source said it, and which times of a sentence tell them."""

from __future__ import annotations

from fogline.claims.lookup import Lookup
from fogline.claims.sourcing import Voice
from fogline.language.tree import ancestors
from fogline.model import Said, Time

_VAGUE = "PAST_REF"
SHOW, VISIT = "show.", "visit."  # a picture or a visit has its day from what it shows


def said_of(lookup: Lookup, voice: Voice) -> Said | None:
    """When the source said it: the time at the cue, else the report's own day."""
    for time in _at_cue(lookup, voice):
        if time.begin is not None and time.until is not None and of_telling(lookup, time, voice):
            return Said(time.begin, time.until)
    published = lookup.document.published
    return Said(published.start, published.end) if published.start and published.end else None


def seen_at(lookup: Lookup, voice: Voice) -> Time | None:
    """The time told of what a picture shows or a visit found: the one nearest to the cue; "recently" tells none."""
    if voice.attribution is None or not voice.attribution.entry.startswith((SHOW, VISIT)):
        return None
    told = (time for time in _at_cue(lookup, voice) if time.value != _VAGUE)
    return next((time for time in told if time.begin is not None), None)


def of_telling(lookup: Lookup, time: Time, voice: Voice) -> bool:
    """Whether a time hangs on the cue ("said on Friday") rather than on the event."""
    if voice.attribution is None or voice.attribution.cue_head is None:
        return False
    if voice.attribution.entry.startswith((SHOW, VISIT)):
        return False
    above = [t.i for t in ancestors(lookup.structure, time.last - 1)]
    return voice.attribution.cue_head in above[:2]


def _at_cue(lookup: Lookup, voice: Voice) -> list[Time]:
    """The times of the cue's sentence, nearest to the cue first."""
    if voice.attribution is None or voice.attribution.cue_head is None:
        return []
    cue = lookup.tokens[voice.attribution.cue_head]
    return sorted(lookup.times_in(cue.sentence), key=lambda t: (abs(t.first - cue.i), t.start))
