"""The events stage, and the same with only one of its two ways to find events."""

from fogline.extraction.events.stage import events, learned_events, ruled_events

__all__ = ["events", "learned_events", "ruled_events"]
