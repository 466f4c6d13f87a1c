"""What a person may correct of a claim, and how a correction changes its fact."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date
from math import isfinite
from typing import Any, get_args

from fogline.assessment.fact import Fact
from fogline.errors import UsageError
from fogline.model import Amount, EventType, Stance
from fogline.model.actor import SourceKind
from fogline.model.when import IntervalKind

_DAYS = ("begin", "until", "said")
_NUMBERS = ("low", "best", "high")
_CHOICES: Mapping[str, tuple[str, ...]] = {
    "event": get_args(EventType),
    "stance": get_args(Stance),
    "kind": get_args(SourceKind),
    "time_kind": get_args(IntervalKind),
}
_WORDS = ("source_name", "side", "actor", "actor_side", "target", "target_side", "place_name", "unit")
_PLACE = ("place", "lat", "lon", "country", "admin1", "feature", "precision", "precision_m", "relation")

FIELDS = (*_CHOICES, *_WORDS, *_DAYS, *_NUMBERS)
"""The fields that a person may correct; a place is given by its name."""
_YEARS = range(1000, 3000)  # of days: beyond them no war is told of, and reckoning with days ends
_MAY_BE_NONE = frozenset({"actor", "actor_side", "target", "target_side", "place_name", "unit", *_DAYS, *_NUMBERS})


def choices() -> Iterator[tuple[str, tuple[str, ...] | None, bool]]:
    """The fields that a person may correct, each with its values (None: any) and whether it may be taken away."""
    for field in FIELDS:
        yield field, _CHOICES.get(field), field in _MAY_BE_NONE


def checked(values: Mapping[str, str | None]) -> dict[str, Any]:
    """The corrected values in the form in which they are kept; an empty value or `none` takes the field away.

    Raises:
        UsageError: there is no such field, the value is none of its values, or the days are in the wrong order.
    """
    if not values:
        raise UsageError("nothing to correct is given", next_step="Give FIELD=VALUE, as event=attack.drone")
    found = {field: _checked(field, value) for field, value in values.items()}
    begin, until = found.get("begin"), found.get("until")
    if begin and until and begin > until:
        raise UsageError(f"begin {begin} is after until {until}", next_step="Exchange the days")
    return found


def corrected(fact: Fact, values: Mapping[str, Any]) -> Fact:
    """The fact with the corrected values, as `checked` gives them, and a place as the register has it."""
    plain = {key: value for key, value in values.items() if key not in {"unit", *_NUMBERS}}
    for field in _DAYS:
        if isinstance(plain.get(field), str):
            plain[field] = date.fromisoformat(plain[field])
    if "place_name" in plain and plain["place_name"] is None:
        plain.update(dict.fromkeys(_PLACE))
    if {"begin", "until"} & plain.keys() and fact.time_kind is None:
        plain.setdefault("time_kind", "sometime")
    numbers = {key: value for key, value in values.items() if key in {"unit", *_NUMBERS}}
    changed = replace(fact, **plain)
    return replace(changed, quantities=_amounts(fact, numbers)) if numbers else changed


def _checked(field: str, value: str | None) -> Any:
    if field not in FIELDS:
        raise UsageError(f"{field} is no field to correct", next_step=f"Choose of {', '.join(FIELDS)}")
    if value is None or value.strip().lower() in {"", "none"}:
        if field == "side":
            return "none"
        if field not in _MAY_BE_NONE:
            raise UsageError(f"{field} needs a value", next_step="Reject the claim if it is none")
        return None
    value = value.strip()
    if field in _CHOICES and value not in _CHOICES[field]:
        raise UsageError(f"{field} {value} is unknown", next_step=f"Choose of {', '.join(_CHOICES[field])}")
    try:
        if field in _DAYS:
            return _day(value)
        return _number(value) if field in _NUMBERS else value
    except ValueError:
        raise UsageError(f"{field} {value} is none", next_step="Give a day as 2025-02-07, a number as 12") from None


def _day(value: str) -> str:
    day = date.fromisoformat(value)
    if not _YEARS.start <= day.year < _YEARS.stop:
        raise ValueError(value)
    return day.isoformat()


def _number(value: str) -> float:
    number = float(value.replace(",", ""))
    if not isfinite(number):
        raise ValueError(value)
    return number


def _amounts(fact: Fact, numbers: Mapping[str, Any]) -> tuple[Amount, ...]:
    """The fact's amounts with the first one corrected; without any number left it is taken away."""
    first = fact.quantities[0] if fact.quantities else Amount(0, 0, "", 0, 0, 0, None, None, None, None)
    found = replace(first, **numbers)
    rest = fact.quantities[1:]
    return (found, *rest) if (found.low, found.best, found.high) != (None, None, None) else rest
