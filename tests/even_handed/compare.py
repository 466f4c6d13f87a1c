"""Compares what is read from a report with what is read once its parties are exchanged: both ways, claim by claim."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from tests.even_handed.exchange import Exchanged, Pair, sides_of
from tests.even_handed.reasons import Stay, settled

from fogline.model import Claim, Document, Words

Spot = tuple[int, int] | None
Key = tuple[object, ...]
Couple = tuple[Claim | None, Claim | None]
_OF_STATES, _OF_GROUPS = frozenset({"government", "military"}), frozenset({"armed_group"})


@dataclass(frozen=True)
class Difference:
    """One way in which a claim reads otherwise: the field, what was due, what is read, and what explains it.

    `claim` tells the claims of a comparison apart; `at` are the words of the field in the text after. `why` is

    - `place`, `name` or `taken` (see `reasons`) where one that stays is the claim's own source or doer,
    - `follows` where others of the report that stay bring it about, as reading them with the side that was due shows,
    - `state` where a state and a group are exchanged: a source of the one is its government or army, of the other an
      armed group.
    """

    claim: Key
    words: str
    field: str
    was: str | None
    now: str | None
    at: Spot = None
    why: str | None = None


@dataclass(frozen=True)
class Comparison:
    """The number of claims that are in either text, those in both counted once, and all their differences."""

    claims: int
    differences: tuple[Difference, ...]

    def odd(self) -> set[Key]:
        """The claims that differ without a reason."""
        return {difference.claim for difference in self.differences if difference.why is None}

    def differing(self) -> set[Key]:
        """The claims that differ, for a reason or none."""
        return {difference.claim for difference in self.differences}


def compare(before: Document, after: Document, change: Exchanged, pair: Pair) -> Comparison:
    """Matches the claims of two readings one to one and tells their differences, each with its reason if it has one."""
    couples = list(_couples(before.claims, after.claims, change))
    tried, stays = settled(before, after, change, pair)
    left = {
        (difference.claim, difference.field)
        for difference in _differing(_couples(before.claims, tried.claims, change), tried, change, pair)
    }
    found = _differing(couples, after, change, pair)
    return Comparison(len(couples), tuple(_explained(difference, left, after, stays, pair) for difference in found))


def _explained(
    difference: Difference, left: set[tuple[Key, str]], after: Document, stays: Sequence[Stay], pair: Pair
) -> Difference:
    """A difference with its reason."""
    if difference.field == "source kind" and pair.kinds == "two":
        kinds = {difference.was, difference.now}
        return replace(difference, why="state") if kinds & _OF_STATES and kinds & _OF_GROUPS else difference
    if (difference.claim, difference.field) in left:
        return difference
    for stay in stays:
        actor = after.actors[stay.index]
        if difference.at is not None and difference.at[0] <= actor.start and actor.end <= difference.at[1]:
            return replace(difference, why=stay.why)
    return replace(difference, why="follows")


def _couples(before: Iterable[Claim], after: Iterable[Claim], change: Exchanged) -> Iterator[Couple]:
    """Each claim with its counterpart: the same deed of the same source at the same words, else what is nearest."""
    left, right = list(before), list(after)
    for exactly in (3, 2, 1):
        for claim in list(left):
            key = _key(claim, change)[:exactly]
            other = next((c for c in right if _key(c)[:exactly] == key), None)
            if other is not None:
                left.remove(claim)
                right.remove(other)
                yield claim, other
    yield from ((claim, None) for claim in left)
    yield from ((None, claim) for claim in right)


def _key(claim: Claim, change: Exchanged | None = None) -> Key:
    """Where the trigger is, which event, where the source is; by the text after where the change is given."""
    return _spot(claim.trigger, change), claim.event, _spot(claim.source.words, change)


def _spot(words: Words | None, change: Exchanged | None = None) -> Spot:
    if words is None or change is None:
        return None if words is None else (words.start, words.end)
    return change.start(words.start), change.end(words.end)


def _differing(couples: Iterable[Couple], after: Document, change: Exchanged, pair: Pair) -> Iterator[Difference]:
    sides = sides_of(pair)
    for was, now in couples:
        if was is not None and now is not None:
            yield from _fields(was, now, after.report.text, change, sides)
        elif was is not None:
            yield Difference(("before", *_key(was, change)), was.evidence.text, "claim", _told(was), None)
        elif now is not None:
            yield Difference(("after", *_key(now)), now.evidence.text, "claim", None, _told(now))


def _told(claim: Claim) -> str:
    return f"{claim.event}: {claim.trigger.text} ({claim.confidence:.2f})"


def _fields(was: Claim, now: Claim, text: str, change: Exchanged, sides: dict[str, str]) -> Iterator[Difference]:
    """The fields in which a claim is not exchanged, and no more than that."""

    def moved(words: Words | None) -> str | None:
        spot = _spot(words, change)
        return text[slice(*spot)] if spot is not None else None

    doer, doer_now = (c.actor.side if c.actor is not None else None for c in (was, now))
    source = now.source
    who = _spot(source.words)
    fields: tuple[tuple[str, str | None, str | None, Spot], ...] = (
        ("event", was.event, now.event, None),
        ("evidence", moved(was.evidence), now.evidence.text, None),
        ("stance", was.stance, now.stance, None),
        ("source", moved(was.source.words), source.words.text if source.words is not None else None, None),
        ("source kind", was.source.kind, source.kind, who),
        ("source side", sides.get(was.source.side, was.source.side), source.side, who),
        (
            "actor side",
            sides.get(doer, doer) if doer is not None else None,
            doer_now,
            _spot(now.actor.words if now.actor is not None else None),
        ),
    )
    for field, due, read, at in fields:
        if due != read:
            yield Difference(("before", *_key(was, change)), was.evidence.text, field, due, read, at)
