"""Schemas of the knowledge tables: what an entry may say, checked when it is loaded."""
