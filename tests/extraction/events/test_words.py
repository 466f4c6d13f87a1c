"""Every group of words stands in its own example."""

from __future__ import annotations

from functools import cache

import pytest
from tests.extraction.events.reading import read_events

from fogline.knowledge.load import load_yaml
from fogline.knowledge.schemas.words import WordGroup
from fogline.model import Document

GROUPS = load_yaml("events/words.yaml", WordGroup)


@cache
def document() -> tuple[Document, dict[str, tuple[int, int]]]:
    return read_events(dict.fromkeys(group.example for group in GROUPS))


@pytest.mark.parametrize("group", GROUPS, ids=lambda group: group.id)
def test_an_example_holds_a_word_of_its_group(group: WordGroup) -> None:
    found, spans = document()
    start, end = spans[group.example]
    inside = [token for token in found.structure.tokens if start <= token.start < end]
    assert {word for token in inside for word in (token.lemma, token.lower)} & set(group.lemmas)


def test_groups_are_unique() -> None:
    ids = [group.id for group in GROUPS]
    assert len(set(ids)) == len(ids)
