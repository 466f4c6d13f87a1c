"""Reads many sentences as one document, so that the language model runs once."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from fogline.config import Engine
from fogline.model import Document
from fogline.pipeline import stages_of
from fogline.reports import report_from_text


def read_events(rows: Iterable[str]) -> tuple[Document, dict[str, tuple[int, int]]]:
    """All rows in one document, a paragraph each, with its events, and where each row stands."""
    rows = list(rows)
    at, spans = 0, {}
    for row in rows:
        spans[row] = (at, at + len(row))
        at += len(row) + 2
    found = Document(report_from_text("\n\n".join(rows), published=date(2024, 5, 2), language="en"))
    for stage in stages_of(Engine.RULES)[:7]:
        found = stage(found)
    return found, spans
