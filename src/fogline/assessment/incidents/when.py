"""How near two claims' days are."""

from __future__ import annotations

from fogline.assessment.incidents.sight import WIDE, Sight, by_first_day

HALF = 0.5  # share of all days of two intervals that they have in common, from which on they are the same days
FIRST = 1  # days between the first days of two running counts
TOLD = 3  # days between reports that tell of one event without saying when
LASTS = 3  # days between two claims of who holds a place that are still of one situation
CHANGE = 14  # days between claims of one change of hands: who lost a place admits it late
GAPS = {"strike": 1, "control": CHANGE}


def day_relation(one: Sight, other: Sight) -> str | None:
    """`same`, `overlap`, `after` (within the days that the group allows), `unknown`; None where apart."""
    if one.begin is None or one.until is None or other.begin is None or other.until is None:
        return _told(one, other)
    if one.group == other.group and by_first_day(one.group):
        return "same" if abs(one.begin - other.begin) <= FIRST and _run_alike(one, other) else None
    common = min(one.until, other.until) - max(one.begin, other.begin) + 1
    if common > 0:
        union = max(one.until, other.until) - min(one.begin, other.begin) + 1
        return "same" if common / union >= HALF else "overlap"
    return "after" if 1 - common <= GAPS.get(one.group, 0) else None


def window(sight: Sight) -> tuple[int, int]:
    """The first and last `day` of claims that may be near one."""
    if sight.begin is None or sight.until is None:
        return sight.day - TOLD, sight.day + TOLD
    if by_first_day(sight.group):
        return sight.day - FIRST, sight.day + FIRST
    gap = max(TOLD, GAPS.get(sight.group, 0))
    return sight.begin - gap, sight.until + gap + WIDE


def _run_alike(one: Sight, other: Sight) -> bool:
    """Whether both run on from their first day, or else are about equally long."""
    if one.throughout and other.throughout:
        return True
    assert one.begin is not None and one.until is not None and other.begin is not None and other.until is not None
    lengths = sorted((one.until - one.begin + 1, other.until - other.begin + 1))
    return lengths[0] / lengths[1] >= HALF


def _told(one: Sight, other: Sight) -> str | None:
    """Of claims of which one at least tells no day: whether they were told within some days of each other."""
    if one.report == other.report:
        return "unknown"
    days = [s.until if s.until is not None else s.said for s in (one, other)]
    return "unknown" if abs(days[0] - days[1]) <= TOLD else None
