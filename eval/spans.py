"""How far two spans of a text are the same."""

from __future__ import annotations

from typing import Any

from fogline.model import Span


def span_of(part: dict[str, Any] | None) -> Span | None:
    """The span of a part of the output, None where it names no words."""
    return Span(part["start"], part["end"]) if part and part.get("start") is not None else None


def common(one: Span | None, other: Span | None) -> int:
    """How many characters two spans have in common."""
    return max(0, min(one.end, other.end) - max(one.start, other.start)) if one and other else 0


def share_of_shorter(one: Span | None, other: Span | None) -> float:
    """The part of the shorter span that the other covers, 0 to 1."""
    if not one or not other:
        return 0.0
    return common(one, other) / max(1, min(one.end - one.start, other.end - other.start))


def share_of_union(one: Span | None, other: Span | None) -> float:
    """Common characters by the length from the first start to the last end, 0 to 1."""
    if not one or not other:
        return 0.0
    return common(one, other) / max(1, max(one.end, other.end) - min(one.start, other.start))


def is_compact(span: Span | None, gold: Span | None, allowed: int) -> bool:
    """Whether a span is no longer than `allowed` characters or two and a half times the annotated one."""
    return bool(span and gold) and _length(span) <= max(allowed, 2.5 * _length(gold))


def _length(span: Span | None) -> int:
    return span.end - span.start if span else 0
