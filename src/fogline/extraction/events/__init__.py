"""The events stage."""

from fogline.extraction.events.stage import events

__all__ = ["events"]
