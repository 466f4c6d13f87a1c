"""Measures fogline on annotated reports: `python -m eval.run`. Not part of the installed package."""
