"""The days of an event and the days of its telling."""

from __future__ import annotations

from fogline.claims.lookup import Lookup
from fogline.claims.sourcing import Voice
from fogline.language.tree import ancestors
from fogline.model import Event, Said, Stance, Time, When, Words

_LASTING = ("control.held", "control.contested", "control.encircled", "people.", "harm.stranded")


def time_of(lookup: Lookup, event: Event, voice: Voice, stance: Stance) -> tuple[When | None, str]:
    """The days of an event, and the reason."""
    times = [t for t in lookup.times_in(lookup.tokens[event.head].sentence) if t.begin is not None]
    times = [t for t in times if not _of_telling(lookup, t, voice)]
    first, last = event.clause
    inside = [t for t in times if first <= t.first < last] or times
    if inside:
        best = min(inside, key=lambda t: abs(t.first - event.head))
        return _when(best), "time: clause"
    published = lookup.document.published
    if stance in {"expects", "intends"} or published.start is None or published.end is None:
        return None, "time: not told"
    if event.type.startswith(("control.", "attack.", "harm.")):
        kind = "throughout" if event.type.startswith(_LASTING) else "sometime"
        return When(None, published.start, published.end, kind), "time: report's day"  # type: ignore[arg-type]
    return None, "time: not told"


def said_of(lookup: Lookup, voice: Voice) -> Said | None:
    """When the source said it: the time at the cue, else the report's own day."""
    if voice.attribution is not None and voice.attribution.cue_head is not None:
        cue = lookup.tokens[voice.attribution.cue_head]
        for time in lookup.times_in(cue.sentence):
            if time.begin is not None and time.until is not None and _of_telling(lookup, time, voice):
                return Said(time.begin, time.until)
    published = lookup.document.published
    return Said(published.start, published.end) if published.start and published.end else None


def _of_telling(lookup: Lookup, time: Time, voice: Voice) -> bool:
    """Whether a time hangs on the cue ("said on Friday") rather than on the event."""
    if voice.attribution is None or voice.attribution.cue_head is None:
        return False
    above = [t.i for t in ancestors(lookup.structure, time.last - 1)]
    return voice.attribution.cue_head in above[:2]


def _when(time: Time) -> When | None:
    if time.begin is None or time.until is None:
        return None
    return When(Words(time.start, time.end, time.text), time.begin, time.until, time.kind)
