"""A ledger with two reports, on both kinds of database."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import datetime

import pytest
from tests.ledger.conftest import address, clock, documents, server, store

from fogline.assessment.assess import assess
from fogline.ledger import Store
from fogline.model import Document
from fogline.query import Ledger

__all__ = ["address", "clock", "documents", "server", "store"]


@pytest.fixture
def filled(store: Store, documents: list[Document]) -> Store:
    """The ledger with both reports, conclusions drawn."""
    for document in documents:
        with store.writing() as writer:
            writer.add(document, engine="0.1.0 rules", knowledge="k1")
    assess(store)
    return store


@pytest.fixture
def ledger(filled: Store) -> Iterator[Ledger]:
    """The same, open for asking."""
    yield Ledger(filled)


Clock = Callable[[], datetime]
