"""Reviewed knowledge as data: tables, their schemas, the loader and the checker."""
