"""The times stage."""

from fogline.extraction.times.stage import expressions

__all__ = ["expressions"]
