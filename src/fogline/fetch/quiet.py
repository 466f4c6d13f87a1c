"""Feeds that went quiet: they answer, but bring nothing new for longer than is usual for them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

from fogline.fetch.state import State

DAY = 86_400.0
GAPS = 10  # usual gaps between two pages, after which silence is worth a word
LATEST = 50  # pages that tell what is usual
ENOUGH = 5  # pages from which on a feed has habits


@dataclass(frozen=True, slots=True)
class Quiet:
    """A feed and since when it has brought nothing, in seconds since 1970; `days` is how long that is."""

    link: str
    title: str
    since: float
    days: float


def quiet_feeds(state: State, keys: Sequence[str], now: float, longest: float) -> list[Quiet]:
    """Which of some feeds that answered have gone quiet. `longest` in seconds is too long for any feed.

    One that brings pages often is quiet after ten times the usual gap, though never within a day.
    """
    found = []
    for key in keys:
        feed = state.connection.execute(
            "SELECT f.title, f.since, i.link FROM feeds f JOIN items i ON i.key = f.key"
            " WHERE f.key = ? AND i.standing = 'done'",
            (key,),
        ).fetchone()
        if feed is None:
            continue
        times = _times(state, key)
        last = times[0] if times else feed["since"]
        if now - last > _allowed(times, longest):
            found.append(Quiet(feed["link"], feed["title"], last, (now - last) / DAY))
    return found


def _times(state: State, key: str) -> list[float]:
    """When the feed's latest pages came, the last first: by the day that it told, if that is not after they were seen.

    A page counts from the end of its day, for the feed's word is exact to the day.
    """
    rows = state.connection.execute(
        "SELECT MIN(l.at, COALESCE(strftime('%s', i.dated) + ?, l.at)) AS at FROM links l"
        " JOIN items i ON i.key = l.item WHERE l.feed = ? ORDER BY at DESC LIMIT ?",
        (DAY, key, LATEST),
    )
    return [row["at"] for row in rows]


def _allowed(times: Sequence[float], longest: float) -> float:
    if len(times) < ENOUGH:
        return longest
    usual = median(later - earlier for later, earlier in pairwise(times))
    return min(longest, max(DAY, GAPS * usual))
