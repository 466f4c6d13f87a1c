"""The days of an event: the times told of near it are ranked with the report's own days, and no time is a candidate."""

from __future__ import annotations

from fogline.claims.lookup import Lookup
from fogline.claims.moments import Moment, Moments
from fogline.claims.setting import Setting, follows, setting_of
from fogline.claims.slots import Option, choose
from fogline.claims.sourcing import Voice
from fogline.claims.telling import said_of, seen_at
from fogline.claims.tense import Tense, tense_of
from fogline.claims.timing import IN_SENTENCE, Timing
from fogline.model import Event, Stance, When

NOT_TOLD, NEWS = "not told", "report's news days"


class Times:
    """Finds the days of one document's events, in text order: an event may share the days of those told before it."""

    def __init__(self, lookup: Lookup) -> None:
        self._lookup = lookup
        self._moments = Moments(lookup)
        self._timing = Timing(lookup)
        self._last: Event | None = None
        self._last_found = "none"

    def of(self, event: Event, voice: Voice, stance: Stance) -> tuple[When | None, str]:
        """The days of an event, and the reason."""
        tense = tense_of(self._lookup.structure, event)
        seen = seen_at(self._lookup, voice)
        if seen is not None:
            return self._moments.when(seen, tense, event), "time: of what was seen"
        occasion = self._moments.occasion(event, tense)
        if occasion is not None:
            self._moments.remember(event, occasion)
            self._last, self._last_found = event, occasion.found
            return occasion.when, "time: of what happened then"
        before = self._moments.before_war(event)
        if before is not None:
            return before, "time: before the war"
        moments = self._moments.of(event, tense, said_of(self._lookup, voice))
        options = self._options(event, voice, self._setting(event, voice, stance, moments), moments, tense)
        chosen, chance = choose("time", options)
        told = next((m for m in moments if m.when == chosen.value), None)
        self._moments.remember(event, told)
        self._last, self._last_found = event, chosen.found
        because = f"time: model time {chance:.2f}, {chosen.found}"
        if chosen.found != NEWS or chosen.value is None:
            return chosen.value, because
        if chosen.value.words is not None:
            return chosen.value, f"{because}, the day of its lead"
        narrowed = self._moments.narrowed(event, chosen.value, tense)
        return narrowed, because if narrowed == chosen.value else f"{because}, the one told before"

    def _setting(self, event: Event, voice: Voice, stance: Stance, moments: list[Moment]) -> Setting:
        clause = sum(m.found == "clause" for m in moments)
        sentence = sum(m.found in IN_SENTENCE for m in moments)
        return {
            **setting_of(self._lookup, event),
            "stance": stance,
            "source": voice.source.kind,
            "follows": f"{follows(self._lookup, event, self._last)}.{self._last_found}",
            "times": f"{min(2, clause)}.{min(2, sentence)}",
            "shape": self._timing.shape(event),
            "counted": self._counted(event),
        }

    def _counted(self, event: Event) -> str:
        """What the amounts of an event's clause are counted over, "none" where it has no amount."""
        first, last = event.clause
        amounts = self._lookup.amounts_in(self._lookup.tokens[event.head].sentence)
        inside = [amount.scope or "unscoped" for amount in amounts if first <= amount.first < last]
        return inside[0] if inside else "none"

    def _options(
        self, event: Event, voice: Voice, setting: Setting, moments: list[Moment], tense: Tense
    ) -> list[Option[When | None]]:
        """No time, the report's own days, then each moment told of."""
        timing = self._timing
        options: list[Option[When | None]] = [
            Option(None, NOT_TOLD, timing.of_untold("none", setting, event, voice)),
        ]
        news = self._moments.news(tense)
        if news is not None:
            options.append(Option(news, NEWS, timing.of_untold("news", setting, event, voice)))
        for moment in moments:
            features = tuple(timing.of_moment(setting, event, voice, moment, moments))
            options.append(Option(moment.when, moment.found, features))
        return options
