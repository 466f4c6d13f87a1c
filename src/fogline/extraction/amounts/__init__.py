"""The amounts stage."""

from fogline.extraction.amounts.stage import amounts

__all__ = ["amounts"]
