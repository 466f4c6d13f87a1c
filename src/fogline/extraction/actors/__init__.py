"""The actors stage."""

from fogline.extraction.actors.stage import actors

__all__ = ["actors"]
