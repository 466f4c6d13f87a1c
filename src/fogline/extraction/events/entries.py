"""The entries of events that come from no table."""

from __future__ import annotations

from fogline.model import Event

PLAIN = "other.clause"  # a clause that no rule knows
READ = "reader."  # what the entries of the reader's own events begin with
TOLD = "llm."  # what the entries of a language model's events begin with


def is_read(event: Event) -> bool:
    """Whether the reader alone proposes an event."""
    return event.entry.startswith(READ)


def is_told(event: Event) -> bool:
    """Whether a language model tells of an event; it has judged whether it is a claim, and with which stance."""
    return event.entry.startswith(TOLD)
