"""Ties a part to its whole: "30 people, including two children", "11 of them children"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from fogline.extraction.amounts.victims import PEOPLE
from fogline.model import Amount, Structure

_OPENS_PART = frozenset({"including", "include", "includes", "included", "comprising"})
_GROUP = frozenset({"whom", "which", "them", "those"})
_MEASURES = frozenset({"time", "distance", "money", "area", "weight", "energy"})
_OWN = frozenset({"the", "its", "their", "his", "our", "these", "those", "all"})
_SUM = "amounts.sum"

Listed = dict[int, tuple[int, int]]  # heads of listed amounts ▶ the tokens of the list that sums them


def with_wholes(structure: Structure, amounts: Sequence[Amount], listed: Listed) -> tuple[Amount, ...]:
    """The amounts, parts with the index of their whole in `part_of`: what includes them, or the sum of their list."""
    found: list[Amount] = []
    sums: dict[tuple[int, int], int] = {}
    for amount in amounts:
        if _SUM in amount.because:
            sums[amount.first, amount.last] = len(found)
            found.append(amount)
            continue
        whole = _whole(structure, found, amount)
        if whole is None and amount.head in listed:
            found.append(replace(amount, part_of=sums.get(listed[amount.head])))
            continue
        found.append(amount if whole is None else _part(amount, whole, found[whole]))
    return tuple(_of_next(structure, found))


def _of_next(structure: Structure, found: list[Amount]) -> list[Amount]:
    """The amounts, those with the next one as their whole too: "34 of 50 drones", "two of the three bridges"."""
    tokens = structure.tokens
    for index in range(len(found) - 1):
        amount, whole = found[index], found[index + 1]
        between = [t.lower for t in tokens[amount.last : whole.first]]
        if between[:1] == ["out"]:
            between = between[1:]
        counts = amount.category not in _MEASURES | {"share"} and whole.category not in _MEASURES | {"share"}
        if counts and between[:1] == ["of"] and set(between[1:]) <= _OWN and _least(whole) >= _least(amount):
            bare = replace(amount, unit=None) if "amounts.bare" in amount.because else amount
            found[index] = _part(bare, index + 1, whole)
    return found


def _part(amount: Amount, index: int, whole: Amount) -> Amount:
    """A part that names no unit of its own has its whole's: "34 drones, including 18 over the port"."""
    # "Of the 12 tents, three burned": what burned is a tent
    burned = "amounts.bare" in amount.because and whole.category not in {
        *PEOPLE,
        None,
    }
    if amount.unit is not None and not burned:
        return replace(amount, part_of=index)
    because = (*amount.because, "amounts.unit_of_whole")
    return replace(amount, part_of=index, unit=whole.unit, category=whole.category, because=because)


def _whole(structure: Structure, before: Sequence[Amount], amount: Amount) -> int | None:
    if not before or amount.category in _MEASURES:
        return None
    tokens = structure.tokens
    sentence = tokens[amount.first].sentence
    if _continues_part(structure, before[-1], amount):
        return before[-1].part_of
    if not before[-1].derived and _is_told_of(structure, before[-1], amount):
        return len(before) - 1
    if not _opens_part(structure, amount):
        return None
    for index in range(len(before) - 1, -1, -1):
        whole = before[index]
        if tokens[whole.first].sentence != sentence:
            return None
        includes = whole.part_of is None or _SUM in before[whole.part_of].because
        if whole.category not in _MEASURES and includes and _least(whole) >= _least(amount):
            return index
    return None


def _is_told_of(structure: Structure, whole: Amount, amount: Amount) -> bool:
    """Whether the sentence opens with the whole: "Of the 200 prisoners, 50 were sick"."""
    tokens = structure.tokens
    opening = [t for t in tokens[max(whole.first - 2, 0) : whole.first] if t.lower not in _OWN]
    if not opening or opening[-1].lower not in {"of", "among"} or tokens[amount.first].sentence != opening[-1].sentence:
        return False
    starts = opening[-1].i == 0 or tokens[opening[-1].i - 1].sentence != opening[-1].sentence
    return starts and "amounts.bare" in amount.because and _least(whole) >= _least(amount)


def _opens_part(structure: Structure, amount: Amount) -> bool:
    tokens = structure.tokens
    words = [t.lower for t in tokens[max(amount.first - 3, 0) : amount.first] if t.text != ","]
    if words[-1:] and (words[-1] in _OPENS_PART or words[-2:] == ["among", "them"] or words[-1] == "among"):
        return True
    if len(words) > 1 and words[-2] in {"of", "among"} and words[-1] in _GROUP:
        return True
    after = [t.lower for t in tokens[amount.last : amount.last + 2]]
    return len(after) == 2 and after[0] == "of" and after[1] in _GROUP


def _continues_part(structure: Structure, last: Amount, amount: Amount) -> bool:
    """Whether the part follows another in one list: "including three children and two women"."""
    tokens = structure.tokens
    if last.part_of is None or tokens[last.first].sentence != tokens[amount.first].sentence:
        return False
    at = tokens[amount.head]
    while at.dep == "conj":
        at = tokens[at.head]
        if at.i == last.head:
            return True
    return False


def _least(amount: Amount) -> float:
    return next(v for v in (amount.best, amount.low, amount.high) if v is not None)
