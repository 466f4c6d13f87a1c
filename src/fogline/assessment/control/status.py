"""The status of a place over time, from what all speakers say at once."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from fogline.assessment.control.rows import Span
from fogline.assessment.control.statements import GAP, Statement, concedes, gives_a_hold

_TOO_OLD = timedelta(days=GAP + 1)


@dataclass(frozen=True, slots=True)
class _Standing:
    """The last statement of each party that still stands on a day, and all statements made until then."""

    now: tuple[Statement, ...]
    before: Sequence[Statement]

    def __contains__(self, side: object) -> bool:
        """Whether a side had the place before."""
        return any(side in gives_a_hold(s) for s in reversed(self.before))


def status(told: Sequence[Statement]) -> list[Span]:
    """The spans of a place's status; `told` are all statements about it, in order of their days.

    Between two statements nothing is filled in: where none stands any more there is `no report since DATE`.
    """
    days = _changing(told)
    spans: list[Span] = []
    for day in days:
        span = _on(day, told)
        if spans and spans[-1].status == span.status:
            last = spans[-1]
            claims = tuple(dict.fromkeys((*last.claims, *span.claims)))
            spans[-1] = Span(
                last.status, last.holder, last.begin, None, max(last.confirmed, span.confirmed), claims, last.because
            )
            continue
        if spans:
            last = spans[-1]
            spans[-1] = Span(
                last.status, last.holder, last.begin, day - timedelta(days=1), last.confirmed, last.claims, last.because
            )
        spans.append(span)
    return spans


def status_at(day: date, told: Sequence[Statement]) -> Span | None:
    """The span in which a day lies, which lasts on that day (`until` is None): None where nothing is told until then.

    The same as `status` would give, without going through all that was before it.
    """
    found: list[Span] = []
    for earlier in reversed(_changing(told, day)):
        span = _on(earlier, told)
        if found and span.status != found[-1].status:
            break
        found.append(span)
    if not found:
        return None
    first = found[-1]
    claims = tuple(dict.fromkeys(claim for span in reversed(found) for claim in span.claims))
    confirmed = max(span.confirmed for span in found)
    return Span(first.status, first.holder, first.begin, None, confirmed, claims, first.because)


def last_change(day: date, told: Sequence[Statement]) -> date | None:
    """The last day until then on which the status may have become another one: from it on it is the same."""
    return max((one for s in told for one in (s.begin, s.confirmed + _TOO_OLD) if one <= day), default=None)


def _changing(told: Sequence[Statement], until: date = date.max) -> list[date]:
    """The days on which a status may become another one: those of statements, and those on which they grow too old."""
    return sorted({one for s in told for one in (s.begin, s.confirmed + _TOO_OLD) if one <= until})


def _on(day: date, told: Sequence[Statement]) -> Span:
    before = told[: bisect_right(told, day, key=_begin)]
    oldest = date.fromordinal(max(1, day.toordinal() - GAP))
    standing = [s for s in before if s.confirmed >= oldest and not s.hedged]
    now = _last_words(standing)
    parties = _Standing(tuple(s for s in now if s.party), before)
    for rule in (_conceded, _claimed, _contested, _lost, _third):
        span = rule(day, parties if rule is not _third else _Standing(now, before))
        if span is not None:
            return span
    last = max((min(s.confirmed, day) for s in before), default=day)
    return Span(f"no report since {last.isoformat()}", None, day, None, last, (), "control.no_report")


def _begin(statement: Statement) -> date:
    return statement.begin


def _last_words(standing: Sequence[Statement]) -> tuple[Statement, ...]:
    """What each speaker says in the end: its last word on each holder, and on the place.

    Who says that one side holds the place no longer says that another does, or that it is fought over; who denies
    that one side took it may well say that another holds it. Ground that is gained counts where nothing else is said.
    """
    words: dict[str, dict[str | None, Statement]] = {}
    for s in standing:
        own = words.setdefault(s.speaker, {})
        match s.says:
            case "gaining":
                if any(o.says != "gaining" for o in own.values()):
                    continue
                own.clear()
            case "contested":
                own.clear()
            case "holds":
                for holder in [h for h, o in own.items() if o.says not in {"not", "lost"}]:
                    del own[holder]
            case _:
                own.pop(None, None)
        own[s.holder] = s
    return tuple(s for own in words.values() for s in own.values())


def _conceded(day: date, standing: _Standing) -> Span | None:
    """A party that had it says that it lost it, or that the other one has it."""
    giving = [s for s in standing.now if concedes(s, standing)]
    if not giving:
        return None
    holders = {s.holder for s in standing.now if s.says == "holds"} - {s.speaker for s in giving}
    holder = next(iter(holders)) if len(holders) == 1 else None
    by = " and ".join(sorted({s.speaker for s in giving}))
    words = f"claimed by {holder}, conceded by {by}" if holder else f"conceded by {by}"
    standing_on = [*giving, *(s for s in standing.now if s.says == "holds" and s.holder == holder)]
    return _span(words, holder, day, standing_on, "control.conceded")


def _claimed(day: date, standing: _Standing) -> Span | None:
    """Who says of a holder that it holds the place, and who contradicts."""
    holds = [s for s in standing.now if s.says == "holds"]
    if not holds:
        return None
    # Whoever says that it took the place comes first: the other's hold is then its denial.
    first = max(holds, key=lambda s: (s.captures, s.begin, s.holder == s.speaker, s.fact.claim))
    holder = first.holder
    against = [
        s
        for s in standing.now
        if (s.says == "holds" and s.holder != holder) or (s.says in {"not", "lost"} and s.holder == holder)
    ]
    fought = [s for s in standing.now if s.says in {"contested", "gaining"} and s.speaker != holder and not against]
    words = f"claimed by {holder}"
    if against or fought:
        verb = "denied" if against else "contested"
        words += f", {verb} by {' and '.join(sorted({s.speaker for s in (*against, *fought)}))}"
    saying = [s for s in holds if s.holder == holder]
    rule = "control.denied" if against else "control.fought_over" if fought else "control.claimed"
    return _span(words, holder, day, [*saying, *against, *fought], rule)


def _contested(day: date, standing: _Standing) -> Span | None:
    """A party says that it is fought over, or one denies what no party claims any more."""
    found = [s for s in standing.now if s.says in {"contested", "gaining", "not"}]
    return _span("contested", None, day, found, "control.contested") if found else None


def _lost(day: date, standing: _Standing) -> Span | None:
    """A party says that the other one lost it, and does not say who has it now."""
    found = [s for s in standing.now if s.says == "lost"]
    return _span("contested", None, day, found, "control.lost") if found else None


def _third(day: date, standing: _Standing) -> Span | None:
    """No party's word stands: what others say is told as theirs."""
    holds = [s for s in standing.now if s.says == "holds"]
    if holds:
        holders = sorted({s.holder for s in holds if s.holder})
        words = f"third parties say {' or '.join(holders)}"
        return _span(words, holders[0] if len(holders) == 1 else None, day, holds, "control.third_parties")
    if not standing.now:
        return None
    gained = all(s.says == "gaining" for s in standing.now)
    words = "third parties tell of ground gained" if gained else "contested"
    return _span(words, None, day, list(standing.now), "control.third_parties")


def _span(words: str, holder: str | None, day: date, told: Sequence[Statement], rule: str) -> Span:
    claims = tuple(sorted({s.fact.claim for s in told}))
    return Span(words, holder, day, None, max(s.confirmed for s in told), claims, rule)
