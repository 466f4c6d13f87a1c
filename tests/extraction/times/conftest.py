from __future__ import annotations

from collections.abc import Callable
from functools import cache

import pytest

from fogline.extraction.times import expressions
from fogline.language import structure
from fogline.model import Document
from fogline.reports import report_from_text


@cache
def _found(text: str) -> Document:
    return expressions(structure(Document(report_from_text(text))))


@pytest.fixture(scope="session")
def times() -> Callable[[str], Document]:
    """`times(text)` gives the document with its structure and time expressions alone."""
    return _found
