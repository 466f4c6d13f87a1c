"""Made facts for tests of conclusions."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from itertools import count
from typing import Any

from fogline.assessment.fact import Fact

_NUMBERS = count(1)
PLACE = "geonames:1"


def day(text: str) -> date:
    """The day of a text as 2025-02-07."""
    return date.fromisoformat(text)


def fact(event: str, on: str, *, by: str, actor: str | None = None, stance: str = "asserts", **more: Any) -> Fact:
    """One claim of a side about the place Osten: what, on which day, by whom; known on that day."""
    number = next(_NUMBERS)
    when = day(on)
    made = Fact(
        claim=number, id=f"c{number}", report=f"r{number}", number=1, origin=f"r{number}", publisher="Morning Post",
        event=event, stance=stance, source=f"body:{by.lower()}", source_name=f"{by}'s army",
        kind="narrator" if by == "none" else "military", side=by, chain=(), actor=actor, actor_side=actor, target=None,
        target_side=None, place=PLACE, place_name="Osten", relation=None, lat=48.0, lon=37.0, country="UA",
        admin1="Donetsk", feature="settlement", precision="settlement", precision_m=3000, begin=when, until=when,
        time_kind="sometime", said=when, known=when, quantities=(), against=None, confidence=0.9, review="open",
        words=f"{by} said {actor} {event} Osten",
    )  # type: ignore[arg-type]  # fmt: skip
    return replace(made, **more)
