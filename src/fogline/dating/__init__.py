"""Stage 3b: the publication date, and the times resolved against it."""

from fogline.dating.stage import dated

__all__ = ["dated"]
