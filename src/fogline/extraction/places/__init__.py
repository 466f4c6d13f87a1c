"""The places stage."""

from fogline.extraction.places.foreign import foreign_places
from fogline.extraction.places.stage import places

__all__ = ["foreign_places", "places"]
