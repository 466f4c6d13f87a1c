"""The attribution stage."""

from fogline.extraction.attribution.stage import attributions

__all__ = ["attributions"]
