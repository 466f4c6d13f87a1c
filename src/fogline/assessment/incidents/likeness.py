"""How much speaks for it that two claims tell of one event: points, each with its reason.

Place and days are looked at first: claims of places or days that are apart are not of one event, whatever their words.
"""

from __future__ import annotations

from dataclasses import dataclass

from fogline.assessment.incidents.sight import Count, Sight
from fogline.assessment.incidents.when import day_relation
from fogline.assessment.incidents.where import place_relation

PLACE = {"same": 3, "near": 2, "within": 1, "region": 1, "unplaced": 0}
DAYS = {"same": 3, "overlap": 2, "after": 2, "unknown": 1}
VAGUE_DAY = 1  # points for a strike on the next day, or on one of some days: a town is hit night after night
IDENTICAL, HALF_OF_WORDS, THREE_WORDS, TWO_WORDS = 5, 3, 2, 1
SAME_PHRASE = 1  # points for the same words that are in every day's report ("its forces had repelled attacks")
SAME_NUMBER, GROWN = 2, 1
SAME_SOURCE = 1  # point for one source, where no place is told
TOGETHER = 5  # points for an attack and its harm that are told one after the other
ANSWER = 5  # points for a claim of which the report says that it answers the other
SAME_CHANGE = 1  # points for two claims that speak of one change of hands, or of one holder
NEIGHBOURS = 2  # claims of one report that are told one after the other
SILENCE = 3  # claims between a silence and what it is about
GROWTH = 5.0  # times a toll may grow from one report to the next
_DAILY = frozenset({"attack", "harm", "control"})
"""Families of which every day's report has phrases alike."""
_PLACES = {
    "same": "same place", "near": "places near each other", "within": "one place in the other",
    "region": "same region", "unplaced": "no place told",
}  # fmt: skip
_DAYS = {"same": "same days", "overlap": "days overlap", "after": "days close", "unknown": "no days told"}


@dataclass(frozen=True, slots=True)
class Likeness:
    """The points of two claims and what they are for; `wording` are those for words and numbers alone."""

    points: int
    wording: int
    reasons: tuple[str, ...]


def likeness(claim: Sight, earlier: Sight) -> Likeness | None:
    """What speaks for one event; None where place, days or kind of event forbid it."""
    answer = answers(claim, earlier)
    if claim.group != earlier.group and not answer:
        return None
    days = day_relation(claim, earlier)
    if days is None:
        return None
    place = place_relation(claim, earlier)
    if place is None:
        return None
    points = PLACE[place] + (VAGUE_DAY if days in {"overlap", "after"} and claim.group == "strike" else DAYS[days])
    told = [(ANSWER, "the report sets one against the other")] if answer else _wording(claim, earlier)
    circumstances = _circumstances(claim, earlier, placed=place != "unplaced", same_day=days != "after")
    return Likeness(
        points + sum(n for n, _ in (*told, *circumstances)),
        sum(n for n, _ in told),
        (_PLACES[place], _DAYS[days], *(reason for _, reason in (*told, *circumstances))),
    )


def answers(claim: Sight, earlier: Sight) -> bool:
    """Whether one of two claims of a report contradicts the other, or keeps silent about it."""
    if claim.report != earlier.report:
        return False
    if earlier.id == claim.against or claim.id == earlier.against:
        return True
    if claim.event != earlier.event or (claim.stance == "withholds") == (earlier.stance == "withholds"):
        return False
    silent, told = (claim, earlier) if claim.stance == "withholds" else (earlier, claim)
    return 0 < silent.number - told.number <= SILENCE


def _wording(claim: Sight, earlier: Sight) -> list[tuple[int, str]]:
    found: list[tuple[int, str]] = []
    shared = claim.words & earlier.words
    least = min(len(claim.words), len(earlier.words))
    if claim.print is not None and claim.print == earlier.print:
        own_words = len(shared) >= 3 or claim.family not in _DAILY
        found.append((IDENTICAL if own_words else SAME_PHRASE, "the same words"))
    elif len(shared) >= 3:
        half = 2 * len(shared) >= least
        found.append((HALF_OF_WORDS if half else THREE_WORDS, f"shared words: {_some(shared)}"))
    elif len(shared) == 2:
        found.append((TWO_WORDS, f"shared words: {_some(shared)}"))
    if claim.event == earlier.event and claim.count is not None and earlier.count is not None:
        found += _numbers(claim, earlier, claim.count, earlier.count)
    return found


def _numbers(claim: Sight, earlier: Sight, one: Count, other: Count) -> list[tuple[int, str]]:
    if one.who != other.who or one.told is None or other.told is None:
        return []
    if one.told == other.told:
        return [(SAME_NUMBER, f"same number ({one.told:g})")] if one.told > 1 else []
    first, second = (other.told, one.told) if claim.order > earlier.order else (one.told, other.told)
    told_again = claim.source == earlier.source or "cumulative" in (one.scope, other.scope)
    if told_again and first < second <= GROWTH * first:
        return [(GROWN, f"the number grew from {first:g} to {second:g}")]
    return []


def _circumstances(claim: Sight, earlier: Sight, *, placed: bool, same_day: bool) -> list[tuple[int, str]]:
    found: list[tuple[int, str]] = []
    one_report = claim.report == earlier.report
    if claim.source == earlier.source and not one_report and not placed:
        found.append((SAME_SOURCE, "same source"))
    near = one_report and abs(claim.number - earlier.number) <= NEIGHBOURS
    if near and same_day and claim.group == "strike" and "harm" in (claim.family, earlier.family):
        found.append((TOGETHER, "told together"))
    if claim.group == "control" and _one_change(claim, earlier):
        found.append((SAME_CHANGE, "one change of hands"))
    return found


def _one_change(claim: Sight, earlier: Sight) -> bool:
    """Whether two claims of control may speak of one change of hands, or say the same of one holder."""
    if claim.event == earlier.event:
        return claim.actor == earlier.actor
    events = {claim.event, earlier.event}
    return events <= {"control.captured", "control.withdrawn", "control.held"} and claim.actor != earlier.actor


def _some(words: frozenset[str]) -> str:
    return ", ".join(sorted(words)[:4])
