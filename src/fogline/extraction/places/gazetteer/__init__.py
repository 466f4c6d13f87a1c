"""The gazetteer: places of the world compiled into one SQLite file, and their look-up by name."""

from fogline.extraction.places.gazetteer.lookup import Gazetteer, Hit, gazetteer, is_compiled
from fogline.extraction.places.gazetteer.records import Feature, NameKind, Record

__all__ = ["Feature", "Gazetteer", "Hit", "NameKind", "Record", "gazetteer", "is_compiled"]
