"""Which claims read are which annotated claims: one to one, the most alike first."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Literal

from eval.agreement import Row, agreement
from eval.annotation import Located
from eval.spans import is_compact, share_of_shorter, share_of_union, span_of

Level = Literal["family", "type", "whole"]
Pair = tuple[Located, Row]

TRIGGER_LENGTH = 40  # a trigger longer than this names more than an event, in characters
EVIDENCE_SHARE = 0.5
NOT_WHOLE = {"source_kind"}  # reported, but no part of the whole claim


def match(gold: Sequence[Located], claims: Sequence[Row], level: Level) -> list[Pair]:
    """Pairs of one event family (or type, or whole claim) whose triggers overlap or whose evidence is alike."""
    candidates = []
    for i, wanted in enumerate(gold):
        for j, claim in enumerate(claims):
            likeness = _likeness(wanted, claim, level)
            if likeness is not None:
                candidates.append((-likeness, i, j))
    return [(gold[i], claims[j]) for i, j in _one_to_one(sorted(candidates))]


def _one_to_one(candidates: Iterable[tuple[float, int, int]]) -> list[tuple[int, int]]:
    left: set[int] = set()
    right: set[int] = set()
    chosen = []
    for _, i, j in candidates:
        if i not in left and j not in right:
            left.add(i)
            right.add(j)
            chosen.append((i, j))
    return chosen


def _likeness(gold: Located, claim: Row, level: Level) -> float | None:
    """How alike two claims are, more is better; None where they are no pair at this level."""
    same_type = bool(claim["event"] == gold.claim.event)
    if not same_type and (level != "family" or family(claim) != gold.claim.family):
        return None
    read = span_of(claim.get("trigger"))
    trigger = share_of_shorter(gold.trigger, read)
    evidence = share_of_union(gold.evidence, span_of(claim.get("evidence")))
    by_trigger = trigger > 0 and is_compact(read, gold.trigger, TRIGGER_LENGTH)
    if not by_trigger and evidence < EVIDENCE_SHARE:
        return None
    agreed = agreement(gold, claim)
    if level == "whole" and not all(good for field, good in agreed.items() if field not in NOT_WHOLE):
        return None
    return 2 * same_type + trigger + evidence + 0.1 * sum(agreed.values())


def family(claim: Row) -> str:
    """The event family of a claim that was read."""
    return str(claim["event"]).partition(".")[0]
