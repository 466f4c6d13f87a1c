"""Stage 2, text structure: sentences, tokens, parse, quotation spans."""

from fogline.language.stage import structure

__all__ = ["structure"]
