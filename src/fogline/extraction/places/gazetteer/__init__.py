"""The gazetteer: places of the world compiled into one SQLite file, and their look-up by name."""

from fogline.extraction.places.gazetteer.lookup import Gazetteer, gazetteer, is_compiled
from fogline.extraction.places.gazetteer.merge import Hit
from fogline.extraction.places.gazetteer.records import Feature, NameKind, Record, Source

__all__ = ["Feature", "Gazetteer", "Hit", "NameKind", "Record", "Source", "gazetteer", "is_compiled"]
