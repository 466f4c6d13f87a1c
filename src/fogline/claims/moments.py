"""The times that an event may be of: told near it or of the claims before it, and the report's own days."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from itertools import islice

from fogline.claims.lookup import Lookup
from fogline.claims.setting import CORE
from fogline.claims.tense import Tense
from fogline.dating.durations import lasting
from fogline.dating.evidence.ages import start_of_war
from fogline.dating.evidence.found import found_in
from fogline.language.tree import ancestors, children, subtree
from fogline.model import Event, Said, Time, Token, When, Words

# A report tells what happened since the one before it: without a time word an event is of its day or the day before.
NEWS_DAYS = timedelta(days=1)
LONGEST_PUBLICATION = 7  # days; a publication date less sharp than this dates no event
BACK = 3  # sentences before its own in which an event's time is looked for
SINCE, BEFORE = "since", "before"
_NEAR_LINK = 4  # governors of a word among which these are looked for
COUNTED = "people.population"
OCCASION = "when"  # "five were killed when rockets hit the market on Sunday"
NOW = frozenset({"present", "progressive"})
NEARBY = 5  # sentences for which a day told within the news days holds for the deeds told after it
LEAD = 3  # sentences; the lead tells the news of the day
_OF_NOW = "times.reference"  # "now", "currently": no day of an event
_OF_SPEECH = ("times.deictic", "times.weekday")  # rules of days that are told as news: "yesterday", "on Friday"

Days = tuple[date, date]


@dataclass(slots=True)
class Moment:
    """Days that an event may be of: where they were found, the words that tell them, and what they are known as.

    `back` is how many sentences before the event's own they are told; `roles` are what they were to claims before.
    """

    when: When
    found: str
    time: Time | None
    back: int
    roles: list[str] = field(default_factory=list)


class Moments:
    """Gathers the moments for one document's events, in text order, and remembers those that were chosen."""

    def __init__(self, lookup: Lookup) -> None:
        self._lookup = lookup
        self._tokens = lookup.tokens
        self._told: dict[str, tuple[Moment, int]] = {}  # by role: the moment, and the sentence of the claim
        self._counts: Counter[Days] = Counter()
        document = lookup.document
        self._datelines = [(s.start, s.end) for s in document.report.segments if s.kind == "dateline"]
        self._started = start_of_war(document, found_in(document), document.published.end)
        self._days = list(self._told_days())
        self._day: tuple[When, int] | None = None  # the day that the news is of, and the sentence it was told in last

    def _told_days(self) -> Iterator[tuple[Time, date, date]]:
        """The single days, or pairs of them, that the text tells of besides the report's own date."""
        for time in self._lookup.document.times:
            if time.begin is None or time.until is None or time.until - time.begin > NEWS_DAYS:
                continue
            if not (time.because and time.because[0].startswith(_OF_NOW)) and not self._of_report(time):
                yield time, time.begin, time.until

    def of(self, event: Event, tense: Tense, said: Said | None) -> list[Moment]:
        """The moments told of near an event, each of its days once, the nearest first; `said` is when it was said."""
        here = self._tokens[event.head].sentence
        found: dict[Days, Moment] = {}
        for moment in (*self._near(event, tense), *self._before(event, tense)):
            found.setdefault((moment.when.begin, moment.when.until), moment)
        for role, (moment, sentence) in self._known(event):
            days = (moment.when.begin, moment.when.until)
            carried = Moment(moment.when, "carried", moment.time, here - sentence)
            found.setdefault(days, carried).roles.append(role)
        published = self._lookup.document.published
        if said is not None and (said.begin, said.until) != (published.start, published.end):
            telling = Moment(When(None, said.begin, said.until, "sometime"), "said", None, 0)
            found.setdefault((said.begin, said.until), telling).roles.append("said")
        war = self._war(event)
        if war is not None:
            found.setdefault((war.when.begin, war.when.until), war)
        return list(found.values())

    def occasion(self, event: Event, tense: Tense) -> Moment | None:
        """The days of the clause of "when" that an event came with, where its own clause tells none."""
        structure, (first, last) = self._lookup.structure, event.clause
        times = self._lookup.times_in(self._tokens[event.head].sentence)
        for verb in children(structure, event.head, "advcl"):
            if not any(c.lower == OCCASION for c in children(structure, verb.i, "advmod", "mark")):
                continue
            inside = {token.i for token in subtree(structure, verb.i)}
            told = [time for time in times if time.first in inside]
            if not told or any(first <= time.first < last and time not in told for time in times):
                continue
            when = self.when(told[0], tense, event)
            if when is not None:
                return Moment(when, "clause", told[0], 0)
        return None

    def news(self, tense: Tense) -> When | None:
        """The days of an event whose time is not told: the report's own; None where these are not known."""
        published = self._lookup.document.published
        if published.start is None or published.end is None:
            return None
        if (published.end - published.start).days > LONGEST_PUBLICATION:
            return None
        if tense in NOW:
            return When(None, published.start, published.end, "throughout")
        if self._tells_news(published.start - NEWS_DAYS, published.end):
            return When(None, published.start - NEWS_DAYS, published.end, "sometime")
        return self._lead_day(published.start) or When(None, published.start, published.end, "sometime")

    def _tells_news(self, first: date, last: date) -> bool:
        """Whether the text tells of a day among the news days: what it tells without one may be of either of them."""
        return any(first <= begin and until <= last for _, begin, until in self._days)

    def _lead_day(self, published: date) -> When | None:
        """The day that the lead tells of, in a report that comes days after the event and tells of no other news."""
        for time, begin, until in self._days:
            if self._tokens[time.first].sentence < LEAD and until < published:
                return When(Words(time.start, time.end, time.text), begin, until, "sometime")
        return None

    def narrowed(self, event: Event, news: When, tense: Tense) -> When:
        """The news days, or the one of them that a deed before was told to be of."""
        here = self._tokens[event.head].sentence
        if not event.type.startswith(CORE) or tense not in {"past", "none"}:
            return news
        if self._day is None or here - self._day[1] > NEARBY:
            self._day = self._day_before(here, news)
        if self._day is None or not _within(self._day[0], news):
            return news
        self._day = (self._day[0], here)
        return replace(self._day[0], kind="sometime")

    def _day_before(self, here: int, news: When) -> tuple[When, int] | None:
        """The day of the news days that the sentences before tell last, counted from the day of speech."""
        for sentence in range(here, max(-1, here - 1 - BACK), -1):
            for time in reversed(self._lookup.times_in(sentence)):
                if not (time.because and time.because[0].startswith(_OF_SPEECH)):
                    continue
                if time.begin is not None and time.until is not None:
                    when = When(Words(time.start, time.end, time.text), time.begin, time.until, time.kind)
                    if _within(when, news):
                        return when, sentence
        return None

    def remember(self, event: Event, moment: Moment | None) -> None:
        """Keeps the moment that an event was found to be of, for the events told after it."""
        if moment is None:
            return
        sentence = self._tokens[event.head].sentence
        if event.type.startswith(CORE) and moment.when.until - moment.when.begin <= NEWS_DAYS:
            self._day = (moment.when, sentence)
        roles = ["last", event.type, event.type.partition(".")[0]]
        if event.type.startswith(CORE):
            roles.append("last deed")
            self._told.setdefault("first deed", (moment, sentence))
        self._counts[moment.when.begin, moment.when.until] += 1
        if self._counts.most_common(1)[0][0] == (moment.when.begin, moment.when.until):
            roles.append("main")
        for role in roles:
            self._told[role] = (moment, sentence)

    def _known(self, event: Event) -> Iterator[tuple[str, tuple[Moment, int]]]:
        """The moments of the claims before, with the roles that they have for an event."""
        names = {role: role for role in ("last", "last deed", "first deed", "main")}
        names |= {event.type: "same type", event.type.partition(".")[0]: "same family"}
        return ((names[role], told) for role, told in self._told.items() if role in names)

    def _near(self, event: Event, tense: Tense) -> list[Moment]:
        """The moments of an event's own sentence, those of its clause and the nearest first."""
        first, last = event.clause
        moments = []
        for time in self._lookup.times_in(self._tokens[event.head].sentence):
            when = self.when(time, tense, event)
            stands = "clause" if first <= time.first < last else "before" if time.start < event.start else "after"
            if when is not None:
                moments.append((stands != "clause", abs(time.first - event.head), Moment(when, stands, time, 0)))
        return [moment for *_, moment in sorted(moments, key=lambda m: m[:2])]

    def _before(self, event: Event, tense: Tense) -> Iterator[Moment]:
        """The moments of the sentences before, the latest first."""
        here = self._tokens[event.head].sentence
        sentences = self._lookup.structure.sentences
        for sentence in range(here - 1, max(-1, here - 1 - BACK), -1):
            same = sentences[sentence].paragraph == sentences[here].paragraph
            for time in reversed(self._lookup.times_in(sentence)):
                when = self.when(time, tense, event)
                if when is not None:
                    yield Moment(when, "paragraph" if same else "paragraph before", time, here - sentence)

    def when(self, time: Time, tense: Tense, event: Event) -> When | None:
        """The days of a time for an event: "since the raid in June" is June for the raid, and since then for others."""
        if time.begin is None or time.until is None or self._of_report(time) or self._is_lapse(time):
            return None
        published = self._lookup.document.published.end
        begin, until, kind = time.begin, time.until, time.kind
        since = time.since is not None and not time.since[0] <= event.head < time.since[1]
        lasting = tense == "perfect" and kind == "throughout"
        if published is not None and until < published and (since or lasting):
            until, kind = published, "throughout"
        return When(Words(time.start, time.end, time.text), begin, until, kind)

    def _of_report(self, time: Time) -> bool:
        """Whether a time is the report's own date: in its dateline, or its day in brackets."""
        if any(start <= time.start < end for start, end in self._datelines):
            return True
        bracketed = time.first > 0 and self._tokens[time.first - 1].text == "("
        return bracketed and time.begin == time.until == self._lookup.document.published.end

    def _is_lapse(self, time: Time) -> bool:
        """Whether a time tells how long before or after: "after months of fighting" is no date of what came then."""
        before = self._tokens[time.first - 1].lower if time.first else ""
        return time.type == "DURATION" and before in {"after", "before"}

    def before_war(self, event: Event) -> When | None:
        """The year up to the war's first day, where a people is counted "before the war" and the war is known."""
        if self._started is None or event.type != COUNTED:
            return None
        own = {event.head, self._tokens[event.head].head}  # "had a population": what is told of it hangs on "had"
        if not any(link is not None and link.head in own for link in self._links(event, BEFORE)):
            return None
        return When(None, self._started.replace(month=1, day=1), self._started, "sometime")

    def _war(self, event: Event) -> Moment | None:
        """From the first day of the war to the report, where the event's sentence speaks of the war."""
        published = self._lookup.document.published.end
        if self._started is None or published is None or published < self._started:
            return None
        links = list(self._links(event, SINCE))
        if not links:
            return None
        found = "since war" if any(links) else "war"
        return Moment(When(None, self._started, published, "throughout"), found, None, 0)

    def _links(self, event: Event, link: str) -> Iterator[Token | None]:
        """For each word for the war in an event's sentence the phrase or clause of "since" or "before" around it."""
        sentence = self._lookup.structure.sentences[self._tokens[event.head].sentence]
        for token in self._tokens[sentence.first : sentence.last]:
            if token.lower in lasting("war") and token.i != event.head:
                above = islice(ancestors(self._lookup.structure, token.i), _NEAR_LINK)
                yield next((t for t in (token, *above) if self._linked(t, link)), None)

    def _linked(self, token: Token, link: str) -> bool:
        return token.lower == link or any(c.lower == link for c in children(self._lookup.structure, token.i, "mark"))


def _within(day: When, news: When) -> bool:
    """Whether days are fewer than the news days and lie among them."""
    return news.begin <= day.begin and day.until <= news.until and day.until - day.begin < news.until - news.begin
