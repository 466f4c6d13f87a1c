"""The events stage: by rules, and the same by a model that has learned, alone or beside the rules."""

from fogline.extraction.events.stage import events, hybrid_events, learned_events

__all__ = ["events", "hybrid_events", "learned_events"]
