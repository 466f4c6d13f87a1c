"""A small network that has learned from annotated reports which words tell of what, and how firmly."""

from fogline.extraction.events.reader.readings import Readings, read

__all__ = ["Readings", "read"]
