"""What people decided on who and where is the same: merges and splits of records, over what the rules found."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from fogline.assessment.sources import folded
from fogline.ledger.view import Judgement

KINDS = frozenset({"merge_source", "split_source", "merge_place", "split_place"})
"""Kinds of judgement on records; the target is a record's key. A merge names the other one with `into`, a split the
`form` of the name that is somebody else's. An `undo` takes one back."""


@dataclass(frozen=True, slots=True)
class _Rule:
    splits: bool
    key: str
    other: str  # the form that is split off, or the key that is merged into


class Decided:
    """The merges and splits that stand, in order."""

    def __init__(self, judgements: Iterable[Judgement]) -> None:
        told = list(judgements)
        undone = {j.body.get("judgement") for j in told if j.kind == "undo"}
        self._rules: dict[str, list[_Rule]] = {"source": [], "place": []}
        for j in told:
            if j.kind in KINDS and j.seq not in undone:
                verb, _, what = j.kind.partition("_")
                other = j.body["form"] if verb == "split" else j.body["into"]
                self._rules[what].append(_Rule(verb == "split", j.target, other))

    def source(self, key: str, form: str) -> str:
        """The key of the source that the rules found as `key`, told with `form`."""
        return _resolved(self._rules["source"], key, form)

    def place(self, key: str, form: str) -> str:
        """The key of the place that the rules found as `key`, told with `form`."""
        return _resolved(self._rules["place"], key, form)


def split_key(key: str, form: str) -> str:
    """The key of what is split off from a record."""
    return f"{key}#{folded(form)}"


def _resolved(rules: Iterable[_Rule], key: str, form: str) -> str:
    for rule in rules:
        if rule.key == key and rule.splits and folded(rule.other) == folded(form):
            key = split_key(key, form)
        elif rule.key == key and not rule.splits:
            key = rule.other
    return key
