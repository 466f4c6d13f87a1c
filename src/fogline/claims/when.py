"""The days of an event and the days of its telling."""

from __future__ import annotations

from datetime import timedelta

from fogline.claims.lookup import Lookup
from fogline.claims.setting import CORE
from fogline.claims.sourcing import Voice
from fogline.claims.tense import Tense, tense_of
from fogline.language.tree import ancestors
from fogline.model import Event, Said, Stance, Time, When, Words

SHOW, VISIT = "show.", "visit."
LEAD = 3  # sentences; the lead tells the news of the day
# A report tells what happened since the one before it: without a time word an event is of its day or the day before.
NEWS_DAYS = timedelta(days=1)
A_DAY = timedelta(days=1)  # a day, or a night that runs into the next
LONGEST_PUBLICATION = 7  # days; a publication date less sharp than this dates no event
_AHEAD = frozenset({"expects", "intends", "questions"})
_NOW = frozenset({"present", "progressive"})


class Times:
    """Finds the days of one document's events, in text order: a day that was told holds for the deed told next."""

    def __init__(self, lookup: Lookup) -> None:
        self._lookup = lookup
        self._told: tuple[int, When] | None = None  # the sentence that told a day, and the day

    def of(self, event: Event, voice: Voice, stance: Stance) -> tuple[When | None, str]:
        """The days of an event, and the reason: its clause's own time, its sentence's, else the report's news days."""
        lookup = self._lookup
        tense = tense_of(lookup.structure, event)
        core = event.type.startswith(CORE)
        times = [t for t in lookup.times_in(lookup.tokens[event.head].sentence) if t.begin is not None]
        times = [t for t in times if not _is_lapse(lookup, t)]
        first, last = event.clause
        own = [t for t in times if first <= t.first < last and not _of_telling(lookup, t, voice)]
        if own:
            return self._remembered(event, _when(lookup, _nearest(own, event), tense)), "time: clause"
        if voice.attribution is not None and voice.attribution.entry.startswith((SHOW, VISIT)):
            seen = [t for t in _at_cue(lookup, voice) if t.begin is not None]
            if seen:
                return _when(lookup, seen[0], tense), "time: of what was seen"
        if stance in _AHEAD or (tense == "future" and not times):
            return None, "time: looks ahead"
        if times and ((core and tense not in _NOW) or (not core and voice.actor is None and tense == "past")):
            return self._remembered(event, _when(lookup, _nearest(times, event), tense)), "time: sentence"
        before = self._told_before(event) if core and tense not in _NOW else None
        if before is not None:
            return before, "time: told in the sentence before"
        if core or _is_news(lookup, event, voice, tense):
            return _news_days(lookup, tense), "time: report's news days"
        return None, "time: not told"

    def _remembered(self, event: Event, when: When | None) -> When | None:
        """The days of an event, which the deed told next may share if they are no more than a day or a night."""
        if event.type.startswith(CORE):
            brief = when if when is not None and when.until - when.begin <= A_DAY else None
            self._told = (self._lookup.tokens[event.head].sentence, brief) if brief is not None else None
        return when

    def _told_before(self, event: Event) -> When | None:
        """The day that a deed of the same sentence, or of the one before in its paragraph, was told to be of."""
        if self._told is None:
            return None
        told, when = self._told
        sentence, sentences = self._lookup.tokens[event.head].sentence, self._lookup.structure.sentences
        near = sentence - told <= 1 and sentences[told].paragraph == sentences[sentence].paragraph
        return when if near else None


def said_of(lookup: Lookup, voice: Voice) -> Said | None:
    """When the source said it: the time at the cue, else the report's own day."""
    for time in _at_cue(lookup, voice):
        if time.begin is not None and time.until is not None and _of_telling(lookup, time, voice):
            return Said(time.begin, time.until)
    published = lookup.document.published
    return Said(published.start, published.end) if published.start and published.end else None


def _is_news(lookup: Lookup, event: Event, voice: Voice, tense: Tense) -> bool:
    """Whether a claim of politics or opinion belongs to the report's day."""
    if tense == "progressive" or event.type == "politics.agreement":
        return True
    if event.type == "politics.talks":
        return tense != "future"
    if lookup.tokens[event.head].sentence < LEAD:
        return True
    return voice.actor is None and tense == "present"


def _news_days(lookup: Lookup, tense: Tense) -> When | None:
    published = lookup.document.published
    if published.start is None or published.end is None:
        return None
    if (published.end - published.start).days > LONGEST_PUBLICATION:
        return None
    if tense in _NOW:
        return When(None, published.start, published.end, "throughout")
    return When(None, published.start - NEWS_DAYS, published.end, "sometime")


def _at_cue(lookup: Lookup, voice: Voice) -> list[Time]:
    """The times of the cue's sentence, nearest to the cue first."""
    if voice.attribution is None or voice.attribution.cue_head is None:
        return []
    cue = lookup.tokens[voice.attribution.cue_head]
    return sorted(lookup.times_in(cue.sentence), key=lambda t: (abs(t.first - cue.i), t.start))


def _is_lapse(lookup: Lookup, time: Time) -> bool:
    """Whether a time tells how long before or after: "after months of fighting" is no date of what came then."""
    before = lookup.tokens[time.first - 1].lower if time.first else ""
    return time.type == "DURATION" and before in {"after", "before"}


def _of_telling(lookup: Lookup, time: Time, voice: Voice) -> bool:
    """Whether a time hangs on the cue ("said on Friday") rather than on the event."""
    if voice.attribution is None or voice.attribution.cue_head is None:
        return False
    if voice.attribution.entry.startswith((SHOW, VISIT)):  # a picture or a visit has its day from what it shows
        return False
    above = [t.i for t in ancestors(lookup.structure, time.last - 1)]
    return voice.attribution.cue_head in above[:2]


def _nearest(times: list[Time], event: Event) -> Time:
    """The time closest to the trigger, days before durations."""
    return min(times, key=lambda t: (t.type in {"DURATION", "SET"}, abs(t.first - event.head)))


def _when(lookup: Lookup, time: Time, tense: Tense) -> When | None:
    if time.begin is None or time.until is None:
        return None
    published = lookup.document.published.end
    until = time.until
    if tense == "perfect" and published is not None and until < published and time.kind == "throughout":
        until = published
    return When(Words(time.start, time.end, time.text), time.begin, until, time.kind)
