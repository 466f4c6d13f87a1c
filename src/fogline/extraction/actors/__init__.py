"""The actors stage: who says and who does, with kind and side; `parties` ranks the sides of a report."""

from fogline.extraction.actors.ranking import parties
from fogline.extraction.actors.stage import actors

__all__ = ["actors", "parties"]
