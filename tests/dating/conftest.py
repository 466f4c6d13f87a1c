from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import cache

import pytest

from fogline.dating import dated
from fogline.extraction.times import expressions
from fogline.language import structure
from fogline.model import Document
from fogline.reports import report_from_text


@cache
def _dated(text: str, published: str | None) -> Document:
    report = report_from_text(text, published=date.fromisoformat(published) if published else None)
    return dated(expressions(structure(Document(report))))


@pytest.fixture(scope="session")
def date_report() -> Callable[..., Document]:
    """`date_report(text, published)` gives the document with its publication date and resolved times alone."""

    def reader(text: str, published: str | None = None) -> Document:
        return _dated(text, published)

    return reader
