"""Merges and splits by people: they win over what the rules join."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field

from sqlalchemy import Connection, delete, insert, select

from fogline.assessment import schema
from fogline.ledger.view import Judgement, View

KINDS = frozenset({"merge", "split"})


@dataclass(frozen=True, slots=True)
class Tie:
    """A judgement that stands: `claim` is of one event with `other` (merge), or apart from it, or from all (split)."""

    judgement: int
    kind: str
    claim: str
    other: str | None


@dataclass(frozen=True, slots=True)
class Ties:
    """All that stand. `lone` claims join nothing by the rules, and nothing joins them; `apart` are pairs."""

    merged: tuple[Tie, ...] = ()
    lone: frozenset[str] = frozenset()
    apart: dict[str, frozenset[str]] = field(default_factory=dict)


def standing(judgements: Iterable[Judgement]) -> list[Tie]:
    """The merges and splits that nobody took back, in order."""
    told = list(judgements)
    undone = {j.body.get("judgement") for j in told if j.kind == "undo"}
    return [
        Tie(j.seq, j.kind, j.target, j.body.get("with" if j.kind == "merge" else "from"))
        for j in told
        if j.kind in KINDS and j.seq not in undone and (j.kind == "split" or j.body.get("with"))
    ]


def ties_of(ties: Iterable[Tie]) -> Ties:
    """What holds of some ties in order: of a merge and a split of one claim the last word holds."""
    told = sorted(ties, key=lambda tie: tie.judgement)
    lone: dict[str, int] = {}
    parted: dict[frozenset[str], int] = {}
    for tie in told:
        if tie.kind == "split" and tie.other is None:
            lone[tie.claim] = tie.judgement
        elif tie.kind == "split" and tie.other is not None:
            parted[frozenset((tie.claim, tie.other))] = tie.judgement
    merged = [
        tie
        for tie in told
        if tie.kind == "merge" and tie.other is not None and tie.judgement > _last_split(tie, lone, parted)
    ]
    joined = {frozenset((tie.claim, tie.other)) for tie in merged}
    apart: dict[str, set[str]] = defaultdict(set)
    for pair in parted.keys() - joined:
        one, *rest = sorted(str(claim) for claim in pair)
        for other in rest:
            apart[one].add(other)
            apart[other].add(one)
    return Ties(tuple(merged), frozenset(lone), {claim: frozenset(others) for claim, others in apart.items()})


def _last_split(tie: Tie, lone: dict[str, int], parted: dict[frozenset[str], int]) -> int:
    """The last judgement before which a merge no longer holds."""
    other = tie.other or ""
    return max(lone.get(tie.claim, 0), lone.get(other, 0), parted.get(frozenset((tie.claim, other)), 0))


def ties(connection: Connection) -> Ties:
    """The ties that the conclusions rest on."""
    rows = connection.execute(select(schema.ties)).all()
    return ties_of(Tie(row.judgement, row.kind, row.claim, row.other) for row in rows) if rows else Ties()


def renewed(view: View) -> set[str]:
    """Writes the ties anew from the records; returns the ids of the claims of which something changed."""
    before = {Tie(*row) for row in view.connection.execute(select(schema.ties))}
    now = set(standing(view.judgements()))
    if before != now:
        view.connection.execute(delete(schema.ties))
        if now:
            rows = [
                {"judgement": t.judgement, "kind": t.kind, "claim": t.claim, "other": t.other}
                for t in sorted(now, key=lambda tie: tie.judgement)
            ]
            view.connection.execute(insert(schema.ties), rows)
    return {claim for tie in before ^ now for claim in (tie.claim, tie.other) if claim is not None}
