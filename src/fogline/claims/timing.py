"""What is true of a moment as the time of an event: how its words stand to the event's, and how long ago it was."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import islice

from fogline.claims.features import bin_of, plain
from fogline.claims.lookup import Lookup
from fogline.claims.moments import LEAD, Moment
from fogline.claims.paths import Paths
from fogline.claims.setting import Setting
from fogline.claims.sourcing import Voice
from fogline.claims.telling import of_telling
from fogline.extraction.times.context import attributive, head_of
from fogline.language.tree import ancestors, children
from fogline.model import Event, Time

_SPANS = ((1, "day"), (2, "night"), (9, "week"), (31, "month"), (366, "year"))
_AGES = ((-1, "ahead"), (0, "today"), (1, "yesterday"), (3, "days"), (7, "week"), (31, "month"), (366, "year"))
_SMALL = frozenset({"aux", "auxpass", "neg", "mark", "advmod", "det", "amod", "prep"})
IN_SENTENCE = frozenset({"clause", "before", "after"})
_CROSSED = ("family", "type", "tense", "stance", "source", "follows", "times", "voice", "counted")
_AHEAD = frozenset({"expects", "intends", "questions"})
_ABOVE = 2  # governors of an event's word that are looked at


class Timing:
    """Describes the moments that one document's events may be of."""

    def __init__(self, lookup: Lookup) -> None:
        self._lookup = lookup
        self._tokens = lookup.tokens
        self._paths = Paths(lookup.structure)
        self._events = {event.head: event for event in lookup.document.events}

    def of_untold(self, name: str, setting: Setting, event: Event, voice: Voice) -> tuple[str, ...]:
        """What speaks for no time, or for the report's own days: `name` says for which of them."""
        family, tense, stance = setting["family"], setting["tense"], setting["stance"]
        traits = [f"{key}={value}" for key, value in setting.items()]
        traits += [f"{setting['type']}+{tense}", f"{setting['type']}+{stance}", f"{family}+{tense}+{stance}"]
        traits += [
            f"{family}+{setting['source']}",
            f"{family}+{tense}+{setting['times']}",
            f"{tense}+{setting['times']}",
        ]
        traits += [
            f"{family}+at={setting['at']}",
            f"{setting['type']}+{setting['follows']}",
            f"{family}+{setting['shape']}",
        ]
        traits += [f"{family}+{setting['counted']}+{tense}", *self._cases(setting, event, voice)]
        traits += [f"entry={event.entry}", f"entry={event.entry}+{tense}", f"{family}+{setting['modality']}+{stance}"]
        if voice.attribution is not None:
            traits += [f"cue={voice.attribution.entry}", f"quoted={voice.attribution.quoted}+{tense}"]
        traits += self._words(event)
        return (name, *(f"{name}+{trait}" for trait in traits))

    def shape(self, event: Event) -> str:
        """How an event's word is built into its sentence: tag, determiner and label."""
        token = self._tokens[event.head]
        determiner = next((c.lower for c in children(self._lookup.structure, token.i, "det", "poss")), "-")
        return f"{token.tag}.{determiner if determiner in {'the', 'a', 'an', '-', 'this', 'that'} else '*'}.{token.dep}"

    def _cases(self, setting: Setting, event: Event, voice: Voice) -> Iterator[str]:
        """What decides most often whether an event is of the report's day, taken together."""
        lead = self._tokens[event.head].sentence < LEAD
        told = voice.actor is not None
        ahead = setting["stance"] in _AHEAD
        case = f"{ahead}.{told}.{lead}.{setting['tense']}"
        yield from (f"case={case}.{setting['core']}", f"case={case}.{setting['family']}")
        yield from (f"case={case}.{setting['core']}.{setting['times']}", f"case={case}.{setting['type']}")

    def _words(self, event: Event) -> Iterator[str]:
        """The small words of the event's word and of the two above it."""
        token = self._tokens[event.head]
        yield f"word={plain(token)}"
        for hops, word in enumerate((token, *islice(ancestors(self._lookup.structure, token.i), _ABOVE))):
            if hops:
                yield from (f"above={plain(word)}", f"above{hops}={word.tag}.{word.dep}")
            for child in children(self._lookup.structure, word.i):
                if child.dep in _SMALL:
                    yield f"with{min(hops, 1)}={child.dep}.{plain(child)}"

    def of_moment(
        self, setting: Setting, event: Event, voice: Voice, moment: Moment, near: Sequence[Moment]
    ) -> Iterator[str]:
        """What is true of one moment; `near` are all of them."""
        found, core = moment.found, setting["core"]
        age, span = self._age(moment), _span(moment)
        yield from (f"found={found}", f"found={found}+{age}", f"found={found}+{span}", f"age={age}", f"span={span}")
        yield from (f"age={age}+{setting['tense']}", f"age={age}+{setting['family']}", f"{age}+{span}+{core}")
        yield from (f"found={found}+{key}={setting[key]}" for key in _CROSSED)
        yield from (f"found={found}+{core}+{setting['tense']}", f"found={found}+{core}+{age}")
        yield f"found={found}+{setting['tense']}+{setting['stance']}"
        yield f"found={found}+{span}+{core}+{setting['tense']}+{setting['times']}"
        yield f"kind={moment.when.kind}+{setting['tense']}+{setting['family']}"
        yield from (f"found={found}+{trait}" for trait in (f"pos={setting['pos']}", f"{core}+{setting['shape']}"))
        if moment.back:
            back = min(9, moment.back)
            yield from (f"back={back}", f"back={back}+{core}", f"back={back}+{found}+{age}")
        for role in moment.roles:
            yield from (f"is={role}", f"is={role}+{found}", f"is={role}+{core}+{setting['tense']}", f"is={role}+{age}")
            yield from (f"is={role}+{setting['follows']}", f"is={role}+{bin_of(moment.back)}+{core}")
            yield f"is={role}+{setting['shape']}"
            yield f"is={role}+{found}+{span}+{min(2, moment.back)}+{core}+{setting['tense']}"
        if moment.time is not None:
            yield from self._told(setting, event, moment.time, found)
            if found in IN_SENTENCE:
                yield from self._beside(setting, event, voice, moment, moment.time, near)

    def _told(self, setting: Setting, event: Event, time: Time, found: str) -> Iterator[str]:
        """What the words of a time say by themselves."""
        rule = time.because[0] if time.because else "-"
        fields = dict(self._lookup.document.expressions[time.expression].fields)
        preposition, tense = fields.get("preposition", "-"), fields.get("tense", "-")
        yield from (f"rule={rule}", f"rule={rule}+{found}", f"type={time.type}+{found}")
        yield from (
            f"prep={preposition}+{found}",
            f"prep={preposition}+{time.type}",
            f"told={tense}+{setting['tense']}",
        )
        yield f"prep={preposition}+{rule.partition('.')[2].partition('.')[0]}+{found}"
        of = self._qualifies(event, time)
        yield from (f"of={of}", f"of={of}+{found}", f"of={of}+{setting['core']}+{found}", f"of={of}+{rule}")

    def _qualifies(self, event: Event, time: Time) -> str:
        """Whose noun a time qualifies: "own" in "the Friday raid" for the raid, "other" for what else is told there."""
        if not attributive(self._lookup.structure, time.first, time.last):
            return "none"
        above = self._tokens[head_of(self._lookup.structure, time.first, time.last)].head
        return "own" if above == event.head else "other"

    def _beside(
        self, setting: Setting, event: Event, voice: Voice, moment: Moment, time: Time, near: Sequence[Moment]
    ) -> Iterator[str]:
        """How a time of the event's own sentence stands to the event's word."""
        found, core, head = moment.found, setting["core"], time.last - 1
        steps, path = bin_of(self._paths.steps(event.head, head)), self._paths.path(event.head, head)
        yield from (f"steps={steps}", f"steps={steps}+{found}", f"steps={steps}+{core}")
        yield from (f"path={path}", f"path={path}+{core}", f"away={bin_of(abs(time.first - event.head))}+{found}")
        under = self._under(event, head)
        yield from (f"under={under}", f"under={under}+{found}", f"under={under}+{core}", f"under={under}+{steps}")
        order = sum(other.found in IN_SENTENCE for other in near[: near.index(moment)])
        yield from (f"order={order}+{found}", f"order={order}+{under}")
        if of_telling(self._lookup, time, voice):
            yield from ("telling", f"telling+{core}", f"telling+{setting['tense']}", f"telling+{setting['stance']}")
            yield from (f"telling+{setting['type']}", f"telling+{found}", f"telling+order={order}")
        if time.since is not None:
            inside = time.since[0] <= event.head < time.since[1]
            yield from (f"since={inside}", f"since={inside}+{setting['tense']}")

    def _under(self, event: Event, head: int) -> str:
        """Which event a time's word hangs on first: this one, one above or below it, another, or none."""
        for above in self._paths.up(head):
            if above == event.head:
                return "own"
            if above in self._events:
                if above in self._paths.up(event.head):
                    return "above"
                return "below" if event.head in self._paths.up(above) else "other"
            if above in self._paths.up(event.head):
                return "shared"
        return "none"

    def _age(self, moment: Moment) -> str:
        published = self._lookup.document.published.end
        if published is None:
            return "-"
        days = (published - moment.when.begin).days
        return next((name for most, name in _AGES if days <= most), "old")


def _span(moment: Moment) -> str:
    days = (moment.when.until - moment.when.begin).days + 1
    return next((name for most, name in _SPANS if days <= most), "long")
