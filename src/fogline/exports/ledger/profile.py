"""A source's profile, for a terminal."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from statistics import median

from rich.console import Group, RenderableType
from rich.table import Table
from rich.text import Text

from fogline.assessment.record import Capture, TrackRecord
from fogline.exports import words
from fogline.exports.ledger import tables
from fogline.query import Profile

COUNTED = ("conceded", "denied", "reversed", "open")


def card(profile: Profile) -> Group:
    """Who it is, what it claims, and what became of its claims to have taken places."""
    return Group(*_parts(profile))


def _of(word: str, count: int) -> str:
    return word if count == 1 else f"{word}s"


def _parts(profile: Profile) -> Iterator[RenderableType]:
    source, record = profile.source, profile.record
    side = "" if source.side == "none" else f"  ·  side: {words.plain(source.side)}"
    yield Text.assemble((words.plain(source.name), "bold"), (f"  ·  {source.kind}{side}", "bright_black"))
    yield Text(f"{source.claims} {_of('claim', source.claims)} from {source.reports} {_of('origin', source.reports)}")
    yield Text("Also told as: " + tables.counted(dict(source.aliases)))
    yield Text("Claims: " + ", ".join(f"{words.EVENTS[event]} {n}" for event, n in profile.events.items()))  # type: ignore[index]
    yield Text("Stances: " + tables.counted(dict(profile.stances)))
    if profile.others:
        yield Text("The name may also mean: " + ", ".join(words.plain(o.name) for o in profile.others[:8]), "yellow")
    if record.captures:
        yield Text.assemble("\n", ("Places that it said its side had taken", "bold underline"))
        yield Text(_summary(record))
        yield _captures(record)


def _summary(record: TrackRecord) -> str:
    total = len(record.captures)
    told = ", ".join(f"{what} {n} ({n / total:.0%})" for what in COUNTED if (n := record.count(what)))
    days = record.days_to_concession
    return f"{total} in all: {told or 'none judged'}" + (
        f"; conceded after {median(days):g} days (median)" if days else ""
    )


def _captures(record: TrackRecord) -> Table:
    table = tables.grid(
        ("Claimed", 0), ("Place", 20), ("Denied by", 16), ("Conceded", 20), ("Reversed", 0), ("Maps", 20)
    )
    for capture in record.captures:
        table.add_row(
            capture.day.isoformat(), words.plain(capture.place_name), ", ".join(map(words.plain, capture.denied_by)),
            _conceded(capture), _day(capture.reversed), _maps(capture),
        )  # fmt: skip
    return table


def _conceded(capture: Capture) -> str:
    if capture.conceded is None:
        return ""
    return f"{capture.conceded} by {', '.join(map(words.plain, capture.conceded_by))}"


def _maps(capture: Capture) -> str:
    return ", ".join(f"{words.plain(name)} {_day(day) or 'not so far'}" for name, day in capture.mapped.items())


def _day(day: date | None) -> str:
    return day.isoformat() if day is not None else ""
