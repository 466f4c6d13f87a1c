"""Each other reading of a trigger's word keeps the word from being taken for an event of war."""

from __future__ import annotations

from functools import cache

import pytest
from tests.extraction.events.reading import read_events

from fogline.extraction.events.lexicon import all_senses
from fogline.knowledge.schemas.events import Sense
from fogline.model import Document

SENSES = all_senses()
CLAUSE = "other.clause"  # what is left over, whatever the words


@cache
def document() -> tuple[Document, dict[str, tuple[int, int]]]:
    """All examples in one document, and where each stands."""
    return read_events(text for sense in SENSES for text in sense.example)


@pytest.mark.parametrize("sense", SENSES, ids=lambda sense: sense.id)
def test_the_word_names_no_event_in_this_sense(sense: Sense) -> None:
    found, spans = document()
    for text in sense.example:
        start, end = spans[text]
        tokens = [token for token in found.structure.tokens if start <= token.start < end]
        words = {token.i for token in tokens if token.lemma in sense.lemmas}
        assert words, f"the example has none of the words: {text}"
        told = [event for event in found.events if event.head in words and event.entry != CLAUSE]
        assert not told, (text, told[0].entry)


def test_ids_are_unique() -> None:
    ids = [sense.id for sense in SENSES]
    assert len(set(ids)) == len(ids)
