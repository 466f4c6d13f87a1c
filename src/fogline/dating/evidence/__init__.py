"""What the text of a report tells of the day that it was published on; each finding is a `Bound`."""

from fogline.dating.evidence.bound import Bound
from fogline.dating.evidence.collect import bounds

__all__ = ["Bound", "bounds"]
