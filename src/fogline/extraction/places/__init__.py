"""The places stage."""

from fogline.extraction.places.stage import places

__all__ = ["places"]
